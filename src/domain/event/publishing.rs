//! What happened to periods and to the thresholds of adoption.

use entity::id::*;
use serde::Serialize;

use super::Event;

/// As [`Event`], of what is published.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Publishing {
    /// It can be reported on once it is over.
    PeriodBegun { period: PeriodId, grain: &'static str },
    /// Somebody had its figures made.
    PeriodClosing { period: PeriodId },
    /// Its figures can be read, and stay as they are.
    PeriodClosed { period: PeriodId, figures: usize },
    /// A threshold was set.
    RuleSet { rule: &'static str, value: String },
}

impl From<Publishing> for Event {
    fn from(event: Publishing) -> Self {
        Self::Publishing(event)
    }
}
