//! The summaries that somebody may read: of the own team, and for a head of the teams below.

use chrono::{Days, NaiveDate};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        dialogue::conversation::{list, summary},
        error::Result,
        page::Window,
    },
    web::{
        context::Context,
        pager::{self, Pager},
        sentence::Sentence,
        view::View,
    },
};

/// How long a summary is new.
const NEW: Days = Days::new(30);
/// Summaries on the first page.
const FEW: u64 = 3;

/// The list.
#[derive(Serialize)]
pub struct List {
    rows: Vec<Line>,
    pages: Pager,
}

/// A summary in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    id: String,
    held_on: NaiveDate,
    teams: Vec<String>,
    partner: Option<String>,
    participants: i32,
}

impl Line {
    fn new(line: &list::Line) -> Option<Self> {
        let row = &line.row;
        Some(Self {
            id: row.id.to_string(),
            held_on: row.held_on?,
            teams: line.teams.clone(),
            partner: row.partner.clone(),
            participants: row.participants?,
        })
    }

    /// For samples.
    pub fn sample() -> Self {
        Self {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            held_on: NaiveDate::default(),
            teams: vec!["Postkamer".into()],
            partner: None,
            participants: 9,
        }
    }
}

impl View for List {
    const TEMPLATE: &'static str = "dialogue/summary/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("menu-summaries")
    }

    fn samples() -> Vec<Self> {
        let partner = Line { teams: vec![], partner: Some("Klantenpanel".into()), ..Line::sample() };
        let rows = vec![Line::sample(), partner];
        vec![Self { rows, pages: Pager::single(2) }, Self { rows: vec![], pages: Pager::single(0) }]
    }
}

/// The last conversation first.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let page = summary::page(cx.db(), cx.actor(), &pager::window(&cx)?, today).await?;
    let total = summary::count(cx.db(), cx.actor(), today).await?;
    let pages = Pager::new(&cx, &page, total);
    cx.page(&List { rows: page.items.iter().filter_map(Line::new).collect(), pages })
}

/// What is new to read, on the first page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Fresh(Vec<Line>);

impl Fresh {
    /// Of whoever works here; who comes from outside has no team.
    pub(in crate::web) async fn of(cx: &Context) -> Result<Self> {
        if cx.actor().is_outsider() {
            return Ok(Self::default());
        }
        let today = cx.house().policy.day(cx.now());
        let window = Window { limit: FEW, after: None };
        let page = summary::page(cx.db(), cx.actor(), &window, today).await?;
        let since = cx.now().checked_sub_days(NEW);
        let new = |line: &&list::Line| line.row.released_at > since;
        Ok(Self(page.items.iter().filter(new).filter_map(Line::new).collect()))
    }

    /// For samples.
    pub(in crate::web) fn sample() -> Self {
        Self(vec![Line::sample()])
    }
}
