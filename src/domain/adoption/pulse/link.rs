//! The link with which somebody answers the pulse. It opens one page, once, and needs no sign-in.

use chrono::NaiveDate;
use entity::{id::*, pulse, pulse_invitation as invitation};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use super::Pulse;
use crate::domain::{
    answer_code::{self, Code},
    error::{Error, Result},
};

const UNKNOWN: Error = Error::Missing("pulse");

/// Where a link leads.
#[derive(Clone, Debug)]
pub struct Found {
    pub pulse: Pulse,
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

/// What somebody can still answer.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The last day.
    pub closes_on: NaiveDate,
    /// Opens its page.
    pub code: String,
}

impl Found {
    /// How it stands on this day.
    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match &self.invitation {
            Some(row) if row.answered => Standing::Answered,
            Some(_) if today <= self.pulse.closes_on => Standing::Open,
            Some(_) | None => Standing::Over,
        }
    }
}

/// Where a code leads.
///
/// # Errors
/// [`Error::Missing`] for a code that we never gave, or that no longer asks anybody.
pub async fn find(db: &impl ConnectionTrait, code: &str) -> Result<Found> {
    let code = Code::parse(code).ok_or(UNKNOWN)?;
    let pulse = pulse::Entity::find_by_id(PulseId(code.asked)).one(db).await?.ok_or(UNKNOWN)?;
    if pulse.link_key.is_empty() {
        return Ok(Found { pulse, invitation: None });
    }
    let asked = invitation::Entity::find_by_id(PulseInvitationId(code.invitation));
    let row = if code.is_signed_with(&pulse.link_key) { asked.one(db).await? } else { None };
    let row = row.filter(|row| row.pulse_id == pulse.id).ok_or(UNKNOWN)?;
    Ok(Found { pulse, invitation: Some(row) })
}

/// What a letter asks, with the code of its link; nothing when there is nothing to ask any more.
///
/// # Errors
/// [`Error::Broken`].
pub async fn of_invitation(
    db: &impl ConnectionTrait,
    id: PulseInvitationId,
    today: NaiveDate,
) -> Result<Option<(PersonId, Waiting)>> {
    let row = invitation::Entity::find_by_id(id).find_also_related(pulse::Entity).one(db).await?;
    Ok(row.and_then(|(row, pulse)| Some((row.person_id, waits(row, pulse?, today)?))))
}

/// What somebody can still answer themselves.
///
/// # Errors
/// [`Error::Broken`].
pub async fn waiting(
    db: &impl ConnectionTrait,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<Waiting>> {
    let row = invitation::Entity::find()
        .find_also_related(pulse::Entity)
        .filter(invitation::Column::PersonId.eq(person))
        .filter(invitation::Column::Answered.eq(false))
        .filter(pulse::Column::ClosesOn.gte(today));
    let row = row.one(db).await?;
    Ok(row.and_then(|(row, pulse)| waits(row, pulse?, today)))
}

fn waits(row: invitation::Model, pulse: Pulse, today: NaiveDate) -> Option<Waiting> {
    let code = answer_code::code(&pulse.link_key, pulse.id.0, row.id.0)?;
    let found = Found { pulse, invitation: Some(row) };
    let open = found.standing(today) == Standing::Open;
    open.then_some(Waiting { closes_on: found.pulse.closes_on, code })
}
