//! The API, as a program meets it.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops where something is not as it says")]

mod approval;
mod assignment;
mod attendance;
mod calendar;
mod certificate;
pub mod client;
mod conversation;
mod design_rules;
pub mod document;
mod enrolment;
mod evaluation;
mod page;
mod person;
mod problem;
mod promise;
mod session;
mod session_change;
mod token;
mod workshop;
