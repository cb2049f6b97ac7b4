//! The period that a page is about: chosen in the address, and named in words.

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;

use crate::{
    domain::adoption::period::{Grain, Period, first_day},
    web::{context::Context, sentence::Sentence},
};

/// The choice above a page.
#[derive(Clone, Debug, Serialize)]
pub struct When {
    pub code: String,
    pub name: String,
    /// What the period before it is called, when there is one.
    pub before: Option<String>,
    /// All that can be chosen, the newest first.
    pub all: Vec<Choice>,
}

/// A period that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    code: String,
    name: String,
}

impl When {
    /// The choice of this period.
    pub fn new(cx: &Context, periods: &[Period], chosen: &Period) -> Self {
        let choice = |period: &Period| Choice { code: code(period), name: name(cx, period) };
        let before = periods.iter().find(|one| one.begins_on < chosen.begins_on);
        Self {
            code: code(chosen),
            name: name(cx, chosen),
            before: before.map(|period| name(cx, period)),
            all: periods.iter().map(choice).collect(),
        }
    }

    /// For samples.
    pub fn sample() -> Self {
        let choice = |code: &str| Choice { code: code.into(), name: code.into() };
        Self {
            code: "2026-h1".into(),
            name: "de eerste helft van 2026".into(),
            before: Some("de tweede helft van 2025".into()),
            all: vec![choice("2026-h1"), choice("2025-h2")],
        }
    }
}

/// The period that the address names; the newest when it names none that is closed.
pub fn asked<'a>(cx: &Context, periods: &'a [Period]) -> Option<&'a Period> {
    let wanted = cx.query().text("period");
    periods.iter().find(|period| code(period) == wanted).or_else(|| periods.first())
}

/// As in addresses and names of files: "2026", "2026-h1", "2026-q3"; "2026-05" for one that the calendar does not know.
pub fn code(period: &Period) -> String {
    let (year, month) = (period.begins_on.year(), period.begins_on.month0());
    if !of_the_calendar(period) {
        return format!("{year}-{:02}", month + 1);
    }
    match period.grain {
        Grain::Year => year.to_string(),
        Grain::HalfYear => format!("{year}-h{}", month / 6 + 1),
        Grain::Quarter => format!("{year}-q{}", month / 3 + 1),
    }
}

/// Whether it begins where a quarter, a half or a whole year does.
fn of_the_calendar(period: &Period) -> bool {
    first_day(period.grain, period.begins_on) == period.begins_on
}

fn month(cx: &Context, day: NaiveDate) -> String {
    let month = cx.say(&Sentence::new("date-month").with("month", day.month()));
    cx.say(&Sentence::new("figure-month").with("month", month).with("year", day.year().to_string()))
}

/// As in a sentence: "de eerste helft van 2026", or "mei 2026 tot en met oktober 2026".
pub fn name(cx: &Context, period: &Period) -> String {
    if !of_the_calendar(period) {
        let (from, until) = (month(cx, period.begins_on), month(cx, period.ends_on));
        return cx.say(&Sentence::new("spread-period-months").with("from", from).with("until", until));
    }
    let (year, month) = (period.begins_on.year().to_string(), period.begins_on.month0());
    let (key, number) = match period.grain {
        Grain::Year => ("spread-period-year", 1),
        Grain::HalfYear => ("spread-period-half", month / 6 + 1),
        Grain::Quarter => ("spread-period-quarter", month / 3 + 1),
    };
    cx.say(&Sentence::new(key).with("year", year).with("number", number))
}
