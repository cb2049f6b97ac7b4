//! What staff did to hear people. Who answers, and who tells what they think of the service, leaves nothing here.

use entity::id::*;
use serde::Serialize;

use super::Event;

/// As [`Event`], of the pulse, of feedback and of compliments.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Hearing {
    /// Everybody will be asked about the core values in this period.
    PulseAsked { period: PeriodId },
    /// So many were asked.
    PulseOpened { period: PeriodId, invited: i32 },
    /// Residents can fill it in.
    FeedbackFormOpened { form: FeedbackFormId, channel: &'static str },
    /// It takes nothing any more.
    FeedbackFormClosed { form: FeedbackFormId },
    /// A file with what residents said was taken over.
    FeedbackLoaded { rows: usize },
    /// A resident or partner thanked.
    ComplimentEntered { compliment: ComplimentId, department: Option<DepartmentId> },
    /// It is no longer shown, or to others.
    ComplimentTold { compliment: ComplimentId, telling: &'static str },
    /// How many contacts there were by a channel in a month.
    ContactsCounted { channel: &'static str, contacts: i32 },
}

impl From<Hearing> for Event {
    fn from(event: Hearing) -> Self {
        Self::Hearing(event)
    }
}
