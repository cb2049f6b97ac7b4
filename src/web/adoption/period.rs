//! The periods, for whoever runs the programme: the first is begun here, and each is closed here.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::id::*;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        adoption::period::{self, Period},
        error::{Error, Result},
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// All of them, the newest first.
#[derive(Serialize)]
pub struct Index {
    form: FormView,
    rows: Vec<Line>,
}

/// What closing one does.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
    line: Line,
}

/// A period in a list.
#[derive(Clone, Debug, Serialize)]
struct Line {
    id: String,
    begins: NaiveDate,
    ends: NaiveDate,
    grain: &'static str,
    /// `running`, `over`, `closing` or `closed`.
    state: &'static str,
    done: i32,
    total: i32,
    closed_at: Option<DateTime<Utc>>,
}

impl Line {
    fn new(row: &Period, today: NaiveDate) -> Self {
        let state = match (row.closed_at, row.closing_at) {
            (Some(_), _) => "closed",
            (None, Some(_)) => "closing",
            (None, None) if today > row.ends_on => "over",
            (None, None) => "running",
        };
        Self {
            id: row.id.to_string(),
            begins: row.begins_on,
            ends: row.ends_on,
            grain: row.grain.code(),
            state,
            done: row.done,
            total: row.total,
            closed_at: row.closed_at,
        }
    }

    fn sample(state: &'static str) -> Self {
        Self {
            id: "0190a1b2-0000-7000-8000-000000000009".into(),
            begins: NaiveDate::default(),
            ends: NaiveDate::default(),
            grain: "half-year",
            state,
            done: 3,
            total: 12,
            closed_at: (state == "closed").then_some(DateTime::UNIX_EPOCH),
        }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "adoption/period/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("periods-title")
    }

    fn samples() -> Vec<Self> {
        let rows = ["running", "over", "closing", "closed"].map(Line::sample).into();
        vec![
            Self { form: FormView::new(), rows },
            Self { form: FormView::new(), rows: vec![] },
            Self { form: FormView::new().wrong("begins", "Vul dit in."), rows: vec![] },
        ]
    }
}

impl View for Ask {
    const TEMPLATE: &'static str = "adoption/period/ask.html";

    fn title(&self) -> Sentence {
        Sentence::new("periods-ask-title")
    }

    fn samples() -> Vec<Self> {
        vec![Self { form: FormView::new(), line: Line::sample("over") }]
    }
}

/// All periods.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    cx.page(&view(&cx, FormView::new().with("begins", today.to_string())).await?)
}

async fn view(cx: &Context, form: FormView) -> Result<Index> {
    let today = cx.house().policy.day(cx.now());
    let all = period::all(cx.db()).await?;
    Ok(Index { form, rows: all.iter().map(|row| Line::new(row, today)).collect() })
}

/// Begins the first.
#[handler]
pub async fn begin(cx: Context, form: Form) -> poem::Result<Response> {
    match begun(&cx, &form).await {
        Ok(_) => Ok(cx.go("/desk/adoption/periods").saying(Sentence::new("periods-said-begun")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

async fn begun(cx: &Context, form: &Form) -> Result<PeriodId> {
    let mut read = form.read();
    let begins = read.date("begins");
    let begins = read.needed("begins", begins);
    read.done()?;
    let begins = begins.unwrap_or_default();
    cx.write_once(form, |change| async move { period::begin(&change, begins).await }).await
}

async fn found(cx: &Context, id: &str) -> Result<Line> {
    let id: PeriodId = id.parse().map_err(|_| Error::Missing("period"))?;
    let all = period::all(cx.db()).await?;
    let today = cx.house().policy.day(cx.now());
    let row = all.iter().find(|row| row.id == id).ok_or(Error::Missing("period"))?;
    Ok(Line::new(row, today))
}

/// What closing does.
#[handler]
pub async fn ask(cx: Context, Path(id): Path<String>) -> poem::Result<Response> {
    cx.page(&Ask { form: FormView::new(), line: found(&cx, &id).await? })
}

/// Closes it.
#[handler]
pub async fn close(cx: Context, Path(id): Path<String>, form: Form) -> poem::Result<Response> {
    let line = found(&cx, &id).await?;
    let id: PeriodId = line.id.parse().map_err(|_| Error::Missing("period"))?;
    let close = |change: Arc<_>| async move { period::close(&change, id).await };
    match cx.write_once(&form, close).await {
        Ok(()) => Ok(cx.go("/desk/adoption/periods").saying(Sentence::new("periods-said-closing")).into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &Ask { form, line })
        }
    }
}
