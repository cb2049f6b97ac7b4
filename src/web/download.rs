//! A list as a file: the same address with `file=xlsx` or `file=csv`, so with the same filters and for the same eyes.

use std::{future::ready, io::Error};

use chrono::{DateTime, NaiveDateTime, Utc};
use futures_util::{StreamExt as _, future::BoxFuture, stream};
use http::header;
use poem::{Body, Response, ResponseBuilder};
use serde::Serialize;

use super::{context::Context, error::Trouble, form::Pairs, sentence::Sentence};
use crate::{
    domain::{
        error::Result,
        event::Event,
        page::{MAX_LIMIT, Page, Window},
    },
    table::{Book, Cell, Format, Table, book, csv_lines},
};

/// The name in the address.
const FILE: &str = "file";
/// Rows of a long list that are read at once.
const PART: u64 = 1_000;

/// The argument of the macro `files` in `templates/part/show.html`: this list as a file.
#[derive(Clone, Debug, Serialize)]
pub struct Files {
    pub xlsx: String,
    pub csv: String,
}

impl Files {
    /// Of the page that is asked for, whole.
    pub fn of(cx: &Context) -> Self {
        let path = cx.address().split('?').next().unwrap_or("/");
        let filters = Pairs::parse(cx.query().with("after", "").as_bytes());
        let link = |format| format!("{path}?{}", filters.with(FILE, format));
        Self { xlsx: link("xlsx"), csv: link("csv") }
    }

    /// For samples.
    pub fn sample() -> Self {
        Self { xlsx: "/people?file=xlsx".into(), csv: "/people?file=csv".into() }
    }
}

/// The kind of file that is asked for, if one is.
pub fn asked(cx: &Context) -> Option<Format> {
    match cx.query().text(FILE) {
        "xlsx" => Some(Format::Xlsx),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}

/// A table with its name and columns in the language of the viewer.
pub fn table(cx: &Context, name: &'static str, columns: &[&'static str], rows: Vec<Vec<Cell>>) -> Table {
    let say = |key: &'static str| cx.say(&Sentence::new(key));
    // A sheet can have no longer name.
    let name = say(name).chars().take(31).collect();
    Table { name, columns: columns.iter().copied().map(say).collect(), rows }
}

/// Every row of a list, read a page at a time.
///
/// # Errors
/// What reading returns.
pub async fn whole<T, F>(read: impl Fn(Window) -> F) -> Result<Vec<T>>
where
    F: Future<Output = Result<Page<T>>>,
{
    let (mut rows, mut window) = (Vec::new(), Window { limit: MAX_LIMIT, after: None });
    loop {
        let page = read(window.clone()).await?;
        rows.extend(page.items);
        let Some(next) = page.next else { return Ok(rows) };
        window.after = Some(next.parse()?);
    }
}

/// Reads a part of a list as rows of a file.
pub type Part = BoxFuture<'static, Result<Page<Vec<Cell>>>>;

/// The file of a long list. CSV leaves the house as it is read, a part at a time, so that neither memory nor a transaction
/// grows with the list; a workbook is one zip, written as it is read and sent whole. `table` is without rows.
///
/// # Errors
/// What reading the first part returns; later the answer breaks off, and the browser says that the file is not whole.
pub async fn stream(
    table: Table,
    format: Format,
    read: impl Fn(Window) -> Part + Send + Sync + 'static,
) -> poem::Result<Response> {
    let name = table.name.to_lowercase();
    stream_as(&name, table, format, read).await
}

