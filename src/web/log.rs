//! One line for each request: what was asked for (the row, never the address itself: it may hold a secret), how it
//! ended, how long it took, from where, by whom (an id).

use std::{
    net::IpAddr,
    sync::{Arc, OnceLock},
    time::Instant,
};

use entity::id::PersonId;
use http::{Method, StatusCode};
use rand::TryRngCore as _;

/// What is noted while a request goes through the house.
#[derive(Clone)]
pub struct Trail(Arc<Notes>);

struct Notes {
    /// The number that an error page shows.
    request: String,
    client: IpAddr,
    start: Instant,
    route: OnceLock<&'static str>,
    actor: OnceLock<PersonId>,
}

impl Trail {
    /// The beginning of a request.
    pub fn start(client: IpAddr) -> Self {
        let mut bytes = [0; 6];
        // A number that is not random is still a number.
        let _ = rand::rngs::OsRng.try_fill_bytes(&mut bytes);
        let request = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(Arc::new(Notes {
            request,
            client,
            start: Instant::now(),
            route: OnceLock::new(),
            actor: OnceLock::new(),
        }))
    }

    /// The request's number.
    pub fn request(&self) -> &str {
        &self.0.request
    }

    /// Where it comes from.
    pub fn client(&self) -> IpAddr {
        self.0.client
    }

    /// Which row answers.
    pub fn route(&self, path: &'static str) {
        let _ = self.0.route.set(path);
    }

    /// Who asks.
    pub fn actor(&self, person: PersonId) {
        let _ = self.0.actor.set(person);
    }

    /// Writes the line.
    pub fn end(&self, method: &Method, status: StatusCode) {
        let notes = &self.0;
        let (method, route) = (known(method), notes.route.get().copied().unwrap_or("-"));
        let elapsed = notes.start.elapsed();
        let actor = notes.actor.get().map(ToString::to_string).unwrap_or_default();
        let (status, ms) = (status.as_u16(), elapsed.as_secs_f64() * 1000.0);
        tracing::info!(target: "access", method, route, status, ms, request = notes.request, origin = %notes.client, actor);
        let labels =
            [("method", method.to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
        metrics::histogram!("http_request_seconds", &labels).record(elapsed.as_secs_f64());
    }
}

/// A method is what the visitor makes of it: a log that repeats any, and counters that keep any, hold what they want.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
