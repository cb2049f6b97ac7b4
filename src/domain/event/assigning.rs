//! What happened to tracks, assignments and duties.

use entity::id::*;
use serde::Serialize;

use super::Event;

/// As [`Event`], of what groups have to follow.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Assigning {
    TrackMade {
        track: TrackId,
    },
    TrackChanged {
        track: TrackId,
    },
    AssignmentMade {
        assignment: AssignmentId,
    },
    /// The day was moved later, or the reason was written anew.
    AssignmentChanged {
        assignment: AssignmentId,
    },
    AssignmentEnded {
        assignment: AssignmentId,
    },
    /// Held against who works here: how many came to the group, left it, and begin anew.
    AssignmentFilled {
        assignment: AssignmentId,
        came: usize,
        left: usize,
        renewed: usize,
    },
    /// Somebody does not have to follow it, or does again.
    DutyExempted {
        assignment: AssignmentId,
        workshop: WorkshopId,
        person: PersonId,
        exempt: bool,
    },
    MoreTimeAsked {
        assignment: AssignmentId,
        workshop: WorkshopId,
        person: PersonId,
    },
    MoreTimeAnswered {
        assignment: AssignmentId,
        workshop: WorkshopId,
        person: PersonId,
        answer: &'static str,
    },
    /// A head asked the programme for a date.
    DateAsked {
        department: DepartmentId,
        workshop: WorkshopId,
        people: i32,
    },
    /// With a date, or with a sentence.
    DateAnswered {
        department: DepartmentId,
        workshop: WorkshopId,
        planned: bool,
    },
}

impl From<Assigning> for Event {
    fn from(event: Assigning) -> Self {
        Self::Assigning(event)
    }
}
