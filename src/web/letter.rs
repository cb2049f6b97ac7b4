//! What was mailed, what waits and what could not be delivered.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    id::{LetterId, TaskId},
    letter, task,
};
use futures_util::FutureExt as _;
use http::{HeaderValue, header};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    context::Context,
    download::{self, Files},
    form::Form,
    key,
    pager::{self, Pager},
    sentence::Sentence,
    view::View,
};
use crate::{
    domain::{
        error::{Error, Result},
        letter as letters,
        privacy::seen::{self, What},
        queue,
    },
    table::Format,
};

/// What does not fit on a page is too much to solve one by one anyway.
const MOST_TROUBLES: u64 = 50;

/// A letter may bring its own style and nothing else; only our own page may frame it.
const CONTENT: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; \
     sandbox allow-popups allow-popups-to-escape-sandbox",
);
/// The page round it frames our own pages only.
const FRAMING: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'",
);

/// Letters, newest first.
#[derive(Serialize)]
pub struct List {
    letters: Vec<Line>,
    waiting: Vec<Trouble>,
    failed: Vec<Trouble>,
    pages: Pager,
    files: Files,
    /// Nothing for who may look only.
    key: Option<String>,
}

/// A letter that left.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    id: String,
    subject: String,
    address: String,
    sent_at: DateTime<Utc>,
    has_calendar: bool,
}

/// A letter that has not left.
#[derive(Clone, Debug, Serialize)]
pub struct Trouble {
    id: String,
    /// The name of its templates.
    kind: String,
    attempts: i32,
    asked_at: DateTime<Utc>,
    /// When it is tried again, or since when it is given up.
    at: DateTime<Utc>,
    reason: String,
}

impl Line {
    fn new(row: &letter::Model) -> Self {
        Self {
            id: row.id.to_string(),
            subject: row.subject.clone(),
            address: row.address.clone(),
            sent_at: row.sent_at,
            has_calendar: row.calendar.is_some(),
        }
    }
}

impl Trouble {
    fn new(row: &task::Model) -> Self {
        let kind = row.payload.get("letter").and_then(|kind| kind.as_str());
        Self {
            id: row.id.to_string(),
            kind: kind.unwrap_or_default().to_owned(),
            attempts: row.attempts,
            asked_at: row.created_at,
            at: row.failed_at.unwrap_or(row.due_at),
            reason: row.last_error.clone().unwrap_or_default(),
        }
    }
}

impl View for List {
    const TEMPLATE: &'static str = "letters/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("letters-title")
    }

    fn samples() -> Vec<Self> {
        let line = Line {
            id: "1".into(),
            subject: "Je hebt een plek: Helder schrijven".into(),
            address: "fenna.de.boer@gemeente.example".into(),
            sent_at: DateTime::UNIX_EPOCH,
            has_calendar: true,
        };
        let trouble = |reason: &str, attempts| Trouble {
            id: "2".into(),
            kind: "confirmed".into(),
            attempts,
            asked_at: DateTime::UNIX_EPOCH,
            at: DateTime::UNIX_EPOCH + TimeDelta::minutes(1),
            reason: reason.into(),
        };
        let list =
            |letters: Vec<Line>, waiting: Vec<Trouble>, failed: Vec<Trouble>, key: Option<&str>| Self {
                pages: Pager::single(letters.len() as u64),
                files: Files::sample(),
                letters,
                waiting,
                failed,
                key: key.map(str::to_owned),
            };
        vec![
            list(
                vec![line.clone()],
                vec![trouble("", 0), trouble("451 busy", 2)],
                vec![trouble("550 no such user", 1)],
                Some("k"),
            ),
            list(vec![line], Vec::new(), vec![trouble("550 no such user", 1)], None),
            list(Vec::new(), Vec::new(), Vec::new(), None),
        ]
    }
}

/// What was mailed, and on the first page what was not.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    if let Some(format) = download::asked(&cx) {
        return file(&cx, format).await;
    }
    let window = pager::window(&cx)?;
    let page = letters::list(cx.db(), &window).await?;
    let total = letters::count(cx.db()).await?;
    let (mut waiting, mut failed) = (Vec::new(), Vec::new());
    if window.after.is_none() {
        waiting = letters::waiting(cx.db(), cx.now(), MOST_TROUBLES).await?;
        failed = letters::failed(cx.db(), MOST_TROUBLES).await?;
    }
    cx.page(&List {
        letters: page.items.iter().map(Line::new).collect(),
        waiting: waiting.iter().map(Trouble::new).collect(),
        failed: failed.iter().map(Trouble::new).collect(),
        pages: Pager::new(&cx, &page, total),
        files: Files::of(&cx),
        key: cx.actor().may_see_letters().then(key::fresh),
    })
}

