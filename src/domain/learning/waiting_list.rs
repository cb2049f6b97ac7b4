//! Who is next. The queue moves in the transaction that frees the seat.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, Ending, EnrolmentStatus},
    id::*,
    person,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};

use super::{
    notice,
    rule::{self, Application},
    seat,
};
use crate::domain::{
    change::Change,
    error::{Error, Result},
    event::Event,
};

/// Place in the queue, from 1. Only for an enrolment that waits.
///
/// # Errors
/// When the database fails.
pub async fn position(db: &impl ConnectionTrait, enrolment: &enrolment::Model) -> Result<Option<u64>> {
    if enrolment.status != EnrolmentStatus::Waiting {
        return Ok(None);
    }
    use enrolment::Column as C;
    let earlier = Condition::any()
        .add(C::Priority.lt(enrolment.priority))
        .add(C::Priority.eq(enrolment.priority).and(C::CreatedAt.lt(enrolment.created_at)))
        .add(
            C::Priority
                .eq(enrolment.priority)
                .and(C::CreatedAt.eq(enrolment.created_at))
                .and(C::Id.lt(enrolment.id)),
        );
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
        .order_by_asc(enrolment::Column::CreatedAt)
        .order_by_asc(enrolment::Column::Id);
    Ok(ordered.all(db).await?)
}

fn waiting(session: SessionId) -> Select<enrolment::Entity> {
    enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::Column::Status.eq(EnrolmentStatus::Waiting))
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

/// Ends offers whose time has passed and lets the queue move; returns the session as it is then, still locked. Every
/// verb about seats begins with this, so that no job has to run for a seat to be free.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn settle(change: &Change, id: SessionId) -> Result<session::Model> {
    let session = seat::lock(change, id).await?;
    let late = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(id))
        .filter(seat::lapsed(change.now))
        .all(change.db())
        .await?;
    if late.is_empty() {
        return Ok(session);
    }
    for offer in late {
        let ended = [
            (enrolment::Column::Status, EnrolmentStatus::Declined.into()),
            (enrolment::Column::Ending, Some(Ending::OfferLapsed).into()),
            (enrolment::Column::EndedAt, Some(change.now).into()),
        ];
        if super::enrolment::transit(change, &offer, ended).await? {
            seat::free(change, id).await?;
            change
                .record(Event::OfferLapsed { enrolment: offer.id, person: offer.person_id, session: id })
                .await?;
        }
    }
    promote(change, id).await?;
    seat::lock(change, id).await
}

/// Gives free seats to those who wait, in order. Somebody who fails a rule is skipped, never blocks the queue.
///
/// # Errors
/// When the database fails.
pub async fn promote(change: &Change, id: SessionId) -> Result<()> {
    let session = seat::lock(change, id).await?;
    if session.state != SessionState::Open || session.starts_at <= change.now || session.waiting == 0 {
        return Ok(());
    }
    let mut free = session.capacity.map_or(i32::MAX, |capacity| capacity - session.taken);
    let soon = session.starts_at - change.now <= change.policy.short_notice;
    for next in queue(change.db(), id).await? {
        if free <= 0 {
            break;
        }
        if soon && !next.short_notice {
            continue;
        }
        if give(change, &session, &next, soon).await? {
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
    soon: bool,
) -> Result<bool> {
    let who = person::Entity::find_by_id(next.person_id).lock_exclusive().one(change.db()).await?;
    let who = who.ok_or(Error::Missing("person"))?;
    let (enrolment, person) = (next.id, next.person_id);
    match rule::recheck(change, &Application { session, person: &who, overridden: false }).await {
        Ok(()) => {}
        Err(Error::Refused(rule)) => {
            change
                .record(Event::Skipped { enrolment, person, session: session.id, rule: rule.code() })
                .await?;
            return Ok(false);
        }
        Err(other) => return Err(other),
    }
    let status = if soon { EnrolmentStatus::Confirmed } else { EnrolmentStatus::Offered };
    let deadline = (!soon).then(|| Ord::min(change.now + change.policy.offer_lasts, session.starts_at));
    let promoted =
        [(enrolment::Column::Status, status.into()), (enrolment::Column::OfferExpiresAt, deadline.into())];
    if !super::enrolment::transit(change, next, promoted).await?
        || !seat::take_from_queue(change, session.id).await?
    {
        return Err(Error::Broken(sea_orm::DbErr::Custom("the queue moved under its lock".into())));
    }
    seat::queue(change, session.id, -1).await?;
    let now = enrolment::Model { status, offer_expires_at: deadline, ..next.clone() };
    if soon {
        super::enrolment::end_other_waits(change, &now).await?;
        change.record(Event::MovedUp { enrolment, person, session: session.id }).await?;
        notice::moved_up(change, &now).await?;
    } else {
        change.record(Event::Offered { enrolment, person, session: session.id }).await?;
        notice::offer(change, &now).await?;
    }
    Ok(true)
}
