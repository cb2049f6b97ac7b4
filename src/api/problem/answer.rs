//! How a problem is told: `application/problem+json`, with the headers that belong to its status.

use std::fmt::Write as _;

use http::{HeaderValue, Method, StatusCode, header};
use poem::{Response, error::ResponseError as _};
use serde_json::{Value, json};

use super::{Problem, Wrong};
use crate::{
    api::sentence::Speaker,
    domain::{
        actor::Scope,
        error::{Error, Refusal},
    },
};

impl Problem {
    /// Stable: programs look at it.
    fn code(&self) -> &'static str {
        match self {
            Self::House(Error::Refused(refusal)) => refusal.code(),
            Self::House(Error::Forbidden) => "forbidden",
            Self::ScopeMissing(_) => "scope-missing",
            Self::TokenMissing => "token-missing",
            Self::TokenUnknown => "token-unknown",
            _ => match self.status() {
                StatusCode::NOT_FOUND => "not-found",
                StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
                StatusCode::REQUEST_TIMEOUT => "too-slow",
                StatusCode::PAYLOAD_TOO_LARGE => "too-large",
                StatusCode::UNSUPPORTED_MEDIA_TYPE => "not-json",
                StatusCode::SERVICE_UNAVAILABLE => "unavailable",
                status if status.is_client_error() => "invalid",
                _ => "broken",
            },
        }
    }

    /// The answer. A fault of ours is logged here, once.
    pub fn answer(&self, speaker: &Speaker) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(target: "api", error = %self, "a request failed");
        }
        let mut response = Response::builder()
            .status(status)
            .content_type("application/problem+json")
            .header(header::CONTENT_LANGUAGE, speaker.language.code())
            .body(self.body(status, speaker).to_string());
        if let Some((name, value)) = self.header() {
            response.headers_mut().insert(name, value);
        }
        response
    }

    fn body(&self, status: StatusCode, speaker: &Speaker) -> Value {
        let title = status.canonical_reason().unwrap_or("Problem");
        let mut body = json!({ "status": status.as_u16(), "title": title, "code": self.code(), "detail": self.detail(speaker) });
        let wrong = self.wrong();
        if !wrong.is_empty() {
            let errors = wrong.iter().map(|one| {
                let args = [one.args.as_slice(), &[("field", one.field.clone())]].concat();
                let detail = speaker.say(&format!("problem-{}", one.key), &args);
                json!({ "field": one.field, "code": one.key, "detail": detail })
            });
            body["errors"] = errors.collect();
        }
        if let Self::House(Error::Refused(refusal)) = self
            && let Some(session) = refusal.session()
        {
            body["sessionId"] = json!(session);
        }
        body
    }

    fn wrong(&self) -> Vec<Wrong> {
        match self {
            Self::House(Error::Invalid(fields)) => fields.iter().map(Wrong::from).collect(),
            Self::Wrong(wrong) => wrong.clone(),
            _ => Vec::new(),
        }
    }

    fn detail(&self, speaker: &Speaker) -> String {
        let key = format!("api-problem-{}", self.code());
        match self {
            Self::House(Error::Refused(refusal)) => speaker.refusal(refusal),
            Self::ScopeMissing(scopes) => speaker.say(&key, &[("scope", list(scopes, ", "))]),
            Self::NoJson(reason) => speaker.say("api-problem-no-json", &[("text", reason.clone())]),
            _ => speaker.say(&key, &[]),
        }
    }

    /// The header that belongs to the status (RFC 9110, RFC 6750).
    fn header(&self) -> Option<(header::HeaderName, HeaderValue)> {
        let (name, value) = match self {
            Self::TokenMissing => (header::WWW_AUTHENTICATE, r#"Bearer realm="olievlek""#.to_owned()),
            Self::TokenUnknown => {
                (header::WWW_AUTHENTICATE, r#"Bearer realm="olievlek", error="invalid_token""#.to_owned())
            }
            Self::ScopeMissing(scopes) => {
                let scopes = list(scopes, " ");
                let value =
                    format!(r#"Bearer realm="olievlek", error="insufficient_scope", scope="{scopes}""#);
                (header::WWW_AUTHENTICATE, value)
            }
            Self::OtherMethod(methods) => (header::ALLOW, allowed(methods)),
            Self::House(Error::Refused(Refusal::TooMany { seconds })) => {
                (header::RETRY_AFTER, seconds.to_string())
            }
            _ if self.status() == StatusCode::SERVICE_UNAVAILABLE => (header::RETRY_AFTER, "5".to_owned()),
            _ => return None,
        };
        Some((name, HeaderValue::try_from(value).ok()?))
    }
}

fn list(scopes: &[Scope], between: &str) -> String {
    scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(between)
}

fn allowed(methods: &[&Method]) -> String {
    let mut all = String::new();
    for method in methods {
        let _ = write!(all, "{}{method}", if all.is_empty() { "" } else { ", " });
        if *method == Method::GET {
            all.push_str(", HEAD");
        }
    }
    all
}
