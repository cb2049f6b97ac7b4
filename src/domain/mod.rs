//! The rules. Knows sea-orm and the tables; knows no HTTP, HTML, mail or clock.
//!
//! Areas in one order: people, dialogue, learning, service, adoption. An area uses those before it, never those after it.
//! A department that merges is about all of them but the last: `reorganisation` stands beside them.

pub mod actor;
pub mod adoption;
mod answer_code;
pub mod backup;
pub mod change;
pub mod dialogue;
pub mod error;
pub mod event;
pub mod handover;
pub mod holding;
pub mod housekeeping;
pub mod learning;
pub mod lease;
pub mod letter;
pub mod page;
pub mod people;
pub mod policy;
pub mod privacy;
pub mod queue;
pub mod reorganisation;
pub mod search;
pub mod secret;
pub mod service;
pub mod task;
pub mod wording;
pub mod working_day;
