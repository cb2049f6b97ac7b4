//! How far good service has spread, as it is told.

mod annex;
mod indicator_page;
mod paragraph;
mod report;
pub mod told;
mod unit_page;
