//! Who comes in without a place. They are in the room: window, seats and audience are no longer asked, only whether they work
//! here.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    attendance::{Mark, Source},
    enrolment::{self, Ending, EnrolmentStatus, Origin as From},
    id::*,
    meeting,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{
    super::{enrolment as places, notice, rule, seat, waiting_list},
    find as meeting_of, keeps, kept,
    mark::{Origin, write},
};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
    people::directory::{self, Entry},
};

/// So many are shown at most; a search that finds more is asked to be narrower.
pub const MOST_FOUND: u64 = 10;
/// So many letters a name must have: a trainer finds who stands before them, and cannot leaf through everybody.
pub const LEAST: usize = 3;

/// Who works here and could have come in, by the beginning of their names; one more than [`MOST_FOUND`] when there are more.
/// Somebody from outside who gives the session finds only who is named whole, by mail address or number. Nobody
/// is found while the register is not open.
///
/// # Errors
/// [`Error::Missing`] as [`super::register`].
pub async fn search(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: MeetingId,
    text: &str,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<Vec<Entry>> {
    let meeting = meeting_of(db, id).await?;
    keeps(db, actor, meeting.session_id).await?;
    if now < super::opens(&meeting) || meeting.closed_at.is_some() {
        return Ok(Vec::new());
    }
    if actor.is_outsider() || text.contains('@') {
        return directory::named(db, text, today).await;
    }
    if says_too_little(text) {
        return Ok(Vec::new());
    }
    directory::beginning(db, text, MOST_FOUND + 1, today).await
}

/// Whether a search would find too many to be about who stands here.
#[must_use]
pub fn says_too_little(text: &str) -> bool {
    text.chars().filter(|sign| sign.is_alphanumeric()).count() < LEAST
}

/// Lets somebody in: they have a place from now on, also above the number of seats, and were present. Whoever waited for this
/// date or another of the workshop does so no longer, and a place on a later date of it is given back.
///
/// # Errors
/// [`Error::Missing`] as [`super::register`], or for nobody; [`Refusal::SessionCalledOff`], [`Refusal::RegisterNotOpen`],
/// [`Refusal::RegisterClosed`], [`Refusal::NotEmployed`], [`Refusal::AlreadyEnrolled`] for who is on the list.
pub async fn let_in(change: &Change, id: MeetingId, person: PersonId) -> Result<EnrolmentId> {
    super::may_keep(change.db(), &change.actor, id).await?;
    // The person before the session, as for every place.
    let who = places::lock_person(change, person).await?.ok_or(Error::Missing("person"))?;
    let meeting = kept(change, id).await?;
    if meeting.closed_at.is_some() {
        return Err(Refusal::RegisterClosed.into());
    }
    let session = waiting_list::settle(change, meeting.session_id).await?;
    rule::employed(&change.policy, &session, &who)?;
    let row = seated(change, &meeting, person).await?;
    leave_others(change, &row).await?;
    let (enrolment, session) = (row.id, row.session_id);
    change.record(Event::WalkedIn { enrolment, person, session }).await?;
    let origin = Origin { source: Source::Register, reason: None };
    write(change, &meeting, &[(enrolment, Mark::Present)], &origin).await?;
    // What is still to come of this session belongs in their calendar.
    if notice::meetings_of(change, session).await?.iter().any(|meeting| meeting.starts_at > change.now) {
        notice::confirmed(change, &row).await?;
    }
    Ok(enrolment)
}

/// Their place in this session, certain from now on.
async fn seated(change: &Change, meeting: &meeting::Model, person: PersonId) -> Result<enrolment::Model> {
    let living = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(meeting.session_id))
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .one(change.db())
        .await?;
    let Some(row) = living else {
        seat::let_in(change, meeting.session_id).await?;
        return places::walk_in(change, meeting.session_id, person).await;
    };
    match row.status {
        EnrolmentStatus::Waiting => {
            seat::queue(change, row.session_id, -1).await?;
            seat::let_in(change, row.session_id).await?;
        }
        EnrolmentStatus::Requested => seat::let_in(change, row.session_id).await?,
        EnrolmentStatus::Offered => {}
        EnrolmentStatus::Confirmed | EnrolmentStatus::Withdrawn | EnrolmentStatus::Declined => {
            return Err(Refusal::AlreadyEnrolled.into());
        }
    }
    let certain = [
        (enrolment::Column::Status, EnrolmentStatus::Confirmed.into()),
        (enrolment::Column::Origin, From::WalkIn.into()),
        (enrolment::Column::OfferExpiresAt, Option::<DateTime<Utc>>::None.into()),
    ];
    if !places::transit(change, &row, certain).await? {
        return Err(Refusal::NotPossibleNow.into());
    }
    Ok(enrolment::Model { status: EnrolmentStatus::Confirmed, origin: From::WalkIn, ..row })
}

/// They follow the workshop now: other dates of it, to come or waited for, are given up.
async fn leave_others(change: &Change, row: &enrolment::Model) -> Result<()> {
    let others = enrolment::Entity::find()
        .find_also_related(entity::session::Entity)
        .filter(enrolment::Column::PersonId.eq(row.person_id))
        .filter(enrolment::Column::WorkshopId.eq(row.workshop_id))
        .filter(enrolment::Column::Id.ne(row.id))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .filter(entity::session::Column::StartsAt.gt(change.now))
        .order_by_asc(enrolment::Column::SessionId)
        .all(change.db())
        .await?;
    for (other, _) in others {
        seat::lock(change, other.session_id).await?;
        places::leave(change, &other, Ending::PlacedElsewhere, None).await?;
    }
    Ok(())
}
