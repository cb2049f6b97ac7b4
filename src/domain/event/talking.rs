//! What happened to conversations. What was said in them stands in no event.

use chrono::NaiveDate;
use entity::id::*;
use serde::Serialize;

use super::Event;

/// As [`Event`], of conversations.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Talking {
    /// So many people were told.
    ConversationPlanned { conversation: ConversationId, people: usize },
    /// Another time, place, team or facilitator.
    ConversationChanged { conversation: ConversationId, people: usize },
    /// It does not take place.
    ConversationCalledOff { conversation: ConversationId, people: usize },
    /// Notes were written; once an hour at most for each heading.
    ConversationNoted { conversation: ConversationId },
    /// Day, numbers, values, themes or quotes were written down.
    ConversationRecorded { conversation: ConversationId },
    /// A summary was written, for whoever held it only.
    SummaryWritten { conversation: ConversationId },
    /// The team and its heads can read it; `again` when it was corrected.
    SummaryReleased { conversation: ConversationId, people: usize, again: bool },
    /// A round past all teams begins.
    RoundStarted { from: NaiveDate },
}

impl From<Talking> for Event {
    fn from(event: Talking) -> Self {
        Self::Talking(event)
    }
}
