//! Entering the reading of a period, and correcting it.

use std::sync::Arc;

use entity::id::ReadingId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{figure, promise::Card, promise_form::decimal};
use crate::{
    domain::{
        error::{Field, Result},
        service::{
            period::Period,
            promise::{self, Item, Promise, PromiseUnit},
            reading::{self, Beside, Figure, Given, Line, NOTE, ReadingWay},
        },
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// Periods that one can choose.
const BACK: usize = 36;
/// More cases than any organisation has.
const MOST: i32 = 100_000_000;

/// The form.
#[derive(Serialize)]
pub struct New {
    card: Card,
    form: FormView,
    unit: &'static str,
    periods: Vec<Choice>,
    /// What can stand beside the value: code, what it is, and whether it is a share.
    beside: Vec<(&'static str, bool)>,
    /// What the chosen period has now.
    now: Option<(String, String)>,
}

impl View for New {
    const TEMPLATE: &'static str = "service/reading/new.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.now.is_some() { "reading-correct-title" } else { "reading-new-title" })
    }

    fn samples() -> Vec<Self> {
        let face = |unit: PromiseUnit, form, now: Option<(String, String)>| Self {
            card: Card::sample(Some("72 %"), false),
            form,
            unit: unit.code(),
            periods: vec![Choice { value: "2026-01".into(), label: "januari 2026".into() }],
            beside: fields(unit),
            now,
        };
        let now = || Some(("januari 2026".to_owned(), "72 %".to_owned()));
        let mut all: Vec<_> =
            PromiseUnit::ALL.iter().map(|unit| face(*unit, FormView::new(), None)).collect();
        all.push(face(PromiseUnit::Share, FormView::new().wrong("note", "Vertel waarom."), now()));
        all
    }
}

fn fields(unit: PromiseUnit) -> Vec<(&'static str, bool)> {
    Beside::of(unit).iter().map(|one| (one.code(), one.is_share())).collect()
}

/// The form; with a period in the address it is chosen, and what it has now stands in it.
#[handler]
pub async fn new(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    cx.page(&view(&cx, &code, None).await?)
}

async fn view(cx: &Context, code: &str, sent: Option<FormView>) -> Result<New> {
    let item = promise::item(cx.db(), code).await?;
    let promise = &item.row;
    let chosen =
        sent.as_ref().map_or_else(|| cx.query().text("period").to_owned(), |form| form.text("period").into());
    let period = Period::from_code(promise.every, &chosen);
    let before = match period {
        Some(period) => reading::of_period(cx.db(), promise.id, period.begins_on).await?,
        None => None,
    };
    let form = sent.unwrap_or_else(|| filled(cx, promise, before.as_ref()).with("period", chosen));
    let now = before.as_ref().map(|line| {
        let period = Period::of(promise.every, line.row.begins_on);
        (figure::period(cx, promise.every, period), figure::value(cx, promise.unit, line.row.value))
    });
    Ok(New {
        periods: periods(cx, promise, period),
        unit: promise.unit.code(),
        beside: fields(promise.unit),
        card: card(cx, &item),
        form,
        now,
    })
}

fn card(cx: &Context, item: &Item) -> Card {
    Card::new(cx, item, &[])
}

fn filled(cx: &Context, promise: &Promise, before: Option<&Line>) -> FormView {
    let Some(line) = before else { return FormView::new() };
    let row = &line.row;
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let value = if row.met.is_some() { String::new() } else { figure::typed(cx, promise.unit, row.value) };
    let form =
        FormView::new().with("met", number(row.met)).with("cases", number(row.cases)).with("value", value);
    line.beside.iter().fold(form, |form, (one, value)| {
        let unit = if one.is_share() { PromiseUnit::Share } else { PromiseUnit::Ratio };
        form.with(one.code(), figure::typed(cx, unit, *value))
    })
}

/// Those that are over, the newest first, and the one that is corrected.
fn periods(cx: &Context, promise: &Promise, chosen: Option<Period>) -> Vec<Choice> {
    let today = cx.house().policy.day(cx.now());
    let last = Period::of(promise.every, today).before();
    let mut all: Vec<_> =
        std::iter::successors(Some(last), |period| Some(period.before())).take(BACK).collect();
    all.extend(chosen.filter(|one| *one < last && !all.contains(one)));
    let choice =
        |period: Period| Choice { value: period.code(), label: figure::period(cx, promise.every, period) };
    all.into_iter().map(choice).collect()
}

/// Enters it.
#[handler]
pub async fn create(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    let promise = promise::find(cx.db(), &code).await?;
    match entered(&cx, &promise, &form).await {
        Ok(_) => {
            let said = Sentence::new("reading-said");
            Ok(cx.go(format!("/promises/{}", promise.code)).saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, &code, Some(kept)).await?)
        }
    }
}

async fn entered(cx: &Context, promise: &Promise, form: &Form) -> Result<ReadingId> {
    let given = &given(promise, form)?;
    cx.write_once(form, |change: Arc<_>| async move { reading::enter(&change, given).await }).await
}

fn given(promise: &Promise, form: &Form) -> Result<Given> {
    let mut read = form.read();
    let period = read.choice("period", |text| Period::from_code(promise.every, text));
    let period = read.needed("period", period);
    let (met, cases) = (read.number("met", 0, MOST), read.number("cases", 1, MOST));
    let value = decimal(&mut read, form, "value");
    let figure = match (met, cases, value) {
        (Some(met), Some(cases), None) => Figure::Cases { met, cases },
        (None, cases, Some(value)) => Figure::Value { value, cases },
        _ => {
            let name = if form.has("met") && !form.has("value") { "cases" } else { "value" };
            let key = if form.has("value") && form.has("met") { "value-or-cases" } else { "required" };
            if !form.has(name) || key == "value-or-cases" {
                read.refuse(Field::new(name, key));
            }
            Figure::Value { value: 0.0, cases: None }
        }
    };
    let mut beside = Vec::new();
    for one in Beside::of(promise.unit) {
        beside.extend(decimal(&mut read, form, one.code()).map(|value| (*one, value)));
    }
    let note = read.optional("note", NOTE);
    read.done()?;
    let begins_on = period.map(|period| period.begins_on).ok_or_else(|| Field::new("period", "required"))?;
    Ok(Given { promise: promise.id, begins_on, figure, beside, note, way: ReadingWay::Form })
}
