//! The map of the house.

pub mod api;
pub mod app;
pub mod clock;
pub mod command;
pub mod config;
pub mod db;
pub mod demo;
pub mod domain;
pub mod health;
pub mod ical;
pub mod job;
pub mod mail;
pub mod outside;
pub mod print;
pub mod server;
pub mod stop;
pub mod table;
pub mod telemetry;
pub mod template;
pub mod text;
pub mod web;
