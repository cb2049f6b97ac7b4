//! A person's place: taking it, accepting or declining an offer, giving it back. One verb for every path.

use entity::{
    enrolment::{self, Ending, EnrolmentStatus, Origin},
    id::*,
    person,
    session::{self, SessionState},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use serde::{Deserialize, Serialize};

use super::{
    calling_off, notice,
    rule::{self, Application},
    seat,
    waiting_list::{self, settle},
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, is_duplicate},
    event::Event,
};

/// The queue's first order for somebody of the open programme.
const OPEN_PROGRAMME: i32 = 2;

/// A wish for a place.
#[derive(Clone, Debug)]
pub struct TakePlace {
    pub session: SessionId,
    pub person: PersonId,
    pub origin: Origin,
    /// When it comes to waiting: also place me at short notice, without an offer.
    pub short_notice: bool,
    /// Staff set window and overlap aside, and say why.
    pub override_reason: Option<String>,
}

/// Where somebody stands. Also what an idempotency key keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    pub id: EnrolmentId,
    pub session_id: SessionId,
    pub person_id: PersonId,
    pub status: EnrolmentStatus,
    /// Place in the queue, from 1, for somebody who waits.
    pub position: Option<u64>,
}

/// Takes a place, or a place in the waiting list.
///
/// # Errors
/// [`Error::Forbidden`] for somebody else's place, and every [`Refusal`] of the rules.
pub async fn take_place(change: &Change, wish: &TakePlace) -> Result<Placement> {
    let staff = change.actor.may_enrol_anyone();
    if !change.actor.may_enrol(wish.person) || (wish.override_reason.is_some() && !staff) {
        return Err(Error::Forbidden);
    }
    // The person before the session: the rules that span sessions hold only while no other place is given to this person.
    let person = person::Entity::find_by_id(wish.person).lock_exclusive().one(change.db()).await?;
    let person = person.ok_or_else(|| unknown_person(wish))?;
    let session = settle(change, wish.session).await?;
    if session.state == SessionState::Planned && !change.actor.may_plan() {
        return Err(Error::Missing("session"));
    }
    let application =
        Application { session: &session, person: &person, overridden: wish.override_reason.is_some() };
    rule::check(change, &application).await?;
    let seated = seat::take_as_newcomer(change, session.id).await?;
    let row = insert(change, wish, &session, seated).await?;
    if seated {
        confirm(change, &row).await?;
        return placement(change.db(), row).await;
    }
    join_queue(change, &row).await?;
    // A seat can be free while only people wait who may not have it (rule 8): then the newcomer is not kept from it.
    waiting_list::promote(change, session.id).await?;
    placement(change.db(), find(change.db(), row.id).await?).await
}

fn unknown_person(wish: &TakePlace) -> Error {
    if wish.origin == Origin::Api {
        Field::new("personId", "unknown").into()
    } else {
        Error::Missing("person")
    }
}

async fn insert(
    change: &Change,
    wish: &TakePlace,
    session: &session::Model,
    seated: bool,
) -> Result<enrolment::Model> {
    let row = enrolment::Model {
        id: EnrolmentId::new(),
        session_id: session.id,
        workshop_id: session.workshop_id,
        person_id: wish.person,
        status: if seated { EnrolmentStatus::Confirmed } else { EnrolmentStatus::Waiting },
        origin: wish.origin,
        priority: priority(change, wish.person, session).await?,
        short_notice: wish.short_notice,
        created_at: change.now,
        offer_expires_at: None,
        override_reason: wish.override_reason.clone(),
        ended_at: None,
        ending: None,
        withdrawal_reason: None,
    };
    match enrolment::Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(change.db())
        .await
    {
        Ok(_) => Ok(row),
        Err(error) if is_duplicate(&error) => Err(Refusal::AlreadyEnrolled.into()),
        Err(error) => Err(error.into()),
    }
}

/// Called off before open.
async fn priority(change: &Change, person: PersonId, session: &session::Model) -> Result<i32> {
    let called_off = calling_off::was_called_off(change.db(), person, session.workshop_id).await?;
    Ok(if called_off { calling_off::CALLED_OFF } else { OPEN_PROGRAMME })
}

async fn join_queue(change: &Change, row: &enrolment::Model) -> Result<()> {
    seat::queue(change, row.session_id, 1).await?;
    change
        .record(Event::Queued { enrolment: row.id, person: row.person_id, session: row.session_id })
        .await?;
    notice::waiting(change, row).await
}

async fn confirm(change: &Change, row: &enrolment::Model) -> Result<()> {
    end_other_waits(change, row).await?;
    let overridden = row.override_reason.is_some();
    change
        .record(Event::Enrolled {
            enrolment: row.id,
            person: row.person_id,
            session: row.session_id,
            overridden,
        })
        .await?;
    notice::confirmed(change, row).await
}

