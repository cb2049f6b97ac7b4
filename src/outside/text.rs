//! A text of another system that may be missing or may be something else: one bad cell spoils no list.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, de::IgnoredAny};

/// Where a text should stand.
#[derive(Deserialize, Default)]
#[serde(untagged)]
pub(super) enum Text {
    Is(String),
    /// A number, an object, `null`: it is passed over.
    Not(IgnoredAny),
    #[default]
    Missing,
}

impl Text {
    /// The text; nothing for an empty one.
    pub(super) fn get(&self) -> Option<&str> {
        match self {
            Self::Is(text) if !text.trim().is_empty() => Some(text.trim()),
            Self::Is(_) | Self::Not(_) | Self::Missing => None,
        }
    }

    /// A moment with its zone.
    pub(super) fn moment(&self) -> Option<DateTime<Utc>> {
        DateTime::parse_from_rfc3339(self.get()?).ok().map(|at| at.to_utc())
    }

    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.get()?.parse().ok()
    }
}
