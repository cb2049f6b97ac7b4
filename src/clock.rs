//! The one place that asks what time it is. Everything else is given the time.

use chrono::{DateTime, DurationRound as _, TimeDelta, Utc};

/// Tells the time; tests set their own.
pub type Clock = std::sync::Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// The machine's time in whole microseconds, which is what PostgreSQL keeps.
#[must_use]
#[allow(clippy::disallowed_methods, reason = "this is the one place")]
pub fn now() -> DateTime<Utc> {
    let now = Utc::now();
    now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
}

/// The clock of a running house.
#[must_use]
pub fn machine() -> Clock {
    std::sync::Arc::new(now)
}