/// Takes the place that was offered.
///
/// # Errors
/// [`Refusal::OfferLapsed`] when its time has passed, [`Refusal::NotPossibleNow`] when there is no offer.
pub async fn accept(change: &Change, id: EnrolmentId) -> Result<Placement> {
    let offer = of_actor(change, id).await?;
    let session = seat::lock(change, offer.session_id).await?;
    let offer = find(change.db(), id).await?;
    if offer.ending == Some(Ending::OfferLapsed)
        || offer
            .offer_expires_at
            .is_some_and(|at| at <= change.now && offer.status == EnrolmentStatus::Offered)
    {
        return Err(Refusal::OfferLapsed.into());
    }
    if offer.status != EnrolmentStatus::Offered {
        return Err(Refusal::NotPossibleNow.into());
    }
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    let confirmed = [
        (enrolment::Column::Status, EnrolmentStatus::Confirmed.into()),
        (enrolment::Column::OfferExpiresAt, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
    ];
    transit(change, &offer, confirmed).await?;
    let row = find(change.db(), id).await?;
    end_other_waits(change, &row).await?;
    change
        .record(Event::OfferAccepted { enrolment: id, person: row.person_id, session: row.session_id })
        .await?;
    notice::confirmed(change, &row).await?;
    placement(change.db(), row).await
}

/// Says no to an offer; the next in line gets one.
///
/// # Errors
/// [`Refusal::NotPossibleNow`] when there is no offer.
pub async fn decline(change: &Change, id: EnrolmentId) -> Result<Placement> {
    let offer = of_actor(change, id).await?;
    settle(change, offer.session_id).await?;
    let offer = find(change.db(), id).await?;
    if offer.status != EnrolmentStatus::Offered {
        return Err(Refusal::NotPossibleNow.into());
    }
    end(change, &offer, EnrolmentStatus::Declined, Ending::OfferDeclined, None).await?;
    change
        .record(Event::OfferDeclined { enrolment: id, person: offer.person_id, session: offer.session_id })
        .await?;
    waiting_list::promote(change, offer.session_id).await?;
    placement(change.db(), find(change.db(), id).await?).await
}

/// Gives the place back, or leaves the queue. After the deadline a reason is asked.
///
/// # Errors
/// [`Refusal::NotPossibleNow`] when it has ended, [`Refusal::SessionStarted`], or [`Error::Invalid`] without a reason.
pub async fn withdraw(change: &Change, id: EnrolmentId, reason: Option<&str>) -> Result<Placement> {
    let row = of_actor(change, id).await?;
    let session = settle(change, row.session_id).await?;
    let row = find(change.db(), id).await?;
    if !row.status.alive() {
        return Err(Refusal::NotPossibleNow.into());
    }
    let by_staff = change.actor.person != Some(row.person_id);
    if session.starts_at <= change.now && !by_staff {
        return Err(Refusal::SessionStarted.into());
    }
    let reason = reason.map(str::trim).filter(|r| !r.is_empty());
    let late =
        row.status == EnrolmentStatus::Confirmed && session.withdraw_until.is_some_and(|at| at < change.now);
    if late && reason.is_none() {
        return Err(Field::new("reason", "reason-late").into());
    }
    let ending = if late {
        Ending::Late
    } else if by_staff {
        Ending::ByStaff
    } else {
        Ending::InTime
    };
    leave(change, &row, ending, reason).await?;
    placement(change.db(), find(change.db(), id).await?).await
}

/// Somebody who leaves the organisation gives up what starts or lasts after the last day; the queues move.
///
/// # Errors
/// When the database fails.
pub async fn person_left(change: &Change, person: PersonId, last_day: chrono::NaiveDate) -> Result<u32> {
    let alive = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::Column::Status.is_in(EnrolmentStatus::ALIVE))
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

async fn leave(change: &Change, row: &enrolment::Model, ending: Ending, reason: Option<&str>) -> Result<()> {
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
        .filter(enrolment::Column::Status.eq(EnrolmentStatus::Waiting))
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

/// Ends a living enrolment and gives back what it held.
async fn end(
    change: &Change,
    row: &enrolment::Model,
    to: EnrolmentStatus,
    ending: Ending,
    reason: Option<&str>,
) -> Result<()> {
    let ended = [
        (enrolment::Column::Status, to.into()),
        (enrolment::Column::Ending, Some(ending).into()),
        (enrolment::Column::EndedAt, Some(change.now).into()),
        (enrolment::Column::WithdrawalReason, reason.map(str::to_owned).into()),
    ];
    if !transit(change, row, ended).await? {
        return Err(Refusal::NotPossibleNow.into());
    }
    match row.status {
        EnrolmentStatus::Confirmed | EnrolmentStatus::Offered => seat::free(change, row.session_id).await,
        EnrolmentStatus::Waiting => seat::queue(change, row.session_id, -1).await,
        _ => Ok(()),
    }
}

/// Sets these values if the enrolment is still as it was read; `false` when somebody was first.
pub(super) async fn transit<const N: usize>(
    change: &Change,
    from: &enrolment::Model,
    values: [(enrolment::Column, Expr); N],
) -> Result<bool> {
    let mut update = enrolment::Entity::update_many();
    for (column, value) in values {
        update = update.col_expr(column, value);
    }
    let done = update
        .filter(enrolment::Column::Id.eq(from.id))
        .filter(enrolment::Column::Status.eq(from.status))
        .exec(change.db())
        .await?;
    Ok(done.rows_affected == 1)
}

/// One enrolment.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn find(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<enrolment::Model> {
    enrolment::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("enrolment"))
}

/// One enrolment that this actor may act on; somebody else's does not exist for them.
async fn of_actor(change: &Change, id: EnrolmentId) -> Result<enrolment::Model> {
    let row = find(change.db(), id).await?;
    if change.actor.may_enrol(row.person_id) { Ok(row) } else { Err(Error::Missing("enrolment")) }
}

/// Where an enrolment stands, with its place in the queue.
///
/// # Errors
/// When the database fails.
pub async fn placement(db: &impl ConnectionTrait, row: enrolment::Model) -> Result<Placement> {
    let position = waiting_list::position(db, &row).await?;
    Ok(Placement {
        id: row.id,
        session_id: row.session_id,
        person_id: row.person_id,
        status: row.status,
        position,
    })
}
