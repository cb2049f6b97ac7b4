//! Work to be done after the transaction that asked for it; also the outbox.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaskId,
    pub kind: String,
    pub payload: Json,
    pub due_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub attempts: i32,
    pub lease_until: Option<DateTimeUtc>,
    pub holder: Option<String>,
    /// Since when it is given up.
    pub failed_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub last_error: Option<String>,
    /// What it is about, so that it can be replaced or taken back before it is done.
    #[sea_orm(unique)]
    pub key: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
