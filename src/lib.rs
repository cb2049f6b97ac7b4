//! The map of the house.

pub mod clock;
pub mod db;
pub mod domain;
pub mod ical;
pub mod template;
pub mod text;
