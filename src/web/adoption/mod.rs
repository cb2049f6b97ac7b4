//! How far good service has spread: periods and thresholds.

pub mod period;
mod publishing_rows;
pub mod rule;

use super::{row::Row, view::Sample};

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    publishing_rows::rows()
}

/// Samples of the pages of this area: a new view adds its line.
pub(super) fn samples() -> Vec<Sample> {
    publishing_rows::samples()
}
