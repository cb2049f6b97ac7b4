//! How far good service has spread: periods, thresholds and the pulse.

pub mod period;
mod publishing_rows;
pub(in crate::web) mod pulse;
mod pulse_colleague;
mod pulse_desk;
pub(in crate::web) mod pulse_home;
mod pulse_rows;
pub mod rule;

use super::{row::Row, view::Sample};

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    [publishing_rows::rows(), pulse_rows::rows()].into_iter().flatten().collect()
}

/// Samples of the pages of this area: a new view adds its line.
pub(super) fn samples() -> Vec<Sample> {
    [publishing_rows::samples(), pulse_rows::samples()].into_iter().flatten().collect()
}
