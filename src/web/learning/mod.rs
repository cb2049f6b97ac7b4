//! Workshops, dates and places: what employees use, and what happens behind the counter.

mod candidate;
pub mod card;
pub mod catalogue;
pub mod enrolment;
pub mod filter;
pub mod participant;
mod participant_line;
pub mod place;
pub mod session;
pub mod session_desk;
mod session_facts;
mod session_fields;
pub mod session_form;
mod session_plan;
pub mod session_room;
pub mod stand;
pub mod workshop;
pub mod workshop_desk;
pub mod workshop_form;

use poem::http::Method;

use super::row::{Allow::SignedIn, Row, page};

/// The pages of this area.
pub(super) fn rows() -> Vec<Row> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        page(get.clone(), "/workshops", SignedIn, catalogue::index),
        page(get.clone(), "/workshops/:id", SignedIn, workshop::show),
        page(get.clone(), "/sessions/:id", SignedIn, session::show),
        page(post.clone(), "/sessions/:id/enrolments", SignedIn, enrolment::create),
        page(get.clone(), "/places", SignedIn, place::index),
        page(get, "/enrolments/:id", SignedIn, enrolment::show),
        page(post.clone(), "/enrolments/:id/withdrawal", SignedIn, enrolment::withdraw),
        page(post.clone(), "/enrolments/:id/acceptance", SignedIn, enrolment::accept),
        page(post, "/enrolments/:id/refusal", SignedIn, enrolment::decline),
    ]
}
