//! One place of somebody of the team: giving it back, and answering an offer for who cannot.

use entity::{enrolment::EnrolmentStatus, id::EnrolmentId, session::SessionState};
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::{card::address, place::Row, team::moment};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            enrolment::{self as enrolments, Placement},
            place::Place,
            rule, team,
        },
        people::person::{self, full_name},
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// A place of somebody of the team.
#[derive(Serialize)]
pub struct Show {
    name: String,
    row: Row,
    session: String,
    /// Giving it back now asks for a reason.
    late: bool,
    may_withdraw: bool,
    form: FormView,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/team/place.html";

    fn title(&self) -> Sentence {
        Sentence::plain(format!("{}, {}", self.name, self.row.title))
    }

    fn samples() -> Vec<Self> {
        let sample = |state: &'static str, late, form| Self {
            name: "Sem Bakker".into(),
            row: Row::sample(state),
            session: "/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            late,
            may_withdraw: !matches!(state, "past" | "withdrawn"),
            form,
        };
        let wrong = FormView::new().wrong("reason", "Vertel waarom het niet lukt.");
        let all = ["confirmed", "offered", "waiting", "requested", "asked", "past", "withdrawn"];
        let plain = all.into_iter().map(|state| sample(state, false, FormView::new()));
        plain.chain([sample("confirmed", true, wrong)]).collect()
    }
}

/// One place; that of somebody else does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new()).await?)
}

async fn view(cx: &Context, id: EnrolmentId, form: FormView) -> Result<Show> {
    let place = team::place(cx.db(), cx.actor(), id, moment(cx)).await?;
    let who = person::find(cx.db(), place.enrolment.person_id).await?;
    let session = &place.item.session;
    let coming = session.starts_at > cx.now() && session.state != SessionState::CalledOff;
    let confirmed = place.enrolment.status == EnrolmentStatus::Confirmed;
    Ok(Show {
        name: full_name(&who),
        session: address(session.id),
        late: confirmed && session.withdraw_until.is_some_and(|at| at < cx.now()),
        may_withdraw: place.enrolment.status.alive() && coming,
        row: super::team::row(cx, &place),
        form,
    })
}

/// Gives the place back. The next page offers the way back.
#[handler]
pub async fn withdraw(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    let place = team::place(cx.db(), cx.actor(), id, moment(&cx)).await?;
    let mut read = form.read();
    let reason = &read.optional("reason", 500);
    let given = match read.done() {
        Ok(()) => {
            let verb = |change: std::sync::Arc<_>| async move {
                enrolments::withdraw(&change, id, Some(reason)).await
            };
            cx.write_once(&form, verb).await
        }
        Err(error) => Err(error),
    };
    match given {
        Ok(_) => gone(&cx, &place).await,
        Err(error) => again(&cx, id, &form, error).await,
    }
}

async fn gone(cx: &Context, place: &Place) -> poem::Result<Response> {
    let (session, person) = (&place.item.session, place.enrolment.person_id);
    let name = full_name(&person::find(cx.db(), person).await?);
    let said = Sentence::new("team-said-withdrawn").with("name", name);
    let go = cx.go("/team");
    let open = rule::open(session, cx.now(), false).is_ok();
    let go = if open { go.undoing_for(said, session.id, person) } else { go.saying(said) };
    Ok(go.into_response())
}

/// Takes the place that was offered.
#[handler]
pub async fn accept(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    team::place(cx.db(), cx.actor(), id, moment(&cx)).await?;
    let done = cx.write_once(&form, |change| async move { enrolments::accept(&change, id).await }).await;
    answered(&cx, id, &form, (done, "team-said-accepted")).await
}

/// Leaves the offered place to the next in line.
#[handler]
pub async fn decline(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    team::place(cx.db(), cx.actor(), id, moment(&cx)).await?;
    let done = cx.write_once(&form, |change| async move { enrolments::decline(&change, id).await }).await;
    answered(&cx, id, &form, (done, "team-said-declined")).await
}

async fn answered(
    cx: &Context,
    id: EnrolmentId,
    form: &Form,
    (done, key): (Result<Placement>, &'static str),
) -> poem::Result<Response> {
    match done {
        Ok(placement) => {
            let name = full_name(&person::find(cx.db(), placement.person_id).await?);
            Ok(cx.go("/team").saying(Sentence::new(key).with("name", name)).into_response())
        }
        Err(error) => again(cx, id, form, error).await,
    }
}

async fn again(cx: &Context, id: EnrolmentId, form: &Form, error: Error) -> poem::Result<Response> {
    let form = cx.again(form, &[], error)?;
    cx.page_as(form.status, &view(cx, id, form).await?)
}
