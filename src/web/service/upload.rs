//! A file with readings or with call-back requests: a template to fill in, what the file would do, and then doing it. Nothing of a
//! file is kept: what it comes to travels with the form on which one agrees.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::{Response, handler, web::Path};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{promise::Card, upload_preview::Preview};
use crate::{
    domain::{
        error::{Field, Result},
        people::import::read,
        service::{
            call_back::{self, Day},
            import::{self, Places},
            period::Period,
            promise::{self, Item, Promise},
            reading::{self, Beside, Figure, Given, ReadingWay},
        },
    },
    table::{Cell, Table},
    web::{context::Context, download, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Periods that stand in a template.
const IN_TEMPLATE: usize = 12;

/// Choosing a file.
#[derive(Serialize)]
pub struct New {
    card: Card,
    form: FormView,
    /// Call-back requests, and no readings.
    counted: bool,
    columns: Vec<&'static str>,
}

impl View for New {
    const TEMPLATE: &'static str = "service/reading/file.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.counted { "call-backs-file-title" } else { "readings-file-title" })
    }

    fn samples() -> Vec<Self> {
        let face = |form, counted| Self {
            card: Card::sample(Some("72 %"), false),
            form,
            counted,
            columns: vec!["periode", "waarde"],
        };
        vec![face(FormView::new(), false), face(FormView::new().wrong("file", "Dit bestand is leeg."), true)]
    }
}

/// A reading on its way from the preview to the confirmation.
#[derive(Serialize, Deserialize)]
pub(super) struct Carried {
    p: NaiveDate,
    v: Option<f64>,
    m: Option<i32>,
    c: Option<i32>,
    t: String,
    b: Vec<(String, f64)>,
}

impl Carried {
    pub(super) fn new(given: &Given) -> Self {
        let (v, m, c) = match given.figure {
            Figure::Cases { met, cases } => (None, Some(met), Some(cases)),
            Figure::Value { value, cases } => (Some(value), None, cases),
        };
        let b = given.beside.iter().map(|(one, value)| (one.code().to_owned(), *value)).collect();
        Self { p: given.begins_on, v, m, c, t: given.note.clone(), b }
    }

    fn given(self, promise: &Promise) -> Option<Given> {
        let figure = match (self.v, self.m, self.c) {
            (Some(value), None, cases) => Figure::Value { value, cases },
            (None, Some(met), Some(cases)) => Figure::Cases { met, cases },
            _ => return None,
        };
        let beside = self.b.iter().map(|(code, value)| Some((Beside::from_code(code)?, *value)));
        Some(Given {
            promise: promise.id,
            begins_on: self.p,
            figure,
            beside: beside.collect::<Option<_>>()?,
            note: self.t,
            way: ReadingWay::File,
        })
    }
}

/// Which file; with `?file=` the template itself.
#[handler]
pub async fn new(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    let item = promise::item(cx.db(), &code).await?;
    if let Some(format) = download::asked(&cx) {
        return download::answer(template(&cx, &item.row).await?, format).await;
    }
    cx.page(&face(&cx, &item, FormView::new()))
}

fn face(cx: &Context, item: &Item, form: FormView) -> New {
    let counted = item.row.origin.counts_call_backs();
    New { card: Card::new(cx, item, &[]), form, counted, columns: columns(&item.row) }
}

fn columns(promise: &Promise) -> Vec<&'static str> {
    if promise.origin.counts_call_backs() {
        return call_back::COLUMNS.to_vec();
    }
    let beside = Beside::of(promise.unit).iter().map(|one| one.column());
    import::COLUMNS.into_iter().chain(beside).collect()
}

/// With a line for every period that has no reading yet.
async fn template(cx: &Context, promise: &Promise) -> Result<Table> {
    let columns: Vec<String> = columns(promise).into_iter().map(str::to_owned).collect();
    let mut rows = Vec::new();
    if !promise.origin.counts_call_backs() {
        let there = reading::latest(cx.db(), &[promise.id], 1_000).await?;
        let there = there.into_values().next().unwrap_or_default();
        let last = Period::of(promise.every, cx.house().policy.day(cx.now())).before();
        let back: Vec<_> =
            std::iter::successors(Some(last), |period| Some(period.before())).take(IN_TEMPLATE).collect();
        let open = |period: &&Period| there.iter().all(|row| row.begins_on != period.begins_on);
        rows.extend(back.iter().rev().filter(open).map(|period| {
            let mut row = vec![Cell::Empty; columns.len()];
            row[0] = promise.code.as_str().into();
            row[1] = period.code().into();
            row
        }));
    }
    Ok(Table { name: promise.code.clone(), columns, rows })
}

/// Tells what the file would do. Nothing is written.
#[handler]
pub async fn preview(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    let item = promise::item(cx.db(), &code).await?;
    match previewed(&cx, &item, &form).await {
        Ok(preview) => cx.page(&preview),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &face(&cx, &item, kept))
        }
    }
}

async fn previewed(cx: &Context, item: &Item, form: &Form) -> Result<Preview> {
    let file = form.upload("file").ok_or_else(|| Field::new("file", "file-none"))?;
    let table = read::read(&file.content)?;
    let today = cx.house().policy.day(cx.now());
    if item.row.origin.counts_call_backs() {
        let places = Places::read(cx.db()).await?;
        let count = call_back::count(&cx.house().policy, &places, &table, cx.now())?;
        call_back::may_come_by_file(&item.row, &count.days, today)?;
        return Ok(Preview::of_call_backs(cx, item, &file.name, &count));
    }
    let found = import::readings(cx.db(), &table, Some(&item.row), today).await?;
    Ok(Preview::of_readings(cx, item, &file.name, &found))
}

/// Writes what was previewed; every rule is asked once more.
#[handler]
pub async fn confirm(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    let item = promise::item(cx.db(), &code).await?;
    match confirmed(&cx, &item.row, &form).await {
        Ok(periods) => {
            let said = Sentence::new("readings-file-said").with("count", periods);
            Ok(cx.go(format!("/promises/{}", item.row.code)).saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            let kept = kept.without("rows");
            cx.page_as(kept.status, &face(&cx, &item, kept))
        }
    }
}

async fn confirmed(cx: &Context, promise: &Promise, form: &Form) -> Result<usize> {
    if promise.origin.counts_call_backs() {
        let days: &Vec<Day> = &carried(form)?;
        let write = |change: Arc<_>| async move { call_back::take_in(&change, promise, days).await };
        return cx.write_once(form, write).await;
    }
    let rows: Vec<Carried> = carried(form)?;
    let given: Option<Vec<Given>> = rows.into_iter().map(|row| row.given(promise)).collect();
    let given = &given.ok_or_else(unreadable)?;
    cx.write_once(form, |change| async move { import::write_readings(&change, given).await }).await
}

fn carried<T: DeserializeOwned>(form: &Form) -> Result<T> {
    serde_json::from_str(form.text("rows")).map_err(|_| unreadable().into())
}

const fn unreadable() -> Field {
    Field::new("file", "file-none")
}
