//! Everything that can go wrong becomes a page with a way on; every "no" becomes a sentence, here and nowhere else.

use http::{HeaderValue, StatusCode, header};
use poem::{
    Response,
    error::{MethodNotAllowedError, NotFoundError, ParsePathError, ResponseError},
};
use serde::Serialize;

use super::{
    context::Context,
    sentence::{Arg, Sentence},
    view::View,
};
use crate::{
    domain::error::{DbFailure, Error, Field, Refusal, classify},
    print::Unprintable,
};

/// What goes wrong before or around a verb.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("sent by another site")]
    Forged,
    #[error("more than may be sent")]
    TooLarge,
    #[error("did not arrive in time")]
    TooSlow,
    #[error("not to be read")]
    Unreadable,
    #[error("a handler gave up")]
    Panicked,
    #[error("no page: {0}")]
    Template(#[from] minijinja::Error),
    #[error(transparent)]
    Print(#[from] Unprintable),
}

impl ResponseError for Trouble {
    fn status(&self) -> StatusCode {
        match self {
            Self::Forged => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Print(Unprintable::NotBuiltIn) => StatusCode::NOT_IMPLEMENTED,
            Self::Print(Unprintable::Busy) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Panicked | Self::Template(_) | Self::Print(Unprintable::Broken(_)) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }
}

/// Pages let a domain error rise with `?`; [`page`] makes something of it.
impl ResponseError for Error {
    fn status(&self) -> StatusCode {
        match self {
            Self::Missing(_) => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused(Refusal::TooMany { .. }) => StatusCode::TOO_MANY_REQUESTS,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::Broken(error) => match classify(error) {
                DbFailure::Again | DbFailure::Away => StatusCode::SERVICE_UNAVAILABLE,
                DbFailure::Duplicate | DbFailure::Other => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }
}

/// The page of an error.
#[derive(Debug, Serialize)]
pub struct Page {
    /// Which texts: `missing`, `forbidden`, `forged`, `refused`, `too-many`, `too-large`, `too-slow`, `unreadable`,
    /// `away`, `no-print`, `print-busy`, `broken`.
    pub kind: &'static str,
    /// What exactly stands in the way, where a rule can tell.
    pub reasons: Vec<String>,
    /// Whether coming back with the same request may help.
    pub again: bool,
    pub signed_in: bool,
}

impl View for Page {
    const TEMPLATE: &'static str = "error/page.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new(match self.kind {
            "missing" => "error-missing-title",
            "forbidden" => "error-forbidden-title",
            "forged" => "error-forged-title",
            "refused" => "error-refused-title",
            "too-many" => "error-too-many-title",
            "too-large" => "error-too-large-title",
            "too-slow" => "error-too-slow-title",
            "unreadable" => "error-unreadable-title",
            "away" => "error-away-title",
            "no-print" => "error-no-print-title",
            "print-busy" => "error-print-busy-title",
            _ => "error-broken-title",
        })
    }

    fn samples() -> Vec<Self> {
        let kinds = [
            "missing",
            "forbidden",
            "forged",
            "too-large",
            "too-slow",
            "unreadable",
            "away",
            "no-print",
            "print-busy",
            "broken",
        ];
        let plain = |kind| Self {
            kind,
            reasons: Vec::new(),
            again: matches!(kind, "away" | "print-busy"),
            signed_in: false,
        };
        let refused =
            |kind| Self { kind, reasons: vec!["Deze datum is vol.".into()], again: false, signed_in: true };
        kinds.into_iter().map(plain).chain(["refused", "too-many"].map(refused)).collect()
    }
}

/// The sentence of a refusal.
pub fn refusal(cx: &Context, refusal: &Refusal) -> String {
    let key = format!("refusal-{}", refusal.code());
    let mut args = refusal.args();
    if let Some(at) = refusal.moment() {
        args.push(("moment", cx.dates().moment(at)));
    }
    say(cx, &key, &args)
}

/// The sentence of a problem with a field.
pub fn problem(cx: &Context, field: &Field) -> String {
    let args = [field.args.as_slice(), &[("field", field.name.to_owned())]].concat();
    say(cx, &format!("problem-{}", field.key), &args)
}

/// What is wrong with several fields, as one text: for answers that are no form.
pub fn problems(cx: &Context, fields: &[Field]) -> String {
    fields.iter().map(|field| problem(cx, field)).collect::<Vec<_>>().join(" ")
}

/// Arguments that are numbers choose a plural, but a code or a title that looks like one stays as it is.
fn say(cx: &Context, key: &str, args: &[(&'static str, String)]) -> String {
    let arg = |name: &str, value: &String| match value.parse::<i32>() {
        Ok(number) if !matches!(name, "value" | "title" | "audience" | "name" | "text") => Arg::from(number),
        _ => Arg::from(value.clone()),
    };
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, arg(name, value))).collect();
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.into())).collect();
    cx.words().say(cx.language(), key, &args)
}

