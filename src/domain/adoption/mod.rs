//! The area adoption: periods, the ledger of what was published, and what may be said about how far good service has spread.

pub mod closing;
pub mod disclosure;
mod indicator;
mod ladder;
pub mod ledger;
pub mod measure;
pub mod period;
pub mod report;
pub mod rule;
pub mod statistics;
mod unit;
