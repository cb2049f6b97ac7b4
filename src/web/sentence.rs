//! Something to say to a person, before it is known in which language.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::{Argument, Language, Words};

/// A key with its arguments, or a text that is the same in every language (a name, a title).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Empty for a plain text.
    key: Cow<'static, str>,
    args: Vec<(Cow<'static, str>, Arg)>,
}

/// A number chooses between plurals, a text does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    Number(f64),
    Text(String),
}

impl Sentence {
    /// The sentence of a key.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// A text that needs no translation.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { key: Cow::Borrowed(""), args: vec![(Cow::Borrowed(""), Arg::Text(text.into()))] }
    }

    /// With an argument.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), value.into()));
        self
    }

    /// The sentence in a language.
    pub fn say(&self, words: &Words, language: Language) -> String {
        if let ("", [(_, Arg::Text(text))]) = (&*self.key, self.args.as_slice()) {
            return text.clone();
        }
        let args: Vec<_> = self.args.iter().map(|(name, value)| (&**name, value.into())).collect();
        words.say(language, &self.key, &args)
    }

    /// Whether the words have it; what comes back from a browser may name any key.
    pub fn is_known(&self, words: &Words) -> bool {
        self.key.is_empty() || words.has(Language::Dutch, &self.key)
    }
}

impl<'a> From<&'a Arg> for Argument<'a> {
    fn from(arg: &'a Arg) -> Self {
        match arg {
            Arg::Number(number) => (*number).into(),
            Arg::Text(text) => text.as_str().into(),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::from(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u16> for Arg {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::from(u32::try_from(number).unwrap_or(u32::MAX))
    }
}
