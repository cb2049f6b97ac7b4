//! What no font of ours can draw. A document with a letter that has no shape is not accessible, so it is not made: a sign in its
//! place says that there was one.

use serde_json::Value;

/// Stands where a letter was.
const UNKNOWN: char = '\u{FFFD}';
const PLAIN: char = '?';

/// Replaces in every text what has no shape, and takes out what steers and is not seen.
pub fn keep_known(value: &mut Value, known: fn(char) -> bool) {
    match value {
        Value::String(text) => {
            if !text.chars().all(|sign| known(sign) && !steers(sign) && !is_private(sign)) {
                *text = text.chars().filter_map(|sign| shown(sign, known)).collect();
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| keep_known(one, known)),
        Value::Object(all) => all.values_mut().for_each(|one| keep_known(one, known)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn shown(sign: char, known: fn(char) -> bool) -> Option<char> {
    match sign {
        '\n' => Some(sign),
        _ if sign.is_whitespace() => Some(' '),
        _ if steers(sign) => None,
        _ if known(sign) && !is_private(sign) => Some(sign),
        _ if known(UNKNOWN) => Some(UNKNOWN),
        _ => Some(PLAIN),
    }
}

/// Marks of direction and joining, selectors of variants, and what no text should hold.
fn steers(sign: char) -> bool {
    let unseen = matches!(sign, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}');
    unseen || (sign.is_control() && sign != '\n')
}

/// Means something else to everybody, and may not stand in an accessible document.
const fn is_private(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}
