//! What the house threw away of one kind of data: the last time, and ever.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "retention")]
pub struct Model {
    /// Code of `domain::privacy::retention::Kind`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    pub ran_at: DateTimeUtc,
    /// Rows that went the last time anything went.
    pub gone: i64,
    /// Rows that went since the house began to count.
    pub total: i64,
}

impl ActiveModelBehavior for ActiveModel {}
