//! Fields with a few fixed values. The codes are those of the tables, so that one word stands in database, address and
//! API.

use entity::{department, enrolment, session, workshop, workshop_value};
use poem_openapi::Enum;

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

/// A core value: connection, craftsmanship, trust, renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(remote = "workshop_value::CoreValue")]
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
