//! Signing in by choosing who to be. Exists in a demonstration only.

use entity::id::PersonId;
use poem::{Response, handler};
use serde::Serialize;

use super::{
    sign_in::come_in,
    tally::{Way, tally},
};
use crate::{
    demo,
    domain::{
        error::{Error, Result},
        people::sign_in::{self, SignedIn},
    },
    web::{answer::own_path, context::Context, form::Form},
};

/// Somebody to be.
#[derive(Clone, Debug, Serialize)]
pub struct Persona {
    pub id: String,
    pub name: String,
    pub job: String,
    /// `employee`, `trainer`, `head`, `facilitator`, `quality`, `hr`, `administrator` or `guest`.
    pub role: &'static str,
}

/// For the samples of pages that offer personas.
pub(super) fn samples() -> Vec<Persona> {
    let sample = |role: &'static str| Persona {
        id: format!("{role}-1"),
        name: "Fenna de Boer".into(),
        job: "Adviseur".into(),
        role,
    };
    ["employee", "trainer", "head", "facilitator", "quality", "hr", "administrator", "guest"]
        .map(sample)
        .into()
}

/// One person for each role; none outside a demonstration.
pub(super) async fn offered(cx: &Context) -> Result<Vec<Persona>> {
    if !cx.demo() {
        return Ok(Vec::new());
    }
    let today = cx.house().policy.day(cx.now());
    let cast = demo::personas(cx.db(), today).await?;
    let shown = |one: demo::Persona| Persona {
        id: one.person.to_string(),
        name: one.name,
        job: one.job_title,
        role: one.key,
    };
    Ok(cast.into_iter().map(shown).collect())
}

/// Comes in as the chosen person.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    let person: PersonId = form.text("person").parse().map_err(|_| Error::Missing("person"))?;
    let come = cx.write(|change| async move { sign_in::as_persona(&change, person).await }).await;
    let come = tally(&cx, Way::Persona, come)?;
    let next = Some(own_path(form.text("next")).to_owned());
    Ok(come_in(&cx, SignedIn { next, ..come }))
}

/// The way that addresses in documents name.
#[handler]
pub fn index(cx: Context) -> Response {
    cx.go("/sign-in").into()
}
