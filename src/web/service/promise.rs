//! The promises, for everybody who works here: what is promised, and in one sentence how it goes, misses included.

use poem::{Response, handler};
use serde::Serialize;

use super::figure;
use crate::{
    domain::{
        error::Result,
        people::department::Department,
        service::{
            period::Period,
            promise::{self, Item, Promise},
            reading::{self, Reading, is_kept},
        },
    },
    web::{
        context::Context,
        pager::{Pager, window},
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// Readings of which a list tells something: three years of months for each promise of a page.
const MOST: u64 = 1_800;
/// Periods that the sentence of a promise is about.
const LATELY: usize = 12;

/// The list.
#[derive(Serialize)]
pub struct Index {
    cards: Vec<Card>,
    pages: Pager,
    retired: bool,
    /// May enter and change.
    measures: bool,
    /// How many of how many with a reading were on target in their last period.
    kept: Option<(usize, usize)>,
}

/// A promise in a list, and at the top of its own page.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Card {
    pub code: String,
    pub href: String,
    pub text: String,
    pub indicator: String,
    /// "minstens 90 %".
    pub target: String,
    pub every: &'static str,
    pub department: Option<String>,
    pub measured_by: String,
    pub source: String,
    pub definition: String,
    /// The last value; nothing without a reading.
    pub value: Option<String>,
    /// Whether it was on target.
    pub kept: bool,
    /// How it goes, in one sentence with the misses.
    pub said: String,
}

impl Card {
    /// `rows`: the readings that count, the newest first.
    pub(super) fn new(cx: &Context, item: &Item, rows: &[Reading]) -> Self {
        let row = &item.row;
        Self {
            code: row.code.clone(),
            href: format!("/promises/{}", row.code),
            text: figure::own(cx, &row.text_nl, &row.text_en).to_owned(),
            indicator: figure::own(cx, &row.indicator_nl, &row.indicator_en).to_owned(),
            target: figure::target(cx, row, row.target),
            every: row.every.code(),
            department: item.department.as_ref().map(|one: &Department| one.name.clone()),
            measured_by: row.measured_by.clone(),
            source: row.data_source.clone(),
            definition: figure::own(cx, &row.definition_nl, &row.definition_en).to_owned(),
            value: rows.first().map(|last| figure::value(cx, row.unit, last.value)),
            kept: rows.first().is_some_and(|last| is_kept(row, last)),
            said: said(cx, row, rows),
        }
    }

    /// For samples.
    pub(super) fn sample(value: Option<&str>, kept: bool) -> Self {
        Self {
            code: "N01".into(),
            href: "/promises/N01".into(),
            text: "Binnen twee werkdagen word je teruggebeld".into(),
            indicator: "Op tijd teruggebeld / alle terugbelverzoeken".into(),
            target: "minstens 90 %".into(),
            every: "month",
            department: value.map(|_| "Klantcontact".into()),
            measured_by: value.map(|_| "KCC").unwrap_or_default().into(),
            source: value.map(|_| "Zaaksysteem").unwrap_or_default().into(),
            definition: value
                .map(|_| "Wie na vijf uur belt, telt als de volgende dag.")
                .unwrap_or_default()
                .into(),
            value: value.map(Into::into),
            kept,
            said: "In januari 2026 was het 72 %, en dat is niet gehaald.".into(),
        }
    }
}

/// How it goes, in one sentence; a miss is told in the same breath as what was reached.
fn said(cx: &Context, promise: &Promise, rows: &[Reading]) -> String {
    let Some(last) = rows.first() else { return cx.say(&Sentence::new("promise-said-nothing")) };
    let lately = rows.get(..LATELY.min(rows.len())).unwrap_or_default();
    let kept = lately.iter().filter(|row| is_kept(promise, row)).count();
    let key = if is_kept(promise, last) { "promise-said-kept" } else { "promise-said-missed" };
    let period = Period::of(promise.every, last.begins_on);
    let sentence = Sentence::new(key)
        .with("period", figure::period(cx, promise.every, period))
        .with("value", figure::value(cx, promise.unit, last.value))
        .with("target", figure::target(cx, promise, last.target))
        .with("kept", kept)
        .with("missed", lately.len() - kept)
        .with("of", lately.len());
    cx.say(&sentence)
}

impl View for Index {
    const TEMPLATE: &'static str = "service/promise/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("promises-title")
    }

    fn samples() -> Vec<Self> {
        let face = |cards: Vec<Card>, retired, measures, kept| Self {
            pages: Pager::single(cards.len() as u64),
            cards,
            retired,
            measures,
            kept,
        };
        vec![
            face(
                vec![Card::sample(Some("72 %"), false), Card::sample(Some("92 %"), true)],
                false,
                true,
                Some((1, 2)),
            ),
            face(vec![Card::sample(None, false)], true, false, None),
            face(vec![], false, true, None),
            face(vec![], false, false, None),
        ]
    }
}

/// All that hold, or with `?retired=yes` those that were retired.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx).await?)
}

async fn view(cx: &Context) -> Result<Index> {
    let retired = cx.query().has("retired");
    let page = promise::page(cx.db(), retired, &window(cx)?).await?;
    let total = promise::count(cx.db(), retired).await?;
    let ids: Vec<_> = page.items.iter().map(|item| item.row.id).collect();
    let rows = reading::latest(cx.db(), &ids, MOST).await?;
    let none = Vec::new();
    let card = |item: &Item| Card::new(cx, item, rows.get(&item.row.id).unwrap_or(&none));
    let cards: Vec<_> = page.items.iter().map(card).collect();
    let measured = cards.iter().filter(|card| card.value.is_some());
    let kept = (measured.clone().filter(|card| card.kept).count(), measured.count());
    Ok(Index {
        pages: Pager::new(cx, &page, total),
        cards,
        retired,
        measures: cx.may(Allow::Measurer),
        kept: (kept.1 > 0 && !retired).then_some(kept),
    })
}
