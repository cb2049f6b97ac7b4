//! How far the culture has spread, and the pulse.

pub(in crate::web) mod pulse;
mod pulse_colleague;
mod pulse_desk;
pub(in crate::web) mod pulse_home;
mod pulse_rows;

use super::{row::Row, view::Sample};

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    pulse_rows::rows()
}

/// Samples of the pages of this area: a new view adds its line.
pub(super) fn samples() -> Vec<Sample> {
    pulse_rows::samples()
}
