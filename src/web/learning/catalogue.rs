//! The catalogue: workshops with their next date, or all dates to come.

use chrono::{DateTime, Utc};
use entity::{id::WorkshopId, workshop::Cover, workshop_value::CoreValue};
use poem::{Response, handler};
use serde::Serialize;

use super::{
    card::{self, Badge, SessionCard},
    filter::{Chip, Choice, Wish, link},
    listed::{Listed, Shown, listed},
};
use crate::{
    domain::learning::{agenda, standing, workshop},
    web::{
        context::Context,
        pager::{Pager, window},
        sentence::Sentence,
        view::View,
    },
};

/// The argument of the macro `card.workshop`.
#[derive(Clone, Debug, Serialize)]
struct WorkshopCard {
    href: String,
    title: String,
    summary: String,
    values: Vec<CoreValue>,
    length: String,
    first: Option<DateTime<Utc>>,
    dates: i64,
    badge: Option<Badge>,
    /// Where its picture is served.
    cover: Option<&'static str>,
}

/// The catalogue.
#[derive(Serialize)]
pub struct Index {
    /// Dates are shown, not workshops.
    by_date: bool,
    workshops: Vec<Shown<WorkshopCard>>,
    dates: Vec<Shown<SessionCard>>,
    total: u64,
    pages: Pager,
    search: String,
    narrowed: bool,
    free: bool,
    /// The value that is chosen, for the search form to keep.
    value: Option<CoreValue>,
    values: Vec<Chip>,
    forms: Vec<Choice>,
    months: Vec<Choice>,
    /// The other view, and this one with or without full dates.
    workshops_href: String,
    dates_href: String,
    free_href: String,
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/workshop/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("workshop-list-title")
    }

    fn samples() -> Vec<Self> {
        let workshop = |dates| WorkshopCard {
            href: "/workshops/0190a1b2-0000-7000-8000-000000000004".into(),
            title: "Het eerste contact".into(),
            summary: "Wat iemand in de eerste minuut merkt.".into(),
            values: vec![CoreValue::Connection],
            length: "3 uur".into(),
            first: (dates > 0).then(|| card::Span::sample(0).start),
            dates,
            badge: None,
            cover: (dates > 0).then(|| card::cover(Cover::Letter)),
        };
        let workshop = |dates| Shown::fresh(workshop(dates));
        let date = |days| Shown::fresh(SessionCard::sample("Het eerste contact", days, 16));
        let empty = |narrowed| Self { narrowed, ..Self::sample() };
        vec![
            Self { workshops: vec![workshop(0), workshop(2)], total: 2, ..Self::sample() },
            Self { by_date: true, dates: vec![date(0), date(1)], total: 2, free: true, ..Self::sample() },
            empty(true),
            Self { by_date: true, ..empty(false) },
        ]
    }
}

impl Index {
    fn sample() -> Self {
        let choice = |value: &str| Choice { value: value.into(), label: value.into(), chosen: true };
        let chip =
            |value| Chip { href: "/workshops".into(), current: value == Some(CoreValue::Trust), value };
        Self {
            by_date: false,
            workshops: vec![],
            dates: vec![],
            total: 0,
            pages: Pager::single(0),
            search: "gesprek".into(),
            narrowed: false,
            free: false,
            value: Some(CoreValue::Trust),
            values: vec![chip(None), chip(Some(CoreValue::Trust))],
            forms: vec![choice("online")],
            months: vec![choice("2026-12")],
            workshops_href: "/workshops".into(),
            dates_href: "/workshops?show=dates".into(),
            free_href: "/workshops?free=yes".into(),
        }
    }

    fn new(cx: &Context, wish: &Wish, total: u64, pages: Pager) -> Self {
        Self {
            by_date: wish.dates,
            workshops: vec![],
            dates: vec![],
            total,
            pages,
            search: wish.search.clone(),
            narrowed: wish.narrows(),
            free: wish.free,
            value: wish.value,
            values: wish.values(cx),
            forms: wish.forms(cx),
            months: wish.months(cx),
            workshops_href: workshops_only(cx),
            dates_href: link(cx, "show", "dates"),
            free_href: link(cx, "free", if wish.free { "" } else { "yes" }),
        }
    }
}

/// Workshops with their next date, or dates.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let wish = Wish::read(cx.query());
    let index = if wish.dates { dates(&cx, &wish).await? } else { workshops(&cx, &wish).await? };
    cx.page(&index)
}

async fn workshops(cx: &Context, wish: &Wish) -> poem::Result<Index> {
    let listed = listed(cx, wish, read_workshops(cx, wish)).await?;
    let pages = Pager::new(cx, &listed.page, listed.total);
    let workshops = listed.page.items.iter().map(Shown::from).collect();
    Ok(Index { workshops, ..Index::new(cx, wish, listed.total, pages) })
}

async fn read_workshops(cx: &Context, wish: &Wish) -> poem::Result<Listed<WorkshopCard>> {
    let filter = wish.workshops();
    let page = workshop::list(cx.db(), &filter, &window(cx)?).await?;
    let total = workshop::count(cx.db(), &filter).await?;
    let ids: Vec<WorkshopId> = page.items.iter().map(|item| item.workshop.id).collect();
    let coming = agenda::coming(cx.db(), &ids, cx.now()).await?;
    let card = |workshop::Item { workshop, values }: workshop::Item| WorkshopCard {
        href: format!("/workshops/{}", workshop.id),
        length: card::length(cx, workshop.duration_minutes, workshop.parts),
        title: workshop.title,
        summary: workshop.summary,
        values,
        first: coming.get(&workshop.id).map(|coming| coming.first),
        dates: coming.get(&workshop.id).map_or(0, |coming| coming.dates),
        badge: None,
        cover: workshop.cover.map(card::cover),
    };
    Listed::new(cx, page.map(card), total, false)
}

async fn dates(cx: &Context, wish: &Wish) -> poem::Result<Index> {
    let listed = listed(cx, wish, read_dates(cx, wish)).await?;
    let marks = standing::marks(cx.db(), cx.me()?, cx.now()).await?;
    let pages = Pager::new(cx, &listed.page, listed.total);
    let dates = listed.page.items.iter().map(|one| match marks.get(&one.card.id) {
        Some(row) => Shown::fresh(one.card.marked(cx, row)),
        None => one.into(),
    });
    Ok(Index { dates: dates.collect(), ..Index::new(cx, wish, listed.total, pages) })
}

async fn read_dates(cx: &Context, wish: &Wish) -> poem::Result<Listed<SessionCard>> {
    let filter = wish.sessions(cx);
    let page = agenda::list(cx.db(), &filter, &window(cx)?, cx.now()).await?;
    let total = agenda::count(cx.db(), &filter, cx.now()).await?;
    Listed::new(cx, page.map(|item| SessionCard::new(cx, &item, None)), total, true)
}

/// The view of workshops knows no months and no seats.
fn workshops_only(cx: &Context) -> String {
    let kept = ["value", "form", "q"].map(|name| (name, cx.query().text(name)));
    let kept: Vec<_> = kept.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let query = serde_urlencoded::to_string(kept).unwrap_or_default();
    if query.is_empty() { "/workshops".into() } else { format!("/workshops?{query}") }
}
