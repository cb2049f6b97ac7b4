//! Pages of the privacy desk: the log, what is held of somebody, erasing, and how long everything stays.

pub mod audit;
pub mod erasure;
pub mod permission;
pub mod post;
pub mod report;
pub mod retention;
pub mod topic;

use poem::http::Method;

use super::{
    row::{Allow, Row, page},
    view::{Sample, of},
};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// The pages of the privacy desk.
pub(super) fn rows() -> Vec<Row> {
    vec![
        page(GET, "/audit", Allow::Auditor, audit::index),
        page(GET, "/privacy/retention", Allow::Anyone, retention::show),
        page(GET, "/permissions", Allow::Overseer, permission::show),
        page(GET, "/me/report", Allow::Own, report::own),
        page(GET, "/people/:id/report", Allow::Auditor, report::of),
        page(GET, "/people/:id/erasure", Allow::Auditor, erasure::new),
        page(POST, "/people/:id/erasure", Allow::Auditor, erasure::create),
    ]
}

/// Samples of its pages.
pub(super) fn samples() -> Vec<Sample> {
    [
        of::<audit::List>(),
        of::<erasure::Preview>(),
        of::<permission::Permissions>(),
        of::<report::Show>(),
        of::<retention::Schedule>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
