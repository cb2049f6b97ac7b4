//! Other systems that the house asks over HTTP: what is fetched, read as far as it is needed, and given on as numbers and moments.
//! Knows no other room: what it means is the domain's, when it is asked is the job's.

mod base;
mod client;
pub mod open_klant;
pub mod open_zaak;
mod secret;
mod text;
mod token;

pub use base::Base;
pub use client::Patience;
pub use entity::promise_pull::Failure;
pub use secret::Secret;
