//! A link of the chain over the events: what it covers and the hash over that and the link before.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seal")]
pub struct Model {
    /// From 1, without gaps.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Covers the events after those of the link before, up to and including this one.
    pub last_event_id: EventId,
    /// How many events it covers.
    pub events: i32,
    /// SHA-256 in hexadecimal.
    pub hash: String,
    /// The latest moment of an event in it.
    pub last_event_at: DateTimeUtc,
    pub sealed_at: DateTimeUtc,
    /// Since when its events are gone, because they were kept long enough.
    pub emptied_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
