//! Events as rows. Nothing here names an event: the row follows from what the event holds.

use entity::id::PersonId;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::Event;

/// The names under which events hold what somebody wrote. These go when the person is erased, so the seals leave them out.
pub const FREE_TEXTS: [&str; 1] = ["reason"];

/// An event as the table keeps it.
#[derive(Debug, PartialEq)]
pub struct Record {
    /// Name of the event, as in `session-planned`.
    pub kind: String,
    pub subject: Option<Uuid>,
    pub person: Option<PersonId>,
    /// The rest of what it holds, names in camelCase.
    pub data: Value,
}

/// What an event can be about. The first of these that it holds is its subject, so that the timeline of a session is read
/// in one query; the person of an event has a column of its own.
const SUBJECTS: [&str; 12] = [
    "session",
    "conversation",
    "assignment",
    "track",
    "workshop",
    "promise",
    "import",
    "token",
    "improvement",
    "theme",
    "person",
    "department",
];

impl Event {
    /// Whether a rule of the queue did this. Who happened to set it in motion, by giving up a place, is not its actor: the
    /// one who moves up need not learn who left, nor the other way round.
    pub fn is_automatic(&self) -> bool {
        matches!(
            self,
            Self::Offered { .. }
                | Self::MovedUp { .. }
                | Self::LotWon { .. }
                | Self::Skipped { .. }
                | Self::OfferLapsed { .. }
                | Self::SeatsReleased { lapsed: true, .. }
                | Self::Withdrawn { ending: "placed-elsewhere" | "swapped" | "request-expired", .. }
        )
    }

    /// The row of this event.
    ///
    /// # Errors
    /// Never for the events there are: all of them can be written as JSON.
    pub fn record(&self) -> Result<Record, serde_json::Error> {
        let mut data: Map<String, Value> = serde_json::from_value(serde_json::to_value(self)?)?;
        let kind = data.remove("event").and_then(|name| Some(name.as_str()?.to_owned())).unwrap_or_default();
        let id = |name: &str| data.get(name)?.as_str()?.parse::<Uuid>().ok();
        let about = SUBJECTS.iter().find(|name| id(name).is_some());
        let (subject, person) = (about.and_then(|name| id(name)), id("person").map(PersonId));
        data.retain(|name, _| name != "person" && Some(&name.as_str()) != about);
        Ok(Record { kind, subject, person, data: Value::Object(data) })
    }
}
