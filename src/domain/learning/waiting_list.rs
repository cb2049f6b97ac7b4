//! Who is next. The queue moves in the transaction that frees the seat.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    enrolment::{self, Ending, EnrolmentStatus},
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};

use super::{
    approval,
    before::Before,
    draw, enrolment as enrolment_verbs, held_seat, notice,
    rule::{self, Application},
    seat, swap,
};
use crate::domain::{
    change::Change,
    error::{Error, Result},
    event::Event,
};

/// How long after the start it is still news that there was no place.
const NEWS: TimeDelta = TimeDelta::days(3);

/// Place in the queue, from 1. Only for an enrolment that waits.
///
/// # Errors
/// When the database fails.
pub async fn position(db: &impl ConnectionTrait, enrolment: &enrolment::Model) -> Result<Option<u64>> {
    if enrolment.status != EnrolmentStatus::Waiting {
        return Ok(None);
    }
    use enrolment::Column as C;
    let same_lot = C::Priority.eq(enrolment.priority).and(C::Lot.eq(enrolment.lot));
    let earlier = Condition::any()
        .add(C::Priority.lt(enrolment.priority))
        .add(C::Priority.eq(enrolment.priority).and(C::Lot.lt(enrolment.lot)))
        .add(same_lot.clone().and(C::CreatedAt.lt(enrolment.created_at)))
        .add(same_lot.and(C::CreatedAt.eq(enrolment.created_at)).and(C::Id.lt(enrolment.id)));
    let before = waiting(enrolment.session_id).filter(earlier).count(db).await?;
    Ok(Some(before + 1))
}

/// The queue of a session, first in line first.
///
/// # Errors
/// When the database fails.
pub async fn queue(db: &impl ConnectionTrait, session: SessionId) -> Result<Vec<enrolment::Model>> {
    let ordered = waiting(session)
        .order_by_asc(enrolment::Column::Priority)
        .order_by_asc(enrolment::Column::Lot)
        .order_by_asc(enrolment::Column::CreatedAt)
        .order_by_asc(enrolment::Column::Id);
    Ok(ordered.all(db).await?)
}

fn waiting(session: SessionId) -> Select<enrolment::Entity> {
    enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&[EnrolmentStatus::Waiting]))
}

/// The sessions that hold an offer whose time has passed.
///
/// # Errors
/// When the database fails.
pub async fn with_lapsed_offers(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<SessionId>> {
    let sessions = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SessionId)
        .distinct()
        .filter(seat::lapsed(now))
        .into_tuple()
        .all(db)
        .await?;
    Ok(sessions)
}

/// The offers of a session whose time has passed.
///
/// # Errors
/// When the database fails.
pub(super) async fn lapsed(change: &Change, id: SessionId) -> Result<Vec<enrolment::Model>> {
    let offers = enrolment::Entity::find().filter(enrolment::Column::SessionId.eq(id));
    Ok(offers.filter(seat::lapsed(change.now)).all(change.db()).await?)
}

/// Ends offers, held seats and requests whose time has passed and lets the queue move; returns the session as it is then,
/// still locked. Every verb about seats begins with this, so that no job has to run for a seat to be free.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn settle(change: &Change, id: SessionId) -> Result<session::Model> {
    // Which those are is known before the session is held: what is offered from now on lapses later.
    let late = lapsed(change, id).await?;
    settle_late(change, id, late).await
}

/// As [`settle`], with what [`lapsed`] found.
pub(super) async fn settle_late(
    change: &Change,
    id: SessionId,
    late: Vec<enrolment::Model>,
) -> Result<session::Model> {
    let mut session = seat::lock(change, id).await?;
    if draw::is_due(&session, change.now) {
        draw::draw(change, &session).await?;
        session = seat::lock(change, id).await?;
    }
    if approval::is_over(&session, change.now) {
        approval::expire(change, id).await?;
    }
    if !held_seat::lapse(change, &session).await? && late.is_empty() {
        return Ok(session);
    }
    for offer in late {
        let ended = [
            (enrolment::Column::Status, EnrolmentStatus::Declined.into()),
            (enrolment::Column::Ending, Some(Ending::OfferLapsed).into()),
            (enrolment::Column::EndedAt, Some(change.now).into()),
        ];
        if enrolment_verbs::transit(change, &offer, ended).await? {
            seat::free(change, id).await?;
            change
                .record(Event::OfferLapsed { enrolment: offer.id, person: offer.person_id, session: id })
                .await?;
            notice::declined(change, &offer).await?;
        }
    }
    promote(change, id).await?;
    seat::lock(change, id).await
}

/// The sessions that have begun while somebody waited.
///
/// # Errors
/// When the database fails.
pub async fn begun(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<SessionId>> {
    let begun = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::Waiting.gt(0))
        .filter(session::Column::StartsAt.lte(now))
        .filter(session::Column::State.eq(SessionState::Open));
    Ok(begun.into_tuple().all(db).await?)
}

