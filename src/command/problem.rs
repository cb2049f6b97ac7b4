//! What a command says when it cannot do what was asked: one sentence, and how it ends.

use std::{io::Write as _, process::ExitCode};

use crate::{
    app::{App, BadApp},
    config::BadSetting,
    db::Failure,
    domain::error::{DbFailure, Error, Field, Refusal, classify},
    table::BadTable,
    text::{Argument, Language, Words},
};

/// Why a command stopped.
#[derive(Debug)]
pub(super) struct Problem {
    sentence: String,
    code: u8,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl Problem {
    /// Something went wrong, or a rule says no.
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), code: 1 }
    }

    /// An error of the domain in the words of the house.
    pub(super) fn of(app: &App, error: &Error) -> Self {
        Self::new(match error {
            Error::Missing(what) => format!("There is no such {what}."),
            Error::Forbidden => "That is not allowed.".to_owned(),
            Error::Invalid(fields) => {
                fields.iter().map(|field| invalid(&app.words, field)).collect::<Vec<_>>().join(" ")
            }
            Error::Refused(refusal) => refused(app, refusal),
            Error::Broken(error) => broken(error),
        })
    }

    /// With what one can do about it.
    pub(super) fn and(mut self, advice: &str) -> Self {
        self.sentence = format!("{} {advice}", self.sentence);
        self
    }

    /// Says it on standard error.
    pub(super) fn say(&self) {
        // Nobody is left to hear that nobody hears.
        let _ = writeln!(std::io::stderr(), "olievlek: {}", self.sentence);
    }

    /// How the process ends.
    pub(super) fn exit(&self) -> ExitCode {
        self.code.into()
    }
}

fn invalid(words: &Words, field: &Field) -> String {
    let given = field.args.iter().map(|(name, value)| (*name, value.as_str()));
    let arguments: Vec<_> =
        given.chain([("field", field.name)]).map(|(name, value)| (name, Argument::from(value))).collect();
    format!("{}: {}", field.name, words.say(Language::English, &format!("problem-{}", field.key), &arguments))
}

fn refused(app: &App, refusal: &Refusal) -> String {
    let mut arguments: Vec<_> =
        refusal.args().into_iter().map(|(name, value)| (name, argument(value))).collect();
    if let Some(moment) = refusal.moment() {
        let here = moment.with_timezone(&app.config.time_zone).format("%-d %B %Y %H:%M").to_string();
        arguments.extend(["opens", "starts"].map(|name| (name, Argument::from(here.clone()))));
    }
    app.words.say(Language::English, &format!("refusal-{}", refusal.code()), &arguments)
}

/// A number is given as one, for the plurals.
fn argument(value: String) -> Argument<'static> {
    value.parse::<f64>().map_or_else(|_| Argument::from(value), Argument::from)
}

impl From<Failure> for Problem {
    fn from(error: Failure) -> Self {
        Self::new(broken(&error))
    }
}

/// What the database says, for whoever runs the house.
fn broken(error: &Failure) -> String {
    match classify(error) {
        DbFailure::Again => "The database stays busy; try again.".to_owned(),
        DbFailure::Away => format!("The database cannot be reached or is full: {error}."),
        DbFailure::Duplicate | DbFailure::Other => format!("The database failed: {error}."),
    }
}

impl From<BadSetting> for Problem {
    /// As for a wrong option: nothing was tried.
    fn from(error: BadSetting) -> Self {
        Self { sentence: format!("{error}."), code: 2 }
    }
}

impl From<BadApp> for Problem {
    fn from(error: BadApp) -> Self {
        Self::new(error.to_string())
    }
}

impl From<BadTable> for Problem {
    fn from(error: BadTable) -> Self {
        Self::new(format!("The table could not be written: {error}."))
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::new(format!("{error}."))
    }
}
