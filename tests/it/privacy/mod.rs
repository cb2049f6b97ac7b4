//! The privacy desk.
mod audit;
mod erasure;
mod report;
mod seal;
