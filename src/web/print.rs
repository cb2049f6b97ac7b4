//! Something printed, as an answer.

use http::header;
use poem::Response;

use super::{context::Context, error::Trouble};
use crate::{print::Paper, text::Language};

/// The PDF of a paper, under this name.
///
/// # Errors
/// [`Trouble::Print`]: without printing, when too many print, or when a template has a mistake.
pub async fn answer(
    cx: &Context,
    language: Language,
    name: &str,
    paper: impl Paper,
) -> poem::Result<Response> {
    // Setting takes its time; whoever waits for it holds no connection.
    cx.db().rest();
    let press = &cx.app().press;
    let printed = press.print(language, paper).await.map_err(Trouble::Print)?;
    Ok(file(name, "pdf", "application/pdf", printed))
}

/// A file of this name that is kept by nobody on the way.
pub fn file(name: &str, ending: &str, kind: &'static str, content: impl Into<poem::Body>) -> Response {
    let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '-' };
    let name: String = name.chars().map(plain).collect();
    Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\""))
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(content)
}
