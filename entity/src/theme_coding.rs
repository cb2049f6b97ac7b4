//! A held conversation of a sample to which somebody else gives themes too, without seeing those it has.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "theme_coding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CodingId,
    #[sea_orm(unique_key = "theme_coding_of")]
    pub conversation_id: ConversationId,
    /// Nobody: somebody who was erased.
    pub coder_id: Option<PersonId>,
    /// The number from which the sample was drawn: with it anybody can draw it again.
    pub seed: i32,
    pub asked_at: DateTimeUtc,
    /// Nothing: still to be done.
    pub done_on: Option<Date>,
    #[sea_orm(belongs_to, from = "conversation_id", to = "id", on_delete = "Cascade")]
    pub conversation: BelongsTo<super::conversation::Entity>,
    #[sea_orm(belongs_to, from = "coder_id", to = "id")]
    pub coder: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
