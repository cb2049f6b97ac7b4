//! Pages of the area people: coming in and going out, one's own account, who works where, who may what.

pub mod account;
pub mod break_glass;
pub mod department;
pub mod import;
mod import_preview;
pub mod known;
pub mod language;
pub mod person;
pub mod persona;
pub mod role;
pub mod set_up;
pub mod sign_in;
pub mod sign_out;
