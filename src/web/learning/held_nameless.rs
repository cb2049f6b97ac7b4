//! Held seats that still want a name, on the page of the head who holds them.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{card::Span, held_seats::Line};
use crate::domain::{learning::held_soon, people::department};

/// Held seats without names, on the page of the head who holds them.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Nameless {
    #[serde(flatten)]
    line: Line,
    title: String,
    start: DateTime<Utc>,
}

impl Nameless {
    /// Nothing when the department is not in the tree.
    pub(super) fn new(held: &held_soon::Nameless, tree: &department::Tree) -> Option<Self> {
        let line = Line {
            href: format!("/held-seats/{}", held.id),
            department: tree.get(held.department_id)?.name.clone(),
            seats: held.seats,
            until: held.releases_at,
        };
        Some(Self { line, title: held.title.clone(), start: held.starts_at })
    }

    /// For samples.
    pub(super) fn sample() -> Self {
        Self { line: Line::sample(), title: "Het eerste contact".into(), start: Span::sample(0).start }
    }
}
