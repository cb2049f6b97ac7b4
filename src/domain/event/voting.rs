//! What happened to votes in a room. Who votes leaves nothing here.

use entity::id::*;
use serde::Serialize;

use super::Event;

/// As [`Event`], of votes and of second coders.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Voting {
    /// People in the room can vote.
    VoteOpened { conversation: ConversationId },
    /// For good. `kept`: five or more voted, so that the numbers stay.
    VoteClosed { conversation: ConversationId, kept: bool },
    /// As it was counted on paper.
    VoteFilledIn { conversation: ConversationId, kept: bool },
    /// Somebody else was asked to give themes to conversations of a sample.
    CodingDrawn { person: PersonId, conversations: usize, seed: i32 },
    /// The second coder has given themes.
    CodingDone { conversation: ConversationId },
}

impl From<Voting> for Event {
    fn from(event: Voting) -> Self {
        Self::Voting(event)
    }
}
