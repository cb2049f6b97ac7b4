//! The map of the house.

pub mod app;
pub mod clock;
pub mod config;
pub mod db;
pub mod domain;
pub mod ical;
pub mod server;
pub mod stop;
pub mod job;
pub mod mail;
pub mod template;
pub mod text;
pub mod web;
