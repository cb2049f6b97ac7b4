//! The certificates of a session that are printed together, until they are fetched; kept for a day.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "bundle")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BundleId,
    pub session_id: SessionId,
    pub asked_by: Option<PersonId>,
    pub asked_at: DateTimeUtc,
    /// Certificates to print.
    pub total: i32,
    /// Certificates printed.
    pub done: i32,
    /// When it was last seen to get on.
    pub moved_at: DateTimeUtc,
    pub finished_at: Option<DateTimeUtc>,
    /// When it was given up.
    pub failed_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "session_id", to = "id", on_delete = "Cascade")]
    pub session: BelongsTo<super::session::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
