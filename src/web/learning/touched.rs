//! Whom a change would touch, as a page shows it before the change is made.

use chrono::{DateTime, Utc};
use entity::person;
use serde::Serialize;

use super::card::Span;
use crate::domain::{learning::affected::Affected, people::person::full_name};

/// People by name, and what would be at the same time.
#[derive(Clone, Debug, Serialize)]
pub struct Touched {
    participants: Vec<String>,
    waiting: Vec<String>,
    trainers: Vec<String>,
    clashes: Vec<Overlap>,
    rooms: Vec<Overlap>,
}

/// Something else at the same time.
#[derive(Clone, Debug, Serialize)]
pub struct Overlap {
    /// Who, or which room.
    name: String,
    title: String,
    period: Span,
    /// Where the other session is shown.
    href: String,
}

impl Touched {
    pub(super) fn new(affected: &Affected) -> Self {
        let names = |people: &[person::Model]| people.iter().map(full_name).collect();
        let clash = |(person, clash): &(person::Model, crate::domain::learning::clash::Clash)| Overlap {
            name: full_name(person),
            title: clash.title.clone(),
            period: Span { start: clash.starts_at, end: clash.ends_at },
            href: format!("/desk/sessions/{}", clash.session_id),
        };
        Self {
            participants: names(&affected.participants),
            waiting: names(&affected.waiting),
            trainers: names(&affected.trainers),
            clashes: affected.clashes.iter().map(clash).collect(),
            rooms: rooms(&affected.rooms),
        }
    }

    /// For samples.
    pub(super) fn sample() -> Self {
        let overlap = Overlap::sample("Fenna de Boer");
        Self {
            participants: vec!["Fenna de Boer".into(), "Sem Bakker".into()],
            waiting: vec!["Noor el Amrani".into()],
            trainers: vec!["Tess Vos".into()],
            clashes: vec![overlap],
            rooms: vec![Overlap::sample("Raadhuis, zaal 2")],
        }
    }

    /// For samples: nobody at all.
    pub(super) const fn nobody() -> Self {
        Self {
            participants: Vec::new(),
            waiting: Vec::new(),
            trainers: Vec::new(),
            clashes: Vec::new(),
            rooms: Vec::new(),
        }
    }
}

impl Overlap {
    /// For samples.
    pub(super) fn sample(name: &str) -> Self {
        let start: DateTime<Utc> = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let period = Span { start, end: start + chrono::TimeDelta::hours(2) };
        Self { name: name.into(), title: "Helder schrijven".into(), period, href: "/desk/sessions/2".into() }
    }
}

/// Rooms that are used twice.
pub(super) fn rooms(rooms: &[crate::domain::learning::clash::Room]) -> Vec<Overlap> {
    let room = |room: &crate::domain::learning::clash::Room| Overlap {
        name: room.location.clone(),
        title: room.title.clone(),
        period: Span { start: room.starts_at, end: room.ends_at },
        href: format!("/desk/sessions/{}", room.session_id),
    };
    rooms.iter().map(room).collect()
}
