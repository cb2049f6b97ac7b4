//! How far the culture has spread: the pulse.

mod page;
pub mod pulse;
