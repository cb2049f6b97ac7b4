//! My places: what is coming, what is offered, where I wait, and what is past.

use chrono::{DateTime, Datelike as _, Utc};
use entity::{
    core_value::CoreValue,
    enrolment::{Ending, EnrolmentStatus},
    session::SessionState,
};
use poem::{Response, handler};
use serde::Serialize;

use super::card::{self, Span, first_period, lapsed};
use crate::{
    domain::learning::{
        approval, draw,
        place::{self, Place},
    },
    web::{
        context::Context,
        key,
        pager::{Pager, window},
        sentence::Sentence,
        view::View,
    },
};

/// My places.
#[derive(Serialize)]
pub struct Index {
    offers: Vec<Row>,
    coming: Vec<Row>,
    waiting: Vec<Row>,
    /// The latest first.
    past: Vec<Year>,
    pages: Pager,
}

/// What was in one year.
#[derive(Clone, Debug, Serialize)]
struct Year {
    year: i32,
    rows: Vec<Row>,
}

/// A place in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub href: String,
    pub title: String,
    pub values: Vec<CoreValue>,
    pub period: Span,
    pub place: String,
    /// As [`state`] says.
    pub state: &'static str,
    pub position: Option<u64>,
    pub offer_until: Option<DateTime<Utc>>,
    /// When lots are drawn, for who takes part.
    pub draw_at: Option<DateTime<Utc>>,
    /// The key of the forms in this row.
    pub accept_key: String,
    pub decline_key: String,
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/place/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("place-list-title")
    }

    fn samples() -> Vec<Self> {
        let empty =
            Self { offers: vec![], coming: vec![], waiting: vec![], past: vec![], pages: Pager::single(0) };
        let full = Self {
            offers: vec![Row::sample("offered")],
            coming: vec![Row::sample("confirmed")],
            waiting: vec![Row::sample("waiting"), Row::sample("requested"), Row::sample("asked")],
            past: vec![
                Year { year: 2026, rows: ENDED.map(Row::sample).into() },
                Year { year: 2025, rows: vec![Row::sample("past")] },
            ],
            pages: Pager::single(9),
        };
        vec![full, empty]
    }
}

/// How something ended.
pub(super) const ENDED: [&str; 12] = [
    "turned-down",
    "request-expired",
    "past",
    "unplaced",
    "withdrawn",
    "removed",
    "swapped",
    "elsewhere",
    "lapsed",
    "declined",
    "called-off",
    "left",
];

/// Where a place stands, in one word: `confirmed`, `offered`, `waiting`, `requested` (of a draw), `asked` (somebody decides), or how
/// it ended.
pub fn state(place: &Place, now: DateTime<Utc>) -> &'static str {
    let row = &place.enrolment;
    let past = place.item.session.ends_at <= now;
    if place.item.session.state == SessionState::CalledOff {
        return "called-off";
    }
    match (row.status, row.ending) {
        (EnrolmentStatus::Confirmed, _) if past => "past",
        (EnrolmentStatus::Confirmed, _) => "confirmed",
        (EnrolmentStatus::Offered, _) if past || lapsed(row, now) => "lapsed",
        (EnrolmentStatus::Offered, _) => "offered",
        (EnrolmentStatus::Waiting | EnrolmentStatus::Requested, _) if past => "unplaced",
        (EnrolmentStatus::Waiting, _) => "waiting",
        (EnrolmentStatus::Requested, _) if draw::collects(&place.item.session) => "requested",
        (EnrolmentStatus::Requested, _) if approval::is_over(&place.item.session, now) => "request-expired",
        (EnrolmentStatus::Requested, _) => "asked",
        (_, Some(Ending::OfferLapsed)) => "lapsed",
        (_, Some(Ending::OfferDeclined)) => "declined",
        (_, Some(Ending::PlacedElsewhere)) => "elsewhere",
        (_, Some(Ending::Swapped)) => "swapped",
        (_, Some(Ending::SessionCalledOff)) => "called-off",
        (_, Some(Ending::LeftOrganisation)) => "left",
        (_, Some(Ending::NoPlace)) => "unplaced",
        (_, Some(Ending::TurnedDown)) => "turned-down",
        (_, Some(Ending::RequestExpired)) => "request-expired",
        (_, Some(Ending::ByStaff | Ending::ByHead)) => "removed",
        (EnrolmentStatus::Declined, _) => "declined",
        (EnrolmentStatus::Withdrawn, _) => "withdrawn",
    }
}

impl Row {
    /// A place in a list.
    pub fn new(cx: &Context, place: &Place) -> Self {
        Self {
            href: format!("/enrolments/{}", place.enrolment.id),
            title: place.item.workshop.title.clone(),
            values: place.item.values.clone(),
            period: first_period(&place.item),
            place: place.item.meetings.first().map_or_else(String::new, |meeting| card::place(cx, meeting)),
            state: state(place, cx.now()),
            position: place.position,
            offer_until: place.enrolment.offer_expires_at,
            draw_at: place.item.session.draw_at.filter(|_| state(place, cx.now()) == "requested"),
            accept_key: key::fresh(),
            decline_key: key::fresh(),
        }
    }

    /// For samples.
    pub fn sample(state: &'static str) -> Self {
        Self {
            href: "/enrolments/0190a1b2-0000-7000-8000-000000000002".into(),
            title: "Het eerste contact".into(),
            values: vec![CoreValue::Renewal],
            period: Span::sample(1),
            place: "Stadhuis, zaal 2.14".into(),
            state,
            position: (state == "waiting").then_some(2),
            offer_until: (state == "offered").then(|| Span::sample(0).end),
            draw_at: (state == "requested").then(|| Span::sample(0).start),
            accept_key: "0123456789abcdef".into(),
            decline_key: "fedcba9876543210".into(),
        }
    }
}

/// My places.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let (me, now) = (cx.me()?, cx.now());
    let coming = place::coming(cx.db(), me, now).await?;
    let past = place::past(cx.db(), me, now, &window(&cx)?).await?;
    let total = place::count_past(cx.db(), me, now).await?;
    let coming: Vec<Row> = coming.iter().map(|place| Row::new(&cx, place)).collect();
    let those = |states: &[&str]| coming.iter().filter(|row| states.contains(&row.state)).cloned().collect();
    cx.page(&Index {
        offers: those(&["offered"]),
        coming: those(&["confirmed", "called-off"]),
        waiting: those(&["waiting", "requested", "asked", "lapsed", "request-expired"]),
        pages: Pager::new(&cx, &past, total),
        past: years(&cx, &past.items),
    })
}

/// What is past, by the year of its date.
fn years(cx: &Context, places: &[Place]) -> Vec<Year> {
    let year = |place: &Place| cx.house().policy.day(place.item.session.starts_at).year();
    let same = |a: &Place, b: &Place| year(a) == year(b);
    let of = |chunk: &[Place]| {
        let rows = chunk.iter().map(|place| Row::new(cx, place)).collect();
        chunk.first().map(|first| Year { year: year(first), rows })
    };
    places.chunk_by(same).filter_map(of).collect()
}
