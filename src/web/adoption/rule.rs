//! The thresholds of adoption, and since when each holds.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        adoption::rule::{self, Name},
        error::{Error, Result},
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// All of them.
#[derive(Serialize)]
pub struct Index {
    rows: Vec<Line>,
}

/// One of them.
#[derive(Serialize)]
pub struct Edit {
    form: FormView,
    line: Line,
}

#[derive(Clone, Debug, Serialize)]
struct Line {
    name: &'static str,
    /// Empty for a grain that nobody chose.
    value: String,
    since: Option<DateTime<Utc>>,
    only_rises: bool,
    /// A number of hundredths.
    percent: bool,
    grain: bool,
    /// From where and to where it can be set.
    range: Option<(i32, i32)>,
}

impl Line {
    fn new(name: Name, value: String, since: Option<DateTime<Utc>>) -> Self {
        let percent = name.code().starts_with("ladder-");
        let lowest = if name.only_rises() { value.parse().ok() } else { None };
        let range = name.range().map(|(least, most)| (lowest.unwrap_or(least), most));
        let (only_rises, grain) = (name.only_rises(), name == Name::Grain);
        Self { name: name.code(), value, since, only_rises, percent, grain, range }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "adoption/rule/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("rules-title")
    }

    fn samples() -> Vec<Self> {
        let rules = rule::after(&[]);
        let line = |name: &Name| Line::new(*name, rules.text(*name), None);
        let mut rows: Vec<_> = Name::ALL.iter().map(line).collect();
        rows.push(Line::new(Name::Grain, "year".into(), Some(DateTime::UNIX_EPOCH)));
        vec![Self { rows }]
    }
}

impl View for Edit {
    const TEMPLATE: &'static str = "adoption/rule/edit.html";

    fn title(&self) -> Sentence {
        Sentence::new("rules-edit-title")
    }

    fn samples() -> Vec<Self> {
        let face = |form: FormView, name: Name, value: &str| Self {
            form,
            line: Line::new(name, value.into(), Some(DateTime::UNIX_EPOCH)),
        };
        vec![
            face(FormView::new().with("value", "5"), Name::People, "5"),
            face(FormView::new().with("value", "year"), Name::Grain, ""),
            face(FormView::new().wrong("value", "Vul een heel getal in."), Name::Answered, "80"),
        ]
    }
}

/// All thresholds.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&Index { rows: lines(&cx).await? })
}

async fn lines(cx: &Context) -> Result<Vec<Line>> {
    let history = rule::history(cx.db()).await?;
    let rules = rule::after(&history);
    let line = |name: &Name| Line::new(*name, rules.text(*name), rule::since(&history, *name));
    Ok(Name::ALL.iter().map(line).collect())
}

async fn found(cx: &Context, code: &str) -> Result<(Name, Line)> {
    let name = Name::from_code(code).ok_or(Error::Missing("rule"))?;
    let line = lines(cx).await?.into_iter().find(|line| line.name == name.code());
    Ok((name, line.ok_or(Error::Missing("rule"))?))
}

/// One threshold.
#[handler]
pub async fn edit(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    let (_, line) = found(&cx, &code).await?;
    cx.page(&Edit { form: FormView::new().with("value", line.value.clone()), line })
}

/// Sets it.
#[handler]
pub async fn update(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    let (name, line) = found(&cx, &code).await?;
    let value = &form.text("value").to_owned();
    let set = |change: Arc<_>| async move { rule::set(&change, name, value).await };
    match cx.write_once(&form, set).await {
        Ok(()) => Ok(cx.go("/desk/adoption/rules").saying(Sentence::new("rules-said")).into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &Edit { form, line })
        }
    }
}
