//! What can be seen in a row of readings: a p-chart for shares, a run chart for everything else.
//!
//! The limits of the p-chart are p̄ ± 3·√(p̄(1−p̄)/nᵢ)·σ_z with Laney's correction σ_z = mean|zᵢ − zᵢ₋₁| / 1.128, where
//! zᵢ = (pᵢ − p̄) / √(p̄(1−p̄)/nᵢ) and p̄ = Σ met / Σ cases: with thousands of cases a month the plain limits lie so close together
//! that every month seems special. Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002),
//! pages 531–537; 1.128 is d₂ for moving ranges of two (W. A. Shewhart).

/// With fewer points limits would say more than there is to know.
pub const LEAST: usize = 12;
/// How many points a chart shows, and its limits are made of.
pub const POINTS: usize = 36;
/// d₂ for ranges of two values.
const D2: f64 = 1.128;
/// How many standard deviations from the middle the limits lie.
const WIDTH: f64 = 3.0;

/// The limits of a p-chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// p̄: everything that was met of everything that was due.
    pub centre: f64,
    /// Laney's correction: 1 when the readings differ as chance makes them differ, more when they differ more.
    pub sigma_z: f64,
    /// The lower and the upper limit of each point, between 0 and 1.
    pub bounds: Vec<(f64, f64)>,
}

impl Limits {
    /// Which points lie outside their limits.
    #[must_use]
    pub fn outside(&self, values: &[f64]) -> Vec<usize> {
        let outside = |(at, (value, (low, high))): (usize, (&f64, &(f64, f64)))| {
            (value < low || value > high).then_some(at)
        };
        values.iter().zip(&self.bounds).enumerate().filter_map(outside).collect()
    }
}

/// The limits for points of (met, cases), in the order of time; nothing for fewer than [`LEAST`] points, for a point without cases,
/// and when everything or nothing was met.
#[must_use]
pub fn limits(points: &[(i32, i32)]) -> Option<Limits> {
    if points.len() < LEAST || points.iter().any(|(_, cases)| *cases < 1) {
        return None;
    }
    let sum = |of: fn(&(i32, i32)) -> i32| points.iter().map(|point| f64::from(of(point))).sum::<f64>();
    let centre = sum(|point| point.0) / sum(|point| point.1);
    if centre <= 0.0 || centre >= 1.0 {
        return None;
    }
    let spread = |cases: i32| (centre * (1.0 - centre) / f64::from(cases)).sqrt();
    let z: Vec<f64> = points
        .iter()
        .map(|(met, cases)| (f64::from(*met) / f64::from(*cases) - centre) / spread(*cases))
        .collect();
    let ranges = z.windows(2).map(|pair| (pair[1] - pair[0]).abs());
    let sigma_z = ranges.sum::<f64>() / (z.len() - 1) as f64 / D2;
    let bounds = points.iter().map(|(_, cases)| {
        let half = WIDTH * spread(*cases) * sigma_z;
        ((centre - half).max(0.0), (centre + half).min(1.0))
    });
    Some(Limits { centre, sigma_z, bounds: bounds.collect() })
}

/// The middle value; of an even number the mean of the middle two. Nothing for no values.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        odd if odd % 2 == 1 => sorted.get(half).copied(),
        _ => Some(f64::midpoint(*sorted.get(half - 1)?, *sorted.get(half)?)),
    }
}
