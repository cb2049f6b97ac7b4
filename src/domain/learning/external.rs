//! Changing somebody from outside: here because a last day moves waiting lists.

use entity::id::PersonId;

use super::enrolment;
use crate::domain::{
    change::Change,
    error::Result,
    people::external::{self, Draft},
};

/// Writes somebody from outside anew. With a last day they give up what starts or lasts after it, as somebody who leaves the
/// organisation does.
///
/// # Errors
/// As [`external::add`], and [`crate::domain::error::Error::Missing`] for staff or nobody.
pub async fn rewrite(change: &Change, id: PersonId, draft: &Draft) -> Result<()> {
    external::rewrite(change, id, draft).await?;
    if let Some(last_day) = draft.until {
        enrolment::person_left(change, id, last_day).await?;
    }
    Ok(())
}
