//! Which fields the form of a session shows, and what stands in them.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::session_plan::{self as plan, MEETINGS, TRAINERS};
use crate::{
    domain::learning::session::Details,
    web::{form::Pairs, refill::FormView},
};

/// The fields of one meeting.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    number: usize,
    date: &'static str,
    start: &'static str,
    start_turn: &'static str,
    start_twice: bool,
    end: &'static str,
    end_turn: &'static str,
    end_twice: bool,
    location: &'static str,
    link: &'static str,
}

/// As many fields as are filled, and one more.
pub(super) fn trainer_fields(form: &FormView) -> Vec<&'static str> {
    let filled = TRAINERS.iter().rposition(|name| form.holds(name)).map_or(0, |last| last + 1);
    TRAINERS[..TRAINERS.len().min(filled + 1)].to_vec()
}

/// How many meetings the form showed.
pub(super) fn shown(pairs: &Pairs) -> usize {
    MEETINGS
        .iter()
        .rposition(|names| pairs.iter().any(|(name, _)| name == names.date))
        .map_or(1, |last| last + 1)
}

/// The fields of so many meetings, at least one.
pub(super) fn rows(pairs: &Pairs, count: usize, zone: Tz) -> Vec<Row> {
    let row = |(at, names): (usize, &'static plan::Names)| Row {
        number: at + 1,
        date: names.date,
        start: names.start,
        start_turn: names.start_turn,
        start_twice: names.comes_twice(pairs, names.start, zone),
        end: names.end,
        end_turn: names.end_turn,
        end_twice: names.comes_twice(pairs, names.end, zone),
        location: names.location,
        link: names.link,
    };
    MEETINGS.iter().take(count.max(1)).enumerate().map(row).collect()
}

/// The form of a session as it is now.
pub(super) fn filled(details: &Details, zone: Tz) -> FormView {
    let session = &details.session;
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let local = |at: Option<DateTime<Utc>>| {
        at.map(|at| at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
    };
    let form = FormView::new()
        .with("capacity", number(session.capacity))
        .with("minimum", number(session.minimum))
        .with("enrolmentOpens", local(session.enrolment_opens))
        .with("enrolmentCloses", local(session.enrolment_closes))
        .with("withdrawUntil", local(session.withdraw_until))
        .with("audience", session.audience.clone().unwrap_or_default())
        .with("state", session.state.code());
    let trainers = TRAINERS.iter().zip(&details.trainers);
    trainers.fold(form, |form, (name, person)| form.with(name, plan::handle(person)))
}
