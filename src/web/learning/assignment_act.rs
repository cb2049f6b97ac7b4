//! What is done with an assignment: enrolling people in a date, moving the day later, ending it.

use entity::{enrolment::Origin, id::*};
use poem::{IntoResponse as _, Response, handler, web::Path};

use super::{
    assignment::Room,
    assignment_show::{Asked, Skipped, asked, view},
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            agenda, assignment,
            duty::list::{self as duties, Filter},
            enrolment::{self, TakePlace},
        },
        page::Window,
        people::person::full_name,
    },
    web::{context::Context, error, form::Form, refill::FormView, sentence::Sentence},
};

/// Enrols the chosen people in a date, one by one, so that one refusal stops nobody; tells who was not, and why.
#[handler]
pub async fn enrol(cx: Context, Path(id): Path<AssignmentId>, form: Form) -> poem::Result<Response> {
    let (Asked { item, moment, all, .. }, _) = asked(&cx, id).await?;
    let chosen: Vec<DutyId> = form.all("duty").filter_map(|id| id.parse().ok()).take(200).collect();
    let Ok(session) = form.text("session").parse::<SessionId>() else {
        return again(&cx, id, "session", "assignment-choose-date").await;
    };
    if chosen.is_empty() {
        return again(&cx, id, "duty", "assignment-choose-people").await;
    }
    let date = agenda::find(cx.db(), session, cx.now()).await?;
    if item.workshops.iter().all(|one| one.id != date.workshop.id) {
        return Err(Error::Missing("session").into());
    }
    let only = Filter { ids: Some(chosen), ..all };
    let window = Window { limit: 200, after: None };
    let lines = duties::list(cx.db(), &only, &window, &moment).await?.items;
    let (mut enrolled, mut skipped) = (0_usize, Vec::new());
    for line in lines.iter().filter(|line| line.workshop.id == date.workshop.id) {
        match place(&cx, session, line.person.id).await {
            Ok(()) => enrolled += 1,
            Err(Error::Refused(no)) => {
                skipped.push(Skipped { name: full_name(&line.person), why: error::refusal(&cx, &no) });
            }
            Err(error) => return Err(error.into()),
        }
    }
    if skipped.is_empty() && enrolled > 0 {
        let said = Sentence::new("assignment-enrolled").with("count", enrolled);
        return Ok(cx.go(format!("{}/{id}", Room::of(&cx).base)).saying(said).into_response());
    }
    let sentence = Sentence::new("assignment-enrolled-some").with("count", enrolled);
    let form = FormView::new().wrong("", &cx.say(&sentence));
    cx.page_as(http::StatusCode::CONFLICT, &view(&cx, id, (form, skipped)).await?)
}

async fn place(cx: &Context, session: SessionId, person: PersonId) -> Result<()> {
    let origin = if cx.actor().may_enrol_anyone() { Origin::Staff } else { Origin::Head };
    let wish = &TakePlace { session, person, origin, short_notice: false, override_reason: None };
    let take = |change: std::sync::Arc<_>| async move { enrolment::take_place(&change, wish).await };
    cx.write(take).await.map(|_| ())
}

async fn again(cx: &Context, id: AssignmentId, field: &str, key: &'static str) -> poem::Result<Response> {
    let form = FormView::new().wrong(field, &cx.say(&Sentence::new(key)));
    cx.page_as(http::StatusCode::UNPROCESSABLE_ENTITY, &view(cx, id, (form, Vec::new())).await?)
}

/// Moves the day later, or says anew why.
#[handler]
pub async fn update(cx: Context, Path(id): Path<AssignmentId>, form: Form) -> poem::Result<Response> {
    asked(&cx, id).await?;
    let mut read = form.read();
    let due = read.date("dueOn");
    let reason = &read.required("reason", assignment::REASON_LENGTH);
    let done = match read.done() {
        Ok(()) => {
            let verb =
                |change: std::sync::Arc<_>| async move { assignment::change(&change, id, due, reason).await };
            cx.write_once(&form, verb).await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => {
            let to = format!("{}/{id}", Room::of(&cx).base);
            Ok(cx.go(to).saying(Sentence::new("assignment-changed")).into_response())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &view(&cx, id, (form, Vec::new())).await?)
        }
    }
}

/// Ends it.
#[handler]
pub async fn end(cx: Context, Path(id): Path<AssignmentId>, form: Form) -> poem::Result<Response> {
    let room = Room::of(&cx);
    let verb = |change: std::sync::Arc<_>| async move { assignment::end(&change, id).await };
    cx.write_once(&form, verb).await?;
    Ok(cx.go(room.base).saying(Sentence::new("assignment-ended")).into_response())
}
