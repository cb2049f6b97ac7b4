//! What happened to promises and their readings.

use chrono::NaiveDate;
use entity::id::*;
use serde::Serialize;

use super::Event;

/// As [`Event`], of promises and what was measured of them.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Measuring {
    /// A promise was made to residents.
    PromiseMade { promise: PromiseId, code: String },
    /// It reads otherwise, or has another target: old and new of what is short.
    PromiseChanged { promise: PromiseId, code: String, changes: serde_json::Value },
    /// It is no promise any more; otherwise it is one again.
    PromiseRetired { promise: PromiseId, retired: bool },
    /// A period has a reading.
    ReadingEntered { promise: PromiseId, reading: ReadingId, period: NaiveDate, way: &'static str },
    /// A period has another reading than before. Why stands in the reading.
    ReadingCorrected {
        promise: PromiseId,
        reading: ReadingId,
        before: ReadingId,
        period: NaiveDate,
        way: &'static str,
    },
    /// Call-back requests were counted, by the days on which they were due. No request is kept.
    CallBacksCounted {
        promise: PromiseId,
        from: NaiveDate,
        until: NaiveDate,
        due: i64,
        met: i64,
        source: &'static str,
    },
    /// Somebody asks another system for its figures now, and not tonight.
    PullAsked { promise: PromiseId, source: &'static str },
    /// Another system was read: how much, how much of it counts, and how much could not be used.
    PromisePulled { promise: PromiseId, source: &'static str, seen: i32, counted: i32, unusable: i32 },
    /// A missed promise opened an improvement.
    PromiseMissed { promise: PromiseId, improvement: ImprovementId, period: NaiveDate },
    /// Readings were taken out as a file.
    ReadingsExported { rows: usize },
}

impl From<Measuring> for Event {
    fn from(event: Measuring) -> Self {
        Self::Measuring(event)
    }
}
