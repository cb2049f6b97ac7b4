//! The catalogue behind the counter: drafts and what was retired included.

use entity::{
    core_value::CoreValue,
    workshop::{Offering, WorkshopForm, WorkshopState},
};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        learning::workshop::{self, Filter, Item},
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

/// Workshops by title.
#[derive(Serialize)]
pub struct List {
    filter: FormView,
    states: &'static [WorkshopState],
    rows: Vec<Line>,
    pages: Pager,
    files: Files,
    narrowed: bool,
}

/// A workshop in the list.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    id: String,
    code: String,
    title: String,
    values: Vec<CoreValue>,
    form: WorkshopForm,
    offering: Offering,
    state: WorkshopState,
}

impl Line {
    fn new(item: &Item) -> Self {
        let workshop = &item.workshop;
        Self {
            id: workshop.id.to_string(),
            code: workshop.code.clone(),
            title: workshop.title.clone(),
            values: item.values.clone(),
            form: workshop.form,
            offering: workshop.offering,
            state: workshop.state,
        }
    }
}

impl View for List {
    const TEMPLATE: &'static str = "desk/workshop/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-workshops-title")
    }

    fn samples() -> Vec<Self> {
        let line = |state: &WorkshopState| Line {
            id: state.code().into(),
            code: "W01".into(),
            title: "Helder schrijven".into(),
            values: vec![CoreValue::Connection, CoreValue::Craft],
            form: WorkshopForm::OnSite,
            offering: Offering::Open,
            state: *state,
        };
        let list = |rows: Vec<Line>, narrowed| Self {
            filter: FormView::new(),
            states: WorkshopState::ALL,
            pages: Pager::single(rows.len() as u64),
            files: Files::sample(),
            rows,
            narrowed,
        };
        vec![
            list(WorkshopState::ALL.iter().map(line).collect(), false),
            list(Vec::new(), false),
            list(Vec::new(), true),
        ]
    }
}

/// The catalogue, a page at a time.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let query = cx.query();
    let filter = Filter {
        search: query.search("search"),
        state: WorkshopState::from_code(query.text("state")),
        all_states: true,
        ..Filter::default()
    };
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, &filter).await?, format).await;
    }
    let page = workshop::list(cx.db(), &filter, &pager::window(&cx)?).await?;
    let total = workshop::count(cx.db(), &filter).await?;
    cx.page(&List {
        filter: FormView::new().keeping(query, &[]),
        states: WorkshopState::ALL,
        rows: page.items.iter().map(Line::new).collect(),
        pages: Pager::new(&cx, &page, total),
        files: Files::of(&cx),
        narrowed: query.has("search") || query.has("state"),
    })
}

/// The workshops that the filter finds, one a row.
async fn file(cx: &Context, filter: &Filter) -> Result<Table> {
    let columns = [
        "desk-column-code",
        "desk-column-workshop",
        "desk-column-form",
        "file-column-offering",
        "file-column-minutes",
        "file-column-parts",
        "file-column-minimum",
        "file-column-maximum",
        "desk-column-state",
    ];
    let word = |area: &str, code: &str| cx.words().say(cx.language(), &format!("desk-{area}-{code}"), &[]);
    let read = |window| async move { workshop::list(cx.db(), filter, &window).await };
    let row = |item: Item| {
        let one = item.workshop;
        vec![
            one.code.into(),
            one.title.into(),
            word("form", one.form.code()).into(),
            word("offering", one.offering.code()).into(),
            i64::from(one.duration_minutes).into(),
            i64::from(one.parts).into(),
            one.minimum.map(i64::from).into(),
            one.maximum.map(i64::from).into(),
            word("workshop-state", one.state.code()).into(),
        ]
    };
    let rows = download::whole(read).await?.into_iter().map(row).collect();
    Ok(download::table(cx, "desk-workshops-title", &columns, rows))
}
