//! The calendar entry of a person for a meeting: one UID, a SEQUENCE that only rises.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: MeetingId,
    pub sequence: i32,
    /// Since when it is cancelled.
    pub cancelled_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
    #[sea_orm(belongs_to, from = "meeting_id", to = "id", on_delete = "Cascade")]
    pub meeting: BelongsTo<super::meeting::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
