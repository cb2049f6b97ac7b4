//! What was noted under one heading of a conversation. Confidential: whoever holds it and the programme manager read it, nobody else.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// The headings: the two questions of every conversation, the four values, and the rest.
    NoteTopic {
        /// What does service mean to you?
        Serving = "serving",
        /// What do you need to do it well?
        Needs = "needs",
        Connection = "verbinding",
        Craft = "vakmanschap",
        Trust = "vertrouwen",
        Renewal = "vernieuwing",
        Other = "other",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteId,
    #[sea_orm(unique_key = "conversation_note_of")]
    pub conversation_id: ConversationId,
    #[sea_orm(unique_key = "conversation_note_of")]
    pub topic: NoteTopic,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Goes up by one each time it is saved, so that two who write at once see it.
    pub version: i32,
    pub saved_by: Option<PersonId>,
    pub saved_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "conversation_id", to = "id", on_delete = "Cascade")]
    pub conversation: BelongsTo<super::conversation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
