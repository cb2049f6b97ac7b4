//! A form as its template gets it: empty, filled, or given back with what is wrong.

use std::collections::BTreeMap;

use http::StatusCode;
use serde::Serialize;

use super::{
    context::Context,
    error::{problem, refusal},
    form::{Form, Pairs},
    key,
};
use crate::domain::error::{Error, Refusal};

/// The argument `form` of the macros in `templates/part/form.html`.
#[derive(Clone, Debug, Serialize)]
pub struct FormView {
    pub key: String,
    pub values: BTreeMap<String, Kept>,
    pub errors: Vec<Wrong>,
    #[serde(skip)]
    pub status: StatusCode,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Kept {
    One(String),
    Many(Vec<String>),
}

/// What is wrong with a field; with an empty name, with the form as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct Wrong {
    pub field: String,
    pub text: String,
}

impl Default for FormView {
    fn default() -> Self {
        Self::new()
    }
}

impl FormView {
    /// An empty form.
    pub fn new() -> Self {
        Self { key: key::fresh(), values: BTreeMap::new(), errors: Vec::new(), status: StatusCode::OK }
    }

    /// With a value in a field.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), Kept::One(value.into()));
        self
    }

    /// With what another form holds where this one has no such field.
    pub fn over(mut self, below: Self) -> Self {
        for (name, value) in below.values {
            self.values.entry(name).or_insert(value);
        }
        self
    }

    /// The text in a field; empty when there is none.
    pub fn text(&self, name: &str) -> &str {
        match self.values.get(name) {
            Some(Kept::One(text)) => text,
            Some(Kept::Many(_)) | None => "",
        }
    }

    /// Whether something stands in a field.
    pub fn holds(&self, name: &str) -> bool {
        match self.values.get(name) {
            Some(Kept::One(text)) => !text.trim().is_empty(),
            Some(Kept::Many(all)) => !all.is_empty(),
            None => false,
        }
    }

    /// With several ticked values.
    pub fn with_all(mut self, name: &str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.values.insert(name.to_owned(), Kept::Many(values.into_iter().map(Into::into).collect()));
        self
    }

    /// Without a value that must not be sent back: a password.
    pub fn without(mut self, name: &str) -> Self {
        self.values.remove(name);
        self
    }

    /// With an error beside a field.
    pub fn wrong(mut self, field: &str, text: &str) -> Self {
        self.errors.push(Wrong { field: field.to_owned(), text: text.to_owned() });
        self
    }

    /// With what was typed. `many` names the fields of several ticks.
    pub fn keeping(mut self, pairs: &Pairs, many: &[&str]) -> Self {
        for (name, value) in pairs.iter().filter(|(name, _)| *name != "key" && !many.contains(name)) {
            self = self.with(name, value);
        }
        many.iter().fold(self, |view, name| view.with_all(name, pairs.all(name)))
    }
}

impl Context {
    /// A filter with what is wrong with it beside its fields: the page is shown all the same.
    ///
    /// # Errors
    /// The error itself when it is not about a field.
    pub fn noting(&self, form: FormView, error: Error) -> poem::Result<FormView> {
        let Error::Invalid(fields) = error else { return Err(error.into()) };
        Ok(fields.iter().fold(form, |form, field| form.wrong(field.name, &problem(self, field))))
    }

    /// Gives a form back with what was typed and what is wrong.
    ///
    /// # Errors
    /// The error itself when the form cannot help: missing, forbidden, broken, too many tries.
    pub fn again(&self, form: &Form, many: &[&str], error: Error) -> poem::Result<FormView> {
        let (status, errors) = match error {
            Error::Invalid(fields) => {
                let wrong = fields
                    .iter()
                    .map(|field| Wrong { field: field.name.to_owned(), text: problem(self, field) });
                (StatusCode::UNPROCESSABLE_ENTITY, wrong.collect())
            }
            Error::Refused(Refusal::TooMany { .. })
            | Error::Missing(_)
            | Error::Forbidden
            | Error::Broken(_) => return Err(error.into()),
            Error::Refused(no) => {
                (StatusCode::CONFLICT, vec![Wrong { field: String::new(), text: refusal(self, &no) }])
            }
        };
        Ok(FormView { errors, status, ..FormView::new().keeping(form, many) })
    }
}
