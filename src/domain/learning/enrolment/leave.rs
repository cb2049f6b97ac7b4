//! Giving a place back, and what it held.

use entity::{
    enrolment::{self, Ending, EnrolmentStatus, Outcome},
    id::*,
    session,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{
    super::{
        approval, certificate, duty, guest, notice, seat,
        waiting_list::{self, settle},
    },
    Placement, find, of_actor, placement, transit,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
};

/// Gives the place back, or leaves the queue. After the deadline a reason is asked.
///
/// # Errors
/// [`Refusal::NotPossibleNow`] when it has ended, [`Refusal::SessionStarted`], or [`Invalid`](crate::domain::error::Error::Invalid) without a reason.
pub async fn withdraw(change: &Change, id: EnrolmentId, reason: Option<&str>) -> Result<Placement> {
    let row = of_actor(change, id).await?;
    let session = settle(change, row.session_id).await?;
    let row = find(change.db(), id).await?;
    if !row.status.alive() {
        return Err(Refusal::NotPossibleNow.into());
    }
    let own = change.actor.person == Some(row.person_id);
    let by_staff = !own && change.actor.may_enrol_anyone();
    if session.starts_at <= change.now && !by_staff {
        return Err(Refusal::SessionStarted.into());
    }
    let reason = reason.map(str::trim).filter(|r| !r.is_empty());
    let late =
        row.status == EnrolmentStatus::Confirmed && session.withdraw_until.is_some_and(|at| at < change.now);
    if late && reason.is_none() {
        return Err(Field::new("reason", "reason-late").into());
    }
    // Only who goes late oneself has cancelled late: the letter and the history say who ended it.
    let ending = match (own, late, by_staff) {
        (true, true, _) => Ending::Late,
        (true, false, _) => Ending::InTime,
        (false, _, true) => Ending::ByStaff,
        (false, _, false) => Ending::ByHead,
    };
    leave(change, &row, ending, reason).await?;
    // A guest whom staff withdraws is no longer invited; one who withdraws can come back.
    if by_staff {
        guest::forget(change, row.session_id, row.person_id).await?;
    }
    placement(change.db(), find(change.db(), id).await?).await
}

/// Staff turns down a request, or a place in the queue; the person is told why.
///
/// # Errors
/// [`Error::Missing`](crate::domain::error::Error::Missing) unless staff, field `reason` without one, [`Refusal::NotPossibleNow`] for who has a place.
pub async fn turn_down(change: &Change, id: EnrolmentId, reason: &str) -> Result<Placement> {
    if !change.actor.may_enrol_anyone() {
        return Err(Error::Missing("enrolment"));
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Field::new("reason", "required").into());
    }
    let session = find(change.db(), id).await?.session_id;
    settle(change, session).await?;
    let row = find(change.db(), id).await?;
    if !matches!(row.status, EnrolmentStatus::Requested | EnrolmentStatus::Waiting) {
        return Err(Refusal::NotPossibleNow.into());
    }
    guest::forget(change, session, row.person_id).await?;
    turned_down(change, &row, reason).await
}

/// Ends a request or a place in the queue, and tells the person why.
pub(in crate::domain::learning) async fn turned_down(
    change: &Change,
    row: &enrolment::Model,
    reason: &str,
) -> Result<Placement> {
    end(change, row, EnrolmentStatus::Declined, Ending::TurnedDown, Some(reason)).await?;
    let (enrolment, person, session) = (row.id, row.person_id, row.session_id);
    change.record(Event::Withdrawn { enrolment, person, session, ending: Ending::TurnedDown.code() }).await?;
    notice::declined(change, row).await?;
    placement(change.db(), find(change.db(), row.id).await?).await
}

/// Somebody who leaves the organisation gives up what starts or lasts after the last day; the queues move.
///
/// # Errors
/// When the database fails.
pub async fn person_left(change: &Change, person: PersonId, last_day: chrono::NaiveDate) -> Result<u32> {
    let alive = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .find_also_related(session::Entity)
        .filter(session::Column::EndsAt.gt(change.now))
        .order_by_asc(enrolment::Column::SessionId)
        .all(change.db())
        .await?;
    let mut given_up = 0;
    for (row, session) in alive {
        if session.is_some_and(|s| change.policy.day(s.ends_at) > last_day) {
            seat::lock(change, row.session_id).await?;
            leave(change, &row, Ending::LeftOrganisation, None).await?;
            given_up += 1;
        }
    }
    Ok(given_up)
}

pub(in crate::domain::learning) async fn leave(
    change: &Change,
    row: &enrolment::Model,
    ending: Ending,
    reason: Option<&str>,
) -> Result<()> {
    end(change, row, EnrolmentStatus::Withdrawn, ending, reason).await?;
    let (enrolment, person, session) = (row.id, row.person_id, row.session_id);
    change.record(Event::Withdrawn { enrolment, person, session, ending: ending.code() }).await?;
    notice::withdrawn(change, row, row.status == EnrolmentStatus::Confirmed).await?;
    waiting_list::promote(change, session).await
}

/// Whoever is placed stops waiting for the other dates of that workshop.
pub(super) async fn end_other_waits(change: &Change, placed: &enrolment::Model) -> Result<()> {
    let others = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(placed.person_id))
        .filter(enrolment::Column::WorkshopId.eq(placed.workshop_id))
        .filter(enrolment::Column::Id.ne(placed.id))
        .filter(enrolment::in_status(&[EnrolmentStatus::Waiting]))
        .order_by_asc(enrolment::Column::SessionId)
        .all(change.db())
        .await?;
    for other in others {
        end(change, &other, EnrolmentStatus::Withdrawn, Ending::PlacedElsewhere, None).await?;
        let (enrolment, person, session) = (other.id, other.person_id, other.session_id);
        change
            .record(Event::Withdrawn { enrolment, person, session, ending: Ending::PlacedElsewhere.code() })
            .await?;
    }
    Ok(())
}

/// Ends a living enrolment and gives back what it held. What came of it is no longer so: the certificate goes, and what had to
/// be followed is open again.
pub(in crate::domain::learning) async fn end(
    change: &Change,
    row: &enrolment::Model,
    to: EnrolmentStatus,
    ending: Ending,
    reason: Option<&str>,
) -> Result<()> {
    let ended = [
        (enrolment::Column::Outcome, Option::<Outcome>::None.into()),
        (enrolment::Column::Status, to.into()),
        (enrolment::Column::Ending, Some(ending).into()),
        (enrolment::Column::EndedAt, Some(change.now).into()),
        (enrolment::Column::WithdrawalReason, reason.map(str::to_owned).into()),
    ];
    if !transit(change, row, ended).await? {
        return Err(Refusal::NotPossibleNow.into());
    }
    if row.outcome.is_some() {
        certificate::withdraw(change, row.session_id, reason).await?;
        duty::fulfil(change, row.session_id).await?;
    }
    match row.status {
        EnrolmentStatus::Confirmed | EnrolmentStatus::Offered => seat::free(change, row.session_id).await,
        EnrolmentStatus::Waiting => seat::queue(change, row.session_id, -1).await,
        EnrolmentStatus::Requested => approval::close(change, row, ending, reason).await,
        _ => Ok(()),
    }
}
