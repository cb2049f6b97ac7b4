//! How far good service has spread: the report, its definitions, and what is told to the works council. Closing periods and the pulse
//! have rows of their own.

pub mod annex;
mod chart;
mod departments;
mod docx;
mod figure;
mod file;
pub mod home;
pub mod indicator;
mod ladder;
mod line;
mod paper;
pub mod paragraph;
mod read;
pub mod report;
mod said;
mod subject;
pub mod unit;
mod when;

use super::{
    GET,
    row::{Allow, Row, page},
    view::{Sample, of},
};

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    vec![
        page(GET, "/adoption", Allow::Staff, report::show),
        page(GET, "/adoption/report.pdf", Allow::Staff, paper::show),
        page(GET, "/adoption/indicators/:code", Allow::Staff, indicator::show),
        page(GET, "/adoption/units/:id", Allow::ReportViewer, unit::show),
        page(GET, "/adoption/annex", Allow::Staff, annex::show),
        page(GET, "/adoption/paragraph", Allow::ReportViewer, paragraph::show),
    ]
}

/// Samples of the pages of this area: a new view adds its line.
pub(super) fn samples() -> Vec<Sample> {
    [
        of::<report::Show>(),
        of::<indicator::Show>(),
        of::<unit::Show>(),
        of::<paragraph::Show>(),
        of::<annex::Show>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
