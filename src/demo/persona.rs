//! Whom a visitor of the demo can be.

use chrono::NaiveDate;
use entity::{
    id::PersonId,
    role::RoleKind::{
        self, Administrator, DepartmentHead, Facilitator, ProgrammeManager, QualityOfficer, Trainer,
    },
};

use crate::{
    db::Reader,
    domain::{
        actor::Actor,
        error::Result,
        page::Window,
        people::{
            directory::{self, Filter},
            export::{self, Member},
            person::{Person, employed, full_name},
            role::{self, Grant},
        },
    },
};

/// Somebody to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persona {
    /// `employee`, `trainer`, `head`, `facilitator`, `quality`, `hr`, `administrator` or `guest`.
    pub key: &'static str,
    pub person: PersonId,
    pub name: String,
    pub job_title: String,
}

/// What each has, and the department where somebody is looked for first.
const CAST: [(&str, Option<RoleKind>, &str); 7] = [
    ("employee", None, "BZ"),
    ("trainer", Some(Trainer), "COM"),
    ("head", Some(DepartmentHead), "BOR"),
    ("facilitator", Some(Facilitator), "HR"),
    ("quality", Some(QualityOfficer), "KCC"),
    ("hr", Some(ProgrammeManager), "HR"),
    ("administrator", Some(Administrator), "ICT"),
];

/// One person for each, always the same: the lowest employee number that fits.
///
/// # Errors
/// When the database fails.
pub async fn personas(db: &Reader, today: NaiveDate) -> Result<Vec<Persona>> {
    let grants = role::grants(db).await?;
    let mut members = export::everybody(db, today).await?;
    members.retain(|member| employed(&member.person, today) && member.person.blocked_at.is_none());
    let mut cast: Vec<Persona> = Vec::new();
    for (key, role, department) in CAST {
        let free = |id: PersonId| cast.iter().all(|one| one.person != id);
        let fits = |member: &&Member| has(&grants, role, member) && free(member.person.id);
        let at_home =
            |member: &&Member| member.department.as_ref().is_some_and(|found| found.code == department);
        let staff = members.iter().filter(fits).find(at_home).or_else(|| members.iter().find(fits));
        // Somebody from outside can have a role too.
        let outside = || grants.iter().find(|grant| Some(grant.role) == role && free(grant.person.id));
        let found = staff.map(|member| &member.person).or_else(|| outside().map(|grant| &grant.person));
        cast.extend(found.map(|person| persona(key, person)));
    }
    cast.extend(guest(db, &grants, today).await?);
    Ok(cast)
}

/// Somebody from outside without any role.
async fn guest(db: &Reader, grants: &[Grant], today: NaiveDate) -> Result<Option<Persona>> {
    let outside = Filter { outside: true, ..Filter::default() };
    let page = directory::list(db, &Actor::operator(), &outside, &Window::default(), today).await?;
    let guest =
        page.items.into_iter().find(|entry| grants.iter().all(|one| one.person.id != entry.person.id));
    Ok(guest.map(|entry| persona("guest", &entry.person)))
}

/// Whether somebody has the role; without one, whether they have none at all.
fn has(grants: &[Grant], role: Option<RoleKind>, member: &Member) -> bool {
    let mut own = grants.iter().filter(|grant| grant.person.id == member.person.id);
    match role {
        Some(role) => own.any(|grant| grant.role == role),
        None => own.next().is_none(),
    }
}

fn persona(key: &'static str, person: &Person) -> Persona {
    Persona { key, person: person.id, name: full_name(person), job_title: person.job_title.clone() }
}
