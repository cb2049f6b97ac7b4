//! The operations together, and the document that describes them.

use std::sync::Arc;

use http::header;
use poem::web::Data;
use poem_openapi::{
    OpenApi, OpenApiService, Tags,
    payload::{Json, Response},
};
use serde_json::Value;

use super::{
    VERSION,
    adoption::Adoption,
    approval::Approvals,
    assignment::Assignments,
    attendance::Attendance,
    bulk::Bulk,
    calendar::WorkingDays,
    certificate::Certificates,
    conversation::Conversations,
    core_value::CoreValues,
    department::Departments,
    enrolment::Enrolments,
    evaluation::Evaluations,
    feedback::Feedback,
    improvement::Improvements,
    person::People,
    promise::Promises,
    session::{Sessions, change::SessionChanges},
    theme::Themes,
    workshop::Workshops,
};

/// What an operation is about.
#[derive(Tags)]
pub enum Tag {
    /// What one can learn.
    Catalogue,
    /// The runs of a workshop.
    Sessions,
    /// Places in a session, and in its waiting list.
    Enrolments,
    /// Who was at a meeting.
    Attendance,
    /// What groups have to follow before a day.
    Assignments,
    /// What people think of what they followed.
    Evaluations,
    /// The round of conversations with the teams.
    Conversations,
    /// What teams asked for and what became of it, and what conversations are about.
    Improvements,
    /// What is promised to residents, and what was measured of it.
    Promises,
    /// What was published of how far good service has spread.
    Adoption,
    /// What residents think of the service.
    Service,
    /// Who works here, and where.
    People,
    /// Working days and closed days.
    Calendar,
    /// This document.
    Document,
}

type Operations = (
    Workshops,
    CoreValues,
    Sessions,
    SessionChanges,
    Enrolments,
    Approvals,
    Certificates,
    Bulk,
    Attendance,
    Assignments,
    Evaluations,
    (Conversations, Improvements, Themes, Promises, Adoption, Feedback),
    People,
    Departments,
    WorkingDays,
    Document,
);

/// All operations.
pub fn service() -> OpenApiService<Operations, ()> {
    let all = (
        Workshops,
        CoreValues,
        Sessions,
        SessionChanges,
        Enrolments,
        Approvals,
        Certificates,
        Bulk,
        Attendance,
        Assignments,
        Evaluations,
        (Conversations, Improvements, Themes, Promises, Adoption, Feedback),
        People,
        Departments,
        WorkingDays,
        Document,
    );
    OpenApiService::new(all, "Olievlek", VERSION)
}

/// The address of the house, without a slash at its end.
#[derive(Clone)]
pub struct Base(pub Arc<str>);

/// The document as it is served.
#[derive(Clone)]
pub struct Served(pub Arc<Value>);

/// The operation that shows the document.
pub struct Document;

#[OpenApi(tag = "Tag::Document")]
impl Document {
    /// This document. Pages of other sites may read it too.
    #[oai(path = "/openapi.json", method = "get", operation_id = "show-document")]
    async fn show(&self, served: Data<&Served>) -> Response<Json<Value>> {
        Response::new(Json(Value::clone(&served.0.0)))
            .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .header(header::CACHE_CONTROL, "public, max-age=300")
    }
}
