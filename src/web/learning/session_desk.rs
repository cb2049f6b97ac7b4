//! The list of sessions: all of them for a planner, their own for a trainer.

use chrono::{DateTime, NaiveTime, TimeZone as _, Utc};
use entity::session::SessionState;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        learning::agenda::{self, Filter, Item},
        people::person::full_name,
    },
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        pager::{self, Pager},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// Sessions in order of start.
#[derive(Serialize)]
pub struct List {
    filter: FormView,
    states: &'static [SessionState],
    rows: Vec<Line>,
    pages: Pager,
    files: Files,
    planner: bool,
    narrowed: bool,
}

/// A session in the list.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    id: String,
    title: String,
    starts_at: DateTime<Utc>,
    /// End of the first meeting.
    ends_at: DateTime<Utc>,
    meetings: usize,
    place: String,
    trainers: Vec<String>,
    state: SessionState,
    capacity: Option<i32>,
    taken: i32,
    waiting: i32,
}

impl Line {
    fn new(item: &Item) -> Self {
        let first = item.meetings.first();
        Self {
            id: item.session.id.to_string(),
            title: item.workshop.title.clone(),
            starts_at: item.session.starts_at,
            ends_at: first.map_or(item.session.ends_at, |meeting| meeting.ends_at),
            meetings: item.meetings.len(),
            place: first.map(|meeting| meeting.location.clone()).unwrap_or_default(),
            trainers: item.trainers.iter().map(full_name).collect(),
            state: item.session.state,
            capacity: item.session.capacity,
            taken: item.session.taken,
            waiting: item.session.waiting,
        }
    }

    fn sample(state: SessionState) -> Self {
        let starts_at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        Self {
            id: "1".into(),
            title: "Helder schrijven".into(),
            starts_at,
            ends_at: starts_at + chrono::TimeDelta::hours(3),
            meetings: 2,
            place: "Raadhuis, zaal 2".into(),
            trainers: vec!["Tess Vos".into()],
            state,
            capacity: (state != SessionState::Planned).then_some(12),
            taken: 12,
            waiting: 3,
        }
    }
}

impl View for List {
    const TEMPLATE: &'static str = "desk/session/list.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.planner { "desk-sessions-title" } else { "desk-sessions-own-title" })
    }

    fn samples() -> Vec<Self> {
        let list = |rows: Vec<Line>, planner, narrowed| Self {
            filter: FormView::new().with("from", "2026-03-02"),
            states: SessionState::ALL,
            pages: Pager::single(rows.len() as u64),
            files: Files::sample(),
            rows,
            planner,
            narrowed,
        };
        let full: Vec<_> = SessionState::ALL.iter().map(|state| Line::sample(*state)).collect();
        vec![
            list(full.clone(), true, false),
            list(full, false, true),
            list(Vec::new(), true, false),
            list(Vec::new(), true, true),
            list(Vec::new(), false, false),
        ]
    }
}

/// The sessions that whoever asks may administer, those that are not over before today unless the address says otherwise.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let (filter, form) = asked(&cx)?;
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, &filter).await?, format).await;
    }
    let window = pager::window(&cx)?;
    let page = agenda::list(cx.db(), &filter, &window, cx.now()).await?;
    let total = agenda::count(cx.db(), &filter, cx.now()).await?;
    let narrowed = ["search", "state", "from", "until"].into_iter().any(|name| cx.query().has(name));
    cx.page(&List {
        filter: form,
        states: SessionState::ALL,
        rows: page.items.iter().map(Line::new).collect(),
        pages: Pager::new(&cx, &page, total),
        files: Files::of(&cx),
        planner: cx.actor().may_plan(),
        narrowed,
    })
}

/// The sessions that the filter finds, one a row.
async fn file(cx: &Context, filter: &Filter) -> Result<Table> {
    let columns = [
        "file-column-start",
        "file-column-end",
        "desk-column-code",
        "desk-column-workshop",
        "file-column-place",
        "desk-column-trainers",
        "file-column-capacity",
        "desk-column-taken",
        "desk-column-waiting",
        "desk-column-state",
    ];
    let read = |window| async move { agenda::list(cx.db(), filter, &window, cx.now()).await };
    let row = |item: Item| {
        let line = Line::new(&item);
        let state = format!("desk-session-state-{}", line.state.code());
        vec![
            download::here(cx, line.starts_at).into(),
            download::here(cx, item.session.ends_at).into(),
            item.workshop.code.into(),
            line.title.into(),
            line.place.into(),
            line.trainers.join(", ").into(),
            line.capacity.map(i64::from).into(),
            i64::from(line.taken).into(),
            i64::from(line.waiting).into(),
            cx.words().say(cx.language(), &state, &[]).into(),
        ]
    };
    let rows = download::whole(read).await?.into_iter().map(row).collect();
    Ok(download::table(cx, "desk-sessions-caption", &columns, rows))
}

/// What the address asks for. What cannot be read there is left out.
fn asked(cx: &Context) -> poem::Result<(Filter, FormView)> {
    let (query, policy) = (cx.query(), &cx.house().policy);
    let mut read = query.read();
    let from = read.date("from").unwrap_or_else(|| policy.day(cx.now()));
    let until = read.date("until");
    let midnight = |day: chrono::NaiveDate| {
        let local = day.and_time(NaiveTime::MIN);
        policy.zone.from_local_datetime(&local).earliest().map(|at| at.to_utc())
    };
    let filter = Filter {
        search: query.search("search"),
        state: SessionState::from_code(query.text("state")),
        ends_from: midnight(from),
        until: until.and_then(|day| midnight(day.succ_opt().unwrap_or(day))),
        trainer: if cx.actor().may_plan() { None } else { Some(cx.me()?) },
        all_states: true,
        ..Filter::default()
    };
    let form = FormView::new().keeping(query, &[]).with("from", from.to_string());
    Ok((filter, form))
}
