//! Two shares against each other.

use super::{Interval, Share, Z, two_sided};

/// How much more the first share is than the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    first: Share,
    second: Share,
}

/// Steps of halving: more than a number of 53 bits needs.
const STEPS: u32 = 80;

impl Difference {
    /// Of two shares of something.
    #[must_use]
    pub const fn new(first: Share, second: Share) -> Self {
        Self { first, second }
    }

    /// From −1 to 1.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.first.value() - self.second.value()
    }

    /// The 95 % interval of the difference: Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10.
    #[must_use]
    pub fn interval(&self) -> Interval {
        self.bounds(Z)
    }

    fn bounds(&self, z: f64) -> Interval {
        let (p1, p2) = (self.first.value(), self.second.value());
        let ((l1, u1), (l2, u2)) = (self.first.bounds(z), self.second.bounds(z));
        (p1 - p2 - (p1 - l1).hypot(u2 - p2), p1 - p2 + (u1 - p1).hypot(p2 - l2))
    }

    fn excludes_nothing(&self, z: f64) -> bool {
        let (low, high) = self.bounds(z);
        low <= 0.0 && 0.0 <= high
    }

    /// Whether 0 lies outside the interval.
    #[must_use]
    pub fn is_demonstrable(&self) -> bool {
        !self.excludes_nothing(Z)
    }

    /// The chance of such an interval where there is no difference: the level at which 0 lies on its edge.
    #[must_use]
    pub fn chance(&self) -> f64 {
        let (mut low, mut high) = (0.0, 40.0);
        if self.value() == 0.0 {
            return 1.0;
        }
        if !self.excludes_nothing(high) {
            return 0.0;
        }
        for _ in 0..STEPS {
            let middle = f64::midpoint(low, high);
            if self.excludes_nothing(middle) { high = middle } else { low = middle }
        }
        two_sided(high)
    }
}
