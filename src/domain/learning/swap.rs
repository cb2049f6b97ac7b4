//! Changing date: the old place is kept until the new one is certain.

use entity::{
    enrolment::{self, Ending, EnrolmentStatus, Origin},
    id::*,
};

use sea_orm::ConnectionTrait;

use super::{
    enrolment::{Asking, Placement, TakePlace, ask, find, leave, lock_person, of_actor, transit},
    rule::Replaced,
    seat, waiting_list,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
};

/// A wish to go to another date of the same workshop.
#[derive(Clone, Debug)]
pub struct Swap {
    /// The place one has.
    pub from: EnrolmentId,
    pub to: SessionId,
    /// When it comes to waiting: also place me at short notice, without an offer.
    pub short_notice: bool,
    /// Asked after the moment until which one withdraws freely.
    pub reason: Option<String>,
}

/// Goes to another date. With a free place there, the old place is given back in the same transaction; without one, the
/// person waits there and keeps the old place until the new one is certain.
///
/// # Errors
/// [`Refusal::NotPossibleNow`] without a confirmed place of that workshop, [`Refusal::SessionStarted`], field `reason`
/// after the deadline, and every [`Refusal`] of the rules.
pub async fn swap(change: &Change, wish: &Swap) -> Result<Placement> {
    let old = of_actor(change, wish.from).await?;
    let person = lock_person(change, old.person_id).await?.ok_or(Error::Missing("person"))?;
    // Both sessions, in one order for everybody, so that two people who change places do not wait for each other.
    let (first, second) = (old.session_id.min(wish.to), old.session_id.max(wish.to));
    seat::lock(change, first).await?;
    seat::lock(change, second).await?;
    let left = waiting_list::settle(change, old.session_id).await?;
    let session = waiting_list::settle(change, wish.to).await?;
    let old = find(change.db(), wish.from).await?;
    if old.status != EnrolmentStatus::Confirmed
        || session.workshop_id != old.workshop_id
        || session.id == old.session_id
    {
        return Err(Refusal::NotPossibleNow.into());
    }
    if left.starts_at <= change.now {
        return Err(Refusal::SessionStarted.into());
    }
    let late = left.withdraw_until.is_some_and(|at| at < change.now);
    let reason = wish.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    if late && reason.is_none() {
        return Err(Field::new("reason", "reason-late").into());
    }
    // Kept with the place that is given up, also when that happens later.
    let why = [(enrolment::Column::WithdrawalReason, reason.map(str::to_owned).into())];
    transit(change, &old, why).await?;
    let place = TakePlace {
        session: wish.to,
        person: old.person_id,
        origin: origin(change, old.person_id),
        short_notice: wish.short_notice,
        override_reason: None,
    };
    let replaces = Some(Replaced { enrolment: old.id, session: old.session_id });
    ask(change, &place, &Asking { session: &session, person: &person, replaces }).await
}

fn origin(change: &Change, person: PersonId) -> Origin {
    match change.actor.person {
        Some(own) if own == person => Origin::Person,
        _ if change.actor.may_enrol_anyone() => Origin::Staff,
        _ => Origin::Head,
    }
}

/// The place that this one would replace, if it is still held.
///
/// # Errors
/// When the database fails.
pub(super) async fn replaced(
    db: &impl ConnectionTrait,
    wanted: &enrolment::Model,
) -> Result<Option<Replaced>> {
    let Some(id) = wanted.replaces_id else { return Ok(None) };
    let old = find(db, id).await?;
    let held = old.status == EnrolmentStatus::Confirmed;
    Ok(held.then_some(Replaced { enrolment: old.id, session: old.session_id }))
}

/// The new place is certain: gives back the one it replaces, if that is still held, and moves its queue.
///
/// # Errors
/// When the database fails.
pub(super) async fn give_up_replaced(change: &Change, placed: &enrolment::Model) -> Result<()> {
    let Some(replaced) = placed.replaces_id else { return Ok(()) };
    let old = find(change.db(), replaced).await?;
    if old.status != EnrolmentStatus::Confirmed {
        return Ok(());
    }
    seat::lock(change, old.session_id).await?;
    // Boxed: the queue that moves can place somebody who came from yet another date.
    Box::pin(leave(change, &old, Ending::Swapped, old.withdrawal_reason.as_deref())).await
}
