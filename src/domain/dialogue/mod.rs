//! The area dialogue: conversations on the core values, votes in the room, themes, improvements.

pub mod conversation;
pub mod coverage;
pub mod unit;
