//! The catalogue behind the counter: drafts and what was retired included.

use entity::{
    workshop::{Offering, WorkshopForm, WorkshopState},
    workshop_value::CoreValue,
};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::learning::workshop::{self, Filter, Item},
    web::{
        context::Context,
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
    let page = workshop::list(cx.db(), &filter, &pager::window(&cx)?).await?;
    let total = workshop::count(cx.db(), &filter).await?;
    cx.page(&List {
        filter: FormView::new().keeping(query, &[]),
        states: WorkshopState::ALL,
        rows: page.items.iter().map(Line::new).collect(),
        pages: Pager::new(&cx, &page, total),
        narrowed: query.has("search") || query.has("state"),
    })
}
