//! What a workshop asks of who takes it, in its form.

use entity::{id::WorkshopId, workshop};

use super::session_choose::Choice;
use crate::{
    domain::{
        error::Result,
        learning::{
            prerequisite::{self, Conditions},
            workshop as workshops,
        },
    },
    web::{context::Context, form::Pairs, refill::FormView},
};

/// The workshops that can come first.
///
/// # Errors
/// When the database fails.
pub(super) async fn choices(cx: &Context, of: Option<WorkshopId>) -> Result<Vec<Choice>> {
    let others = workshops::published(cx.db()).await?.into_iter().filter(|row| Some(row.id) != of);
    Ok(others.map(|row| Choice { value: row.id.to_string(), label: row.title }).collect())
}

/// The form with what is asked now.
///
/// # Errors
/// When the database fails.
pub(super) async fn filled(cx: &Context, form: FormView, workshop: &workshop::Model) -> Result<FormView> {
    let required = prerequisite::of(cx.db(), &[workshop.id]).await?;
    Ok(form
        .with("repeatable", if workshop.repeatable { "yes" } else { "no" })
        .with_all("prerequisites", required.iter().map(|first| first.id.to_string())))
}

/// What the form asks.
///
/// # Errors
/// Field `prerequisites` for what is no workshop.
pub(super) fn read(form: &Pairs) -> Result<Conditions> {
    let mut read = form.read();
    let required = read.choices("prerequisites", |text| text.parse().ok());
    read.done()?;
    Ok(Conditions { repeatable: form.text("repeatable") != "no", required })
}
