//! A theme of a conversation, given by whoever held it.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation_theme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub conversation_id: ConversationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub theme_id: ThemeId,
    /// Whether the released summary names it.
    pub in_summary: bool,
    #[sea_orm(belongs_to, from = "conversation_id", to = "id", on_delete = "Cascade")]
    pub conversation: BelongsTo<super::conversation::Entity>,
    #[sea_orm(belongs_to, from = "theme_id", to = "id", on_delete = "Cascade")]
    pub theme: BelongsTo<super::theme::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
