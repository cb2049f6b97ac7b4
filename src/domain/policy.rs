//! The organisation's choices that the rules need. They come from the settings; the domain only reads them.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::working_day::CalendarPolicy;

/// What the organisation has chosen.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The name of the organisation, as certificates keep it.
    pub organisation: String,
    /// The zone in which dates and times are meant.
    pub zone: Tz,
    /// How long an offer from the waiting list stands.
    pub offer_lasts: TimeDelta,
    /// Within this time before the start, people are placed directly instead of getting an offer.
    pub short_notice: TimeDelta,
    /// How much of the seats of a session heads may hold together, in hundredths.
    pub held_percent: u8,
    /// Holidays and closing time.
    pub calendar: CalendarPolicy,
    /// How long everything stays.
    pub retention: Retention,
}

/// How long each kind of data stays; see `privacy::retention::Kind`.
#[derive(Clone, Debug)]
pub struct Retention {
    pub answers: TimeDelta,
    /// After they lapsed.
    pub links: TimeDelta,
    pub uploads: TimeDelta,
    /// Certificates that were printed together, after they were asked for.
    pub bundles: TimeDelta,
    /// What people answered about workshops, after it was first shown.
    pub evaluations: TimeDelta,
    /// What came of votes in a room, after the conversation was held.
    pub votes: TimeDelta,
    /// What people answered to the pulse, after it was over.
    pub pulses: TimeDelta,
    /// What residents said, after the day on which it came.
    pub feedback: TimeDelta,
    /// Notes and quotes of conversations, and who read them, after the day they were held.
    pub notes: TimeDelta,
    /// What undoing an import needs, after it was applied.
    pub undoing: TimeDelta,
    /// After the session, or after the place was given up.
    pub needs: TimeDelta,
    /// Who stood in for a head, after the last day.
    pub deputies: TimeDelta,
    pub letters: TimeDelta,
    /// After the last day of employment.
    pub leavers: TimeDelta,
    pub events: TimeDelta,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            answers: TimeDelta::days(1),
            links: TimeDelta::days(1),
            uploads: TimeDelta::days(1),
            bundles: TimeDelta::days(1),
            evaluations: TimeDelta::days(1095),
            votes: TimeDelta::days(730),
            pulses: TimeDelta::days(1095),
            feedback: TimeDelta::days(1095),
            notes: TimeDelta::days(730),
            undoing: TimeDelta::days(30),
            needs: TimeDelta::days(14),
            deputies: TimeDelta::days(365),
            letters: TimeDelta::days(30),
            leavers: TimeDelta::days(730),
            events: TimeDelta::days(1095),
        }
    }
}

impl Policy {
    /// The day that a moment falls on here.
    #[must_use]
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The moment at which a day begins here. Where the clocks skip midnight, that of UTC.
    #[must_use]
    pub fn midnight(&self, day: NaiveDate) -> DateTime<Utc> {
        let local = day.and_time(NaiveTime::MIN);
        self.zone.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.to_utc())
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            organisation: "Gemeente".to_owned(),
            zone: chrono_tz::Europe::Amsterdam,
            offer_lasts: TimeDelta::hours(24),
            short_notice: TimeDelta::hours(48),
            held_percent: 50,
            calendar: CalendarPolicy::default(),
            retention: Retention::default(),
        }
    }
}
