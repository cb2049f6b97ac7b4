//! When the whole database was copied. The copying itself is the operator's command.

use chrono::{DateTime, Utc};
use entity::event;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{change::Change, error::Result, event::Event};

/// Notes that a copy of so many bytes was made.
///
/// # Errors
/// When the database fails.
pub async fn note(change: &Change, bytes: u64) -> Result<()> {
    change.record(Event::BackupMade { bytes }).await
}

/// When the last copy was made, as far as the log goes back.
///
/// # Errors
/// When the database fails.
pub async fn last(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>> {
    let made = event::Entity::find().select_only().column(event::Column::At);
    let made = made.filter(event::Column::Kind.eq("backup-made")).order_by_desc(event::Column::Id);
    Ok(made.into_tuple().one(db).await?)
}
