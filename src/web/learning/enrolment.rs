//! What somebody does with one place: taking it, accepting or declining an offer, giving it back.

use entity::{
    enrolment::{EnrolmentStatus, Origin},
    id::{EnrolmentId, SessionId},
};
use http::StatusCode;
use poem::{IntoResponse as _, Response, handler, web::Path};

use super::{
    card::{Seats, address},
    enrolment_show::view,
    needs, session,
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            draw,
            enrolment::{self as enrolments, Placement, TakePlace},
            need, place, rule, sight,
        },
    },
    web::{context::Context, form::Form, sentence::Sentence},
};

/// Takes a place, or a place in the waiting list.
#[handler]
pub async fn create(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let wish = &TakePlace {
        session: id,
        person: cx.me()?,
        origin: Origin::Person,
        short_notice: form.has("short-notice"),
        override_reason: None,
    };
    let needs = &needs::said(&form).then(|| needs::read(&form));
    let take = |change: std::sync::Arc<_>| async move {
        let placement = enrolments::take_place(&change, wish).await?;
        if let Some(needs) = needs {
            need::state(&change, placement.id, needs).await?;
        }
        Ok(placement)
    };
    match cx.write_once(&form, take).await {
        Ok(placement) => Ok(go_to(&cx, &placement, taken(&cx, &placement).await?)),
        Err(Error::Refused(no)) => {
            let view = session::refused(&cx, id, &no).await?;
            cx.page_as(StatusCode::CONFLICT, &view)
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &session::again(&cx, id, form).await?)
        }
    }
}

pub(super) fn go_to(cx: &Context, placement: &Placement, sentence: Sentence) -> Response {
    cx.go(format!("/enrolments/{}", placement.id)).saying(sentence).into_response()
}

/// What has happened, and what is mailed.
pub(super) async fn taken(cx: &Context, placement: &Placement) -> Result<Sentence> {
    if let Some(position) = placement.position {
        return Ok(Sentence::new("place-said-waiting").with("position", position));
    }
    if placement.status == EnrolmentStatus::Requested {
        let place = place::find(cx.db(), placement.person_id, placement.id, cx.now()).await?;
        if !draw::collects(&place.item.session) {
            return Ok(Sentence::new("place-said-asked"));
        }
        let moment = place.item.session.draw_at.map(|at| cx.dates().moment(at)).unwrap_or_default();
        return Ok(Sentence::new("place-said-requested").with("moment", moment));
    }
    Ok(Sentence::new("place-said-confirmed"))
}

/// Gives the place back. Nobody is asked whether they are sure: the next page offers a place again.
#[handler]
pub async fn withdraw(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    mine(&cx, id).await?;
    let mut read = form.read();
    let reason = &read.optional("reason", 500);
    let given = match read.done() {
        Ok(()) => {
            cx.write_once(
                &form,
                |change| async move { enrolments::withdraw(&change, id, Some(reason)).await },
            )
            .await
        }
        Err(error) => Err(error),
    };
    match given {
        Ok(placement) => {
            let (sentence, open, to) = gone(&cx, &placement).await?;
            let (go, session) = (cx.go(to), placement.session_id);
            let go = if open { go.undoing(sentence, session) } else { go.saying(sentence) };
            Ok(go.into_response())
        }
        Err(error) => again(&cx, id, &form, error).await,
    }
}

/// This door is for one's own places: heads and planners, who may act for others, have doors of their own, which say so.
async fn mine(cx: &Context, id: EnrolmentId) -> Result<()> {
    place::find(cx.db(), cx.me()?, id, cx.now()).await.map(drop)
}

/// What is said, whether the place can be asked for again, and where one is then.
async fn gone(cx: &Context, placement: &Placement) -> Result<(Sentence, bool, String)> {
    let place = place::find(cx.db(), placement.person_id, placement.id, cx.now()).await?;
    let seen = sight::sees(cx.db(), cx.actor(), &place.item.session).await?;
    let open = seen && rule::open(&place.item.session, cx.now(), false).is_ok();
    let free = Seats::from(&place.item.session).free() || draw::collects(&place.item.session);
    let sentence = Sentence::new(match (open, free) {
        (true, true) => "place-said-withdrawn",
        (true, false) => "place-said-withdrawn-queue",
        (false, _) => "place-said-withdrawn-closed",
    });
    let to = if seen { address(placement.session_id) } else { format!("/enrolments/{}", placement.id) };
    Ok((sentence, open, to))
}

/// Takes the place that was offered.
#[handler]
pub async fn accept(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    mine(&cx, id).await?;
    match cx.write_once(&form, |change| async move { enrolments::accept(&change, id).await }).await {
        Ok(placement) => Ok(go_to(&cx, &placement, Sentence::new("place-said-accepted"))),
        Err(error) => again(&cx, id, &form, error).await,
    }
}

/// Leaves the offered place to the next in line.
#[handler]
pub async fn decline(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    mine(&cx, id).await?;
    match cx.write_once(&form, |change| async move { enrolments::decline(&change, id).await }).await {
        Ok(placement) => Ok(go_to(&cx, &placement, Sentence::new("place-said-declined"))),
        Err(error) => again(&cx, id, &form, error).await,
    }
}

/// The place with what was typed and why it could not be done.
pub(super) async fn again(
    cx: &Context,
    id: EnrolmentId,
    form: &Form,
    error: Error,
) -> poem::Result<Response> {
    let form = cx.again(form, &[], error)?;
    let status = form.status;
    let place = place::find(cx.db(), cx.me()?, id, cx.now()).await?;
    cx.page_as(status, &view(cx, place, form).await?)
}
