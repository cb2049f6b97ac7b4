//! The privacy desk.
mod audit;
mod erasure;
mod report;
mod retention;
mod seal;
