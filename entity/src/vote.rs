//! What one phone said, as long as the vote is open: closing counts the votes and erases them. Knows no phone, person or time.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "vote")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// By chance: the phone sends it, so that sending twice counts once.
    pub id: VoteId,
    pub ballot_id: BallotId,
    /// From 1 to 5, as the next three.
    pub connection: i32,
    pub craft: i32,
    pub trust: i32,
    pub renewal: i32,
    #[sea_orm(belongs_to, from = "ballot_id", to = "id", on_delete = "Cascade")]
    pub ballot: BelongsTo<super::ballot::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
