//! The link with which somebody answers. It opens one page, once, and needs no sign-in: whoever gave their name to come in would
//! not believe that the answer is anonymous.

use chrono::NaiveDate;
use entity::{evaluation, evaluation_invitation as invitation, id::*, workshop};
use sea_orm::{ConnectionTrait, EntityTrait as _};

use crate::domain::{
    answer_code::{self, Code},
    error::{Error, Result},
};

/// Where a link leads.
#[derive(Clone, Debug)]
pub struct Found {
    pub evaluation: evaluation::Model,
    pub workshop: workshop::Model,
    /// Nothing when one can answer no more: then it is not known any longer who was asked.
    pub invitation: Option<invitation::Model>,
}

/// How a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// Somebody answered with it.
    Answered,
    /// Its last day has passed.
    Over,
}

impl Found {
    /// How it stands on this day.
    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match &self.invitation {
            Some(row) if row.answered => Standing::Answered,
            Some(_) if today <= self.evaluation.closes_on => Standing::Open,
            Some(_) | None => Standing::Over,
        }
    }
}

/// The code of an invitation; nothing once the evaluation is over.
#[must_use]
pub fn code(evaluation: &evaluation::Model, invitation: EvaluationInvitationId) -> Option<String> {
    answer_code::code(&evaluation.link_key, evaluation.id.0, invitation.0)
}

/// Where a code leads.
///
/// # Errors
/// [`Error::Missing`] for a code that we never gave, or that no longer asks anybody.
pub async fn find(db: &impl ConnectionTrait, code: &str) -> Result<Found> {
    let code = Code::parse(code).ok_or(UNKNOWN)?;
    let row = evaluation::Entity::find_by_id(EvaluationId(code.asked)).find_also_related(workshop::Entity);
    let Some((evaluation, Some(workshop))) = row.one(db).await? else { return Err(UNKNOWN) };
    if evaluation.closed_on.is_some() {
        return Ok(Found { evaluation, workshop, invitation: None });
    }
    let asked = invitation::Entity::find_by_id(EvaluationInvitationId(code.invitation));
    let row = if code.is_signed_with(&evaluation.link_key) { asked.one(db).await? } else { None };
    let row = row.filter(|row| row.evaluation_id == evaluation.id).ok_or(UNKNOWN)?;
    Ok(Found { evaluation, workshop, invitation: Some(row) })
}

/// What a letter asks, with the code of its link; nothing when there is nothing to ask any more.
///
/// # Errors
/// When the database fails.
pub async fn of_invitation(
    db: &impl ConnectionTrait,
    id: EvaluationInvitationId,
    today: NaiveDate,
) -> Result<Option<(PersonId, Found, String)>> {
    let row = invitation::Entity::find_by_id(id)
        .find_also_related(evaluation::Entity)
        .find_also(evaluation::Entity, workshop::Entity);
    let Some((row, Some(evaluation), Some(workshop))) = row.one(db).await? else { return Ok(None) };
    let (person, code) = (row.person_id, code(&evaluation, id));
    let found = Found { evaluation, workshop, invitation: Some(row) };
    let open = found.standing(today) == Standing::Open;
    Ok(code.filter(|_| open).map(|code| (person, found, code)))
}

const UNKNOWN: Error = Error::Missing("evaluation");
