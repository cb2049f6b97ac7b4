//! The area dialogue: conversations on the core values, votes in the room, themes, improvements.

pub mod conversation;
pub mod improvement;
pub mod theme;