/// As [`stream()`], for a file with another name than its sheet.
///
/// # Errors
/// As [`stream()`].
pub async fn stream_as(
    name: &str,
    table: Table,
    format: Format,
    read: impl Fn(Window) -> Part + Send + Sync + 'static,
) -> poem::Result<Response> {
    if format == Format::Xlsx {
        return Ok(head(name, format).body(whole_book(table, read).await?));
    }
    let heading = table.csv_heading().map_err(|_| Trouble::Panicked)?;
    let first = read(Window { limit: PART, after: None }).await?;
    let parts = stream::try_unfold(Some(first), move |part| {
        let next = part.as_ref().and_then(|part| part.next.clone());
        let next =
            next.map(|next| next.parse().map(|after| read(Window { limit: PART, after: Some(after) })));
        async move {
            let Some(part) = part else { return Ok(None) };
            let lines = csv_lines(&part.items).map_err(Error::other)?;
            let next = match next {
                Some(next) => Some(async { next?.await }.await.map_err(broken_off)?),
                None => None,
            };
            Ok::<_, Error>(Some((lines, next)))
        }
    });
    let whole = stream::once(ready(Ok(heading))).chain(parts);
    Ok(head(name, format).body(Body::from_bytes_stream(whole)))
}

/// A workbook, written beside the requests while the list is read.
async fn whole_book(table: Table, read: impl Fn(Window) -> Part) -> poem::Result<Vec<u8>> {
    let (parts, mut read_parts) = tokio::sync::mpsc::channel::<Vec<Vec<Cell>>>(2);
    let writing = tokio::task::spawn_blocking(move || {
        let mut book = Book::new(&table)?;
        while let Some(rows) = read_parts.blocking_recv() {
            book.add(&rows)?;
        }
        book.finish()
    });
    let mut window = Window { limit: PART, after: None };
    loop {
        let page = read(window.clone()).await?;
        // It fails when writing has failed, which is told below.
        let goes_on = parts.send(page.items).await.is_ok();
        let Some(next) = page.next.filter(|_| goes_on) else { break };
        window.after = Some(next.parse()?);
    }
    drop(parts);
    let written = writing.await.ok().and_then(std::result::Result::ok);
    Ok(written.ok_or(Trouble::Panicked)?)
}

fn broken_off(error: crate::domain::error::Error) -> Error {
    tracing::error!(target: "web", ?error, "a file broke off");
    Error::other("the rest of the list could not be read")
}

/// Notes that so many people left the house in a file, before they do.
///
/// # Errors
/// When the database fails.
pub async fn note(cx: &Context, table: &Table) -> Result<()> {
    note_rows(cx, table.rows.len()).await
}

/// As [`note`], for a file that is not there yet.
///
/// # Errors
/// When the database fails.
pub async fn note_rows(cx: &Context, rows: usize) -> Result<()> {
    cx.write(|change| async move { change.record(Event::PeopleExported { rows }).await }).await
}

/// The file. It is made beside the requests: a long one takes a second of work.
///
/// # Errors
/// When it is larger than its format can hold.
pub async fn answer(table: Table, format: Format) -> poem::Result<Response> {
    let head = head(&table.name.to_lowercase(), format);
    Ok(head.body(written(table, format).await?))
}

/// As [`answer`], with a second sheet that says what the first means; CSV has room for the first only.
///
/// # Errors
/// As [`answer`].
pub async fn answer_with(table: Table, meaning: Table, format: Format) -> poem::Result<Response> {
    if format == Format::Csv {
        return answer(table, format).await;
    }
    let head = head(&table.name.to_lowercase(), format);
    let written = tokio::task::spawn_blocking(move || book(&[table, meaning])).await;
    Ok(head.body(written.ok().and_then(std::result::Result::ok).ok_or(Trouble::Panicked)?))
}

async fn written(table: Table, format: Format) -> poem::Result<Vec<u8>> {
    let written = tokio::task::spawn_blocking(move || table.write(format)).await;
    Ok(written.ok().and_then(std::result::Result::ok).ok_or(Trouble::Panicked)?)
}

/// The head of an answer that is a file of this name.
fn head(name: &str, format: Format) -> ResponseBuilder {
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '-' };
    let name: String = name.chars().map(plain).collect();
    Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\""))
        .header(header::CACHE_CONTROL, "private, no-store")
}

/// A moment as the clocks here show it.
pub fn here(cx: &Context, moment: DateTime<Utc>) -> NaiveDateTime {
    moment.with_timezone(&cx.house().policy.zone).naive_local()
}
