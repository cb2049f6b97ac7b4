//! Signing in by choosing who to be. Exists in a demonstration only.

use chrono::NaiveDate;
use entity::{id::PersonId, role::RoleKind};
use poem::{Response, handler};
use serde::Serialize;

use super::sign_in::come_in;
use crate::{
    domain::{
        actor::Actor,
        error::{Error, Result},
        page::Window,
        people::{
            directory::{self, Filter},
            person::{Person, employed, full_name},
            role,
            sign_in::{self, SignedIn},
        },
    },
    web::{answer::own_path, context::Context, form::Form},
};

/// The roles of the personas, in the order in which they are offered; nothing stands for an employee.
const ROLES: [(&str, Option<RoleKind>); 5] = [
    ("employee", None),
    ("trainer", Some(RoleKind::Trainer)),
    ("head", Some(RoleKind::DepartmentHead)),
    ("hr", Some(RoleKind::ProgrammeManager)),
    ("administrator", Some(RoleKind::Administrator)),
];

/// Somebody to be.
#[derive(Clone, Debug, Serialize)]
pub struct Persona {
    pub id: String,
    pub name: String,
    pub job: String,
    /// `employee`, `trainer`, `head`, `hr` or `administrator`.
    pub role: &'static str,
}

/// For the samples of pages that offer personas.
pub(super) fn samples() -> Vec<Persona> {
    let sample = |(role, _)| Persona {
        id: format!("{role}-1"),
        name: "Fenna de Boer".into(),
        job: "Adviseur".into(),
        role,
    };
    ROLES.into_iter().map(sample).collect()
}

/// One person for each role; none outside a demonstration.
pub(super) async fn offered(cx: &Context) -> Result<Vec<Persona>> {
    if !cx.demo() {
        return Ok(Vec::new());
    }
    let today = cx.house().policy.day(cx.now());
    let grants = role::grants(cx.db()).await?;
    let people = directory::list(
        cx.db(),
        &Actor::house(),
        &Filter::default(),
        &Window::default(),
        today,
    )
    .await?;
    let of = |(name, kind): (&'static str, Option<RoleKind>)| {
        let person = match kind {
            Some(kind) => grants
                .iter()
                .filter(|grant| grant.role == kind)
                .map(|grant| &grant.person)
                .find(|person| welcome(person, today)),
            None => people
                .items
                .iter()
                .map(|entry| &entry.person)
                .find(|person| grants.iter().all(|grant| grant.person.id != person.id)),
        };
        person.map(|person| Persona {
            id: person.id.to_string(),
            name: full_name(person),
            job: person.job_title.clone(),
            role: name,
        })
    };
    Ok(ROLES.into_iter().filter_map(of).collect())
}

fn welcome(person: &Person, today: NaiveDate) -> bool {
    employed(person, today) && person.blocked_at.is_none()
}

/// Comes in as the chosen person.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    let person: PersonId = form
        .text("person")
        .parse()
        .map_err(|_| Error::Missing("person"))?;
    let come = cx
        .write(|change| async move { sign_in::as_persona(&change, person).await })
        .await?;
    let next = Some(own_path(form.text("next")).to_owned());
    Ok(come_in(&cx, SignedIn { next, ..come }))
}

/// The way that addresses in documents name.
#[handler]
pub fn index(cx: Context) -> Response {
    cx.go("/sign-in").into()
}
