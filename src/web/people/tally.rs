//! Tries to come in, counted and logged by way and outcome; never by whom, who may have typed anything.

use crate::{
    domain::error::{Error, Refusal, Result},
    telemetry::metric,
    web::context::Context,
};

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Link,
    Code,
    Password,
    SetUp,
    Persona,
}

const WAYS: [Way; 5] = [Way::Link, Way::Code, Way::Password, Way::SetUp, Way::Persona];
const OUTCOMES: [&str; 4] = ["in", "refused", "slowed", "failed"];

impl Way {
    const fn code(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Code => "code",
            Self::Password => "password",
            Self::SetUp => "set-up",
            Self::Persona => "persona",
        }
    }
}

/// Counts from zero, so that a first refusal is seen as a rise.
pub(in crate::web) fn begin() {
    for way in WAYS {
        for outcome in OUTCOMES {
            metrics::counter!(metric::SIGN_INS, "way" => way.code(), "outcome" => outcome).increment(0);
        }
    }
}

/// Somebody tried to come in, and this came of it.
pub(super) fn tally<T>(cx: &Context, way: Way, came: Result<T>) -> Result<T> {
    let outcome = match &came {
        Ok(_) => "in",
        Err(Error::Refused(Refusal::TooMany { .. })) => "slowed",
        Err(Error::Broken(_)) => "failed",
        Err(Error::Missing(_) | Error::Forbidden | Error::Invalid(_) | Error::Refused(_)) => "refused",
    };
    let (way, request) = (way.code(), cx.request());
    tracing::info!(target: "sign-in", way, outcome, request, origin = %cx.client(), "tried to come in");
    metrics::counter!(metric::SIGN_INS, "way" => way, "outcome" => outcome).increment(1);
    came
}
