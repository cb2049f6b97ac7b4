//! What residents think of the service, and their thanks.

mod compliment;
pub(in crate::web) mod compliment_home;
mod compliment_new;
mod contact_volume;
mod feedback;
mod feedback_file;
mod feedback_form;
mod feedback_new;
mod feedback_public;
mod feedback_rows;

use super::{row::Row, view::Sample};

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    feedback_rows::rows()
}

/// Samples of the pages of this area: a new view adds its line.
pub(super) fn samples() -> Vec<Sample> {
    feedback_rows::samples()
}
