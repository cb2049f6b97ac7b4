//! Changing somebody from outside: here because a last day moves waiting lists.

use chrono::{DateTime, Utc};
use entity::id::PersonId;
use sea_orm::ConnectionTrait;

use super::{agenda, enrolment};
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

/// How many open dates this person still gives from a moment on: these need another trainer when the last day comes before.
///
/// # Errors
/// When the database fails.
pub async fn gives_from(
    db: &impl ConnectionTrait,
    id: PersonId,
    from: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<u64> {
    let given = agenda::Filter { trainer: Some(id), from: Some(from), ..agenda::Filter::default() };
    agenda::count(db, &given, now).await
}
