//! How long what residents said stays.

use chrono::NaiveDate;
use entity::feedback;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::domain::{change::Change, error::Result};

/// Throws away what came in before a day. Returns how much.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change, before: NaiveDate) -> Result<u64> {
    let old = feedback::Column::ReceivedOn.lt(before);
    Ok(feedback::Entity::delete_many().filter(old).exec(change.db()).await?.rows_affected)
}
