//! Working days: the opening days of the organisation, and the days that count for a legal term.
//!
//! Both calendars close in the weekend and on the holidays of the Algemene termijnenwet; the organisation may stay open
//! on three kinds of them. Everything here is a pure calculation: the time zone and the settings come from outside.
mod holiday;

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeZone, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

pub use holiday::{Holiday, HolidayName, easter_sunday};

/// The years for which the calendars answer: since 2014 there is a King's Day.
pub const YEARS: RangeInclusive<i32> = 2014..=2199;

/// Which of the two calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The opening days of this organisation.
    Service,
    /// The days that count for a term set by law.
    Statutory,
}

/// The settings of both calendars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CalendarPolicy {
    /// Days made equal to a holiday by royal decree; they are published some years ahead.
    pub decree_days: Vec<NaiveDate>,
    pub service_closed_on_good_friday: bool,
    pub service_closed_on_liberation_day: bool,
    pub service_closed_on_decree_days: bool,
    /// What arrives later than this counts as arrived on the next opening day.
    pub closing_time: NaiveTime,
}

impl Default for CalendarPolicy {
    fn default() -> Self {
        let decree_days = [(2026, 1, 2), (2026, 5, 15), (2027, 5, 7), (2028, 4, 28), (2028, 5, 26)];
        Self {
            decree_days: decree_days
                .into_iter()
                .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
                .collect(),
            service_closed_on_good_friday: false,
            service_closed_on_liberation_day: false,
            service_closed_on_decree_days: false,
            closing_time: NaiveTime::MIN + chrono::TimeDelta::hours(17),
        }
    }
}

/// The two calendars of one organisation, in its time zone.
#[derive(Clone, Debug)]
pub struct Calendar {
    policy: CalendarPolicy,
    zone: Tz,
}

impl Calendar {
    /// The calendar of this policy; moments are read in `zone`.
    pub const fn new(policy: CalendarPolicy, zone: Tz) -> Self {
        Self { policy, zone }
    }

    /// The closed days of a year in order of date, those in a weekend too; each date once.
    pub fn holidays(&self, year: i32, kind: Kind) -> Vec<Holiday> {
        let decree_days = self.policy.decree_days.iter().filter(|date| date.year() == year);
        let mut holidays = holiday::of_the_law(year);
        holidays.extend(decree_days.map(|&date| Holiday { date, name: HolidayName::DecreeDay }));
        holidays.retain(|holiday| self.is_closed_on(holiday.name, kind));
        holidays.sort_by_key(|holiday| holiday.date);
        holidays.dedup_by_key(|holiday| holiday.date);
        holidays
    }

    const fn is_closed_on(&self, name: HolidayName, kind: Kind) -> bool {
        match (kind, name) {
            (Kind::Statutory, _) => true,
            (Kind::Service, HolidayName::GoodFriday) => self.policy.service_closed_on_good_friday,
            (Kind::Service, HolidayName::LiberationDay) => self.policy.service_closed_on_liberation_day,
            (Kind::Service, HolidayName::DecreeDay) => self.policy.service_closed_on_decree_days,
            (Kind::Service, _) => true,
        }
    }

    /// Neither weekend nor holiday.
    pub fn is_working_day(&self, date: NaiveDate, kind: Kind) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && !self.holidays(date.year(), kind).iter().any(|holiday| holiday.date == date)
    }

    /// The last day to answer what arrived at `from`, given a number of working days.
    ///
    /// Day 0 is the day of receipt on the clock of the organisation. In the service calendar what arrives after closing
    /// time or on a closed day is received on the next opening day; a legal term knows no closing time.
    /// The answer is always a working day. `None`: outside [`YEARS`].
    pub fn due(&self, from: DateTime<impl TimeZone>, working_days: u32, kind: Kind) -> Option<NaiveDate> {
        // Before the conversion: the local time of the very first or last moment that chrono knows does not exist.
        if !YEARS.contains(&from.naive_utc().year()) {
            return None;
        }
        let local = from.with_timezone(&self.zone);
        let day_zero = match kind {
            Kind::Service if local.time() > self.policy.closing_time => local.date_naive().succ_opt()?,
            Kind::Service | Kind::Statutory => local.date_naive(),
        };
        let counts_from = match kind {
            Kind::Service => self.first_working_day(day_zero, kind)?,
            Kind::Statutory => day_zero,
        };
        // A term of no working days can end on a closed day; the law then extends it to the next working day.
        self.first_working_day(self.add_working_days(counts_from, working_days, kind)?, kind)
    }

    /// The `count`-th working day after a date; the date itself for 0. `None`: outside [`YEARS`].
    pub fn add_working_days(&self, date: NaiveDate, count: u32, kind: Kind) -> Option<NaiveDate> {
        self.nth_working_day(date, count, kind, |day| day.succ_opt())
    }

    /// The `count`-th working day before a date, for what must happen in time; the date itself for 0.
    /// `None`: outside [`YEARS`].
    pub fn working_days_before(&self, date: NaiveDate, count: u32, kind: Kind) -> Option<NaiveDate> {
        self.nth_working_day(date, count, kind, |day| day.pred_opt())
    }

    /// The date itself when it is a working day, else the next one.
    fn first_working_day(&self, date: NaiveDate, kind: Kind) -> Option<NaiveDate> {
        if self.is_working_day(date, kind) { Some(date) } else { self.add_working_days(date, 1, kind) }
    }

    fn nth_working_day(
        &self,
        mut date: NaiveDate,
        count: u32,
        kind: Kind,
        step: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let mut left = count;
        while left > 0 {
            // The bound on the years also bounds the work that a caller can ask for.
            date = step(date).filter(|day| YEARS.contains(&day.year()))?;
            left -= u32::from(self.is_working_day(date, kind));
        }
        Some(date)
    }
}
