//! The privacy desk: who did what, whether that still stands as it was written, what is held of a person, and how it goes.
//! Stands above the areas, because it asks all of them.

pub mod audit;
pub mod erasure;
pub mod preview;
pub mod report;
pub mod retention;
pub mod seal;
pub mod seen;
