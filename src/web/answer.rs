//! Answers that lead to another page, with a message for it.

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use entity::id::{PersonId, SessionId};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use poem::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::{
    cookie, key,
    sentence::Sentence,
    view::{Flash, Undo},
};
use crate::text::{Language, Words};

/// A message that waits longer belongs to a page that was never asked for.
const FLASH_LASTS: Duration = Duration::from_secs(60);

/// To another page of ours, which is asked for with GET.
pub struct Go {
    to: String,
    cookies: Vec<HeaderValue>,
    https: bool,
}

/// A message between two pages, as its cookie holds it.
#[derive(Serialize, Deserialize)]
struct Message {
    warn: bool,
    sentence: Sentence,
    /// The date whose place was just given back.
    #[serde(default)]
    undo: Option<SessionId>,
    /// Whose place it was, when a head gave it back.
    #[serde(default)]
    whose: Option<PersonId>,
}

impl Go {
    pub(super) fn to(to: impl Into<String>, https: bool) -> Self {
        Self { to: to.into(), cookies: Vec::new(), https }
    }

    /// With good news on top of the next page.
    pub fn saying(self, sentence: Sentence) -> Self {
        self.with_message(false, sentence, None, None)
    }

    /// As [`Go::undoing`], for somebody whom the viewer heads.
    pub fn undoing_for(self, sentence: Sentence, session: SessionId, person: PersonId) -> Self {
        self.with_message(false, sentence, Some(session), Some(person))
    }

    /// With good news, and a button that asks for the place in this session again.
    pub fn undoing(self, sentence: Sentence, session: SessionId) -> Self {
        self.with_message(false, sentence, Some(session), None)
    }

    /// With a warning on top of the next page.
    pub fn warning(self, sentence: Sentence) -> Self {
        self.with_message(true, sentence, None, None)
    }

    /// With a cookie.
    pub fn with_cookie(mut self, line: HeaderValue) -> Self {
        self.cookies.push(line);
        self
    }

    fn with_message(
        self,
        warn: bool,
        sentence: Sentence,
        undo: Option<SessionId>,
        whose: Option<PersonId>,
    ) -> Self {
        let message = serde_json::to_vec(&Message { warn, sentence, undo, whose }).unwrap_or_default();
        let value = URL_SAFE_NO_PAD.encode(message);
        let line = cookie::set(cookie::FLASH, &value, FLASH_LASTS, self.https);
        self.with_cookie(line)
    }
}

impl IntoResponse for Go {
    fn into_response(self) -> Response {
        let mut response =
            Response::builder().status(StatusCode::SEE_OTHER).header(header::LOCATION, self.to).finish();
        for line in self.cookies {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
        response
    }
}

impl From<Go> for Response {
    fn from(go: Go) -> Self {
        go.into_response()
    }
}

/// The message that came with a request. What is not one of ours says nothing.
pub(super) fn message(headers: &HeaderMap, words: &Words, language: Language) -> Option<Flash> {
    let value = cookie::read(headers, cookie::FLASH)?;
    let message: Message = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(value).ok()?).ok()?;
    let text = message.sentence.is_known(words).then(|| message.sentence.say(words, language))?;
    let door = if message.whose.is_some() { "team" } else { "enrolments" };
    let undo = message.undo.map(|id| Undo {
        action: format!("/sessions/{id}/{door}"),
        key: key::fresh(),
        person: message.whose.map(|person| person.to_string()),
    });
    Some(Flash { kind: if message.warn { "warn" } else { "ok" }, text, undo })
}

/// A path on this site that a link may lead back to; anything else becomes the home page.
pub fn own_path(next: &str) -> &str {
    let plain = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(|sign: char| sign.is_control() || sign == '\\');
    if plain && next.len() <= 1_000 { next } else { "/" }
}
