//! Fields with a few fixed values. The codes are those of the tables, so that one word stands in database, address and
//! API.

use entity::{attendance, core_value, department, enrolment, feedback, session, workshop};
use poem_openapi::Enum;

use crate::domain::learning::message;

/// How a workshop is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "workshop::WorkshopForm")]
pub enum WorkshopForm {
    OnSite,
    Online,
    Hybrid,
}

/// Open programme, or assigned to groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "workshop::Offering")]
pub enum Offering {
    Open,
    Targeted,
}

/// Only a published workshop is in the catalogue; a retired one keeps its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "workshop::WorkshopState")]
pub enum WorkshopState {
    Draft,
    Published,
    Retired,
}

/// Who has to agree before somebody gets a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "workshop::ApprovalRule")]
pub enum Approval {
    #[oai(rename = "none")]
    Nobody,
    Head,
    HeadThenManager,
}

/// A core value: connection, craftsmanship, trust, renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(remote = "core_value::CoreValue")]
pub enum CoreValue {
    #[oai(rename = "verbinding")]
    Connection,
    #[oai(rename = "vakmanschap")]
    Craft,
    #[oai(rename = "vertrouwen")]
    Trust,
    #[oai(rename = "vernieuwing")]
    Renewal,
}

/// A planned session is seen by tokens that may plan only; a called-off one gives no places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "session::SessionState")]
pub enum SessionState {
    Planned,
    Open,
    CalledOff,
}

/// Where an enrolment stands. The first four are alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "enrolment::EnrolmentStatus")]
pub enum EnrolmentStatus {
    Confirmed,
    Offered,
    Waiting,
    Requested,
    Withdrawn,
    Declined,
}

/// Who gets a message: who has a place, who waits, both, or who was absent the last time that the session met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "message::To")]
pub enum Readers {
    Participants,
    Waiting,
    Everyone,
    NoShows,
}

/// What was seen of somebody at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "attendance::Mark")]
pub enum Mark {
    Present,
    Partly,
    Absent,
    Excused,
}

/// What came of a place when the last register of its session closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "enrolment::Outcome")]
pub enum Outcome {
    Completed,
    Incomplete,
    Excused,
    NoShow,
}

/// Where somebody stands with what they have to follow: no date planned yet, none chosen, a place or a queue, was there, done, too
/// late, or not needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "crate::domain::learning::duty::list::State")]
pub enum DutyState {
    Assigned,
    NoDate,
    Enrolled,
    Attended,
    Done,
    Overdue,
    Exempt,
}

/// One of our own illustrations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "workshop::Cover")]
pub enum Cover {
    Conversation,
    Letter,
    Path,
    Table,
    Window,
    Growth,
}

/// A language in which a workshop can be given, by its ISO 639-1 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(remote = "workshop::TaughtIn")]
pub enum Language {
    #[oai(rename = "nl")]
    Dutch,
    #[oai(rename = "en")]
    English,
    #[oai(rename = "de")]
    German,
    #[oai(rename = "fr")]
    French,
    #[oai(rename = "pl")]
    Polish,
    #[oai(rename = "tr")]
    Turkish,
    #[oai(rename = "ar")]
    Arabic,
    #[oai(rename = "uk")]
    Ukrainian,
}

/// What kind of node of the tree this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "department::DepartmentKind")]
pub enum DepartmentKind {
    Organisation,
    Domain,
    Department,
    Team,
}

/// `service`: the opening days of this organisation; `statutory`: the days that count for a term set by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "crate::domain::working_day::Kind")]
pub enum Calendar {
    Service,
    Statutory,
}

/// By which way residents meet the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case", remote = "feedback::Channel")]
pub enum Channel {
    Counter,
    Telephone,
    Chat,
    Post,
    SocialMedia,
    #[oai(rename = "whatsapp")]
    WhatsApp,
    Online,
}
