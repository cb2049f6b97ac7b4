//! A file with what residents said: shown first, with the rows that are refused and why; nothing is kept until it is taken over.
//! What would be taken over goes along in the form, without what leads to a person: the house keeps no file of it.

use chrono::NaiveDate;
use entity::feedback::Channel;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        error::{Error, Field, Result},
        people::department::Tree,
        service::feedback::{
            Entry,
            file::{self, MOST, Refused},
            known,
        },
    },
    web::{context::Context, error::problem, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Rows that a preview shows; the rest is counted.
const SHOWN: usize = 50;

/// Which file.
#[derive(Serialize)]
pub struct New {
    form: FormView,
    most: usize,
}

impl View for New {
    const TEMPLATE: &'static str = "service/feedback/file.html";

    fn title(&self) -> Sentence {
        Sentence::new("feedback-file")
    }

    fn samples() -> Vec<Self> {
        let face = |form| Self { form, most: MOST };
        vec![face(FormView::new()), face(FormView::new().wrong("file", "Kies een bestand."))]
    }
}

/// What would be taken over.
#[derive(Serialize)]
pub struct Preview {
    form: FormView,
    file_name: String,
    /// Rows that are new, and rows that seem to stand there already.
    total: usize,
    known: usize,
    lines: Vec<Line>,
    refused_total: usize,
    refused: Vec<Wrong>,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
struct Line {
    channel: Channel,
    grade: Option<i32>,
    effort: Option<i32>,
    text: String,
    department: Option<String>,
    received_on: NaiveDate,
}

/// A row that is not taken over.
#[derive(Clone, Debug, Serialize)]
struct Wrong {
    line: u64,
    problems: Vec<String>,
}

impl View for Preview {
    const TEMPLATE: &'static str = "service/feedback/preview.html";

    fn title(&self) -> Sentence {
        Sentence::new("feedback-preview")
    }

    fn samples() -> Vec<Self> {
        let line = Line {
            channel: Channel::Telephone,
            grade: Some(8),
            effort: None,
            text: "Snel geholpen.".into(),
            department: Some("Klantcontact".into()),
            received_on: NaiveDate::default(),
        };
        let wrong = Wrong { line: 4, problems: vec!["Vul een heel getal in.".into()] };
        let face = |lines: Vec<Line>, refused: Vec<Wrong>| Self {
            form: FormView::new().with("rows", "[]"),
            file_name: "cijfers.csv".into(),
            total: lines.len(),
            known: refused.len(),
            lines,
            refused_total: refused.len(),
            refused,
        };
        vec![
            face(vec![line.clone()], vec![wrong.clone()]),
            face(vec![line], vec![]),
            face(vec![], vec![wrong]),
        ]
    }
}

/// Which file.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    cx.page(&New { form: FormView::new(), most: MOST })
}

/// Shows what is in it.
#[handler]
pub async fn preview(cx: Context, form: Form) -> poem::Result<Response> {
    match shown(&cx, &form).await {
        Ok(page) => cx.page(&page),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &New { form, most: MOST })
        }
    }
}

async fn shown(cx: &Context, form: &Form) -> Result<Preview> {
    let upload = form.upload("file").ok_or_else(|| Error::from(Field::new("file", "required")))?;
    let tree = cx.tree().await?;
    let read = file::read(&upload.content, &tree, cx.house().policy.day(cx.now()))?;
    let rows = serde_json::to_string(&read.entries).unwrap_or_default();
    let fresh = known::fresh(cx.db(), &read.entries).await?;
    let wrong = |row: &Refused| Wrong {
        line: row.line,
        problems: row.problems.iter().map(|field| problem(cx, field)).collect(),
    };
    Ok(Preview {
        form: FormView::new().with("rows", rows),
        file_name: upload.name.clone(),
        total: fresh.len(),
        known: read.entries.len() - fresh.len(),
        lines: fresh.iter().take(SHOWN).map(|entry| line(entry, &tree)).collect(),
        refused_total: read.refused.len(),
        refused: read.refused.iter().take(SHOWN).map(wrong).collect(),
    })
}

fn line(entry: &Entry, tree: &Tree) -> Line {
    Line {
        channel: entry.channel,
        grade: entry.said.grade,
        effort: entry.said.effort,
        text: entry.said.text.clone(),
        department: entry.department.and_then(|id| tree.get(id)).map(|department| department.name.clone()),
        received_on: entry.received_on,
    }
}

/// Takes it over.
#[handler]
pub async fn load(cx: Context, form: Form) -> poem::Result<Response> {
    match loaded(&cx, &form).await {
        Ok(rows) => {
            let said = Sentence::new("feedback-loaded").with("count", rows);
            Ok(cx.go("/desk/feedback").saying(said).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?.without("rows");
            cx.page_as(form.status, &New { form, most: MOST })
        }
    }
}

async fn loaded(cx: &Context, form: &Form) -> Result<usize> {
    let unreadable = |_| Error::from(Field::new("file", "file-again"));
    let entries: &Vec<Entry> = &serde_json::from_str(form.text("rows")).map_err(unreadable)?;
    let again = form.read().ticked("again");
    cx.write_once(form, |change| async move { file::load(&change, entries, again).await }).await
}
