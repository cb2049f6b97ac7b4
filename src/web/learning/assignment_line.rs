//! Somebody with a duty, in a list of a head or of the programme.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::participant_line::Offices;
use crate::domain::{
    learning::duty::list::{Line, State},
    people::person::full_name,
};

/// Somebody with a duty.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Person {
    pub id: String,
    pub person: String,
    pub name: String,
    pub departments: Vec<String>,
    pub workshop: String,
    pub state: &'static str,
    pub due_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    /// When the place is that they have, get or wait for.
    pub place: Option<DateTime<Utc>>,
    /// Asked for more time.
    pub asks: bool,
    pub can_enrol: bool,
}

impl Person {
    pub(super) fn new(line: &Line, offices: &Offices) -> Self {
        let open = matches!(line.state, State::Assigned | State::NoDate | State::Overdue);
        Self {
            id: line.duty.id.to_string(),
            person: line.person.id.to_string(),
            name: full_name(&line.person),
            departments: offices.names(line.person.id),
            workshop: line.workshop.title.clone(),
            state: line.state.code(),
            due_on: line.duty.due_on,
            done_on: line.duty.done_on,
            place: line.place.as_ref().map(|(_, session)| session.starts_at),
            asks: line.duty.asked_at.is_some() && line.duty.answered_at.is_none(),
            can_enrol: open && line.place.is_none(),
        }
    }

    pub(super) fn sample(state: State) -> Self {
        let placed = matches!(state, State::Enrolled | State::Attended);
        Self {
            id: format!("0190a1b2-0000-7000-8000-00000000000{}", state as u8 + 1),
            person: "0190a1b2-0000-7000-8000-000000000002".into(),
            name: "Sem Bakker".into(),
            departments: vec!["Vergunningen".into()],
            workshop: "Helder schrijven".into(),
            state: state.code(),
            due_on: DateTime::UNIX_EPOCH.date_naive(),
            done_on: (state == State::Done).then(|| DateTime::UNIX_EPOCH.date_naive()),
            place: placed.then_some(DateTime::UNIX_EPOCH),
            asks: state == State::NoDate,
            can_enrol: state == State::NoDate,
        }
    }
}
