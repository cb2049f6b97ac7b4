//! A list as a file: the same address with `file=xlsx` or `file=csv`, so with the same filters and for the same eyes.

use chrono::{DateTime, NaiveDateTime, Utc};
use http::header;
use poem::Response;
use serde::Serialize;

use super::{context::Context, error::Trouble, form::Pairs, sentence::Sentence};
use crate::{
    domain::{
        error::Result,
        event::Event,
        page::{MAX_LIMIT, Page, Window},
    },
    table::{Cell, Format, Table},
};

/// The name in the address.
const FILE: &str = "file";

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

/// Notes that so many people left the house in a file, before they do.
///
/// # Errors
/// When the database fails.
pub async fn note(cx: &Context, table: &Table) -> Result<()> {
    let rows = table.rows.len();
    cx.write(|change| async move { change.record(Event::PeopleExported { rows }).await }).await
}

/// The file. It is made beside the requests: a long one takes a second of work.
///
/// # Errors
/// When it is larger than its format can hold.
pub async fn answer(table: Table, format: Format) -> poem::Result<Response> {
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    let name: String = table
        .name
        .to_lowercase()
        .chars()
        .map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' })
        .collect();
    let written = tokio::task::spawn_blocking(move || table.write(format)).await;
    let content = written.ok().and_then(std::result::Result::ok).ok_or(Trouble::Panicked)?;
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\""))
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(content))
}

/// A moment as the clocks here show it.
pub fn here(cx: &Context, moment: DateTime<Utc>) -> NaiveDateTime {
    moment.with_timezone(&cx.house().policy.zone).naive_local()
}
