//! What partners and customers said in round tables and panels, by service area: for who measures.

use chrono::NaiveDate;
use entity::conversation::ConversationKind;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::dialogue::conversation::outside::{self, Area, Voice},
    web::{
        context::Context,
        dialogue::theme::name as theme_name,
        learning::session_choose::Choice,
        pager::{self, Pager},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The released summaries.
#[derive(Serialize)]
pub struct Index {
    form: FormView,
    areas: Vec<Choice>,
    /// How many conversations were about which service area.
    held: Vec<Area>,
    rows: Vec<Spoken>,
    pages: Pager,
}

/// A conversation in the list.
#[derive(Clone, Debug, Serialize)]
struct Spoken {
    id: String,
    kind: ConversationKind,
    partner: Option<String>,
    area: Option<String>,
    held_on: NaiveDate,
    participants: i32,
    themes: Vec<String>,
}

impl Spoken {
    fn new(cx: &Context, voice: Voice) -> Option<Self> {
        let row = voice.line.row;
        Some(Self {
            id: row.id.to_string(),
            kind: row.kind,
            partner: row.partner,
            area: row.service_area,
            held_on: row.held_on?,
            participants: row.participants?,
            themes: voice.themes.iter().map(|theme| theme_name(cx, theme).to_owned()).collect(),
        })
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "service/feedback/spoken.html";

    fn title(&self) -> Sentence {
        Sentence::new("spoken-title")
    }

    fn samples() -> Vec<Self> {
        let areas = vec![(Some("Vergunningen".to_owned()), 2), (None, 1)];
        let one = Spoken {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            kind: ConversationKind::Panel,
            partner: Some("Klantenpanel".into()),
            area: Some("Vergunningen".into()),
            held_on: NaiveDate::default(),
            participants: 9,
            themes: vec!["Terugbellen".into()],
        };
        let bare = Spoken { area: None, themes: vec![], kind: ConversationKind::RoundTable, ..one.clone() };
        let face = |held: Vec<Area>, rows: Vec<Spoken>| Self {
            form: FormView::new(),
            areas: choices(&held),
            held,
            pages: Pager::single(rows.len() as u64),
            rows,
        };
        vec![face(areas, vec![one, bare]), face(vec![], vec![])]
    }
}

/// The last conversation first.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let (query, db, actor) = (cx.query(), cx.db(), cx.actor());
    let area = Some(query.text("area")).filter(|area| !area.is_empty());
    let held = outside::areas(db, actor).await?;
    let page = outside::page(db, actor, area, &pager::window(&cx)?).await?;
    let pages = Pager::new(&cx, &page, outside::count(db, actor, area).await?);
    let rows = page.items.into_iter().filter_map(|voice| Spoken::new(&cx, voice));
    cx.page(&Index {
        form: FormView::new().keeping(query, &[]),
        areas: choices(&held),
        held,
        rows: rows.collect(),
        pages,
    })
}

fn choices(held: &[Area]) -> Vec<Choice> {
    let named = held.iter().filter_map(|(area, _)| area.clone());
    named.map(|area| Choice { value: area.clone(), label: area }).collect()
}
