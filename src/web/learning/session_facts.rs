//! What was planned, as the pages behind the counter show it.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{meeting, session::SessionState};
use serde::Serialize;

use crate::domain::{
    learning::{attendance, decision, draw, session::Details},
    people::person::full_name,
};

/// A session.
#[derive(Clone, Debug, Serialize)]
pub struct Facts {
    pub id: String,
    workshop: String,
    pub title: String,
    state: SessionState,
    starts_at: DateTime<Utc>,
    meetings: Vec<Meeting>,
    trainers: Vec<String>,
    capacity: Option<i32>,
    minimum: Option<i32>,
    taken: i32,
    waiting: i32,
    opens: Option<DateTime<Utc>>,
    closes: Option<DateTime<Utc>>,
    withdraw_until: Option<DateTime<Utc>>,
    draw_at: Option<DateTime<Utc>>,
    /// The same, as long as nothing was drawn.
    draws_at: Option<DateTime<Utc>>,
    /// How many asked for a place in that draw, where the page tells.
    asked: usize,
    audience: String,
    over: bool,
    started: bool,
    /// Somebody has to decide now whether it goes on.
    undecided: bool,
    decide_by: Option<DateTime<Utc>>,
    /// In euro.
    cost: Option<f64>,
    called_off_reason: Option<String>,
}

/// One date.
#[derive(Clone, Debug, Serialize)]
pub struct Meeting {
    id: String,
    /// Whether its register can be kept.
    register: bool,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    location: String,
    link: Option<String>,
}

impl Facts {
    pub(super) fn new(details: &Details, now: DateTime<Utc>) -> Self {
        let (session, workshop) = (&details.session, &details.workshop);
        let takes_place = session.state != SessionState::CalledOff;
        let meeting = |row: &meeting::Model| Meeting {
            id: row.id.to_string(),
            register: takes_place && attendance::opens(row) <= now,
            start: row.starts_at,
            end: row.ends_at,
            location: row.location.clone(),
            link: row.link.clone(),
        };
        Self {
            id: session.id.to_string(),
            workshop: workshop.id.to_string(),
            title: workshop.title.clone(),
            state: session.state,
            starts_at: session.starts_at,
            meetings: details.meetings.iter().map(meeting).collect(),
            trainers: details.trainers.iter().map(full_name).collect(),
            capacity: session.capacity,
            minimum: session.minimum,
            taken: session.taken,
            waiting: session.waiting,
            opens: session.enrolment_opens,
            closes: session.enrolment_closes,
            withdraw_until: session.withdraw_until,
            draw_at: session.draw_at,
            draws_at: session.draw_at.filter(|_| draw::collects(session)),
            asked: 0,
            audience: session.audience.clone().unwrap_or_else(|| workshop.audience.clone()),
            over: session.ends_at <= now,
            started: session.starts_at <= now,
            undecided: decision::is_awaited(session, now),
            decide_by: session.decide_by,
            cost: session
                .cost_cents
                .and_then(|cents| i32::try_from(cents).ok())
                .map(|c| f64::from(c) / 100.0),
            called_off_reason: session.called_off_reason.clone(),
        }
    }

    /// With how many asked for a place in a draw.
    pub(super) fn with_requests(self, asked: usize) -> Self {
        Self { asked, ..self }
    }

    /// Whether there is nothing to decide any more.
    pub(super) fn is_settled(&self) -> bool {
        self.state == SessionState::CalledOff || self.started
    }

    /// For samples.
    pub(super) fn sample(state: SessionState) -> Self {
        let starts_at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let meeting = |days: i64| Meeting {
            id: days.to_string(),
            register: days == 0,
            start: starts_at + TimeDelta::days(days),
            end: starts_at + TimeDelta::days(days) + TimeDelta::hours(3),
            location: "Raadhuis, zaal 2".into(),
            link: (days > 0).then(|| "https://overleg.example/zaal-2".into()),
        };
        Self {
            id: "1".into(),
            workshop: "1".into(),
            title: "Helder schrijven".into(),
            state,
            starts_at,
            meetings: vec![meeting(0), meeting(7)],
            trainers: vec!["Tess Vos".into()],
            capacity: Some(12),
            minimum: Some(6),
            taken: 12,
            waiting: 1,
            opens: Some(starts_at - TimeDelta::days(30)),
            closes: None,
            withdraw_until: Some(starts_at - TimeDelta::days(3)),
            draw_at: Some(starts_at - TimeDelta::days(9)),
            draws_at: (state == SessionState::Planned).then(|| starts_at - TimeDelta::days(9)),
            asked: 3,
            audience: "iedereen".into(),
            over: false,
            started: false,
            undecided: state == SessionState::Open,
            decide_by: Some(starts_at - TimeDelta::days(7)),
            cost: Some(1250.5),
            called_off_reason: (state == SessionState::CalledOff).then(|| "De trainer is ziek.".into()),
        }
    }
}
