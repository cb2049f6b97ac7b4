//! A vote in the room: everybody scores the four values, by nobody known.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ballot")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BallotId,
    #[sea_orm(unique_key = "ballot_of")]
    pub conversation_id: ConversationId,
    /// What the address of the vote holds, so that nobody guesses it.
    #[sea_orm(unique_key = "ballot_key")]
    pub link_key: String,
    pub opened_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    /// Counted on paper, and filled in by whoever holds the conversation.
    pub by_hand: bool,
    /// How many voted, once it is closed; nothing when there were too few to keep.
    pub votes: Option<i32>,
    #[sea_orm(belongs_to, from = "conversation_id", to = "id", on_delete = "Cascade")]
    pub conversation: BelongsTo<super::conversation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
