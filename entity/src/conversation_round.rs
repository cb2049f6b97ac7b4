//! A round of conversations past all teams: it lasts until the next one begins.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation_round")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub begins_on: Date,
    pub name: String,
}

impl ActiveModelBehavior for ActiveModel {}
