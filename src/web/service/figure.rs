//! Figures, targets and periods as people read them, in the language of the page.

use chrono::Datelike as _;

use crate::{
    domain::service::{
        decimal::round,
        period::Period,
        promise::{Direction, Every, Promise, PromiseUnit},
        reading::Beside,
    },
    text::{Language, number},
    web::{context::Context, sentence::Sentence},
};

/// A value: a share in hundredths, a grade to a tenth, a ratio to a hundredth.
pub(super) fn value(cx: &Context, unit: PromiseUnit, value: f64) -> String {
    let plain = |value, places| number(cx.language(), round(value, places), None);
    match unit {
        PromiseUnit::Share => share(cx, value),
        PromiseUnit::Ratio => plain(value, 2),
        PromiseUnit::Count => plain(value, 0),
        PromiseUnit::Grade => number(cx.language(), value, Some(1)),
    }
}

fn share(cx: &Context, value: f64) -> String {
    let hundredths = number(cx.language(), round(value * 100.0, 1), None);
    cx.say(&Sentence::new("figure-percent").with("number", hundredths))
}

/// A target with its side: "minstens 90 %".
pub(super) fn target(cx: &Context, promise: &Promise, target: f64) -> String {
    let key = match promise.direction {
        Direction::AtLeast => "figure-at-least",
        Direction::AtMost => "figure-at-most",
    };
    cx.say(&Sentence::new(key).with("value", value(cx, promise.unit, target)))
}

/// As somebody types it into a form.
pub(super) fn typed(cx: &Context, unit: PromiseUnit, value: f64) -> String {
    match unit {
        PromiseUnit::Share => format!("{}%", number(cx.language(), round(value * 100.0, 2), None)),
        PromiseUnit::Ratio | PromiseUnit::Count | PromiseUnit::Grade => {
            number(cx.language(), round(value, 4), None)
        }
    }
}

/// A period: "januari 2026", "1e kwartaal 2026" or "2026".
pub(super) fn period(cx: &Context, every: Every, period: Period) -> String {
    let year = period.begins_on.year().to_string();
    match every {
        Every::Month => {
            let month = cx.say(&Sentence::new("date-month").with("month", period.begins_on.month()));
            cx.say(&Sentence::new("figure-month").with("month", month).with("year", year))
        }
        Every::Quarter => {
            cx.say(&Sentence::new("figure-quarter").with("quarter", period.quarter()).with("year", year))
        }
        Every::Year => year,
    }
}

/// What stands beside a value: what it is, and the figure.
pub(super) fn beside(cx: &Context, beside: Beside, figure: f64) -> (String, String) {
    let term = cx.words().say(cx.language(), &format!("figure-beside-{}", beside.code()), &[]);
    let text =
        if beside.is_share() { share(cx, figure) } else { number(cx.language(), round(figure, 1), None) };
    (term, text)
}

/// A text of a promise in the language of the page.
pub(super) fn own<'a>(cx: &Context, dutch: &'a str, english: &'a str) -> &'a str {
    match cx.language() {
        Language::Dutch => dutch,
        Language::English => english,
    }
}
