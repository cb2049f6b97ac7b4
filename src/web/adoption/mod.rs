//! How far good service has spread: the report, its definitions, and what is told to the works council. Closing periods and the pulse
//! have rows of their own.

pub mod annex;
mod chart;
mod definition;
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
pub mod period;
mod publishing_rows;
pub(in crate::web) mod pulse;
mod pulse_colleague;
mod pulse_desk;
pub(in crate::web) mod pulse_home;
mod pulse_rows;
mod read;
pub mod report;
pub mod rule;
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
    let mut rows = vec![
        page(GET, "/adoption", Allow::Staff, report::show),
        page(GET, "/adoption/report.pdf", Allow::Staff, paper::show),
        page(GET, "/adoption/indicators/:code", Allow::Staff, indicator::show),
        page(GET, "/adoption/units/:id", Allow::ReportViewer, unit::show),
        page(GET, "/adoption/annex", Allow::Staff, annex::show),
        page(GET, "/adoption/paragraph", Allow::ReportViewer, paragraph::show),
    ];
    rows.extend(publishing_rows::rows());
    rows.extend(pulse_rows::rows());
    rows
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
    .chain(publishing_rows::samples())
    .chain(pulse_rows::samples())
    .collect()
}
