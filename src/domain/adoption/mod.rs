//! The area adoption: periods, the ledger of what was published, and what may be said about how far good service has spread.

pub mod closing;
pub mod disclosure;
pub mod holding;
mod indicator;
mod ladder;
pub mod ledger;
pub mod measure;
pub mod period;
pub mod pulse;
pub mod report;
pub mod rule;
pub mod simulation;
pub mod statistics;
mod unit;
