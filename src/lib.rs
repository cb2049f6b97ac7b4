//! The map of the house.
pub mod domain;
pub mod ical;
pub mod template;
pub mod text;
