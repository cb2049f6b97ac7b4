//! Guests of a session: inviting one, who was invited, taking an invitation back.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::EnrolmentStatus,
    id::{PersonId, SessionId},
    session::SessionState,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::session_facts::Facts;
use crate::{
    domain::{
        error::{Error, Refusal, Result},
        learning::{
            enrolment::Placement,
            guest::{self, Guest, Invite},
            session,
        },
        people::{external::NAME_LENGTH, person::full_name},
    },
    web::{context::Context, form::Form, key, refill::FormView, sentence::Sentence, view::View},
};

/// Who was invited, and the form.
#[derive(Serialize)]
pub struct Guests {
    form: FormView,
    session: Facts,
    guests: Vec<Line>,
    /// A rule said no that may be set aside with a reason.
    yields: bool,
    /// Nobody can be invited any more.
    over: bool,
}

/// Somebody who was invited.
#[derive(Clone, Debug, Serialize)]
struct Line {
    person: String,
    /// Of the latest place.
    enrolment: Option<String>,
    status: Option<EnrolmentStatus>,
    alive: bool,
    name: String,
    agency: String,
    email: String,
    since: DateTime<Utc>,
    key: String,
}

impl From<Guest> for Line {
    fn from(guest: Guest) -> Self {
        let place = guest.enrolment;
        Self {
            name: full_name(&guest.person),
            person: guest.person.id.to_string(),
            alive: place.as_ref().is_some_and(|place| place.status.alive()),
            status: place.as_ref().map(|place| place.status),
            enrolment: place.map(|place| place.id.to_string()),
            agency: guest.person.agency.unwrap_or_default(),
            email: guest.person.email.unwrap_or_default(),
            since: guest.row.invited_at,
            key: key::fresh(),
        }
    }
}

impl View for Guests {
    const TEMPLATE: &'static str = "desk/session/guests.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-guests-title")
    }

    fn samples() -> Vec<Self> {
        let line = |status: EnrolmentStatus| Line {
            person: status.code().into(),
            enrolment: Some("1".into()),
            status: Some(status),
            alive: status.alive(),
            name: "Kim Jansen".into(),
            agency: "Woningstichting De Sluis".into(),
            email: "kim@sluis.example".into(),
            since: DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default(),
            key: "0".into(),
        };
        let sample = |form, guests, (yields, over)| Self {
            form,
            session: Facts::sample(SessionState::Open),
            guests,
            yields,
            over,
        };
        let wrong = || FormView::new().with("name", "Kim").wrong("email", "Dit is geen e-mailadres.");
        let refused = FormView::new().with("name", "Kim").wrong("", "Inschrijven kan niet meer.");
        let all = || EnrolmentStatus::ALL.iter().map(|status| line(*status)).collect::<Vec<_>>();
        vec![
            sample(wrong(), all(), (false, false)),
            sample(refused, Vec::new(), (true, false)),
            sample(FormView::new(), all(), (false, true)),
        ]
    }
}

/// Who was invited, and an empty form.
#[handler]
pub async fn index(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new(), false).await?)
}

/// Invites somebody.
#[handler]
pub async fn create(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    match invite(&cx, id, &form).await {
        Ok(placement) => {
            let waits = placement.status == EnrolmentStatus::Waiting;
            let said = Sentence::new(if waits { "desk-guests-said-waiting" } else { "desk-guests-said" });
            let said = said.with("name", form.text("name"));
            Ok(cx.go(address(id)).saying(said).into())
        }
        Err(error) => {
            let yields = form.has("reason")
                || matches!(
                    error,
                    Error::Refused(
                        Refusal::EnrolmentClosed
                            | Refusal::EnrolmentNotOpen { .. }
                            | Refusal::Overlaps { .. }
                    )
                );
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, id, kept, yields).await?)
        }
    }
}

async fn invite(cx: &Context, session: SessionId, form: &Form) -> Result<Placement> {
    let mut read = form.read();
    let (name, email) = (read.required("name", NAME_LENGTH), read.required("email", 254));
    let text = |text: String| Some(text).filter(|text| !text.is_empty());
    let agency = text(read.optional("agency", NAME_LENGTH));
    let override_reason = text(read.optional("reason", 400));
    read.done()?;
    let invite = &Invite { session, name, email, agency, override_reason };
    cx.write_once(form, |change| async move { guest::invite(&change, invite).await }).await
}

/// Takes back the invitation of somebody without a place.
#[handler]
pub async fn withdraw(
    cx: Context,
    Path((id, person)): Path<(SessionId, PersonId)>,
    form: Form,
) -> poem::Result<Response> {
    cx.write_once(&form, |change| async move { guest::uninvite(&change, id, person, None).await }).await?;
    Ok(cx.go(address(id)).saying(Sentence::new("desk-guests-said-ended")).into())
}

async fn view(cx: &Context, id: SessionId, form: FormView, yields: bool) -> Result<Guests> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let guests = guest::of_session(cx.db(), id).await?.into_iter().map(Line::from).collect();
    let over = details.session.ends_at <= cx.now() || details.session.state == SessionState::CalledOff;
    Ok(Guests { form, session: Facts::new(&details, cx.now()), guests, yields, over })
}

fn address(id: SessionId) -> String {
    format!("/desk/sessions/{id}/guests")
}
