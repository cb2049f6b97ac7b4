//! Means of grades with their uncertainty.

use statrs::distribution::{Continuous as _, ContinuousCDF as _, StudentsT};

use super::Interval;

/// The mean of so many grades, with their variance. Numbers that were weighted are no whole ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    pub value: f64,
    /// The variance of single grades, divided by n − 1.
    pub variance: f64,
    pub of: f64,
}

/// Where 2.5 % lies above.
const EDGE: f64 = 0.975;

impl Mean {
    /// Of grades, each with how often it was given; nothing for fewer than two.
    #[must_use]
    pub fn of(grades: &[(f64, f64)]) -> Option<Self> {
        let of: f64 = grades.iter().map(|(_, times)| times).sum();
        if of < 2.0 {
            return None;
        }
        let value = grades.iter().map(|(grade, times)| grade * times).sum::<f64>() / of;
        let squares: f64 = grades.iter().map(|(grade, times)| (grade - value).powi(2) * times).sum();
        Some(Self { value, variance: squares / (of - 1.0), of })
    }

    /// Means of groups together, each with the weight of its group. The uncertainty is that of the sum: the number of grades is the
    /// one that gives it, after Satterthwaite, Biometrics Bulletin 2 (1946), 110–114.
    #[must_use]
    pub fn weighted(groups: &[(Self, f64)]) -> Option<Self> {
        let all: f64 = groups.iter().map(|(_, weight)| weight).sum();
        if all <= 0.0 {
            return None;
        }
        let value = groups.iter().map(|(mean, weight)| weight / all * mean.value).sum();
        let part = |mean: &Self, weight: f64| (weight / all).powi(2) * mean.error();
        let error: f64 = groups.iter().map(|(mean, weight)| part(mean, *weight)).sum();
        let below: f64 =
            groups.iter().map(|(mean, weight)| part(mean, *weight).powi(2) / (mean.of - 1.0)).sum();
        let given: f64 = groups.iter().map(|(mean, _)| mean.of).sum();
        let of = if below > 0.0 { error * error / below + 1.0 } else { given };
        Some(Self { value, variance: error * of, of })
    }

    /// The square of the standard error.
    fn error(&self) -> f64 {
        self.variance / self.of
    }

    /// The 95 % interval, by the distribution of Student.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        let half = edge(self.of - 1.0)? * self.error().sqrt();
        Some((self.value - half, self.value + half))
    }

    /// The 95 % interval of how much more this mean is than another: Welch, Biometrika 34 (1947), 28–35, with the degrees of freedom of
    /// Satterthwaite.
    #[must_use]
    pub fn more_than(&self, other: &Self) -> Option<Interval> {
        let (a, b) = (self.error(), other.error());
        let error = a + b;
        let difference = self.value - other.value;
        if error <= 0.0 {
            return Some((difference, difference));
        }
        let freedom = error * error / (a * a / (self.of - 1.0) + b * b / (other.of - 1.0));
        let half = edge(freedom)? * error.sqrt();
        Some((difference - half, difference + half))
    }
}

/// The 97.5 % quantile of Student's distribution. What the library gives is close; Newton's method makes it exact.
fn edge(freedom: f64) -> Option<f64> {
    let student = StudentsT::new(0.0, 1.0, freedom).ok()?;
    let start = student.inverse_cdf(EDGE);
    Some((0..4).fold(start, |at, _| at - (student.cdf(at) - EDGE) / student.pdf(at)))
}
