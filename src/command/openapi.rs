//! The OpenAPI document, without a database.

use std::{io::Write as _, process::ExitCode};

use super::Outcome;
use crate::{api, app::BadApp, config::Config, text::Words};

/// Prints the document that a house with these settings serves.
pub fn openapi(config: &Config) -> Outcome {
    let words = Words::embedded().map_err(BadApp::from)?;
    std::io::stdout().write_all(api::document(config, &words).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
