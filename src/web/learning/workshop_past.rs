//! What became of a workshop, as its form shows it.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::learning::history::{Changed, Entry};

/// What was done before.
#[derive(Clone, Debug, Serialize)]
pub struct Past {
    at: DateTime<Utc>,
    who: Option<String>,
    kind: String,
    changes: Vec<Written>,
}

/// A field that was written anew.
#[derive(Clone, Debug, Serialize)]
pub struct Written {
    field: String,
    old: Option<String>,
    new: Option<String>,
}

impl Past {
    pub(super) fn new(entry: Entry) -> Self {
        let written = |one: Changed| {
            let (before, after) = one.values.unzip();
            Written { field: one.field, old: before, new: after }
        };
        let changes = entry.changes.into_iter().map(written).collect();
        Self { at: entry.at, who: entry.who, kind: entry.kind, changes }
    }

    /// For samples: one of every field.
    pub(super) fn sample() -> Vec<Self> {
        let fields =
            ["code", "title", "summary", "description", "goals", "values", "form", "duration", "parts"];
        let more = [
            "minimum",
            "maximum",
            "audience",
            "offering",
            "languages",
            "cover",
            "prerequisites",
            "repeatable",
            "approval",
        ];
        let written = |field: &&str| Written {
            field: (*field).into(),
            old: (*field != "goals").then(String::new),
            new: (*field != "goals").then(|| "Nieuw".into()),
        };
        let changes: Vec<_> = fields.iter().chain(&more).map(written).collect();
        let kinds = ["workshop-made", "workshop-changed", "workshop-published", "workshop-retired"];
        let past = |kind: &str| Self {
            at: DateTime::UNIX_EPOCH,
            who: (kind == "workshop-made").then(|| "Ruben Kok".into()),
            kind: kind.into(),
            changes: changes.clone(),
        };
        kinds.map(past).into()
    }
}
