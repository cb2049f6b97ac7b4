//! Ending the enrolment of somebody else, by a planner: a place is withdrawn, a request or a wait turned down. Both ask why.

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
pub struct Farewell {
    form: FormView,
    id: String,
    session: Facts,
    name: String,
    status: EnrolmentStatus,
    how: How,
}

/// Which of the two: also the last part of the address.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum How {
    Withdrawal,
    Refusal,
}

impl View for Farewell {
    const TEMPLATE: &'static str = "desk/session/farewell.html";

    fn title(&self) -> Sentence {
        let key = match self.how {
            How::Withdrawal => "desk-farewell-title",
            How::Refusal => "desk-turn-down-title",
        };
        Sentence::new(key).with("name", &*self.name)
    }

    fn samples() -> Vec<Self> {
        let sample = |form: FormView, how, status: EnrolmentStatus| Self {
            form,
            id: "1".into(),
            session: Facts::sample(SessionState::Open),
            name: "Fenna de Boer".into(),
            status,
            how,
        };
        let wrong = || FormView::new().wrong("reason", "Schrijf een reden.");
        vec![
            sample(FormView::new(), How::Withdrawal, EnrolmentStatus::Confirmed),
            sample(wrong(), How::Withdrawal, EnrolmentStatus::Waiting),
            sample(FormView::new(), How::Refusal, EnrolmentStatus::Requested),
            sample(wrong(), How::Refusal, EnrolmentStatus::Waiting),
        ]
    }
}

/// Asks why somebody is withdrawn.
#[handler]
pub async fn ask_withdrawal(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, How::Withdrawal).await?)
}

/// Withdraws somebody.
#[handler]
pub async fn withdraw(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    end(&cx, id, How::Withdrawal, &form).await
}

/// Asks why a request or a wait is turned down.
#[handler]
pub async fn ask_refusal(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, How::Refusal).await?)
}

/// Turns it down.
#[handler]
pub async fn refuse(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    end(&cx, id, How::Refusal, &form).await
}

async fn end(cx: &Context, id: EnrolmentId, how: How, form: &Form) -> poem::Result<Response> {
    let view = view(cx, id, how).await?;
    match with_reason(cx, id, how, form).await {
        Ok(placement) => {
            let key = match how {
                How::Withdrawal => "desk-withdrawn",
                How::Refusal => "desk-turned-down",
            };
            let said = Sentence::new(key).with("name", &*view.name);
            Ok(cx.go(format!("/desk/sessions/{}", placement.session_id)).saying(said).into())
        }
        Err(error) => {
            let form = cx.again(form, &[], error)?;
            cx.page_as(form.status, &Farewell { form, ..view })
        }
    }
}

async fn view(cx: &Context, id: EnrolmentId, how: How) -> Result<Farewell> {
    let row = enrolment::find(cx.db(), id).await?;
    let details = session::details(cx.db(), row.session_id, cx.now()).await?;
    let who = person::find(cx.db(), row.person_id).await?;
    let session = Facts::new(&details, cx.now());
    let (form, name) = (FormView::new(), full_name(&who));
    Ok(Farewell { form, id: id.to_string(), session, name, status: row.status, how })
}

async fn with_reason(cx: &Context, id: EnrolmentId, how: How, form: &Form) -> Result<Placement> {
    let mut read = form.read();
    let reason = read.required("reason", 400);
    read.done()?;
    let reason = reason.as_str();
    cx.write_once(form, |change| async move {
        match how {
            How::Withdrawal => enrolment::withdraw(&change, id, Some(reason)).await,
            How::Refusal => enrolment::turn_down(&change, id, reason).await,
        }
    })
    .await
}
