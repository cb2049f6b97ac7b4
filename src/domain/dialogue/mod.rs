//! The area dialogue: conversations on the core values, votes in the room, themes, improvements.

pub mod ballot;
pub mod coding;
pub mod conversation;
pub mod core_value;
pub mod coverage;
pub mod holding;
pub mod improvement;
pub mod theme;
pub mod unit;
