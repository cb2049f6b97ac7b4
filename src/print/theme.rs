//! The colours of the theme, from the same tokens as the pages.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::template::Files;

const TOKENS: &str = "style/tokens.css";
/// Of a token that is a colour; what follows is its name on paper.
const START: &str = "--basis-color-";

static COLOURS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let file = Files::get(TOKENS).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    read(&file.unwrap_or_default())
});

/// Every colour, by the name of its token without `--basis-color-`.
pub fn colours() -> &'static BTreeMap<String, String> {
    &COLOURS
}

fn read(css: &str) -> BTreeMap<String, String> {
    let lines = css.lines().filter_map(|line| line.trim().strip_prefix(START)?.split_once(':'));
    let colour = |value: &str| value.trim().trim_end_matches(';').to_owned();
    lines.map(|(name, value)| (name.to_owned(), colour(value))).filter(|(_, value)| is_hex(value)).collect()
}

fn is_hex(value: &str) -> bool {
    let digits = value.strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.chars().all(|sign| sign.is_ascii_hexdigit())
}
