//! A field that a file changes: what it was and what it becomes, as a reader knows it.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A field that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// As the API calls it.
    pub field: Cow<'static, str>,
    /// Old and new. Nothing where showing them would not help: long texts, and values that read the same.
    pub values: Option<(Shown, Shown)>,
}

/// A value: people and departments by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "lowercase")]
pub enum Shown {
    Nothing,
    Text(String),
    Day(NaiveDate),
    /// Codes of one of our lists: the word `import-choice-<code>`.
    Choice(Vec<Cow<'static, str>>),
}

impl Changed {
    /// A field with both its values.
    #[must_use]
    pub fn new(field: &'static str, old: impl Into<Shown>, new: impl Into<Shown>) -> Self {
        let (old, new) = (old.into(), new.into());
        // "van der" that goes from the surname to its own column reads the same, and is a change all the same.
        Self { field: Cow::Borrowed(field), values: (old != new).then_some((old, new)) }
    }

    /// A text too long to show twice.
    #[must_use]
    pub const fn long(field: &'static str) -> Self {
        Self { field: Cow::Borrowed(field), values: None }
    }
}

impl From<&str> for Shown {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

impl From<Option<&str>> for Shown {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, Self::from)
    }
}

impl From<Option<NaiveDate>> for Shown {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

impl From<Option<i32>> for Shown {
    fn from(number: Option<i32>) -> Self {
        number.map_or(Self::Nothing, |number| Self::Text(number.to_string()))
    }
}

impl<const N: usize> From<[&'static str; N]> for Shown {
    fn from(codes: [&'static str; N]) -> Self {
        codes.to_vec().into()
    }
}

impl From<Vec<&'static str>> for Shown {
    fn from(codes: Vec<&'static str>) -> Self {
        if codes.is_empty() {
            Self::Nothing
        } else {
            Self::Choice(codes.into_iter().map(Cow::Borrowed).collect())
        }
    }
}
