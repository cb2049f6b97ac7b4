//! Numbers as a language writes them.
use fluent_bundle::FluentValue;

use super::Language;

/// A number with the decimal sign of the language; a group sign from five digits on, so that a year stays a year.
/// `decimals`: how many, rounded; `None` for as many as the number has.
pub fn number(language: Language, value: f64, decimals: Option<usize>) -> String {
    let plain = decimals.map_or_else(|| value.to_string(), |decimals| format!("{value:.decimals$}"));
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (decimal, group) = match language {
        Language::Dutch => (",", '.'),
        Language::English => (".", ','),
    };
    let mut written = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && whole.len() > 4 && (whole.len() - index).is_multiple_of(3) {
            written.push(group);
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written += decimal;
        written += fraction;
    }
    written
}

/// How Fluent writes an argument that is a number; `NUMBER($grade, minimumFractionDigits: 1)` sets the decimals.
pub(super) fn within_sentence(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(given) = value else {
        return None;
    };
    let options = &given.options;
    Some(number(language, given.value, options.minimum_fraction_digits.or(options.maximum_fraction_digits)))
}
