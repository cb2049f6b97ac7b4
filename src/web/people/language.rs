//! The language of this browser. Asking for it changes a cookie and nothing else; the person's own choice, which letters
//! follow, is made on the account page.

use std::time::Duration;

use poem::{Response, handler};

use crate::{
    text::Language,
    web::{answer::own_path, context::Context, cookie},
};

/// How long a browser keeps it.
const LASTS: Duration = Duration::from_secs(365 * 24 * 3600);

/// Chooses, and comes back.
#[handler]
pub fn choose(cx: Context) -> Response {
    let back = cx.go(own_path(cx.query().text("next")));
    match cx.query().text("to").parse::<Language>() {
        Ok(language) => back.with_cookie(kept(&cx, language)).into(),
        Err(_) => back.into(),
    }
}

/// The cookie that keeps a choice.
pub(super) fn kept(cx: &Context, language: Language) -> http::HeaderValue {
    cookie::set(cookie::LANGUAGE, language.code(), LASTS, cx.https())
}
