//! One line for each request: what was asked for (the row, never the address itself: it may hold a secret), how it
//! ended, how long it took, from where, by whom (an id). Of who answers an evaluation it says neither.

use std::{
    net::IpAddr,
    sync::{Arc, OnceLock},
    time::Instant,
};

use entity::id::PersonId;
use http::{Method, StatusCode};
use rand::TryRngCore as _;

use crate::telemetry::metric;

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
    unnamed: OnceLock<()>,
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
            unnamed: OnceLock::new(),
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

    /// Leaves out of the line who asks, and from where: what is answered here must lead to nobody.
    pub fn forget(&self) {
        let _ = self.0.unnamed.set(());
    }

    /// Writes the line and counts the answer.
    pub fn end(&self, (method, class): (&Method, &'static str), status: StatusCode) {
        let notes = &self.0;
        let (method, route) = (known(method), notes.route.get().copied().unwrap_or("-"));
        let elapsed = notes.start.elapsed();
        let named = notes.unnamed.get().is_none();
        let actor = notes.actor.get().filter(|_| named).map(ToString::to_string).unwrap_or_default();
        let origin = if named { notes.client.to_string() } else { String::new() };
        let (status, ms) = (status.as_u16(), elapsed.as_secs_f64() * 1000.0);
        tracing::info!(target: "access", method, route, status, ms, request = notes.request, origin, actor);
        let code = status.to_string();
        metrics::counter!(metric::REQUESTS, "class" => class, "method" => method, "status" => code)
            .increment(1);
        metrics::histogram!(metric::REQUEST_SECONDS, "class" => class).record(elapsed.as_secs_f64());
    }
}

/// What kind of address was asked for.
pub fn class(path: &str) -> &'static str {
    let within =
        |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    match path {
        _ if within("/api") => "api",
        _ if within("/assets") => "asset",
        _ if within("/health") || path == "/metrics" => "watch",
        _ => "page",
    }
}

/// A visitor may make up methods, and must not make up labels.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_visitor_makes_up_becomes_no_label() {
        assert_eq!(known(&Method::from_bytes(b"BREW").unwrap()), "other");
        let paths = ["/api/v1/people", "/assets/x", "/health/live", "/metrics", "/apiary", "/x/../y", "/api"];
        let classes = ["api", "asset", "watch", "watch", "page", "page", "api"];
        assert_eq!(paths.map(class), classes);
    }
}