/// The page of whatever rose out of a handler.
pub fn page(cx: &Context, error: &poem::Error) -> Response {
    let status = status(error);
    if status.is_server_error() {
        tracing::error!(target: "web", request = cx.request(), error = %error, "a request failed");
    }
    let (kind, reasons) = words(cx, error, status);
    let again = matches!(kind, "away" | "too-many" | "too-slow" | "print-busy");
    let page = Page { kind, reasons, again, signed_in: cx.viewer().is_some() };
    // Without words there is still a number to ask about.
    let mut response = cx.page_as(status, &page).unwrap_or_else(|broken| {
        tracing::error!(target: "web", request = cx.request(), error = %broken, "no error page");
        Response::builder().status(status).body(format!("{status}\n{}\n", cx.request()))
    });
    if let Some(seconds) = wait(error, status) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn status(error: &poem::Error) -> StatusCode {
    // An address whose id is none does not exist; poem calls it a bad request.
    if error.is::<ParsePathError>() { StatusCode::NOT_FOUND } else { error.status() }
}

fn wait(error: &poem::Error, status: StatusCode) -> Option<u64> {
    match error.downcast_ref::<Error>() {
        Some(Error::Refused(Refusal::TooMany { seconds })) => Some(*seconds),
        _ => (status == StatusCode::SERVICE_UNAVAILABLE).then_some(5),
    }
}

fn words(cx: &Context, error: &poem::Error, status: StatusCode) -> (&'static str, Vec<String>) {
    if let Some(error) = error.downcast_ref::<Error>() {
        return match error {
            Error::Missing(_) => ("missing", Vec::new()),
            Error::Forbidden => ("forbidden", Vec::new()),
            Error::Invalid(fields) => ("refused", fields.iter().map(|field| problem(cx, field)).collect()),
            Error::Refused(no @ Refusal::TooMany { .. }) => ("too-many", vec![refusal(cx, no)]),
            Error::Refused(no) => ("refused", vec![refusal(cx, no)]),
            Error::Broken(_) if status == StatusCode::SERVICE_UNAVAILABLE => ("away", Vec::new()),
            Error::Broken(_) => ("broken", Vec::new()),
        };
    }
    let missing =
        error.is::<NotFoundError>() || error.is::<MethodNotAllowedError>() || error.is::<ParsePathError>();
    let kind = match error.downcast_ref::<Trouble>() {
        Some(Trouble::Forged) => "forged",
        Some(Trouble::TooLarge) => "too-large",
        Some(Trouble::TooSlow) => "too-slow",
        Some(Trouble::Unreadable) => "unreadable",
        Some(Trouble::Print(Unprintable::NotBuiltIn)) => "no-print",
        Some(Trouble::Print(Unprintable::Busy)) => "print-busy",
        None if missing => "missing",
        None if status.is_client_error() => "unreadable",
        Some(Trouble::Panicked | Trouble::Template(_) | Trouble::Print(Unprintable::Broken(_))) | None => {
            "broken"
        }
    };
    (kind, Vec::new())
}

impl Trouble {
    /// Without a page, when there is nobody left to make one.
    pub(super) fn as_plain(&self) -> Response {
        Response::builder()
            .status(self.status())
            .content_type("text/plain; charset=utf-8")
            .body(self.to_string())
    }
}
