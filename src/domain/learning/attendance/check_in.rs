//! Checking in: the trainer's screen shows a code that changes every half minute, and who is in the room opens it on their own
//! phone. It is a mark like any other until the trainer closes the register.
//!
//! A code is meeting (16 bytes), half minute since 1970 (4) and the first 16 bytes of an HMAC-SHA256 over both (RFC 2104), in
//! base64url: nothing that opens anything but this meeting, for some minutes, to who is signed in.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use entity::{
    attendance::{Mark, Source},
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting,
};
use hmac::{Hmac, Mac as _};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, sea_query::Expr};
use sha2::Sha256;

use super::{
    held, kept,
    mark::{Origin, write},
    opened,
};
use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
};

/// So long a code is shown, in seconds.
pub const TURN: i64 = 30;
/// So many turns a code is taken after its own: whoever still has to sign in must not be too late.
const TURNS: i64 = 10;
const MEETING_BYTES: usize = 16;
const SIGNED_BYTES: usize = MEETING_BYTES + 4;
const MAC_BYTES: usize = 16;

/// How somebody stands towards checking in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Can say that they are here.
    Expected,
    /// Was marked already, then.
    Marked(Mark, DateTime<Utc>),
    /// Has no place: the trainer can let them in.
    NotOnTheList,
    /// The register opens then.
    TooEarly(DateTime<Utc>),
    /// The register is closed, or checking in has ended.
    Closed,
    /// The code on the screen has changed since: scan the new one.
    Old,
}

/// Lets people check in at a meeting, or no longer. Codes from before no longer count when it is opened again.
///
/// # Errors
/// As [`super::mark`].
pub async fn set(change: &Change, id: MeetingId, open: bool) -> Result<()> {
    let meeting = kept(change, id).await?;
    if meeting.closed_at.is_some() {
        return Err(Refusal::RegisterClosed.into());
    }
    if meeting.check_in_key.is_some() == open {
        return Ok(());
    }
    let key = open.then(|| BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()));
    meeting::Entity::update_many()
        .col_expr(meeting::Column::CheckInKey, Expr::value(key))
        .filter(meeting::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    change.record(Event::CheckInSet { session: meeting.session_id, meeting: id, open }).await
}

/// The code of this moment; nothing when one does not check in at this meeting.
#[must_use]
pub fn code(meeting: &meeting::Model, now: DateTime<Utc>) -> Option<String> {
    let mut code = signed_part(meeting.id, now.timestamp() / TURN)?;
    let mac = mac(meeting, &code)?.finalize().into_bytes();
    code.extend(mac.into_iter().take(MAC_BYTES));
    Some(BASE64_URL_SAFE_NO_PAD.encode(code))
}

/// The meeting of a code, and how this person stands there. A code that we never gave leads nowhere.
///
/// # Errors
/// [`Error::Missing`] for such a code.
pub async fn standing(
    db: &impl ConnectionTrait,
    code: &str,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<(meeting::Model, Standing)> {
    let (meeting, turn, place) = read(db, code, person).await?;
    let standing = stands(db, (&meeting, turn), place.as_ref(), now).await?;
    Ok((meeting, standing))
}

/// Says that the actor is here. What is in the way, or was so already, is told and changes nothing.
///
/// # Errors
/// [`Error::Missing`] for a code that we never gave; [`Refusal::SessionCalledOff`].
pub async fn check_in(change: &Change, code: &str) -> Result<Standing> {
    let person = change.actor.person.ok_or(Error::Forbidden)?;
    let (meeting, turn, place) = read(change.db(), code, person).await?;
    let meeting = match opened(change, meeting.id).await {
        Err(Error::Refused(Refusal::RegisterNotOpen { opens })) => return Ok(Standing::TooEarly(opens)),
        other => other?,
    };
    let standing = stands(change.db(), (&meeting, turn), place.as_ref(), change.now).await?;
    let (Standing::Expected, Some(place)) = (standing, place) else { return Ok(standing) };
    let origin = Origin { source: Source::CheckIn, reason: None };
    write(change, &meeting, &[(place.id, Mark::Present)], &origin).await?;
    Ok(Standing::Marked(Mark::Present, change.now))
}

async fn stands(
    db: &impl ConnectionTrait,
    (meeting, turn): (&meeting::Model, i64),
    place: Option<&enrolment::Model>,
    now: DateTime<Utc>,
) -> Result<Standing> {
    if now < super::opens(meeting) {
        return Ok(Standing::TooEarly(super::opens(meeting)));
    }
    let Some(place) = place else { return Ok(Standing::NotOnTheList) };
    if let Some(held) = held(db, meeting.id).await?.get(&place.id) {
        return Ok(Standing::Marked(held.mark, held.marked_at));
    }
    let age = now.timestamp() / TURN - turn;
    Ok(match meeting.check_in_key {
        None => Standing::Closed,
        Some(_) if !(0..=TURNS).contains(&age) => Standing::Old,
        Some(_) => Standing::Expected,
    })
}

async fn place(
    db: &impl ConnectionTrait,
    session: SessionId,
    person: PersonId,
) -> Result<Option<enrolment::Model>> {
    Ok(enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .one(db)
        .await?)
}

/// The meeting and the turn that a code speaks of, if we gave it, and their place there. Once checking in has ended there is
/// no key to hold it against: then it is known to who has a place only.
async fn read(
    db: &impl ConnectionTrait,
    code: &str,
    person: PersonId,
) -> Result<(meeting::Model, i64, Option<enrolment::Model>)> {
    let code = Code::parse(code).ok_or(UNKNOWN)?;
    let meeting = meeting::Entity::find_by_id(code.meeting).one(db).await?.ok_or(UNKNOWN)?;
    let place = place(db, meeting.session_id, person).await?;
    let known = match mac(&meeting, &code.signed) {
        Some(mac) => mac.verify_truncated_left(&code.tag).is_ok(),
        None => place.is_some(),
    };
    if known { Ok((meeting, code.turn, place)) } else { Err(UNKNOWN) }
}

const UNKNOWN: Error = Error::Missing("check-in");

/// A code in its parts.
struct Code {
    meeting: MeetingId,
    turn: i64,
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
        let (id, turn) = signed.split_at(MEETING_BYTES);
        let meeting = MeetingId(uuid::Uuid::from_slice(id).ok()?);
        let turn = u32::from_be_bytes(turn.try_into().ok()?).into();
        Some(Self { meeting, turn, signed, tag })
    }
}

fn signed_part(id: MeetingId, turn: i64) -> Option<Vec<u8>> {
    let turn = u32::try_from(turn).ok()?;
    Some([id.0.as_bytes().as_slice(), &turn.to_be_bytes()].concat())
}

fn mac(meeting: &meeting::Model, signed: &[u8]) -> Option<Hmac<Sha256>> {
    let key = meeting.check_in_key.as_deref()?;
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()?;
    mac.update(signed);
    Some(mac)
}
