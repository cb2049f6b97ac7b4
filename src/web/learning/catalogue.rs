//! The catalogue: workshops with their next date, or all dates to come.

use chrono::{DateTime, Utc};
use entity::{core_value::CoreValue, id::WorkshopId, workshop::Cover};
use minijinja::Value;
use poem::{Response, handler};
use serde::Serialize;

use super::{
    card::{self, Badge, SessionCard},
    filter::{Chip, Choice, Wish, link},
    listed::{self, Listed, Shown, listed},
};
use crate::{
    domain::{
        learning::{agenda, standing, workshop},
        page::Page,
    },
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

/// One of the two kinds of cards.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum Card {
    Workshop(WorkshopCard),
    Date(SessionCard),
}

/// What stands round the cards: the same for everybody who asks for this part of the catalogue.
#[derive(Clone, Debug, Serialize)]
struct Round {
    /// Dates are shown, not workshops.
    by_date: bool,
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

/// The catalogue: written, or as a sample with what is to be written.
#[derive(Serialize)]
pub struct Index {
    head: Option<Value>,
    cards: Vec<Shown<Card>>,
    foot: Option<Value>,
    #[serde(flatten)]
    sample: Option<Round>,
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/workshop/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("workshop-list-title")
    }

    fn samples() -> Vec<Self> {
        let workshop = |dates| {
            Card::Workshop(WorkshopCard {
                href: "/workshops/0190a1b2-0000-7000-8000-000000000004".into(),
                title: "Het eerste contact".into(),
                summary: "Wat iemand in de eerste minuut merkt.".into(),
                values: vec![CoreValue::Connection],
                length: "3 uur".into(),
                first: (dates > 0).then(|| card::Span::sample(0).start),
                dates,
                badge: None,
                cover: (dates > 0).then(|| card::cover(Cover::Letter)),
            })
        };
        let date = |days| Card::Date(SessionCard::sample("Het eerste contact", days, 16));
        let page = |cards: Vec<Card>, round: Round| Self {
            head: None,
            cards: cards.into_iter().map(Shown::fresh).collect(),
            foot: None,
            sample: Some(round),
        };
        let round = |by_date, total| Round { by_date, ..Round::sample(total) };
        vec![
            page(vec![workshop(0), workshop(2)], round(false, 2)),
            page(vec![date(0), date(1)], Round { free: true, ..round(true, 2) }),
            page(vec![], Round { narrowed: true, ..round(false, 0) }),
            page(vec![], round(true, 0)),
            page(vec![], round(false, 0)),
        ]
    }
}

impl Round {
    fn sample(total: u64) -> Self {
        let choice = |value: &str| Choice { value: value.into(), label: value.into(), chosen: true };
        let chip =
            |value| Chip { href: "/workshops".into(), current: value == Some(CoreValue::Trust), value };
        Self {
            by_date: false,
            total,
            pages: Pager::single(total),
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

impl Index {
    fn new<C>(listed: &Listed<C>, cards: Vec<Value>) -> Self {
        let (head, foot) = (Some(listed.head.clone()), Some(listed.foot.clone()));
        Self { head, cards: cards.into_iter().map(Shown::written).collect(), foot, sample: None }
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
    Ok(Index::new(&listed, listed.cards.iter().map(|(_, html)| html.clone()).collect()))
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
    written(cx, wish, page.map(card), total)
}

async fn dates(cx: &Context, wish: &Wish) -> poem::Result<Index> {
    let listed = listed(cx, wish, read_dates(cx, wish)).await?;
    let marks = standing::marks(cx.db(), cx.me()?, cx.now()).await?;
    let cards = listed.cards.iter().map(|(card, html)| match marks.get(&card.id) {
        Some(row) => listed::card(cx, &card.marked(cx, row), true),
        None => Ok(html.clone()),
    });
    Ok(Index::new(&listed, cards.collect::<Result<_, _>>()?))
}

async fn read_dates(cx: &Context, wish: &Wish) -> poem::Result<Listed<SessionCard>> {
    let filter = wish.sessions(cx);
    let page = agenda::list(cx.db(), &filter, &window(cx)?, cx.now()).await?;
    let total = agenda::count(cx.db(), &filter, cx.now()).await?;
    written(cx, wish, page.map(|item| SessionCard::new(cx, &item, None)), total)
}

fn written<C: Serialize>(cx: &Context, wish: &Wish, page: Page<C>, total: u64) -> poem::Result<Listed<C>> {
    let round = Round::new(cx, wish, total, Pager::new(cx, &page, total));
    Listed::new(cx, page.items, wish.dates, &round)
}

/// The view of workshops knows no months and no seats.
fn workshops_only(cx: &Context) -> String {
    let kept = ["value", "form", "q"].map(|name| (name, cx.query().text(name)));
    let kept: Vec<_> = kept.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let query = serde_urlencoded::to_string(kept).unwrap_or_default();
    if query.is_empty() { "/workshops".into() } else { format!("/workshops?{query}") }
}
