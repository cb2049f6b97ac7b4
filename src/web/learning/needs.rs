//! What somebody needs to take part: said at enrolment or later, on their own place.

use std::collections::HashMap;

use entity::{
    enrolment,
    id::{EnrolmentId, SessionId},
    person,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::enrolment::again;
use crate::{
    domain::{
        error::Result,
        learning::need::{self, Need, Needs},
        privacy::seen,
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        refill::FormView,
        sentence::Sentence,
    },
};

/// What a trainer reads.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    pub access: String,
    pub diet: String,
}

impl From<&Need> for Told {
    fn from(need: &Need) -> Self {
        Self { access: need.access.clone(), diet: need.diet.clone() }
    }
}

/// What those in a list need, by enrolment, as far as the viewer may read it. That it was read is noted.
pub(super) async fn told(
    cx: &Context,
    session: SessionId,
    rows: &[(enrolment::Model, person::Model)],
) -> Result<HashMap<EnrolmentId, Need>> {
    let needs = need::of_session(cx.db(), cx.actor(), session).await?;
    let of: Vec<_> =
        rows.iter().filter(|(row, _)| needs.contains_key(&row.id)).map(|(row, _)| row.person_id).collect();
    seen::needs(cx.house(), cx.actor(), session, &of).await?;
    Ok(needs)
}

/// What a form says.
pub(super) fn read(form: &Pairs) -> Needs {
    Needs { access: form.text("access").to_owned(), diet: form.text("diet").to_owned() }
}

/// Whether a form says anything.
pub(super) fn said(form: &Pairs) -> bool {
    form.has("access") || form.has("diet")
}

/// The form with what was said before, unless something was just typed.
pub(super) async fn filled(cx: &Context, form: FormView, id: EnrolmentId) -> Result<FormView> {
    if cx.actor().shared || form.values.contains_key("access") {
        return Ok(form);
    }
    Ok(match need::own(cx.db(), id).await? {
        Some(need) => form.with("access", need.access).with("diet", need.diet),
        None => form,
    })
}

/// Keeps what somebody needs, or takes it back.
#[handler]
pub async fn state(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    let needs = &read(&form);
    match cx.write_once(&form, |change| async move { need::state(&change, id, needs).await }).await {
        Ok(()) => {
            let said = if said(&form) { "need-said" } else { "need-said-none" };
            Ok(cx.go(format!("/enrolments/{id}")).saying(Sentence::new(said)).into())
        }
        Err(error) => again(&cx, id, &form, error).await,
    }
}
