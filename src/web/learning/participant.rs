//! Enrolling somebody else, by a planner.

use entity::{
    enrolment::{EnrolmentStatus, Origin},
    id::{PersonId, SessionId},
    session::SessionState,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::session_facts::Facts;
use crate::{
    domain::{
        error::{Error, Field, Refusal, Result},
        learning::{
            enrolment::{self, Placement, TakePlace},
            session,
        },
        people::person::{self, full_name},
    },
    web::{context::Context, error, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// A rule says no: what it says, and where it may be set aside.
#[derive(Serialize)]
pub struct Refused {
    form: FormView,
    session: Facts,
    person: String,
    name: String,
    reason: String,
    /// The other session that stands in the way.
    other: Option<String>,
    /// Whether staff may set this rule aside.
    yields: bool,
}

impl View for Refused {
    const TEMPLATE: &'static str = "desk/session/refused.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-refused-title")
    }

    fn samples() -> Vec<Self> {
        let refused = |form: FormView, yields: bool| Self {
            form,
            session: Facts::sample(SessionState::Open),
            person: "1".into(),
            name: "Fenna de Boer".into(),
            reason: "Inschrijven kan niet meer. Kies een andere datum.".into(),
            other: yields.then(|| "2".into()),
            yields,
        };
        vec![
            refused(FormView::new(), true),
            refused(FormView::new().with("override", "yes").wrong("reason", "Vul dit in."), true),
            refused(FormView::new(), false),
        ]
    }
}

/// Enrols somebody, also against window and overlap when a reason is given.
#[handler]
pub async fn enrol(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let person: PersonId = form.text("person").parse().map_err(|_| Error::Missing("person"))?;
    let who = person::find(cx.db(), person).await?;
    match take(&cx, &form, id, person).await {
        Ok(placement) => {
            let key =
                if placement.status == EnrolmentStatus::Confirmed { "desk-enrolled" } else { "desk-queued" };
            let said = Sentence::new(key).with("name", full_name(&who));
            Ok(cx.go(format!("/desk/sessions/{id}")).saying(said).into())
        }
        Err(error @ (Error::Refused(_) | Error::Invalid(_))) => {
            let (reason, other, yields) = why(&cx, &form, &error);
            let kept = cx.again(&form, &[], error)?;
            let session = Facts::new(&session::details(cx.db(), id, cx.now()).await?, cx.now());
            let (person, name, status) = (person.to_string(), full_name(&who), kept.status);
            let mut form = kept;
            // The refusal is the page itself; only what is wrong with the form stands in its summary.
            form.errors.retain(|wrong| !wrong.field.is_empty());
            cx.page_as(status, &Refused { form, session, person, name, reason, other, yields })
        }
        Err(error) => Err(error.into()),
    }
}

async fn take(cx: &Context, form: &Form, session: SessionId, person: PersonId) -> Result<Placement> {
    let mut read = form.read();
    let overridden = read.ticked("override");
    let reason = if overridden { read.required("reason", 400) } else { read.optional("reason", 400) };
    if !overridden && !reason.is_empty() {
        read.refuse(Field::new("override", "required"));
    }
    read.done()?;
    let wish = &TakePlace {
        session,
        person,
        origin: Origin::Staff,
        short_notice: false,
        override_reason: overridden.then_some(reason),
    };
    cx.write_once(form, |change| async move { enrolment::take_place(&change, wish).await }).await
}

/// The rule in words, the session it speaks of, and whether it may be set aside. When only the form was wrong it is still
/// the rule of the time before.
fn why(cx: &Context, form: &Form, error: &Error) -> (String, Option<String>, bool) {
    let Error::Refused(no) = error else {
        return (form.text("why").to_owned(), None, true);
    };
    let yields =
        matches!(no, Refusal::EnrolmentClosed | Refusal::EnrolmentNotOpen { .. } | Refusal::Overlaps { .. });
    (error::refusal(cx, no), no.session().map(|id| id.to_string()), yields)
}