/// The session has begun: whoever still waits gets no place and is told, unless that is no news any more.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn close(change: &Change, id: SessionId) -> Result<()> {
    let session = settle(change, id).await?;
    if session.starts_at > change.now || session.state != SessionState::Open {
        return Ok(());
    }
    for row in &queue(change.db(), id).await? {
        let (to, ending) = (EnrolmentStatus::Declined, Ending::NoPlace);
        enrolment_verbs::end(change, row, to, ending, None).await?;
        let (enrolment, person, ending) = (row.id, row.person_id, ending.code());
        change.record(Event::Withdrawn { enrolment, person, session: id, ending }).await?;
        if session.starts_at + NEWS > change.now {
            notice::declined(change, row).await?;
        }
    }
    Ok(())
}

/// How a seat that is free goes to who waits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Giving {
    /// As an offer with a deadline.
    Offer,
    /// At once, near the start, to who said so.
    ShortNotice,
    /// At once, by the draw.
    Draw,
}

/// Gives free seats to those who wait, in order. Somebody who fails a rule is skipped, never blocks the queue.
///
/// # Errors
/// When the database fails.
pub async fn promote(change: &Change, id: SessionId) -> Result<()> {
    let session = seat::lock(change, id).await?;
    let soon = session.starts_at - change.now <= change.policy.short_notice;
    serve(change, session, if soon { Giving::ShortNotice } else { Giving::Offer }).await
}

/// Gives the free seats to those whom the draw put first.
///
/// # Errors
/// When the database fails.
pub(super) async fn place_drawn(change: &Change, id: SessionId) -> Result<()> {
    serve(change, seat::lock(change, id).await?, Giving::Draw).await
}

async fn serve(change: &Change, session: session::Model, how: Giving) -> Result<()> {
    if session.state != SessionState::Open || session.starts_at <= change.now || session.waiting == 0 {
        return Ok(());
    }
    let mut free = session.capacity.map_or(i32::MAX, |capacity| capacity - session.taken);
    // Whoever joins a long line of a full session should not read all who stand in it.
    if free <= 0 {
        return Ok(());
    }
    for next in queue(change.db(), session.id).await? {
        if free <= 0 {
            break;
        }
        if how == Giving::ShortNotice && !next.short_notice {
            continue;
        }
        if give(change, &session, &next, how).await? {
            free -= 1;
        }
    }
    Ok(())
}

/// `false` when this person may not have the seat.
async fn give(
    change: &Change,
    session: &session::Model,
    next: &enrolment::Model,
    how: Giving,
) -> Result<bool> {
    let who = enrolment_verbs::lock_person(change, next.person_id).await?.ok_or(Error::Missing("person"))?;
    let (enrolment, person) = (next.id, next.person_id);
    let replaces = swap::replaced(change.db(), next).await?;
    let before = &Before::read(change.db(), person, session.workshop_id).await?;
    let application = Application { session, person: &who, overridden: false, replaces, before };
    match rule::recheck(change, &application).await {
        Ok(()) => {}
        Err(Error::Refused(rule)) => {
            change
                .record(Event::Skipped { enrolment, person, session: session.id, rule: rule.code() })
                .await?;
            return Ok(false);
        }
        Err(other) => return Err(other),
    }
    let offers = how == Giving::Offer;
    let status = if offers { EnrolmentStatus::Offered } else { EnrolmentStatus::Confirmed };
    let deadline = offers.then(|| Ord::min(change.now + change.policy.offer_lasts, session.starts_at));
    let promoted =
        [(enrolment::Column::Status, status.into()), (enrolment::Column::OfferExpiresAt, deadline.into())];
    if !enrolment_verbs::transit(change, next, promoted).await?
        || !seat::take_from_queue(change, session.id).await?
    {
        return Err(Error::Broken(sea_orm::DbErr::Custom("the queue moved under its lock".into())));
    }
    seat::queue(change, session.id, -1).await?;
    tell(change, &enrolment::Model { status, offer_expires_at: deadline, ..next.clone() }, how).await?;
    Ok(true)
}

async fn tell(change: &Change, placed: &enrolment::Model, how: Giving) -> Result<()> {
    let (enrolment, person, session) = (placed.id, placed.person_id, placed.session_id);
    if how == Giving::Offer {
        change.record(Event::Offered { enrolment, person, session }).await?;
        return notice::offer(change, placed).await;
    }
    enrolment_verbs::end_what_this_replaces(change, placed).await?;
    if how == Giving::Draw {
        change.record(Event::LotWon { enrolment, person, session }).await?;
        notice::lot_won(change, placed).await
    } else {
        change.record(Event::MovedUp { enrolment, person, session }).await?;
        notice::moved_up(change, placed).await
    }
}
