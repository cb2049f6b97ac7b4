//! Choosing another date for a place one has.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SessionId},
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{Seats, SessionCard, Span, first_period},
    enrolment::{go_to, taken},
    stand::{self, Stand},
};
use crate::{
    domain::{
        error::{Error, Refusal, Result},
        learning::{
            agenda::{self, Item},
            enrolment::Placement,
            place::{self, Place},
            rule::Replaced,
            swap as swaps,
        },
        page::Window,
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// The other dates of the workshop.
#[derive(Serialize)]
pub struct Swap {
    title: String,
    href: String,
    period: Span,
    /// Those that can be chosen.
    dates: Vec<Date>,
    /// Those that cannot, each with what stands in the way.
    others: Vec<Date>,
    withdraw_until: DateTime<Utc>,
    /// Changing now asks for a reason.
    late: bool,
    form: FormView,
}

/// Another date.
#[derive(Clone, Debug, Serialize)]
pub struct Date {
    id: String,
    card: SessionCard,
    stand: Stand,
    /// How many places are free; nothing without a limit.
    free: Option<i32>,
    draw_at: Option<DateTime<Utc>>,
}

impl View for Swap {
    const TEMPLATE: &'static str = "learning/enrolment/swap.html";

    fn title(&self) -> Sentence {
        Sentence::new("swap-title")
    }

    fn samples() -> Vec<Self> {
        let date = |(days, kind): (i64, &'static str)| Date {
            id: format!("0190a1b2-0000-7000-8000-00000000000{days}"),
            card: SessionCard::sample("Het eerste contact", days, 12),
            stand: Stand::sample(kind),
            free: (kind == "take" && days != 2).then_some(2 - i32::from(days == 3)),
            draw_at: (kind == "draw").then(|| Span::sample(0).start),
        };
        let kinds = [(1, "take"), (2, "take"), (3, "take"), (4, "queue"), (5, "draw")];
        let full = |late, form| Self {
            title: "Het eerste contact".into(),
            href: "/enrolments/1".into(),
            period: Span::sample(0),
            dates: kinds.map(date).into(),
            others: [(6, "no"), (7, "mine")].map(date).into(),
            withdraw_until: Span::sample(-1).start,
            late,
            form,
        };
        let wrong = FormView::new().wrong("session", "Kies een datum.").wrong("reason", "Vertel waarom.");
        let none = Self { dates: Vec::new(), others: Vec::new(), ..full(false, FormView::new()) };
        vec![full(false, FormView::new()), full(true, wrong), none]
    }
}

/// The dates to choose from.
#[handler]
pub async fn choose(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    let form = FormView::new().with("short-notice", "yes");
    cx.page(&view(&cx, held(&cx, id).await?, form).await?)
}

/// Goes to another date, or waits there.
#[handler]
pub async fn swap(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    match change_date(&cx, id, &form).await {
        Ok(placement) => Ok(go_to(&cx, &placement, said(&cx, &placement).await?)),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            let status = form.status;
            cx.page_as(status, &view(&cx, held(&cx, id).await?, form).await?)
        }
    }
}

async fn change_date(cx: &Context, id: EnrolmentId, form: &Form) -> Result<Placement> {
    let mut read = form.read();
    let to = read.choice("session", |text| text.parse::<SessionId>().ok());
    let (to, reason) = (read.needed("session", to), read.optional("reason", 500));
    read.done()?;
    let to = to.ok_or(Error::Missing("session"))?;
    let short_notice = form.has("short-notice");
    let wish = &swaps::Swap { from: id, to, short_notice, reason: Some(reason) };
    cx.write_once(form, |change| async move { swaps::swap(&change, wish).await }).await
}

/// What has happened to both places.
async fn said(cx: &Context, placement: &Placement) -> Result<Sentence> {
    match (placement.status, placement.position) {
        (EnrolmentStatus::Confirmed, _) => Ok(Sentence::new("place-said-swapped")),
        (_, Some(position)) => Ok(Sentence::new("place-said-swap-waiting").with("position", position)),
        _ => taken(cx, placement).await,
    }
}

/// The place one would leave.
async fn held(cx: &Context, id: EnrolmentId) -> Result<Place> {
    let place = place::find(cx.db(), cx.me()?, id, cx.now()).await?;
    let started = place.item.session.starts_at <= cx.now();
    if place.enrolment.status != EnrolmentStatus::Confirmed || started {
        return Err(Refusal::NotPossibleNow.into());
    }
    Ok(place)
}

async fn view(cx: &Context, place: Place, form: FormView) -> Result<Swap> {
    let session = &place.item.session;
    let filter =
        agenda::Filter { workshop: Some(place.item.workshop.id), from: Some(cx.now()), ..Default::default() };
    let mut items = agenda::list(cx.db(), &filter, &Window::default(), cx.now()).await?.items;
    items.retain(|item| item.session.id != session.id);
    let leaving = Replaced { enrolment: place.enrolment.id, session: session.id };
    let stands = stand::of_leaver(cx, &items, Some(leaving)).await?;
    let all = items.iter().zip(stands).map(|(item, stand)| Date::new(cx, item, stand));
    let (dates, others) = all.partition(|date| matches!(date.stand.kind, "take" | "queue" | "draw"));
    Ok(Swap {
        title: place.item.workshop.title.clone(),
        href: format!("/enrolments/{}", place.enrolment.id),
        period: first_period(&place.item),
        dates,
        others,
        withdraw_until: session.withdraw_until.unwrap_or(session.starts_at),
        late: session.withdraw_until.is_some_and(|at| at < cx.now()),
        form,
    })
}

impl Date {
    fn new(cx: &Context, item: &Item, stand: Stand) -> Self {
        let seats = Seats::from(&item.session);
        Self {
            id: item.session.id.to_string(),
            card: SessionCard::new(cx, item, None),
            stand,
            free: seats.capacity.map(|capacity| capacity - seats.taken),
            draw_at: item.session.draw_at,
        }
    }
}
