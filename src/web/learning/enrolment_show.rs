//! What somebody sees of one place of theirs.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{Ending, EnrolmentStatus},
    id::EnrolmentId,
    session::SessionState,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{Span, address, first_period, lapsed},
    needs,
    place::{ENDED, state},
    session::{Meeting, workshop_address},
};
use crate::{
    domain::{
        error::Result,
        learning::{
            approval,
            place::{self, Place},
            rule, sight,
        },
        people::person::full_name,
    },
    web::{context::Context, refill::FormView, sentence::Sentence, view::View},
};

/// A place of the viewer.
#[derive(Serialize)]
pub struct Show {
    title: String,
    /// `confirmed`, `offered`, `waiting`, `requested`, `asked`, or how it ended: see [`state`].
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
    /// Until when somebody can decide about a request.
    asked_until: Option<DateTime<Utc>>,
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
            asked_until: (state == "asked").then(|| Span::sample(-3).start),
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
        let alive =
            ["confirmed", "offered", "waiting", "requested", "asked"].map(|state| sample(state, true));
        let form = FormView::new().with("reason", "").wrong("reason", "Vertel waarom het niet lukt.");
        let late = Self { late: true, form, ..sample("confirmed", true) };
        alive.into_iter().chain(ENDED.map(|state| sample(state, false))).chain([late]).collect()
    }
}

/// One place of the viewer; somebody else's does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    let place = place::find(cx.db(), cx.me()?, id, cx.now()).await?;
    cx.page(&view(&cx, place, FormView::new()).await?)
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

/// The page of a place, with what was typed in its form.
///
/// # Errors
/// When the database fails.
pub(super) async fn view(cx: &Context, place: Place, form: FormView) -> Result<Show> {
    let gives_up = given_up(cx, &place).await?;
    let form = needs::filled(cx, form, place.enrolment.id).await?;
    let seen = sight::sees(cx.db(), cx.actor(), &place.item.session).await?;
    let state = state(&place, cx.now());
    let period = first_period(&place.item);
    let Place { enrolment, item, position } = place;
    let session = item.session;
    let alive = enrolment.status.alive() && !lapsed(&enrolment, cx.now()) && state != "request-expired";
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
        draw_at: session.draw_at.filter(|_| state == "requested"),
        asked_until: (state == "asked").then(|| approval::until(&session)),
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
