//! Rows of periods and thresholds.

use super::{period, rule};
use crate::web::{
    GET, POST,
    row::{Allow, Row, page},
    view::{Sample, of},
};

/// Periods: begun, closed. Thresholds: seen and set.
pub(super) fn rows() -> Vec<Row> {
    vec![
        page(GET, "/desk/adoption/periods", Allow::Publisher, period::index),
        page(POST, "/desk/adoption/periods", Allow::Publisher, period::begin),
        page(GET, "/desk/adoption/periods/:id/closing", Allow::Publisher, period::ask),
        page(POST, "/desk/adoption/periods/:id/closing", Allow::Publisher, period::close),
        page(GET, "/desk/adoption/rules", Allow::Publisher, rule::index),
        page(GET, "/desk/adoption/rules/:name", Allow::Publisher, rule::edit),
        page(POST, "/desk/adoption/rules/:name", Allow::Publisher, rule::update),
    ]
}

/// Their samples.
pub(super) fn samples() -> Vec<Sample> {
    [of::<period::Index>(), of::<period::Ask>(), of::<rule::Index>(), of::<rule::Edit>()]
        .into_iter()
        .flatten()
        .collect()
}
