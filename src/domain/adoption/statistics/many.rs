//! Many comparisons at once: of twenty departments one would differ by chance.

/// Which of these chances are discoveries when at most this part of all discoveries may be false: Benjamini and Hochberg, Journal of
/// the Royal Statistical Society B 57 (1995), 289–300.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "there are not so many departments")]
pub fn discoveries(chances: &[f64], false_part: f64) -> Vec<bool> {
    let mut sorted = chances.to_vec();
    sorted.sort_by(f64::total_cmp);
    let of = chances.len() as f64;
    let last =
        sorted.iter().enumerate().rev().find(|(at, chance)| **chance <= (*at + 1) as f64 / of * false_part);
    let most = last.map(|(_, chance)| *chance);
    chances.iter().map(|chance| most.is_some_and(|most| *chance <= most)).collect()
}