/// What was mailed, without the letters themselves.
async fn file(cx: &Context, format: Format) -> poem::Result<Response> {
    let count = letters::count(cx.db()).await?;
    download::note_rows(cx, usize::try_from(count).unwrap_or(usize::MAX)).await?;
    let columns = ["file-column-sent", "import-column-email", "file-column-subject"];
    let table = download::table(cx, "letters-title", &columns, Vec::new());
    let cx = cx.clone();
    let read = move |window| {
        let cx = cx.clone();
        async move {
            let page = letters::list(cx.db(), &window).await?;
            Ok(page.map(|letter| {
                vec![download::here(&cx, letter.sent_at).into(), letter.address.into(), letter.subject.into()]
            }))
        }
        .boxed()
    };
    download::stream(table, format, read).await
}

/// Tries a letter again that was given up.
#[handler]
pub async fn retry(cx: Context, Path(id): Path<TaskId>, form: Form) -> poem::Result<Response> {
    cx.write_once(&form, |change| async move { queue::retry(&change, id).await }).await?;
    Ok(cx.go("/letters").saying(Sentence::new("letters-retried")).into())
}

/// One letter.
#[derive(Serialize)]
pub struct Show {
    letter: Line,
    text: String,
    calendar: Option<String>,
    /// What one can open from here; in a demonstration only, because a sign-in link is a key.
    links: Vec<String>,
}

impl View for Show {
    const TEMPLATE: &'static str = "letters/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&*self.letter.subject)
    }

    fn samples() -> Vec<Self> {
        let sample = |file: Option<&str>, links: Vec<String>| Self {
            letter: Line {
                id: "1".into(),
                subject: "Inloggen".into(),
                address: "fenna.de.boer@gemeente.example".into(),
                sent_at: DateTime::UNIX_EPOCH,
                has_calendar: file.is_some(),
            },
            text: "Dag Fenna,\n\nJe kunt inloggen.".into(),
            calendar: file.map(str::to_owned),
            links,
        };
        let link = "http://localhost:8080/sign-in/link/c2VjcmV0".to_owned();
        vec![sample(None, vec![link]), sample(Some("BEGIN:VCALENDAR"), Vec::new())]
    }
}

/// One letter as it left.
#[handler]
pub async fn show(cx: Context, Path(id): Path<LetterId>) -> poem::Result<Response> {
    let row = opened(&cx, id).await?;
    let own = cx.base_url();
    let links = row.text.split_whitespace().filter(|word| cx.demo() && word.starts_with(own));
    let view = Show {
        letter: Line::new(&row),
        links: links.map(str::to_owned).collect(),
        text: row.text,
        calendar: row.calendar,
    };
    let mut response = cx.page(&view)?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, FRAMING);
    Ok(response)
}

/// A letter that somebody opens. Whose it is, hears of it in the access report.
async fn opened(cx: &Context, id: LetterId) -> Result<letter::Model> {
    let row = letters::find(cx.db(), id).await?;
    if let Some(person) = row.person_id {
        seen::note(cx.house(), cx.actor(), person, What::Letter).await?;
    }
    Ok(row)
}

/// The letter's own page, to be framed. Its links open a window of their own, out of the frame's sandbox.
#[handler]
pub async fn html(cx: Context, Path(id): Path<LetterId>) -> poem::Result<Response> {
    let row = opened(&cx, id).await?;
    let page = row.html.replacen("<head>", "<head><base target=\"_blank\">", 1);
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .header(header::CONTENT_SECURITY_POLICY, CONTENT)
        .header(header::X_FRAME_OPTIONS, "SAMEORIGIN")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(page))
}

/// The calendar file of a letter.
#[handler]
pub async fn calendar(cx: Context, Path(id): Path<LetterId>) -> poem::Result<Response> {
    let row = opened(&cx, id).await?;
    let file = row.calendar.ok_or(Error::Missing("calendar file"))?;
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"invite.ics\"")
        .body(file))
}
