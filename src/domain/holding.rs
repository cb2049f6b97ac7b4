//! What is held of a person, in a shape that a page shows and a program reads. Every area tells what it holds.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Serialize, Serializer};

/// All rows of one kind.
#[derive(Clone, Debug)]
pub struct Holding {
    /// Also in `held-<kind>`, its heading.
    pub kind: &'static str,
    pub rows: Vec<Row>,
}

/// One row: what is known, by name. Names are in camelCase, as in the API; `held-field-<name>` says them to people.
pub type Row = Vec<(&'static str, Fact)>;

/// Something known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    Text(String),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
    Number(i64),
    Word(Word),
}

/// A code of ours; people read the sentence with the key `group` + `code`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub group: &'static str,
    pub code: String,
}

/// Programs read the code.
impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.code)
    }
}

impl Word {
    /// A code whose sentence is `<group><code>`.
    pub fn new(group: &'static str, code: impl Into<String>) -> Self {
        Self { group, code: code.into() }
    }
}

impl Holding {
    /// Rows of a kind, without what is not known of them.
    pub fn new<T>(kind: &'static str, rows: impl IntoIterator<Item = T>, row: impl Fn(T) -> Known) -> Self {
        let known = |row: Known| row.0.into_iter().filter_map(|(name, fact)| Some((name, fact?))).collect();
        Self { kind, rows: rows.into_iter().map(|one| known(row(one))).collect() }
    }
}

/// A row in the making.
#[derive(Debug, Default)]
pub struct Known(Vec<(&'static str, Option<Fact>)>);

impl Known {
    /// With something that may be known; nothing and an empty text are not.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl IntoFact) -> Self {
        self.0.push((name, fact.fact()));
        self
    }
}

/// What can be a fact.
pub trait IntoFact {
    /// The fact; nothing when nothing is known.
    fn fact(self) -> Option<Fact>;
}

impl IntoFact for &str {
    fn fact(self) -> Option<Fact> {
        (!self.is_empty()).then(|| Fact::Text(self.to_owned()))
    }
}

impl IntoFact for String {
    fn fact(self) -> Option<Fact> {
        self.as_str().fact()
    }
}

impl IntoFact for NaiveDate {
    fn fact(self) -> Option<Fact> {
        Some(Fact::Day(self))
    }
}

impl IntoFact for DateTime<Utc> {
    fn fact(self) -> Option<Fact> {
        Some(Fact::Moment(self))
    }
}

impl IntoFact for i64 {
    fn fact(self) -> Option<Fact> {
        Some(Fact::Number(self))
    }
}

impl IntoFact for Word {
    fn fact(self) -> Option<Fact> {
        Some(Fact::Word(self))
    }
}

impl<T: IntoFact> IntoFact for Option<T> {
    fn fact(self) -> Option<Fact> {
        self.and_then(T::fact)
    }
}
