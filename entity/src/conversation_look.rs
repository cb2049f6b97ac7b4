//! That somebody opened the notes or the quotes of a conversation.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation_look")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConversationLookId,
    pub conversation_id: ConversationId,
    /// Nobody: somebody who was erased.
    pub person_id: Option<PersonId>,
    pub looked_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "conversation_id", to = "id", on_delete = "Cascade")]
    pub conversation: BelongsTo<super::conversation::Entity>,
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
