//! Who calls: the actor behind a bearer token. The guard finds it and puts it into the request.

use http::header;
use poem::{FromRequest, Request, RequestBody};

use super::{operation::Operation, problem::Problem};
use crate::{
    app::App,
    domain::{
        actor::Actor,
        change::{House, RequestKey},
        people::api_token::{self, Bearer},
    },
};

/// Somebody with a token that allows this operation.
#[derive(Clone)]
pub struct Caller {
    pub house: House,
    pub actor: Actor,
    /// For a write that was sent under an `Idempotency-Key`.
    pub key: Option<RequestKey>,
}

/// The actor behind the token of a request, when it may do this.
///
/// # Errors
/// [`Problem::TokenMissing`], [`Problem::TokenUnknown`], [`Problem::ScopeMissing`]; when the database fails.
pub async fn identify(app: &App, operation: &'static Operation, request: &Request) -> Result<Actor, Problem> {
    let secret = bearer_secret(request).ok_or(Problem::TokenMissing)?;
    let house = &app.house;
    let (now, today) = (house.now(), house.policy.day(house.now()));
    let bearer =
        api_token::bearer(&house.db.reader, secret, now, today).await?.ok_or(Problem::TokenUnknown)?;
    if bearer.unnoted(now) {
        note_use(house.clone(), &bearer);
    }
    match operation.scopes.iter().any(|scope| bearer.actor.has(*scope)) {
        true => Ok(bearer.actor),
        false => Err(Problem::ScopeMissing(operation.scopes)),
    }
}

/// The scheme is compared without case (RFC 9110 section 11.1).
fn bearer_secret(request: &Request) -> Option<&str> {
    let header = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(secret.trim()).filter(|secret| !secret.is_empty())
}

/// Nobody waits for it: a read should not wait for a write.
fn note_use(house: House, bearer: &Bearer) {
    let (actor, token) = (bearer.actor.clone(), bearer.token);
    tokio::spawn(async move {
        let noted = house.write(&actor, |change| async move { api_token::used(&change, token).await }).await;
        if let Err(error) = noted {
            tracing::warn!(target: "api", %error, "the use of a token was not noted");
        }
    });
}

impl<'a> FromRequest<'a> for Caller {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        // Absent only for an operation that the table opens to everybody: such a one has no caller to ask for.
        Ok(request.data::<Self>().cloned().ok_or(Problem::TokenMissing)?)
    }
}
