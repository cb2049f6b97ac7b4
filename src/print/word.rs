//! The sentences that a template asks for: `t("key")` is read from its source, as in the pages.

use std::collections::BTreeMap;

use crate::{
    template::Files,
    text::{Language, Words},
};

/// What all templates share.
pub const PART: &str = "part";

/// Where a template lies.
pub fn path(name: &str) -> String {
    format!("print/{name}.typ")
}

/// A template as it was compiled in.
pub fn source(name: &str) -> String {
    Files::get(&path(name)).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
}

/// The sentences of a template, by key. What is filled in stands between braces, for the template to replace.
pub fn of(words: &Words, language: Language, name: &str) -> BTreeMap<String, String> {
    let texts = [source(PART), source(name)];
    let keys = texts.iter().flat_map(|text| asked(text));
    let say = |key: &str| match words.pattern(language, key) {
        Some(pattern) => pattern.text,
        None => words.say(language, key, &[]),
    };
    keys.map(|key| (key.to_owned(), say(key))).collect()
}

/// The keys in `t("key")`; not what only ends like it, as `at("name")`.
fn asked(text: &str) -> impl Iterator<Item = &str> {
    const CALL: &str = "t(\"";
    text.match_indices(CALL).filter_map(|(at, _)| {
        let (before, rest) = (text.get(..at)?, text.get(at + CALL.len()..)?);
        let whole = !before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '-');
        rest.split('"').next().filter(|_| whole)
    })
}
