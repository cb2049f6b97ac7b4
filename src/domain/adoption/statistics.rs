//! The arithmetic of figures: what may be said of a share or a mean, and of two of them. Pure: numbers in, numbers out.
//!
//! `tests/outside/shares.py` computes the same with other software.

mod detect;
mod difference;
mod many;
mod mean;
mod share;

pub use detect::detectable;
pub use difference::Difference;
pub use many::discoveries;
pub use mean::Mean;
pub use share::{Share, weighted};

use statrs::distribution::{ContinuousCDF as _, Normal};

/// The 97.5 % quantile of the normal distribution, as it is commonly rounded: 95 % lies between minus this and this.
pub const Z: f64 = 1.96;

/// Two bounds, the lower first.
pub type Interval = (f64, f64);

/// The chance of a normal variable that lies further from 0 than `z`, on either side.
fn two_sided(z: f64) -> f64 {
    2.0 * Normal::standard().sf(z)
}
