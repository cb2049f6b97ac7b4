//! One binary for all tests of the house; one module an area.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what helps a test may fail like a test")]

mod adoption;
mod api;
mod command;
mod dialogue;
mod fuzz;
mod guards;
mod hostile;
mod house;
mod ical;
mod learning;
mod letter;
mod outside;
mod page;
mod people;
mod permission;
mod print;
mod privacy;
mod server;
mod service;
mod template;
mod text;
mod web;
mod working_day;
mod write;
