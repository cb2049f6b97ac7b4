//! What leads to a person goes from a text before it is kept: mail addresses, telephone numbers, numbers as long as that of a
//! citizen, and account numbers. Rather too much than too little; names no program finds, so forms ask not to write them.

/// What stands in the stead of what was left out; the same in every language.
pub const LEFT_OUT: &str = "[…]";

/// So many digits in a row, or with signs between them, are no amount, year or date.
const TOGETHER: usize = 7;
const APART: usize = 9;
/// The shortest and longest account number (ISO 13616).
const ACCOUNT: std::ops::RangeInclusive<usize> = 15..=34;

/// The text without them.
#[must_use]
pub fn masked(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let (mut kept, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(sign) = signs.get(at) {
        let found = [address, account, number].into_iter().find_map(|find| find(&signs, at));
        match found {
            Some(end) => {
                kept.push_str(LEFT_OUT);
                at = end;
            }
            None => {
                kept.push(*sign);
                at += 1;
            }
        }
    }
    kept
}

fn before(signs: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).and_then(|at| signs.get(at)).copied()
}

/// A word with an @ in its middle; where it ends.
fn address(signs: &[char], at: usize) -> Option<usize> {
    if before(signs, at).is_some_and(|sign| !sign.is_whitespace()) {
        return None;
    }
    let word: Vec<char> = signs.get(at..)?.iter().copied().take_while(|sign| !sign.is_whitespace()).collect();
    let middle = word.iter().position(|sign| *sign == '@')?;
    let part = |sign: Option<&char>| sign.is_some_and(|sign| sign.is_alphanumeric());
    let split = middle > 0 && part(word.get(middle - 1)) && part(word.get(middle + 1));
    let tail = word.iter().rev().take_while(|sign| !sign.is_alphanumeric()).count();
    split.then(|| at + word.len() - tail)
}

/// Two letters, two digits and what belongs to them, as on a bank card; where it ends.
fn account(signs: &[char], at: usize) -> Option<usize> {
    if before(signs, at).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let head: Vec<char> = signs.get(at..at + 4)?.to_vec();
    let country = head.iter().take(2).all(char::is_ascii_alphabetic);
    if !country || !head.iter().skip(2).all(char::is_ascii_digit) {
        return None;
    }
    let (mut count, mut digits, mut end) = (0, 0, at);
    for (place, sign) in signs.iter().enumerate().skip(at) {
        match sign {
            '0'..='9' => digits += 1,
            'A'..='Z' | 'a'..='z' => {
                // A small word behind it is the next word of the sentence.
                let begins = before(signs, place) == Some(' ');
                let next = signs.get(place + 1).is_some_and(char::is_ascii_lowercase);
                if begins && sign.is_ascii_lowercase() && next && count >= *ACCOUNT.start() {
                    break;
                }
            }
            ' ' if signs.get(place + 1).is_some_and(char::is_ascii_alphanumeric) => continue,
            _ => break,
        }
        if count == *ACCOUNT.end() {
            break;
        }
        count += 1;
        end = place + 1;
    }
    (ACCOUNT.contains(&count) && digits >= TOGETHER).then_some(end)
}

/// Digits with at most two signs between them; where they end.
fn number(signs: &[char], at: usize) -> Option<usize> {
    let begins = match signs.get(at)? {
        '+' | '(' => signs.get(at + 1).is_some_and(char::is_ascii_digit),
        sign => sign.is_ascii_digit(),
    };
    if !begins || before(signs, at).is_some_and(|sign| sign.is_ascii_digit()) {
        return None;
    }
    let (mut digits, mut run, mut longest, mut gap, mut end) = (0, 0, 0, 0, at);
    for (place, sign) in signs.iter().enumerate().skip(at) {
        if sign.is_ascii_digit() {
            (digits, run, gap, end) = (digits + 1, run + 1, 0, place + 1);
            longest = longest.max(run);
        } else if place == at || (gap < 2 && matches!(sign, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}')) {
            (run, gap) = (0, gap + 1);
        } else {
            break;
        }
    }
    (digits >= APART || longest >= TOGETHER).then_some(end)
}
