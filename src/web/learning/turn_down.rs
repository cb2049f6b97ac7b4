//! Turning down a request, or a place in the queue, with a reason that the person reads.

use entity::{enrolment::EnrolmentStatus, id::EnrolmentId, session::SessionState};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::session_facts::Facts;
use crate::{
    domain::{
        error::Result,
        learning::{
            enrolment::{self, Placement},
            session,
        },
        people::person::{self, full_name},
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Asks why.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
    id: String,
    session: Facts,
    name: String,
    status: EnrolmentStatus,
}

impl View for Ask {
    const TEMPLATE: &'static str = "desk/session/turn_down.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-turn-down-title").with("name", &*self.name)
    }

    fn samples() -> Vec<Self> {
        let sample = |form: FormView, status: EnrolmentStatus| Self {
            form,
            id: "1".into(),
            session: Facts::sample(SessionState::Open),
            name: "Fenna de Boer".into(),
            status,
        };
        let wrong = FormView::new().wrong("reason", "Vul dit in.");
        vec![sample(FormView::new(), EnrolmentStatus::Requested), sample(wrong, EnrolmentStatus::Waiting)]
    }
}

/// Asks why.
#[handler]
pub async fn ask(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new()).await?)
}

/// Turns it down.
#[handler]
pub async fn create(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    let view = view(&cx, id, FormView::new()).await?;
    match turn_down(&cx, id, &form).await {
        Ok(placement) => {
            let said = Sentence::new("desk-turned-down").with("name", &*view.name);
            Ok(cx.go(format!("/desk/sessions/{}", placement.session_id)).saying(said).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &Ask { form, ..view })
        }
    }
}

async fn view(cx: &Context, id: EnrolmentId, form: FormView) -> Result<Ask> {
    let row = enrolment::find(cx.db(), id).await?;
    let details = session::details(cx.db(), row.session_id, cx.now()).await?;
    let who = person::find(cx.db(), row.person_id).await?;
    let session = Facts::new(&details, cx.now());
    Ok(Ask { form, id: id.to_string(), session, name: full_name(&who), status: row.status })
}

async fn turn_down(cx: &Context, id: EnrolmentId, form: &Form) -> Result<Placement> {
    let mut read = form.read();
    let reason = &read.required("reason", 400);
    read.done()?;
    cx.write_once(form, |change| async move { enrolment::turn_down(&change, id, reason).await }).await
}
