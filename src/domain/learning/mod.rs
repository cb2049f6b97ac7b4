//! The area learning: the catalogue, its sessions, and who has a place.

pub mod notice;
