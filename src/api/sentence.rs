//! Sentences for whoever reads an answer, in the language that the request asks for.

use std::sync::Arc;

use chrono::Datelike as _;
use http::{HeaderMap, header};

use crate::{
    app::App,
    domain::error::Refusal,
    text::{Argument, Dates, Language, Words},
};

/// Says things in the language of one request.
#[derive(Clone)]
pub struct Speaker {
    words: Arc<Words>,
    pub language: Language,
    dates: Dates,
}

impl Speaker {
    /// In the language of `Accept-Language`; Dutch when it names none of ours.
    pub fn of(app: &App, headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = accepted.map(Language::from_accept).unwrap_or_default();
        let today = app.house.policy.day(app.house.now());
        let dates =
            Dates { words: app.words.clone(), language, zone: app.config.time_zone, year: today.year() };
        Self { words: app.words.clone(), language, dates }
    }

    /// The sentence of a key.
    pub fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, argument(name, value))).collect();
        self.words.say(self.language, key, &args)
    }

    /// Why a rule says no.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let mut args = refusal.args();
        args.extend(refusal.moment().map(|at| ("moment", self.dates.moment(at))));
        self.say(&format!("refusal-{}", refusal.code()), &args)
    }
}

/// A number chooses between plurals, but a code or a title that looks like one stays as it is.
fn argument<'a>(name: &str, value: &'a str) -> Argument<'a> {
    match value.parse::<i32>() {
        Ok(number) if !matches!(name, "value" | "title" | "audience" | "name" | "text" | "parts") => {
            number.into()
        }
        _ => value.into(),
    }
}
