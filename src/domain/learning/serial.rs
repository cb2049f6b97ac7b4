//! The number of a certificate: to be read aloud and typed from paper, not to be guessed, and a slip of one sign is noticed.
//!
//! `OV-2026-7KQ4-M2X9-T3HD`: the year, eleven signs by chance (53 bits) and a check sign. The signs are the digits and capitals
//! without those that look alike. There are 29 of them, a prime, so that a weighted sum finds every wrong sign and every
//! two neighbours that changed places.

use std::fmt::{self, Display};

/// Without 0, 1, I, L, O, S, U's neighbour Z, and the rest that is easily mistaken.
const SIGNS: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRTUVWXY";
const START: &str = "OV";
const CHANCE: usize = 11;
/// Signs after the year.
const LENGTH: usize = CHANCE + 1;
const YEAR: usize = 4;
/// Signs that stand together.
const GROUP: usize = 4;

/// A number that is well formed; whether it was ever given, the database knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serial(String);

impl Serial {
    /// A new number of this year.
    #[must_use]
    pub fn fresh(year: i32) -> Self {
        use rand::Rng as _;
        let mut chance = rand::rng();
        let year = format!("{year:04}");
        let mut signs: Vec<u8> = (0..CHANCE).map(|_| sign(chance.random_range(0..SIGNS.len()))).collect();
        // The check sign is the last, so that the others stand from the second place on; here its value is 0.
        let sum = weighted(year.bytes().chain(signs.iter().copied()).chain([sign(0)]));
        signs.push(sign((SIGNS.len() - sum) % SIGNS.len()));
        Self::written(&year, &signs)
    }

    /// What somebody typed, in whatever case and with whatever between the signs; nothing when there is a slip in it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: Vec<u8> =
            typed.bytes().filter(u8::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect();
        let rest = plain.strip_prefix(START.as_bytes()).unwrap_or(&plain);
        let (year, signs) = rest.split_at_checked(YEAR)?;
        let year =
            std::str::from_utf8(year).ok().filter(|year| year.bytes().all(|digit| digit.is_ascii_digit()))?;
        let signs: Vec<u8> = signs.iter().map(|sign| meant(*sign)).collect();
        let known = signs.len() == LENGTH && signs.iter().all(|sign| SIGNS.contains(sign));
        let sound = known && weighted(year.bytes().chain(signs.iter().copied())) == 0;
        sound.then(|| Self::written(year, &signs))
    }

    fn written(year: &str, signs: &[u8]) -> Self {
        let groups = signs.chunks(GROUP).map(String::from_utf8_lossy);
        let groups: Vec<_> = [START.into(), year.into()].into_iter().chain(groups).collect();
        Self(groups.join("-"))
    }

    /// As it is printed and kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Two that are not among the signs and can only mean one that is.
const fn meant(typed: u8) -> u8 {
    match typed {
        b'S' => b'5',
        b'Z' => b'2',
        other => other,
    }
}

fn sign(value: usize) -> u8 {
    SIGNS.get(value).copied().unwrap_or(b'2')
}

/// The sum of all values, each times its place from the right, from 1; digits of a year count as they are.
fn weighted(signs: impl Iterator<Item = u8>) -> usize {
    let values: Vec<_> = signs
        .map(|sign| {
            SIGNS.iter().position(|known| *known == sign).unwrap_or(usize::from(sign % SIGNS.len() as u8))
        })
        .collect();
    values.iter().rev().zip(1..).map(|(value, place)| value * place).sum::<usize>() % SIGNS.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_one_sign_or_of_two_that_changed_places_is_noticed() {
        let serial = Serial::fresh(2026);
        let plain: Vec<u8> = serial.as_str().bytes().filter(|sign| *sign != b'-').collect();
        assert_eq!(Serial::parse(serial.as_str()).as_ref(), Some(&serial));
        for at in START.len() + YEAR..plain.len() {
            for wrong in SIGNS.iter().filter(|sign| **sign != plain[at]) {
                let mut typed = plain.clone();
                typed[at] = *wrong;
                assert_eq!(Serial::parse(&String::from_utf8_lossy(&typed)), None, "{typed:?}");
            }
            if at + 1 < plain.len() && plain[at] != plain[at + 1] {
                let mut typed = plain.clone();
                typed.swap(at, at + 1);
                assert_eq!(Serial::parse(&String::from_utf8_lossy(&typed)), None, "{typed:?}");
            }
        }
    }
}
