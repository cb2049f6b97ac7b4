//! The list of sessions: all of them for a planner, their own for a trainer.

use chrono::{DateTime, Months, NaiveTime, TimeZone as _, Utc};
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
    /// The way to the dates before today, when those are left out.
    earlier: Option<String>,
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
    over: bool,
    capacity: Option<i32>,
    taken: i32,
    waiting: i32,
}

impl Line {
    fn new(item: &Item, now: DateTime<Utc>) -> Self {
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
            over: item.session.ends_at <= now,
            capacity: item.session.capacity,
            taken: item.session.taken,
            waiting: item.session.waiting,
        }
    }

    /// As the badge says it.
    fn shown_state(&self) -> &'static str {
        if self.over && self.state == SessionState::Open { "over" } else { self.state.code() }
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
            over: state == SessionState::Open,
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
            earlier: narrowed.then(|| "/desk/sessions?from=2026-01-02&until=2026-03-02".into()),
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
        rows: page.items.iter().map(|item| Line::new(item, cx.now())).collect(),
        pages: Pager::new(&cx, &page, total),
        files: Files::of(&cx),
        planner: cx.actor().may_plan(),
        narrowed,
        earlier: earlier(&cx),
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
        let line = Line::new(&item, cx.now());
        let state = format!("desk-session-state-{}", line.shown_state());
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

/// The dates that were: trainers keep their register, planners see how it went.
fn earlier(cx: &Context) -> Option<String> {
    let today = cx.house().policy.day(cx.now());
    let begin = today.checked_sub_months(Months::new(3))?;
    let asked = ["from", "until"].into_iter().any(|name| cx.query().has(name));
    (!asked).then(|| format!("/desk/sessions?from={begin}&until={today}"))
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
