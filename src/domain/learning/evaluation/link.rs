//! The link with which somebody answers. It opens one page, once, and needs no sign-in: whoever gave their name to come in would
//! not believe that the answer is anonymous.
//!
//! A code is evaluation (16 bytes), invitation (16) and the first 16 bytes of an HMAC-SHA256 over both with the key of that
//! evaluation (RFC 2104), in base64url. It is computed when a letter leaves or a page is shown, and kept nowhere.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use entity::{evaluation, evaluation_invitation as invitation, id::*, workshop};
use hmac::{Hmac, Mac as _};
use sea_orm::{ConnectionTrait, EntityTrait as _};
use sha2::Sha256;
use uuid::Uuid;

use crate::domain::error::{Error, Result};

const ID_BYTES: usize = 16;
const SIGNED_BYTES: usize = 2 * ID_BYTES;
const MAC_BYTES: usize = 16;

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

/// A key for the links of one evaluation.
pub(super) fn fresh_key() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// The code of an invitation; nothing once the evaluation is over.
#[must_use]
pub fn code(evaluation: &evaluation::Model, invitation: EvaluationInvitationId) -> Option<String> {
    let mut code = [*evaluation.id.0.as_bytes(), *invitation.0.as_bytes()].concat();
    let mac = mac(evaluation, &code)?.finalize().into_bytes();
    code.extend(mac.into_iter().take(MAC_BYTES));
    Some(BASE64_URL_SAFE_NO_PAD.encode(code))
}

/// Where a code leads.
///
/// # Errors
/// [`Error::Missing`] for a code that we never gave, or that no longer asks anybody.
pub async fn find(db: &impl ConnectionTrait, code: &str) -> Result<Found> {
    let code = Code::parse(code).ok_or(UNKNOWN)?;
    let row = evaluation::Entity::find_by_id(code.evaluation).find_also_related(workshop::Entity);
    let Some((evaluation, Some(workshop))) = row.one(db).await? else { return Err(UNKNOWN) };
    if evaluation.closed_on.is_some() {
        return Ok(Found { evaluation, workshop, invitation: None });
    }
    let known =
        mac(&evaluation, &code.signed).is_some_and(|mac| mac.verify_truncated_left(&code.tag).is_ok());
    let row = if known { invitation::Entity::find_by_id(code.invitation).one(db).await? } else { None };
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

/// A code in its parts.
struct Code {
    evaluation: EvaluationId,
    invitation: EvaluationInvitationId,
    signed: Vec<u8>,
    tag: Vec<u8>,
}

impl Code {
    fn parse(text: &str) -> Option<Self> {
        let mut signed = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
        if signed.len() != SIGNED_BYTES + MAC_BYTES {
            return None;
        }
        let tag = signed.split_off(SIGNED_BYTES);
        let (evaluation, invitation) = signed.split_at(ID_BYTES);
        let evaluation = EvaluationId(Uuid::from_slice(evaluation).ok()?);
        let invitation = EvaluationInvitationId(Uuid::from_slice(invitation).ok()?);
        Some(Self { evaluation, invitation, signed, tag })
    }
}

fn mac(evaluation: &evaluation::Model, signed: &[u8]) -> Option<Hmac<Sha256>> {
    if evaluation.link_key.is_empty() {
        return None;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(evaluation.link_key.as_bytes()).ok()?;
    mac.update(signed);
    Some(mac)
}
