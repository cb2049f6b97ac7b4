//! One place: taking it, what happens with it, accepting or declining an offer, giving it back.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{Ending, EnrolmentStatus, Origin},
    id::{EnrolmentId, SessionId},
    session::SessionState,
};
use http::StatusCode;
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{Seats, Span, address, first_period, lapsed},
    needs,
    place::{ENDED, state},
    session::{self, Meeting, workshop_address},
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            draw,
            enrolment::{self as enrolments, Placement, TakePlace},
            need,
            place::{self, Place},
            rule, sight,
        },
        people::person::full_name,
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// A place of the viewer.
#[derive(Serialize)]
pub struct Show {
    title: String,
    /// `confirmed`, `offered`, `waiting`, `requested`, or how it ended: see [`state`].
    state: &'static str,
    href: String,
    session: String,
    /// The viewer may see that page: an outsider only as long as it is theirs.
    seen: bool,
    workshop: String,
    period: Span,
    meetings: Vec<Meeting>,
    trainers: Vec<String>,
    position: Option<u64>,
    /// When lots are drawn, for who takes part.
    draw_at: Option<DateTime<Utc>>,
    /// Until when the offer stands.
    offer_until: Option<DateTime<Utc>>,
    offers_until: DateTime<Utc>,
    short_notice: bool,
    withdraw_until: DateTime<Utc>,
    /// Giving it back now asks for a reason.
    late: bool,
    may_withdraw: bool,
    /// Another date can be chosen.
    may_swap: bool,
    /// The place that goes as soon as this one is certain.
    gives_up: Option<GivenUp>,
    /// A place can be taken again.
    again: bool,
    form: FormView,
}

/// A place that is kept until another is certain.
#[derive(Clone, Debug, Serialize)]
pub struct GivenUp {
    href: String,
    starts_at: DateTime<Utc>,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/enrolment/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&self.title)
    }

    fn samples() -> Vec<Self> {
        let id = "0190a1b2-0000-7000-8000-000000000001";
        let sample = |state: &'static str, alive| Self {
            title: "Het eerste contact".into(),
            state,
            href: format!("/enrolments/{id}"),
            session: format!("/sessions/{id}"),
            seen: alive,
            workshop: format!("/workshops/{id}"),
            period: Span::sample(0),
            meetings: vec![Meeting::sample(0, false), Meeting::sample(7, true)],
            trainers: vec!["Noor el Amrani".into()],
            position: (state == "waiting").then_some(3),
            draw_at: (state == "requested").then(|| Span::sample(-3).start),
            offer_until: (state == "offered").then(|| Span::sample(-3).start),
            offers_until: Span::sample(-2).start,
            short_notice: state == "waiting",
            withdraw_until: Span::sample(-1).start,
            late: false,
            may_withdraw: alive,
            may_swap: state == "confirmed",
            gives_up: (state == "waiting")
                .then(|| GivenUp { href: format!("/enrolments/{id}"), starts_at: Span::sample(3).start }),
            again: !alive,
            form: FormView::new(),
        };
        let alive = ["confirmed", "offered", "waiting", "requested"].map(|state| sample(state, true));
        let form = FormView::new().with("reason", "").wrong("reason", "Vertel waarom het niet lukt.");
        let late = Self { late: true, form, ..sample("confirmed", true) };
        alive.into_iter().chain(ENDED.map(|state| sample(state, false))).chain([late]).collect()
    }
}

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
        let moment = place.item.session.draw_at.map(|at| cx.dates().moment(at)).unwrap_or_default();
        return Ok(Sentence::new("place-said-requested").with("moment", moment));
    }
    Ok(Sentence::new("place-said-confirmed"))
}

/// One place of the viewer; somebody else's does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    let place = place::find(cx.db(), cx.me()?, id, cx.now()).await?;
    cx.page(&view(&cx, place, FormView::new()).await?)
}

/// Gives the place back. Nobody is asked whether they are sure: the next page offers a place again.
#[handler]
pub async fn withdraw(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
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
    match cx.write_once(&form, |change| async move { enrolments::accept(&change, id).await }).await {
        Ok(placement) => Ok(go_to(&cx, &placement, Sentence::new("place-said-accepted"))),
        Err(error) => again(&cx, id, &form, error).await,
    }
}

/// Leaves the offered place to the next in line.
#[handler]
pub async fn decline(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
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

/// The place that would go for this one, if it is still held.
async fn given_up(cx: &Context, place: &Place) -> Result<Option<GivenUp>> {
    let Some(id) = place.enrolment.replaces_id.filter(|_| place.enrolment.status.alive()) else {
        return Ok(None);
    };
    let old = place::find(cx.db(), place.enrolment.person_id, id, cx.now()).await?;
    let held = old.enrolment.status == EnrolmentStatus::Confirmed && place.enrolment.id != id;
    Ok(held
        .then(|| GivenUp { href: format!("/enrolments/{id}"), starts_at: old.item.session.starts_at })
        .filter(|_| place.enrolment.status != EnrolmentStatus::Confirmed))
}

async fn view(cx: &Context, place: Place, form: FormView) -> Result<Show> {
    let gives_up = given_up(cx, &place).await?;
    let form = needs::filled(cx, form, place.enrolment.id).await?;
    let seen = sight::sees(cx.db(), cx.actor(), &place.item.session).await?;
    let state = state(&place, cx.now());
    let period = first_period(&place.item);
    let Place { enrolment, item, position } = place;
    let session = item.session;
    let alive = enrolment.status.alive() && !lapsed(&enrolment, cx.now());
    let confirmed = enrolment.status == EnrolmentStatus::Confirmed;
    let coming = session.starts_at > cx.now() && session.state != SessionState::CalledOff;
    Ok(Show {
        title: item.workshop.title,
        state,
        href: format!("/enrolments/{}", enrolment.id),
        session: address(session.id),
        seen,
        workshop: workshop_address(item.workshop.id),
        period,
        meetings: item.meetings.iter().map(|meeting| Meeting::new(meeting, confirmed)).collect(),
        trainers: item.trainers.iter().map(full_name).collect(),
        position,
        draw_at: session.draw_at.filter(|_| enrolment.status == EnrolmentStatus::Requested),
        offer_until: enrolment.offer_expires_at,
        offers_until: session.starts_at - cx.house().policy.short_notice,
        short_notice: enrolment.short_notice,
        withdraw_until: session.withdraw_until.unwrap_or(session.starts_at),
        late: confirmed && session.withdraw_until.is_some_and(|at| at < cx.now()),
        may_withdraw: alive && coming,
        may_swap: confirmed && coming && !cx.actor().is_outsider(),
        gives_up,
        again: !alive
            && seen
            && !matches!(enrolment.ending, Some(Ending::PlacedElsewhere | Ending::Swapped))
            && rule::open(&session, cx.now(), false).is_ok(),
        form,
    })
}
