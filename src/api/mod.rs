//! The JSON API: the same verbs as the pages, for programs.
//!
//! [`operation::OPERATIONS`] says what exists and which scope it asks; `guard` holds every request against it before an
//! operation sees it; [`document()`] describes it.

mod adoption;
mod approval;
mod assignment;
mod attendance;
mod body;
mod bulk;
mod calendar;
mod caller;
mod certificate;
mod choice;
mod conversation;
mod core_value;
mod department;
pub mod document;
mod enrolment;
mod evaluation;
mod feedback;
mod guard;
mod improvement;
mod list;
mod moment;
pub mod operation;
mod person;
mod problem;
mod promise;
mod sentence;
mod service;
mod session;
mod theme;
mod workshop;

use poem::{Endpoint, EndpointExt as _, IntoEndpoint as _, Response};

use crate::app::App;

pub use document::document;

/// The version of the API, in the header of every answer. The major version stands in the address too.
pub const VERSION: &str = "1.0.0";

/// Everything under `/api/v1`.
pub fn endpoint(app: &App) -> impl Endpoint<Output = Response> + 'static {
    let served = service::Served(app.api_document.clone());
    let base = service::Base(app.config.base_url.as_str().into());
    let app = app.clone();
    service::service()
        .into_endpoint()
        .data(app.clone())
        .data(served)
        .data(base)
        .around(move |inner, request| guard::guard(app.clone(), inner, request))
}
