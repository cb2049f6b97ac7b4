//! The area learning: the catalogue, its sessions, and who has a place.

pub mod affected;
pub mod agenda;
pub mod audience;
pub mod bulk;
pub mod calling_off;
pub mod clash;
pub mod decision;
pub mod enrolment;
pub mod export;
pub mod import;
pub mod invitation;
pub mod message;
pub mod news;
pub mod notice;
pub mod place;
pub mod reschedule;
pub mod roll;
pub mod rule;
pub mod seat;
pub mod series;
pub mod session;
pub mod standing;
pub mod trainer;
pub mod waiting_list;
pub mod workshop;
