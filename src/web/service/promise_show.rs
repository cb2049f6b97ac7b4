//! One promise: its definition, its chart, every reading with where it came from, and what was corrected.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use entity::id::ImprovementId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{chart::Chart, figure, promise::Card, pull::Pulled};
use crate::{
    domain::{
        dialogue::improvement::Improvement,
        error::{Field, Result},
        people::person::full_name,
        service::{
            chart::POINTS,
            missed,
            period::Period,
            promise::{self, Promise},
            reading::{self, Line, is_kept},
        },
    },
    table::Cell,
    web::{
        context::Context,
        download::{self, Files},
        form::Form,
        pager::{Pager, window},
        refill::FormView,
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// Corrections that are shown.
const CORRECTED: u64 = 50;
const COLUMNS: [&str; 8] = [
    "reading-period",
    "reading-value",
    "reading-met",
    "reading-cases",
    "promise-target",
    "reading-kept",
    "reading-way",
    "reading-note",
];

/// The page.
#[derive(Serialize)]
pub struct Show {
    card: Card,
    retired_on: Option<NaiveDate>,
    chart: Option<Chart>,
    rows: Vec<Row>,
    pages: Pager,
    corrected: Vec<Row>,
    /// May enter and change.
    measures: bool,
    /// Counted from call-back requests: nobody enters these by hand.
    counted: bool,
    /// For who measures: how another system was asked.
    pulled: Option<Pulled>,
    /// For opening an improvement of the last period, when that was missed; with the period, and as its code.
    missed: Option<(FormView, String, String)>,
    form: FormView,
    files: Files,
}

/// A reading.
#[derive(Clone, Debug, Serialize)]
struct Row {
    period: String,
    code: String,
    value: String,
    /// "72 van 100".
    cases: Option<String>,
    target: String,
    kept: bool,
    /// Outside the limits of the chart.
    outside: bool,
    /// What it is, and the figure.
    beside: Vec<(String, String)>,
    way: &'static str,
    /// Who entered it, for who measures.
    by: Option<String>,
    entered_at: DateTime<Utc>,
    replaced_at: Option<DateTime<Utc>>,
    note: String,
    /// What the miss opened: an address when the viewer may read it, and what it is called.
    improvement: Option<(Option<String>, String)>,
}

/// What is known of a promise beside the reading itself.
struct Around<'a> {
    cx: &'a Context,
    promise: &'a Promise,
    outside: &'a [NaiveDate],
    improvements: &'a HashMap<NaiveDate, Option<Improvement>>,
}

impl Row {
    fn new(around: &Around<'_>, line: &Line) -> Self {
        let Around { cx, promise, outside, improvements } = around;
        let row = &line.row;
        let period = Period::of(promise.every, row.begins_on);
        let cases = match (row.met, row.cases) {
            (Some(met), Some(cases)) => {
                Some(Sentence::new("reading-met-of").with("met", met).with("cases", cases))
            }
            (None, Some(cases)) => Some(Sentence::new("reading-of").with("cases", cases)),
            _ => None,
        };
        let opened = |found: &Option<Improvement>| match found {
            Some(row) => (Some(format!("/improvements/{}", row.id)), row.title.clone()),
            None => (None, cx.say(&Sentence::new("promise-improves"))),
        };
        Self {
            period: figure::period(cx, promise.every, period),
            code: period.code(),
            value: figure::value(cx, promise.unit, row.value),
            cases: cases.map(|sentence| cx.say(&sentence)),
            target: figure::target(cx, promise, row.target),
            kept: is_kept(promise, row),
            outside: row.replaced_at.is_none() && outside.contains(&row.begins_on),
            beside: line.beside.iter().map(|(one, value)| figure::beside(cx, *one, *value)).collect(),
            way: row.way.code(),
            by: line.by.as_ref().filter(|_| cx.may(Allow::Measurer)).map(full_name),
            entered_at: row.entered_at,
            replaced_at: row.replaced_at,
            note: row.note.clone(),
            improvement: improvements.get(&row.begins_on).map(opened).filter(|_| row.replaced_at.is_none()),
        }
    }

    fn sample(kept: bool, replaced: bool) -> Self {
        Self {
            period: "januari 2026".into(),
            code: "2026-01".into(),
            value: "72 %".into(),
            cases: kept.then(|| "72 van 100".into()),
            target: "minstens 90 %".into(),
            kept,
            outside: !kept,
            beside: if kept { vec![("Afgehaakt".into(), "4 %".into())] } else { vec![] },
            way: if kept { "form" } else { "counted" },
            by: kept.then(|| "Iris de Wit".into()),
            entered_at: DateTime::UNIX_EPOCH,
            replaced_at: replaced.then_some(DateTime::UNIX_EPOCH),
            note: if kept { "Een dag ontbrak.".into() } else { String::new() },
            improvement: (!kept).then(|| (Some("/improvements/1".into()), "Sneller terugbellen".into())),
        }
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "service/promise/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&self.card.text)
    }

    fn samples() -> Vec<Self> {
        let face = |rows: Vec<Row>, chart, measures: bool, counted: bool| Self {
            card: Card::sample(rows.first().map(|_| "72 %"), false),
            retired_on: counted.then_some(NaiveDate::default()),
            chart,
            pages: Pager::single(rows.len() as u64),
            corrected: rows.iter().map(|_| Row::sample(true, true)).collect(),
            missed: (measures && !rows.is_empty())
                .then(|| (FormView::new(), "januari 2026".into(), "2026-01".into())),
            rows,
            measures,
            counted,
            pulled: measures.then(|| Pulled::sample(counted)),
            form: FormView::new(),
            files: Files::sample(),
        };
        let rows = || vec![Row::sample(true, false), Row::sample(false, false)];
        vec![
            face(rows(), Some(Chart::sample(true)), true, false),
            face(rows(), Some(Chart::sample(false)), false, false),
            face(vec![], None, true, true),
            face(vec![], None, false, false),
        ]
    }
}

/// One promise.
#[handler]
pub async fn show(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    if let Some(format) = download::asked(&cx) {
        let promise = promise::find(cx.db(), &code).await?;
        return download::answer(file(&cx, &promise).await?, format).await;
    }
    cx.page(&view(&cx, &code, None).await?)
}

async fn view(cx: &Context, code: &str, sent: Option<FormView>) -> Result<Show> {
    let item = promise::item(cx.db(), code).await?;
    let promise = &item.row;
    let today = cx.house().policy.day(cx.now());
    let latest = reading::latest(cx.db(), &[promise.id], POINTS as u64).await?;
    let latest = latest.into_values().next().unwrap_or_default();
    let in_time: Vec<_> = latest.iter().rev().cloned().collect();
    let chart = Chart::new(cx, promise, &in_time);
    let page = reading::page(cx.db(), promise.id, &window(cx)?).await?;
    let total = reading::count(cx.db(), promise.id).await?;
    let corrected = reading::corrected(cx.db(), promise.id, CORRECTED).await?;
    let improvements = missed::of_promise(cx.db(), cx.actor(), promise.id, today).await?;
    let outside = chart.as_ref().map_or_else(Vec::new, |chart| chart.outside.clone());
    let around = Around { cx, promise, outside: &outside, improvements: &improvements };
    let measures = cx.may(Allow::Measurer);
    let pulled = if measures { Pulled::of(cx, promise).await? } else { None };
    let open = latest
        .first()
        .filter(|last| measures && !is_kept(promise, last) && !improvements.contains_key(&last.begins_on));
    let open = open.map(|last| {
        let period = Period::of(promise.every, last.begins_on);
        let card = Card::new(cx, &item, &latest);
        let form = sent.unwrap_or_else(|| filled(cx, &card));
        (form, figure::period(cx, promise.every, period), period.code())
    });
    Ok(Show {
        card: Card::new(cx, &item, &latest),
        retired_on: promise.retired_on,
        rows: page.items.iter().map(|line| Row::new(&around, line)).collect(),
        pages: Pager::new(cx, &page, total),
        corrected: corrected.iter().map(|line| Row::new(&around, line)).collect(),
        measures,
        counted: promise.origin.counts_call_backs(),
        pulled,
        missed: open,
        chart,
        form: FormView::new(),
        files: Files::of(cx),
    })
}

/// What the improvement would say.
fn filled(cx: &Context, card: &Card) -> FormView {
    let title = cx.say(&Sentence::new("promise-improve-title").with("promise", card.text.as_str()));
    let title: String = title.chars().take(crate::domain::dialogue::improvement::TITLE).collect();
    FormView::new().with("title", title).with("text", format!("{}\n\n{}", card.said, card.definition).trim())
}

async fn file(cx: &Context, promise: &Promise) -> Result<crate::table::Table> {
    let lines = download::whole(async |window| reading::page(cx.db(), promise.id, &window).await).await?;
    let say = |key| cx.say(&Sentence::new(key));
    let row = |line: &Line| {
        let row = &line.row;
        let count = |number: Option<i32>| number.map(i64::from).into();
        vec![
            Period::of(promise.every, row.begins_on).code().into(),
            Cell::Decimal(row.value),
            count(row.met),
            count(row.cases),
            Cell::Decimal(row.target),
            say(if is_kept(promise, row) { "reading-is-kept" } else { "reading-is-missed" }).into(),
            cx.words().say(cx.language(), &format!("reading-way-{}", row.way.code()), &[]).into(),
            row.note.as_str().into(),
        ]
    };
    let rows = lines.iter().map(row).collect();
    let mut table = download::table(cx, "readings-title", &COLUMNS, rows);
    table.name = format!("{} {}", promise.code, table.name).chars().take(31).collect();
    Ok(table)
}

/// Opens an improvement because a period was missed.
#[handler]
pub async fn improve(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    match improved(&cx, &code, &form).await {
        Ok(_) => {
            let said = Sentence::new("promise-improve-said");
            Ok(cx.go(format!("/promises/{}", code.to_uppercase())).saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, &code, Some(kept)).await?)
        }
    }
}

async fn improved(cx: &Context, code: &str, form: &Form) -> Result<ImprovementId> {
    let promise = promise::find(cx.db(), code).await?;
    let period = Period::from_code(promise.every, form.text("period"));
    let period = period.ok_or_else(|| Field::new("period", "required"))?;
    let words = (form.text("title"), form.text("text"));
    let open =
        |change: Arc<_>| async move { missed::open(&change, promise.id, period.begins_on, words).await };
    cx.write_once(form, open).await
}
