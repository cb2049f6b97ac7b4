//! The one closed list of what can go wrong. Pages and API match it without a wildcard.

mod failure;
mod refusal;

use sea_orm::DbErr;

pub use failure::{DbFailure, classify, is_duplicate};
pub use refusal::Refusal;

/// What every verb returns.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 404: there is no such thing, or not for this actor.
    #[error("no such {0}")]
    Missing(&'static str),
    /// 403: this actor may not do that.
    #[error("not allowed")]
    Forbidden,
    /// 422 on a page, 400 in the API: what was sent does not make sense, field by field.
    #[error("invalid input")]
    Invalid(Vec<Field>),
    /// 409: a rule of the house says no.
    #[error("{}", .0.code())]
    Refused(Refusal),
    /// 500, or 503 when the database is away: logged once, never shown.
    #[error("{0}")]
    Broken(#[from] DbErr),
}

/// What is wrong with one field. `key` is a sentence `problem-…` in both languages, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name of the field, as in the form and the API.
    pub name: &'static str,
    /// Key of the sentence, without `problem-`.
    pub key: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Field {
    /// A problem without arguments.
    #[must_use]
    pub const fn new(name: &'static str, key: &'static str) -> Self {
        Self { name, key, args: Vec::new() }
    }

    /// With an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl From<Field> for Error {
    fn from(field: Field) -> Self {
        Self::Invalid(vec![field])
    }
}

/// `Ok` when nothing is wrong, else all that is.
///
/// # Errors
/// [`Error::Invalid`] when there is a problem.
pub fn all_well(problems: Vec<Field>) -> Result<()> {
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
