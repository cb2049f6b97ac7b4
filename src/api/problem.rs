//! What went wrong, as `application/problem+json` (RFC 9457) with a stable `code`. Nothing of the API answers otherwise,
//! poem's own errors included.

mod answer;

use http::{Method, StatusCode};
use poem::error::ResponseError;
use poem_openapi::{
    ApiResponse,
    error::{ContentTypeError, ParseParamError, ParsePathError},
    registry::{MetaResponses, Registry},
};

use crate::domain::{
    actor::Scope,
    error::{DbFailure, Error, Field, Refusal, classify},
};

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error(transparent)]
    House(#[from] Error),
    #[error("fields are wrong")]
    Wrong(Vec<Wrong>),
    #[error("no JSON: {0}")]
    NoJson(String),
    #[error("no token")]
    TokenMissing,
    #[error("unknown token")]
    TokenUnknown,
    #[error("the token lacks a scope")]
    ScopeMissing(&'static [Scope]),
    #[error("no such address")]
    NoAddress,
    #[error("no such method here")]
    OtherMethod(Vec<&'static Method>),
    #[error("not JSON")]
    MediaType,
    #[error("too large")]
    TooLarge,
    #[error("the body did not arrive")]
    NotArrived,
    #[error("an operation gave up")]
    Panicked,
    #[error("{1}")]
    Other(StatusCode, String),
}

/// One field that is wrong; the sentence is `problem-<key>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// As in the body (`meetings[0].start`), the address or the headers.
    pub field: String,
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Wrong {
    /// Without arguments.
    pub fn new(field: impl Into<String>, key: &'static str) -> Self {
        Self { field: field.into(), key, args: Vec::new() }
    }

    /// With an argument of the sentence.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl From<Wrong> for Problem {
    fn from(wrong: Wrong) -> Self {
        Self::Wrong(vec![wrong])
    }
}

impl From<&Field> for Wrong {
    fn from(field: &Field) -> Self {
        Self { field: field.name.into(), key: field.key, args: field.args.clone() }
    }
}

/// What rose out of an operation, or out of poem before it.
impl From<poem::Error> for Problem {
    fn from(error: poem::Error) -> Self {
        let error = match error.downcast::<Self>() {
            Ok(problem) => return problem,
            Err(error) => error,
        };
        let parameter = error.downcast_ref().map(|e: &ParseParamError| e.name);
        let segment = error.downcast_ref().map(|_: &ParsePathError| "id");
        match parameter.or(segment) {
            Some(name) => Wrong::new(name, "unreadable").into(),
            None if error.is::<ContentTypeError>() => Self::MediaType,
            None => Self::Other(error.status(), error.to_string()),
        }
    }
}

/// So that an operation can return it; what each operation can answer is said in `document`.
impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        MetaResponses { responses: Vec::new() }
    }

    fn register(_: &mut Registry) {}
}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        match self {
            Self::House(Error::Missing(_)) | Self::NoAddress => StatusCode::NOT_FOUND,
            Self::House(Error::Forbidden) | Self::ScopeMissing(_) => StatusCode::FORBIDDEN,
            Self::House(Error::Invalid(_)) | Self::Wrong(_) | Self::NoJson(_) => StatusCode::BAD_REQUEST,
            Self::House(Error::Refused(Refusal::IdempotencyKeyReused)) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::House(Error::Refused(Refusal::TooMany { .. })) => StatusCode::TOO_MANY_REQUESTS,
            Self::House(Error::Refused(_)) => StatusCode::CONFLICT,
            Self::House(Error::Broken(error)) => match classify(error) {
                DbFailure::Again | DbFailure::Away => StatusCode::SERVICE_UNAVAILABLE,
                DbFailure::Duplicate | DbFailure::Other => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Self::TokenMissing | Self::TokenUnknown => StatusCode::UNAUTHORIZED,
            Self::OtherMethod(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotArrived => StatusCode::REQUEST_TIMEOUT,
            Self::Panicked => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Other(status, _) => *status,
        }
    }
}
