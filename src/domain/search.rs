//! Searching without minding case or accents, the same on both databases.

use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The text in lower case, without accents, with single spaces: what is kept for searching and what is searched for.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with what `LIKE … ESCAPE '\'` would read as a pattern taken for what it is.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// Patterns for `LIKE … ESCAPE '\'` on a folded column: one a word, all of which must be found.
#[must_use]
pub fn patterns(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(|word| format!("%{}%", escaped(word))).collect()
}

/// The most words of one text, and of one search; and the most characters of a word.
const MOST_WORDS: usize = 64;
const MOST_ASKED: usize = 8;
const LONGEST: usize = 100;

/// The words by which a text is found, each once: as they stand there, and their parts between signs ("jansen-de" also as
/// "jansen" and "de", a mail address also by what stands before the `@` and after it).
#[must_use]
pub fn words(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let mut words = BTreeSet::new();
    for token in folded.split(' ') {
        words.insert(token);
        let (local, rest) = token.split_once('@').unwrap_or((token, ""));
        words.insert(rest);
        words.extend(local.split(|sign: char| !sign.is_alphanumeric()));
    }
    words.remove("");
    words.into_iter().take(MOST_WORDS).map(cut).collect()
}

/// What somebody typed, as beginnings of [`words`], all of which must be found.
#[must_use]
pub fn beginnings(text: &str) -> BTreeSet<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).take(MOST_ASKED).map(cut).collect()
}

/// Behind every word that begins like this, compared by bytes: no character comes after the last of Unicode.
#[must_use]
pub fn behind(beginning: &str) -> String {
    format!("{beginning}{}", char::MAX)
}

fn cut(word: &str) -> String {
    word.chars().take(LONGEST).collect()
}
