//! The programme on one screen, for whoever runs it: dates with too few or too many people, shortages, and which departments
//! are behind. What it costs, and who did not show up, are pages of their own.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use entity::id::*;
use poem::{Response, handler};
use serde::Serialize;

use super::{
    assignment::Room,
    card::{Span, first_period},
    date_wish,
    shortage::{self, Short, Standing},
};
use crate::{
    domain::{
        error::Result,
        learning::{
            agenda::{self, Filter, Item},
            date_wish as wishes, decision,
            duty::urgent::{self, Behind},
        },
        page::Window,
        people::department::Tree,
    },
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        sentence::Sentence,
        view::View,
    },
};

/// Lines of one part.
const FEW: u64 = 8;
/// Wishes for a date that are shown; each that is answered makes room.
const WISHES: u64 = 30;
/// Departments that are shown; the file has all of them.
const DEPARTMENTS: usize = 20;

/// The page.
#[derive(Serialize)]
pub struct Overview {
    /// Too few people.
    few: Vec<Line>,
    few_count: u64,
    /// People who wait.
    queue: Vec<Line>,
    queue_count: u64,
    shortages: Vec<Short>,
    /// Dates that heads ask for.
    wishes: Vec<date_wish::Line>,
    departments: Vec<Late>,
    /// Departments that are behind and are not shown.
    more: usize,
    files: Files,
}

/// A session that needs a look.
#[derive(Clone, Debug, Serialize)]
struct Line {
    href: String,
    title: String,
    period: Span,
    people: i32,
    minimum: Option<i32>,
    capacity: Option<i32>,
    waiting: i32,
    /// When it is decided whether it goes on, as long as it is not.
    decide_by: Option<DateTime<Utc>>,
    /// It has to be decided now.
    now: bool,
}

/// A department that is behind.
#[derive(Clone, Debug, Serialize)]
struct Late {
    name: String,
    open: i64,
    overdue: i64,
}

impl Line {
    fn new(item: &Item, now: DateTime<Utc>) -> Self {
        let session = &item.session;
        let awaited = decision::is_awaited(session, now);
        let page = if awaited { "/decision" } else { "" };
        Self {
            href: format!("/desk/sessions/{}{page}", session.id),
            title: item.workshop.title.clone(),
            period: first_period(item),
            people: session.taken - session.held,
            minimum: session.minimum,
            capacity: session.capacity,
            waiting: session.waiting,
            decide_by: session.decide_by.filter(|_| session.decided_at.is_none()),
            now: awaited,
        }
    }

    fn sample(now: bool) -> Self {
        Self {
            href: "/desk/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            title: "Helder schrijven".into(),
            period: Span::sample(0),
            people: 4,
            minimum: Some(6),
            capacity: now.then_some(12),
            waiting: 3,
            decide_by: Some(Span::sample(-7).start),
            now,
        }
    }
}

impl View for Overview {
    const TEMPLATE: &'static str = "desk/overview/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("programme-title")
    }

    fn samples() -> Vec<Self> {
        let late = Late { name: "Vergunningen".into(), open: 12, overdue: 3 };
        let full = Self {
            few: vec![Line::sample(true), Line::sample(false)],
            few_count: 12,
            queue: vec![Line::sample(true), Line::sample(false)],
            queue_count: 2,
            shortages: vec![Short::sample(3), Short::sample(1)],
            wishes: vec![date_wish::Line::sample("open")],
            departments: vec![late],
            more: 4,
            files: Files::sample(),
        };
        let bare = Self {
            few: vec![],
            few_count: 0,
            queue: vec![],
            queue_count: 0,
            shortages: vec![],
            wishes: vec![],
            departments: vec![],
            more: 0,
            files: Files::sample(),
        };
        vec![full, bare]
    }
}

/// Everything of which the programme has to know.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let mut departments = departments(&cx).await?;
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, departments), format).await;
    }
    departments.retain(|one| one.overdue > 0);
    let room = Room::of(&cx);
    let standing = Standing::of_everybody(&cx, &room).await?;
    let (few, few_count) = sessions(&cx, Filter { few: true, ..Filter::default() }).await?;
    let (queue, queue_count) = sessions(&cx, Filter { queue: true, ..Filter::default() }).await?;
    let wishes = wishes::open(cx.db(), WISHES).await?;
    cx.page(&Overview {
        few,
        few_count,
        queue,
        queue_count,
        shortages: shortage::worst(&cx, &room, &standing).await?,
        wishes: wishes.iter().map(date_wish::Line::new).collect(),
        more: departments.len().saturating_sub(DEPARTMENTS),
        departments: departments.into_iter().take(DEPARTMENTS).collect(),
        files: Files::of(&cx),
    })
}

/// The first sessions to come that a filter finds, and how many there are.
async fn sessions(cx: &Context, filter: Filter) -> Result<(Vec<Line>, u64)> {
    let filter = Filter { from: Some(cx.now()), ..filter };
    let window = Window { limit: FEW, after: None };
    let page = agenda::list(cx.db(), &filter, &window, cx.now()).await?;
    let shown = u64::try_from(page.items.len()).unwrap_or_default();
    let count = match page.next {
        Some(_) => agenda::count(cx.db(), &filter, cx.now()).await?,
        None => shown,
    };
    Ok((page.items.iter().map(|item| Line::new(item, cx.now())).collect(), count))
}

/// What is open and overdue of each department, its teams with it, the furthest behind first.
async fn departments(cx: &Context) -> Result<Vec<Late>> {
    let today = cx.house().policy.day(cx.now());
    let behind = urgent::by_department(cx.db(), today).await?;
    let tree = cx.tree().await?;
    let mut found: BTreeMap<DepartmentId, (i64, i64)> = BTreeMap::new();
    for (id, Behind { open, overdue, .. }) in behind {
        let sum = found.entry(tree.office(id)).or_default();
        *sum = (sum.0 + open, sum.1 + overdue);
    }
    let mut late: Vec<_> = found.into_iter().filter_map(|row| named(&tree, row)).collect();
    late.sort_by(|a, b| b.overdue.cmp(&a.overdue).then_with(|| a.name.cmp(&b.name)));
    Ok(late)
}

fn named(tree: &Tree, (id, (open, overdue)): (DepartmentId, (i64, i64))) -> Option<Late> {
    Some(Late { name: tree.get(id)?.name.clone(), open, overdue })
}

fn file(cx: &Context, departments: Vec<Late>) -> Table {
    let columns = ["programme-department", "programme-open", "duty-state-overdue"];
    let row = |one: Late| vec![one.name.into(), one.open.into(), one.overdue.into()];
    download::table(cx, "programme-behind", &columns, departments.into_iter().map(row).collect())
}
