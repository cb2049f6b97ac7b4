//! The periods over which adoption is reported.

use entity::{adoption_period, id::*};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::domain::error::{Error, Result};

pub use entity::adoption_period::{Grain, Model as Period};

/// The periods whose figures can be read, the newest first.
///
/// # Errors
/// [`Error::Broken`].
pub async fn closed(db: &impl ConnectionTrait) -> Result<Vec<Period>> {
    Ok(adoption_period::Entity::find()
        .filter(adoption_period::Column::ClosedAt.is_not_null())
        .order_by_desc(adoption_period::Column::BeginsOn)
        .all(db)
        .await?)
}

/// One of them.
///
/// # Errors
/// [`Error::Missing`] as long as it is not closed; [`Error::Broken`].
pub async fn find_closed(db: &impl ConnectionTrait, id: PeriodId) -> Result<Period> {
    let period = adoption_period::Entity::find_by_id(id).one(db).await?;
    period.filter(|period| period.closed_at.is_some()).ok_or(Error::Missing("adoption_period"))
}
