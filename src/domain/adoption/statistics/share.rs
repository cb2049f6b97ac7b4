//! Shares with their uncertainty.

use super::{Interval, Z};

/// So many of so many. Numbers that were weighted are no whole ones.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    pub part: f64,
    pub of: f64,
    /// How many could have answered, where that is known and each could answer once.
    pub population: Option<f64>,
}

impl Share {
    /// So many of so many, without a known population.
    #[must_use]
    pub const fn new(part: f64, of: f64) -> Self {
        Self { part, of, population: None }
    }

    /// The same, of so many who could have answered.
    #[must_use]
    pub const fn among(self, population: f64) -> Self {
        Self { population: Some(population), ..self }
    }

    /// From 0 to 1; 0 of nothing.
    #[must_use]
    pub fn value(&self) -> f64 {
        if self.of > 0.0 { self.part / self.of } else { 0.0 }
    }

    /// With how many answers out of an endless population this is as certain: n* = n(N − 1)/(N − n), after Cochran, Sampling
    /// Techniques (1977), section 2.6. Endless when everybody answered.
    #[must_use]
    pub fn effective(&self) -> f64 {
        match self.population {
            Some(all) if self.of >= all => f64::INFINITY,
            Some(all) => self.of * (all - 1.0) / (all - self.of),
            None => self.of,
        }
    }

    /// The 95 % interval; nothing when everybody answered, or nobody.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        (self.of > 0.0 && self.effective().is_finite()).then(|| self.bounds(Z))
    }

    /// Wilson's score interval: Wilson, Journal of the American Statistical Association 22 (1927), 209–212. The value itself when
    /// everybody answered.
    pub(super) fn bounds(&self, z: f64) -> Interval {
        let (p, n) = (self.value(), self.effective());
        if !n.is_finite() {
            return (p, p);
        }
        let square = z * z;
        let scale = 1.0 + square / n;
        let centre = (p + square / (2.0 * n)) / scale;
        let half = z * (p * (1.0 - p) / n + square / (4.0 * n * n)).sqrt() / scale;
        ((centre - half).max(0.0), (centre + half).min(1.0))
    }
}

/// Shares of groups together, each with the weight of its group (its headcount). It is as certain as that of n answers, with
/// 1/n = Σ W²/n*: Kish, Survey Sampling (1965), section 11.7. Nothing without weight.
#[must_use]
pub fn weighted(groups: &[(Share, f64)]) -> Option<Share> {
    let all: f64 = groups.iter().map(|(_, weight)| weight).sum();
    if all <= 0.0 {
        return None;
    }
    let value: f64 = groups.iter().map(|(share, weight)| weight / all * share.value()).sum();
    let spread: f64 = groups.iter().map(|(share, weight)| (weight / all).powi(2) / share.effective()).sum();
    if spread > 0.0 {
        return Some(Share::new(value / spread, 1.0 / spread));
    }
    // Everybody answered.
    let of = groups.iter().map(|(share, _)| share.of).sum();
    Some(Share::new(value * of, of).among(of))
}
