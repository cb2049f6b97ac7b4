//! The privacy desk.
mod audit;
mod decision;
mod erasure;
mod report;
mod retention;
mod seal;
