//! Pages of the privacy desk: the log, what is held of somebody, erasing, and how long everything stays.

pub mod audit;

use poem::http::Method;

use super::{
    row::{Allow, Row, page},
    view::{Sample, of},
};

const GET: Method = Method::GET;

/// The pages of the privacy desk.
pub(super) fn rows() -> Vec<Row> {
    vec![page(GET, "/audit", Allow::Auditor, audit::index)]
}

/// Samples of its pages.
pub(super) fn samples() -> Vec<Sample> {
    [of::<audit::List>()].into_iter().flatten().collect()
}
