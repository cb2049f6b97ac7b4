//! Everything that is held of somebody, as a page and as a file: for themselves, and for administrators.

use chrono::{DateTime, Utc};
use entity::id::PersonId;
use http::header;
use poem::{Response, handler, web::Path};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::{
    domain::{
        error::Result,
        holding::{Fact, Row},
        people::person::{self, full_name},
        privacy::report::{self, Report},
    },
    web::{context::Context, error::Trouble, sentence::Sentence, view::View},
};

/// A report.
#[derive(Serialize)]
pub struct Show {
    /// Nothing in a report of oneself.
    name: Option<String>,
    id: String,
    made_at: DateTime<Utc>,
    parts: Vec<Part>,
}

/// All rows of a kind.
#[derive(Clone, Debug, Serialize)]
struct Part {
    kind: &'static str,
    rows: Vec<Vec<Line>>,
}

/// Something known. Kind: `text`, `day` or `moment`.
#[derive(Clone, Debug, Serialize)]
struct Line {
    name: &'static str,
    kind: &'static str,
    value: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "privacy/report.html";

    fn title(&self) -> Sentence {
        match &self.name {
            Some(name) => Sentence::new("report-of").with("name", name.as_str()),
            None => Sentence::new("report-title"),
        }
    }

    fn samples() -> Vec<Self> {
        let at: DateTime<Utc> = "2026-11-02T08:41:00Z".parse().unwrap_or_default();
        let line = |name, kind, value: &str| Line { name, kind, value: value.into() };
        let rows = vec![vec![
            line("surname", "text", "de <Boer>"),
            line("employedFrom", "day", "2020-01-01"),
            line("createdAt", "moment", "2026-11-02T08:41:00Z"),
        ]];
        let parts =
            || vec![Part { kind: "person", rows: rows.clone() }, Part { kind: "letters", rows: Vec::new() }];
        let sample = |name: Option<&str>| Self {
            name: name.map(Into::into),
            id: "0196".into(),
            made_at: at,
            parts: parts(),
        };
        vec![sample(None), sample(Some("Fenna de Boer"))]
    }
}

/// What is held of me.
#[handler]
pub async fn own(cx: Context) -> poem::Result<Response> {
    let me = cx.me()?;
    answer(&cx, me).await
}

/// What is held of somebody.
#[handler]
pub async fn of(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    answer(&cx, id).await
}

async fn answer(cx: &Context, id: PersonId) -> poem::Result<Response> {
    let report = cx.write(|change| async move { report::make(&change, id).await }).await?;
    if cx.query().text("file") == "json" {
        return file(&report);
    }
    cx.page(&show(cx, report).await?)
}

async fn show(cx: &Context, report: Report) -> Result<Show> {
    let name = match cx.me()? == report.person {
        true => None,
        false => Some(full_name(&person::find(cx.db(), report.person).await?)),
    };
    let part = |holding: crate::domain::holding::Holding| Part {
        kind: holding.kind,
        rows: holding.rows.into_iter().map(|row| lines(cx, row)).collect(),
    };
    let parts = report.holdings.into_iter().map(part).collect();
    Ok(Show { name, id: report.person.to_string(), made_at: report.made_at, parts })
}

/// A row for people. The whole text of a letter is in the file only.
fn lines(cx: &Context, row: Row) -> Vec<Line> {
    let shown = row.into_iter().filter(|(name, _)| *name != "text");
    shown
        .map(|(name, fact)| {
            let (kind, value) = match fact {
                Fact::Text(text) => ("text", text),
                Fact::Number(number) => ("text", number.to_string()),
                Fact::Day(day) => ("day", day.to_string()),
                Fact::Moment(at) => ("moment", at.to_rfc3339()),
                Fact::Word(word) => ("text", said(cx, &format!("{}{}", word.group, word.code), word.code)),
            };
            Line { name, kind, value }
        })
        .collect()
}

/// The sentence of a key; the code for one that the house no longer knows.
fn said(cx: &Context, key: &str, code: String) -> String {
    if cx.words().has(cx.language(), key) { cx.words().say(cx.language(), key, &[]) } else { code }
}

/// The report for a program.
fn file(report: &Report) -> poem::Result<Response> {
    let object = |row: &Row| -> Map<String, Value> {
        row.iter().map(|(name, fact)| ((*name).to_owned(), json!(fact))).collect()
    };
    let held: Map<String, Value> = report
        .holdings
        .iter()
        .map(|holding| (holding.kind.to_owned(), holding.rows.iter().map(object).collect()))
        .collect();
    let body = json!({ "person": report.person, "madeAt": report.made_at, "held": held });
    let body = serde_json::to_vec_pretty(&body).map_err(|_| Trouble::Panicked)?;
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"olievlek-gegevens.json\"")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(body))
}
