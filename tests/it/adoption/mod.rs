//! How far the culture has spread: the pulse.

pub mod pulse;
