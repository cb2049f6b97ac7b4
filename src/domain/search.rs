//! Searching without minding case or accents, the same on both databases.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The text in lower case, without accents, with single spaces: what a column `search` holds and what is searched for.
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
