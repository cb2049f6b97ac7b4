//! The table of operations: what exists, and what a token must be allowed to do for it. Nothing that is not in this table
//! is reached, so an operation without a row does not exist.

use http::Method;

use crate::domain::actor::Scope;

/// One method on one path.
#[derive(Debug)]
pub struct Operation {
    /// Name in the document, and in the keys `api-<name>` of the words.
    pub name: &'static str,
    pub method: Method,
    /// `{id}` stands for one segment.
    pub path: &'static str,
    /// One of these is enough; none: open to everybody.
    pub scopes: &'static [Scope],
    /// Whether it can meet a rule of the house that says no.
    pub refuses: bool,
}

const CATALOGUE: &[Scope] = &[Scope::CatalogueRead];
const PEOPLE: &[Scope] = &[Scope::PeopleRead];
const PLAN: &[Scope] = &[Scope::SessionsWrite];
const ENROL: &[Scope] = &[Scope::EnrolmentsWrite];
/// Whoever enrols people may see what became of it.
const ENROLMENTS: &[Scope] = &[Scope::EnrolmentsWrite, Scope::PeopleRead];
const TRACK: &[Scope] = &[Scope::AttendanceWrite];
const ASSIGN: &[Scope] = &[Scope::AssignmentsWrite];
const ADOPTION: &[Scope] = &[Scope::AdoptionRead];
const MEASURE: &[Scope] = &[Scope::ReadingsWrite];
/// Whoever enters readings may see them.
const READINGS: &[Scope] = &[Scope::AdoptionRead, Scope::ReadingsWrite];
const EVERYBODY: &[Scope] = &[];

/// All operations, in the order of the document.
pub const OPERATIONS: &[Operation] = &[
    Operation::get("list-workshops", "/workshops", CATALOGUE),
    Operation::get("show-workshop", "/workshops/{id}", CATALOGUE),
    Operation::get("list-sessions", "/sessions", CATALOGUE),
    Operation::post("plan-session", "/sessions", PLAN),
    Operation::get("show-session", "/sessions/{id}", CATALOGUE),
    Operation::put("move-session", "/sessions/{id}/meetings", PLAN),
    Operation::post("call-off", "/sessions/{id}/calling-off", PLAN),
    Operation::post("go-ahead", "/sessions/{id}/go-ahead", PLAN),
    Operation::post("send-message", "/sessions/{id}/messages", PLAN),
    Operation::get("list-enrolments", "/sessions/{id}/enrolments", ENROLMENTS),
    Operation::post("enrol", "/sessions/{id}/enrolments", ENROL),
    Operation::post("enrol-many", "/sessions/{id}/enrolments/bulk", ENROL),
    Operation::get("show-enrolment", "/enrolments/{id}", ENROLMENTS),
    Operation::post("withdraw", "/enrolments/{id}/withdrawal", ENROL),
    Operation::post("swap", "/enrolments/{id}/swap", ENROL),
    Operation::post("accept", "/enrolments/{id}/acceptance", ENROL),
    Operation::post("grant-request", "/enrolments/{id}/approval", ENROL),
    Operation::post("decline-request", "/enrolments/{id}/decline", ENROL),
    Operation::get("list-certificates", "/certificates", PEOPLE),
    Operation::get("show-certificate", "/certificates/{id}", PEOPLE),
    Operation::post("hold-seats", "/sessions/{id}/held-seats", ENROL),
    Operation::post("release-seats", "/held-seats/{id}/release", ENROL),
    Operation::get("show-attendance", "/meetings/{id}/attendance", TRACK),
    Operation::put("mark-attendance", "/meetings/{id}/attendance", TRACK),
    Operation::post("close-register", "/meetings/{id}/closing", TRACK),
    Operation::get("list-assignments", "/assignments", ASSIGN),
    Operation::post("assign", "/assignments", ASSIGN),
    Operation::get("show-assignment", "/assignments/{id}", ASSIGN),
    Operation::get("show-progress", "/assignments/{id}/progress", ASSIGN),
    Operation::get("show-evaluation", "/workshops/{id}/evaluation", ADOPTION),
    Operation::get("list-core-values", "/core-values", CATALOGUE),
    Operation::post("plan-conversation", "/conversations", PLAN),
    Operation::get("show-coverage", "/conversations/coverage", ADOPTION),
    Operation::get("list-improvements", "/improvements", ADOPTION),
    Operation::get("show-improvement", "/improvements/{id}", ADOPTION),
    Operation::get("list-themes", "/themes", ADOPTION),
    Operation::get("list-promises", "/promises", READINGS),
    Operation::get("list-readings", "/promises/{code}/readings", READINGS),
    Operation::post("enter-reading", "/promises/{code}/readings", MEASURE),
    Operation::get("list-periods", "/adoption/periods", ADOPTION),
    Operation::get("list-cells", "/adoption/periods/{id}/cells", ADOPTION),
    Operation::post("enter-feedback", "/feedback", MEASURE),
    Operation::get("list-people", "/people", PEOPLE),
    Operation::get("list-departments", "/departments", PEOPLE),
    Operation::get("find-due", "/calendar/due", EVERYBODY),
    Operation::get("list-holidays", "/calendar/holidays", EVERYBODY),
    Operation::get("show-document", "/openapi.json", EVERYBODY),
];

/// What an address leads to.
#[derive(Debug)]
pub enum Found {
    Operation(&'static Operation),
    /// The address exists, with these methods.
    OtherMethod(Vec<&'static Method>),
    Nothing,
}

/// The operation of a request; `path` begins behind `/api/v1`. A HEAD is a GET.
#[must_use]
pub fn find(method: &Method, path: &str) -> Found {
    let method = if method == Method::HEAD { &Method::GET } else { method };
    let here: Vec<_> = OPERATIONS.iter().filter(|operation| operation.is_at(path)).collect();
    match here.iter().find(|operation| operation.method == method) {
        Some(operation) => Found::Operation(operation),
        None if here.is_empty() => Found::Nothing,
        None => Found::OtherMethod(here.iter().map(|operation| &operation.method).collect()),
    }
}

impl Operation {
    const fn get(name: &'static str, path: &'static str, scopes: &'static [Scope]) -> Self {
        Self { name, method: Method::GET, path, scopes, refuses: false }
    }

    const fn post(name: &'static str, path: &'static str, scopes: &'static [Scope]) -> Self {
        Self { name, method: Method::POST, path, scopes, refuses: true }
    }

    const fn put(name: &'static str, path: &'static str, scopes: &'static [Scope]) -> Self {
        Self { name, method: Method::PUT, path, scopes, refuses: true }
    }

    /// A segment more, less or empty (a slash at the end) is another address.
    fn is_at(&self, path: &str) -> bool {
        let (mut ours, mut theirs) = (self.path.split('/'), path.split('/'));
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return true,
                (Some(our), Some(their)) if our == their || (our.starts_with('{') && !their.is_empty()) => {}
                _ => return false,
            }
        }
    }

    /// Whether the address names one thing, which may not be there.
    #[must_use]
    pub fn names_one(&self) -> bool {
        self.path.contains('{')
    }

    /// Whether it changes something, and so can be sent under an idempotency key.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.method != Method::GET
    }
}
