//! How the places of a session were drawn, so that anybody behind the counter can recompute it.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, NO_LOT},
    person, session,
};
use serde::Serialize;

use crate::domain::people::person::full_name;

/// A draw that was held.
#[derive(Clone, Debug, Serialize)]
pub struct Drawn {
    at: DateTime<Utc>,
    seed: String,
    lots: Vec<Lot>,
}

/// What one request drew.
#[derive(Clone, Debug, Serialize)]
pub struct Lot {
    rank: i32,
    name: String,
    /// The enrolment: with the seed it gives the rank.
    id: String,
}

impl Drawn {
    /// Nothing before the draw, or without one.
    pub(super) fn of(session: &session::Model, rows: &[(enrolment::Model, person::Model)]) -> Option<Self> {
        let (at, seed) = session.drawn_at.zip(session.draw_seed.clone())?;
        let mut lots: Vec<_> = rows
            .iter()
            .filter(|(row, _)| row.lot != NO_LOT)
            .map(|(row, person)| Lot { rank: row.lot, name: full_name(person), id: row.id.to_string() })
            .collect();
        lots.sort_by_key(|lot| lot.rank);
        Some(Self { at, seed, lots })
    }

    /// For samples.
    pub(super) fn sample() -> Self {
        let lot = |(rank, name): (i32, &str)| Lot { rank, name: name.into(), id: format!("0190a1b2-{rank}") };
        let at = DateTime::from_timestamp(1_772_000_000, 0).unwrap_or_default();
        Self { at, seed: "k3Jq0aYw".into(), lots: [(1, "Fenna de Boer"), (2, "Sem Bakker")].map(lot).into() }
    }
}
