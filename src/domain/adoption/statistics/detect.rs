//! What a number of answers can show at all.

use super::{Difference, Share};

/// From which share a rise is looked at: about what values score at first.
const FROM: f64 = 0.6;

/// By how many hundredths a share of 60 % has to rise between two periods of this many answers each, before it is demonstrable; in
/// steps of five, since it is said in a sentence. Nothing when no rise would be.
#[must_use]
pub fn detectable(answers: f64) -> Option<u32> {
    let rises = |points: &u32| {
        let share = |value: f64| Share::new(value * answers, answers);
        Difference::new(share(FROM + f64::from(*points) / 100.0), share(FROM)).is_demonstrable()
    };
    (5..=40).step_by(5).find(rises)
}
