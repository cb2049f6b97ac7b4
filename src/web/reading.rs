//! Reads a form field by field. What is wrong is gathered, so that a person hears of everything at once.

use std::{ops::RangeInclusive, str::FromStr};

use chrono::{DateTime, Datelike as _, LocalResult, NaiveDate, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::form::Pairs;
use crate::domain::error::{Error, Field, all_well};

/// Within these lies every day that matters to anybody here, and every database keeps them.
const YEARS: RangeInclusive<i32> = 1900..=2999;

/// Fields being read. A field with a problem gives an empty value; [`Reading::done`] then ends the reading.
pub struct Reading<'a> {
    pairs: &'a Pairs,
    problems: Vec<Field>,
}

impl<'a> Reading<'a> {
    pub(super) const fn new(pairs: &'a Pairs) -> Self {
        Self { pairs, problems: Vec::new() }
    }

    /// Notes a problem that no other method sees.
    pub fn refuse(&mut self, problem: Field) {
        self.problems.push(problem);
    }

    /// A text that must be there, of at most `most` characters.
    pub fn required(&mut self, name: &'static str, most: usize) -> String {
        if !self.pairs.has(name) {
            self.refuse(Field::new(name, "required"));
        }
        self.optional(name, most)
    }

    /// A text of at most `most` characters; may be empty.
    pub fn optional(&mut self, name: &'static str, most: usize) -> String {
        let text = self.pairs.text(name);
        if text.chars().count() > most {
            self.refuse(Field::new(name, "too-long").with("max", most));
            return String::new();
        }
        text.to_owned()
    }

    /// A whole number from `least` to `most`, or nothing.
    pub fn number(&mut self, name: &'static str, least: i32, most: i32) -> Option<i32> {
        let number = self.parsed(name, "not-a-number")?;
        if (least..=most).contains(&number) {
            return Some(number);
        }
        self.refuse(Field::new(name, "out-of-range").with("min", least).with("max", most));
        None
    }

    /// A day as `2026-12-03`, which is what the browser's date field sends; or nothing.
    pub fn date(&mut self, name: &'static str) -> Option<NaiveDate> {
        let date: NaiveDate = self.parsed(name, "not-a-date")?;
        if YEARS.contains(&date.year()) {
            return Some(date);
        }
        self.refuse(Field::new(name, "not-a-date"));
        None
    }

    /// A time as `9:30` or `9.30`; or nothing.
    pub fn time(&mut self, name: &'static str) -> Option<NaiveTime> {
        let text = self.pairs.text(name).replace('.', ":");
        let time = NaiveTime::parse_from_str(&text, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"));
        match time {
            Ok(time) => Some(time),
            Err(_) if text.is_empty() => None,
            Err(_) => {
                self.refuse(Field::new(name, "not-a-time"));
                None
            }
        }
    }

    /// A moment from a day and a time here. Refused: the hour that the clocks skip, and the hour that comes twice.
    pub fn moment(&mut self, date: &'static str, time: &'static str, zone: Tz) -> Option<DateTime<Utc>> {
        let (day, at) = (self.date(date)?, self.time(time)?);
        match zone.from_local_datetime(&day.and_time(at)) {
            LocalResult::Single(moment) => Some(moment.to_utc()),
            LocalResult::None => {
                self.refuse(Field::new(time, "no-such-time"));
                None
            }
            LocalResult::Ambiguous(..) => {
                self.refuse(Field::new(time, "time-comes-twice"));
                None
            }
        }
    }

    /// One of the given answers; or nothing.
    pub fn choice<T>(&mut self, name: &'static str, from_code: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.pairs.text(name);
        let chosen = from_code(text);
        if chosen.is_none() && !text.is_empty() {
            self.refuse(Field::new(name, "not-a-choice"));
        }
        chosen
    }

    /// Several of the given answers.
    pub fn choices<T>(&mut self, name: &'static str, from_code: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let chosen: Vec<_> = self.pairs.all(name).map(from_code).collect();
        if chosen.iter().any(Option::is_none) {
            self.refuse(Field::new(name, "not-a-choice"));
        }
        chosen.into_iter().flatten().collect()
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.pairs.has(name)
    }

    /// What must be there: `let date = read.needed("date", read.date("date"))` in two steps.
    pub fn needed<T>(&mut self, name: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.pairs.has(name) {
            self.refuse(Field::new(name, "required"));
        }
        value
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem.
    pub fn done(self) -> Result<(), Error> {
        all_well(self.problems)
    }

    fn parsed<T: FromStr>(&mut self, name: &'static str, problem: &'static str) -> Option<T> {
        let text = self.pairs.text(name);
        let value = text.parse().ok();
        if value.is_none() && !text.is_empty() {
            self.refuse(Field::new(name, problem));
        }
        value
    }
}
