//! What somebody said in a conversation, in their words, and who may read it.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What whoever said it allowed.
    Sharing {
        No = "no",
        /// Within the organisation.
        Inside = "inside",
        Public = "public",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "quote")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: QuoteId,
    pub conversation_id: ConversationId,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub sharing: Sharing,
    #[sea_orm(belongs_to, from = "conversation_id", to = "id", on_delete = "Cascade")]
    pub conversation: BelongsTo<super::conversation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
