//! How often a score was given to a value in a closed vote of five or more.

use sea_orm::entity::prelude::*;

use crate::{core_value::CoreValue, id::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ballot_tally")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub ballot_id: BallotId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub value: CoreValue,
    #[sea_orm(primary_key, auto_increment = false)]
    /// From 1 to 5.
    pub score: i32,
    pub votes: i32,
    #[sea_orm(belongs_to, from = "ballot_id", to = "id", on_delete = "Cascade")]
    pub ballot: BelongsTo<super::ballot::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
