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
    id: &'static str,
    /// Which meeting it is; empty for a new one.
    meeting: String,
    cancel: &'static str,
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
        id: names.id,
        meeting: pairs.text(names.id).to_owned(),
        cancel: names.cancel,
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
        .with("drawAt", local(session.draw_at))
        .with("audience", session.audience.clone().unwrap_or_default())
        .with("state", session.state.code())
        .with("decideBy", local(session.decide_by))
        .with("cost", session.cost_cents.map(euro).unwrap_or_default())
        .with("targetedFirst", if session.targeted_first { "yes" } else { "" });
    let trainers = TRAINERS.iter().zip(&details.trainers);
    trainers.fold(form, |form, (name, person)| form.with(name, plan::handle(person)))
}

/// Cents as they are typed: `1250,50`.
fn euro(cents: i64) -> String {
    format!("{},{:02}", cents / 100, cents % 100)
}

/// The form of meetings as they are now.
pub(super) fn meetings_filled(meetings: &[&entity::meeting::Model], zone: Tz) -> String {
    let mut pairs = Vec::new();
    for (names, row) in MEETINGS.iter().zip(meetings) {
        let (start, end) = (row.starts_at.with_timezone(&zone), row.ends_at.with_timezone(&zone));
        pairs.push((names.id, row.id.to_string()));
        pairs.push((names.date, start.format("%Y-%m-%d").to_string()));
        pairs.push((names.start, start.format("%H:%M").to_string()));
        pairs.push((names.start_turn, turn(start).into()));
        pairs.push((names.end, end.format("%H:%M").to_string()));
        pairs.push((names.end_turn, turn(end).into()));
        pairs.push((names.location, row.location.clone()));
        pairs.push((names.link, row.link.clone().unwrap_or_default()));
    }
    serde_urlencoded::to_string(pairs).unwrap_or_default()
}

/// Which of the two, for a time that comes twice.
fn turn(at: DateTime<Tz>) -> &'static str {
    use chrono::{LocalResult, TimeZone as _};
    match at.timezone().from_local_datetime(&at.naive_local()) {
        LocalResult::Ambiguous(_, second) if second == at => "second",
        _ => "first",
    }
}
