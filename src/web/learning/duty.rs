//! One duty of somebody whom the viewer heads: exempting, and answering a wish for more time.

use chrono::NaiveDate;
use entity::{duty::Answer, id::*};
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::{assignment::Room, assignment_line::Person, participant_line::Offices};
use crate::{
    domain::{
        error::Result,
        learning::{
            demand,
            duty::{
                self, extension,
                list::{self as duties, Filter, Line, State},
            },
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// One duty.
#[derive(Serialize)]
pub struct Show {
    base: &'static str,
    duties: &'static str,
    assignment: String,
    line: Person,
    reason: String,
    exempt_reason: Option<String>,
    asked_until: Option<NaiveDate>,
    asked_reason: Option<String>,
    /// The wish is the viewer's own: somebody else answers it.
    own: bool,
    form: FormView,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/duty/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(format!("{}, {}", self.line.name, self.line.workshop))
    }

    fn samples() -> Vec<Self> {
        let face = |state, own, form| Self {
            base: "/team/assignments",
            duties: "/team/duties",
            assignment: "0190a1b2-0000-7000-8000-000000000001".into(),
            line: Person::sample(state),
            reason: "Bewoners begrijpen onze brieven niet.".into(),
            exempt_reason: (state == State::Exempt).then(|| "Geeft de workshop zelf.".into()),
            asked_until: Some(NaiveDate::default()),
            asked_reason: Some("Ik ben lang weg.".into()),
            own,
            form,
        };
        let wrong = FormView::new().wrong("reason", "Vul in waarom.");
        let plain = State::ALL.map(|state| face(state, false, FormView::new())).into_iter();
        plain.chain([face(State::NoDate, true, FormView::new()), face(State::NoDate, false, wrong)]).collect()
    }
}

/// One duty; that of somebody else does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<DutyId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new()).await?)
}

async fn find(cx: &Context, id: DutyId) -> Result<Line> {
    let room = Room::of(cx);
    let part = room.part(cx).await?;
    let blank = duties::Moment { now: cx.now(), today: cx.house().policy.day(cx.now()), open: Vec::new() };
    let line = duties::find(cx.db(), id, &room.filter(), &blank).await?;
    let at = (&*cx.house().policy, cx.now());
    let (_, moment) = demand::moment(cx.db(), &[line.workshop.id], &part, at).await?;
    duties::find(cx.db(), id, &Filter { person: Some(line.person.id), ..room.filter() }, &moment).await
}

async fn view(cx: &Context, id: DutyId, form: FormView) -> Result<Show> {
    let (room, line) = (Room::of(cx), find(cx, id).await?);
    let offices = Offices::of(cx, &[line.person.id]).await?;
    Ok(Show {
        base: room.base,
        duties: room.duties,
        assignment: line.duty.assignment_id.to_string(),
        line: Person::new(&line, &offices),
        own: cx.actor().person == Some(line.person.id),
        reason: line.reason,
        exempt_reason: line.duty.exempt_reason,
        asked_until: line.duty.asked_until,
        asked_reason: line.duty.asked_reason,
        form,
    })
}

/// Exempts, with a reason; or takes that back.
#[handler]
pub async fn exempt(cx: Context, Path(id): Path<DutyId>, form: Form) -> poem::Result<Response> {
    find(&cx, id).await?;
    let text = form.text("reason").to_owned();
    let reason = (!form.has("again")).then_some(text.as_str());
    let verb = |change: std::sync::Arc<_>| async move { duty::exempt(&change, id, reason).await };
    let said = if reason.is_some() { "duty-exempted" } else { "duty-not-exempted" };
    answered(&cx, id, &form, (cx.write_once(&form, verb).await, said)).await
}

/// Gives more time, or does not.
#[handler]
pub async fn answer(cx: Context, Path(id): Path<DutyId>, form: Form) -> poem::Result<Response> {
    find(&cx, id).await?;
    let mut read = form.read();
    let chosen = read.choice("answer", Answer::from_code);
    let chosen = read.needed("answer", chosen);
    let done = match (read.done(), chosen) {
        (Ok(()), Some(chosen)) => {
            let verb =
                |change: std::sync::Arc<_>| async move { extension::answer(&change, id, chosen).await };
            cx.write_once(&form, verb).await
        }
        (Err(error), _) => Err(error),
        (Ok(()), None) => Ok(()),
    };
    answered(&cx, id, &form, (done, "duty-answered")).await
}

async fn answered(
    cx: &Context,
    id: DutyId,
    form: &Form,
    (done, said): (Result<()>, &'static str),
) -> poem::Result<Response> {
    match done {
        Ok(()) => {
            let room = Room::of(cx);
            // Whoever answers from the list goes on with it.
            let to = if form.has("list") { room.extensions.into() } else { format!("{}/{id}", room.duties) };
            Ok(cx.go(to).saying(Sentence::new(said)).into_response())
        }
        Err(error) => {
            let form = cx.again(form, &[], error)?;
            cx.page_as(form.status, &view(cx, id, form).await?)
        }
    }
}
