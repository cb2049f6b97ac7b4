//! What somebody needs to take part: said at enrolment or later, on their own place.

use entity::id::EnrolmentId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::enrolment::again;
use crate::{
    domain::{
        error::Result,
        learning::need::{self, Need, Needs},
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
    if form.values.contains_key("access") {
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
