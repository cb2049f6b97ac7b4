//! Filters that write days, times and numbers. Moments come as RFC 3339, days as `2026-12-03`.
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use minijinja::{Environment, Error, ErrorKind, value::Value};

use super::Setting;
use crate::text::{Dates, Language, Words, number};

/// Writes for one language.
#[derive(Clone)]
struct Writer {
    words: Arc<Words>,
    language: Language,
    zone: Tz,
    now: fn() -> DateTime<Utc>,
}

impl Writer {
    fn dates(&self) -> Dates {
        let year = (self.now)().with_timezone(&self.zone).year();
        Dates { words: Arc::clone(&self.words), language: self.language, zone: self.zone, year }
    }
}

pub(super) fn add(
    environment: &mut Environment<'static>,
    language: Language,
    words: &Arc<Words>,
    setting: &Setting,
) {
    let writer = Writer { words: Arc::clone(words), language, zone: setting.zone, now: setting.now };
    add_day(environment, "date", &writer, Dates::date);
    add_day(environment, "date_year", &writer, Dates::date_year);
    add_day(environment, "tile_weekday", &writer, Dates::weekday_short);
    add_day(environment, "tile_day", &writer, |_, day| day.day().to_string());
    add_day(environment, "tile_month", &writer, Dates::month_short);
    add_day(environment, "tile_iso", &writer, |_, day| day.to_string());
    add_moment(environment, "time", &writer, Dates::time);
    add_moment(environment, "clock", &writer, Dates::clock);
    add_moment(environment, "moment", &writer, Dates::moment);
    environment.add_filter("period", move |first: &Value, last: Option<&Value>| {
        let (start, end) = match last {
            Some(last) => (moment(first)?, moment(last)?),
            None => (moment(&first.get_attr("start")?)?, moment(&first.get_attr("end")?)?),
        };
        Ok::<_, Error>(writer.dates().period(start, end))
    });
    environment
        .add_filter("number", move |value: f64, decimals: Option<usize>| number(language, value, decimals));
}

/// A filter on a day, or on the day that a moment falls on.
fn add_day(
    environment: &mut Environment<'static>,
    name: &'static str,
    writer: &Writer,
    write: fn(&Dates, NaiveDate) -> String,
) {
    let writer = writer.clone();
    environment.add_filter(name, move |value: &Value| {
        let dates = writer.dates();
        let day = value.as_str().and_then(|text| text.parse().ok());
        let day = day.map_or_else(|| moment(value).map(|at| dates.day(at)), Ok)?;
        Ok::<_, Error>(write(&dates, day))
    });
}

/// A filter on a moment.
fn add_moment(
    environment: &mut Environment<'static>,
    name: &'static str,
    writer: &Writer,
    write: fn(&Dates, DateTime<Utc>) -> String,
) {
    let writer = writer.clone();
    environment.add_filter(name, move |value: &Value| Ok::<_, Error>(write(&writer.dates(), moment(value)?)));
}

fn moment(value: &Value) -> Result<DateTime<Utc>, Error> {
    let at = value.as_str().and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    at.map(|at| at.to_utc())
        .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no day or moment: {}", value.kind())))
}
