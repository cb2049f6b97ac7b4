//! Days and times as a language writes them.
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;

use super::{Argument, Language, Words};

/// How one language writes days and times, on the clock of the organisation.
#[derive(Clone)]
pub struct Dates {
    pub words: Arc<Words>,
    pub language: Language,
    pub zone: Tz,
    /// The current year, which goes without saying.
    pub year: i32,
}

impl Dates {
    /// `donderdag 3 december`, with the year when it is not the current one.
    pub fn date(&self, day: NaiveDate) -> String {
        if day.year() == self.year { self.dated("date-day", day) } else { self.date_year(day) }
    }

    /// `donderdag 3 december 2026`.
    pub fn date_year(&self, day: NaiveDate) -> String {
        self.dated("date-day-year", day)
    }

    /// `9.30`, to stand in a sentence.
    pub fn clock(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.zone);
        self.say(
            "date-clock",
            &[("hour", local.hour().into()), ("minute", format!("{:02}", local.minute()).into())],
        )
    }

    /// `9.30 uur`.
    pub fn time(&self, at: DateTime<Utc>) -> String {
        self.say("date-time", &[("clock", self.clock(at).into())])
    }

    /// `donderdag 3 december, 9.30 uur`.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let date = self.date(self.day(at));
        self.say("date-moment", &[("date", date.into()), ("clock", self.clock(at).into())])
    }

    /// `donderdag 3 december, 9.30–12.30 uur`, with both days when they differ.
    pub fn period(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        let (first, last) = (self.day(start), self.day(end));
        let key = if first == last { "date-period" } else { "date-period-days" };
        let arguments = [
            ("date", self.date(first).into()),
            ("last", self.date(last).into()),
            ("from", self.clock(start).into()),
            ("until", self.clock(end).into()),
        ];
        self.say(key, &arguments)
    }

    /// `do`.
    pub fn weekday_short(&self, day: NaiveDate) -> String {
        self.say("date-weekday-short", &[("weekday", day.weekday().number_from_monday().into())])
    }

    /// `dec`.
    pub fn month_short(&self, day: NaiveDate) -> String {
        self.say("date-month-short", &[("month", day.month().into())])
    }

    /// The day that a moment falls on, on the clock of the organisation.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    fn dated(&self, key: &str, day: NaiveDate) -> String {
        let weekday = self.say("date-weekday", &[("weekday", day.weekday().number_from_monday().into())]);
        let month = self.say("date-month", &[("month", day.month().into())]);
        let (day, year) = (day.day().into(), day.year().to_string().into());
        self.say(key, &[("weekday", weekday.into()), ("day", day), ("month", month.into()), ("year", year)])
    }

    fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.words.say(self.language, key, arguments)
    }
}
