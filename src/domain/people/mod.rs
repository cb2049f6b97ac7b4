//! The area people: who works where, who may what, who is signed in.

pub mod department;
pub mod person;
pub mod placement;
pub mod role;
