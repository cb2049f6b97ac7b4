//! What happens to every request before and after its operation: the table of operations is asked, the token is looked
//! up, the body is taken in and counted; whatever goes wrong becomes a problem, and every answer names the version.

use std::{panic::AssertUnwindSafe, sync::Arc};

use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderValue, header};
use hyper::body::Bytes;
use poem::{Endpoint, IntoResponse as _, Request, Response, error::ReadBodyError};

use super::{
    VERSION,
    caller::{self, Caller},
    operation::{self, Found, Operation},
    problem::{Problem, Wrong},
    sentence::Speaker,
};
use crate::{
    app::App,
    domain::{actor::Actor, change::RequestKey, secret},
};

/// What a body may hold, in bytes.
const BODY: usize = 1024 * 1024;
/// What an `Idempotency-Key` may hold, in bytes.
const KEY: usize = 255;

/// Answers a request; never fails.
pub async fn guard<E: Endpoint>(app: App, inner: Arc<E>, request: Request) -> poem::Result<Response> {
    let speaker = Speaker::of(&app, request.headers());
    let answer = AssertUnwindSafe(answer(&app, inner, request)).catch_unwind().await;
    let answer = answer.unwrap_or(Err(Problem::Panicked));
    let mut response = answer.unwrap_or_else(|problem| problem.answer(&speaker));
    let headers = response.headers_mut();
    headers.insert("API-Version", HeaderValue::from_static(VERSION));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.append(header::VARY, HeaderValue::from_static("Authorization, Accept-Language"));
    Ok(response)
}

async fn answer<E: Endpoint>(app: &App, inner: Arc<E>, mut request: Request) -> Result<Response, Problem> {
    let operation = match operation::find(request.method(), request.uri().path()) {
        Found::Operation(operation) => operation,
        Found::OtherMethod(methods) => return Err(Problem::OtherMethod(methods)),
        Found::Nothing => return Err(Problem::NoAddress),
    };
    let actor = match operation.scopes {
        [] => None,
        _ => Some(caller::identify(app, operation, &request).await?),
    };
    if request.uri().path().contains("%00") {
        return Err(Problem::NoAddress);
    }
    readable(request.uri().query().unwrap_or_default())?;
    let body = take_in(&mut request).await?;
    if let Some(actor) = actor {
        let key = key(operation, &actor, &request, &body)?;
        request.set_data(Caller { house: app.house.clone(), actor, key });
    }
    request.set_body(body);
    Ok(inner.call(request).await?.into_response())
}

/// PostgreSQL takes no text with a NUL in it, neither in the path nor here; in a body `body` looks for it.
fn readable(query: &str) -> Result<(), Wrong> {
    match query.split('&').find(|pair| pair.contains("%00")) {
        Some(pair) => Err(Wrong::new(pair.split('=').next().unwrap_or_default(), "unreadable")),
        None => Ok(()),
    }
}

/// Counted while it arrives: the length that is announced proves nothing.
async fn take_in(request: &mut Request) -> Result<Bytes, Problem> {
    let body = request.take_body().into_bytes_limit(BODY).await;
    body.map_err(|error| match error {
        ReadBodyError::PayloadTooLarge => Problem::TooLarge,
        _ => Problem::NotArrived,
    })
}

/// What makes a repeat of a write recognisable. Two tokens of one person share their keys: whoever gets a new token goes
/// on where the old one stopped.
fn key(
    operation: &Operation,
    actor: &Actor,
    request: &Request,
    body: &[u8],
) -> Result<Option<RequestKey>, Problem> {
    let Some(key) = given_key(request.headers()).filter(|_| operation.writes()) else {
        return Ok(None);
    };
    if key.is_empty() || key.len() > KEY {
        return Err(Wrong::new("Idempotency-Key", "idempotency-key").with("max", KEY).into());
    }
    let person = actor.person.map(|person| person.to_string()).unwrap_or_default();
    let body = secret::hash(body);
    Ok(Some(RequestKey {
        hash: secret::hash(format!("api {person} {}", String::from_utf8_lossy(key))),
        fingerprint: secret::hash(format!("{} {} {body}", request.method(), request.uri())),
    }))
}

fn given_key(headers: &HeaderMap) -> Option<&[u8]> {
    headers.get("Idempotency-Key").map(HeaderValue::as_bytes)
}
