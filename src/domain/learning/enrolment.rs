//! A person's place. Taking one: a single verb for every path.

mod admit;
mod ahead;
mod leave;
mod offer;
mod walk_in;

use entity::{
    approval::Step,
    enrolment::{self, EnrolmentStatus, NO_LOT, Origin},
    id::*,
    person, session,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QuerySelect as _, sea_query::Expr,
};
use serde::{Deserialize, Serialize};

use self::leave::end_other_waits;
pub(super) use self::{
    admit::{admit, give_held},
    leave::{end, leave, turned_down},
    walk_in::walk_in,
};
pub use self::{
    leave::{person_left, turn_down, withdraw},
    offer::{accept, decline},
};
use super::{
    approval,
    before::Before,
    calling_off, draw, duty, notice,
    reminder::{self, Reminder},
    rule::{self, Application, Replaced, Ties},
    seat, sight, swap, team, waiting_list,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, is_duplicate},
    event::Event,
};

/// The queue's first order for somebody who has to follow the workshop, where the session says so.
const TARGETED: i32 = 1;
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
    if !team::may_enrol(change, wish.person).await? || (wish.override_reason.is_some() && !staff) {
        return Err(Error::Forbidden);
    }
    // The person before the session: the rules that span sessions hold only while no other place is given to this person.
    let person = lock_person(change, wish.person).await?.ok_or_else(|| unknown_person(wish))?;
    // All that can be known before the session is held, so that many who want the same one wait for a seat only.
    let seen = seat::find(change.db(), wish.session).await?;
    let unheld = Asking { session: &seen, person: &person, replaces: None };
    let known = fits(change, wish, &unheld).await;
    let late = waiting_list::lapsed(change, wish.session).await?;
    if let Ok(fit) = &known
        && late.is_empty()
        && ahead::is_likely(change, wish, &unheld, fit)
    {
        return ahead::give(change, wish, &unheld, fit).await;
    }
    seat::line_up(change, wish.session).await?;
    let session = waiting_list::settle_late(change, wish.session, late).await?;
    let asking = Asking { session: &session, person: &person, replaces: None };
    let fit = match known {
        Ok(fit) if seat::same_plan(&seen, &session) => fit,
        Err(Error::Broken(error)) => return Err(error.into()),
        // What was lapsed or is planned otherwise now can make a difference.
        _ => fits(change, wish, &asking).await?,
    };
    place(change, wish, &asking, &fit).await
}

/// Who asks, where, and what is given up for it; the person is locked.
pub(super) struct Asking<'a> {
    pub session: &'a session::Model,
    pub person: &'a person::Model,
    pub replaces: Option<Replaced>,
}

impl Asking<'_> {
    fn application<'a>(&'a self, wish: &TakePlace, before: &'a Before) -> Application<'a> {
        let Asking { session, person, replaces } = *self;
        Application { session, person, overridden: wish.override_reason.is_some(), replaces, before }
    }
}

/// Somebody who may have the place, if they can come then.
struct Fit {
    before: Before,
    ties: Ties,
    /// Who has to agree first.
    step: Option<Step>,
    reminder: Reminder,
}

/// Checks the rules, then gives the place, the place in the queue, or the place in the draw; or asks whoever has to agree
/// first. The session is locked.
pub(super) async fn ask(change: &Change, wish: &TakePlace, asking: &Asking<'_>) -> Result<Placement> {
    place(change, wish, asking, &fits(change, wish, asking).await?).await
}

async fn fits(change: &Change, wish: &TakePlace, asking: &Asking<'_>) -> Result<Fit> {
    let Asking { session, person, replaces } = *asking;
    sight::allow(change.db(), &change.actor, session).await?;
    let before = Before::read(change.db(), person.id, session.workshop_id).await?;
    let ties = rule::admits(change, &asking.application(wish, &before)).await?;
    // Whoever goes to another date was agreed to before.
    let step = match replaces {
        None => approval::asked_of(change, wish, before.workshop.approval, person).await?,
        Some(_) => None,
    };
    Ok(Fit { before, ties, step, reminder: reminder::of(change.db(), person.id).await? })
}

async fn place(change: &Change, wish: &TakePlace, asking: &Asking<'_>, fit: &Fit) -> Result<Placement> {
    let (session, before) = (asking.session, &fit.before);
    rule::at_that_time(change, &asking.application(wish, before), &fit.ties).await?;
    if draw::collects(session) {
        let row = insert(change, wish, (asking, before), EnrolmentStatus::Requested).await?;
        request(change, &row).await?;
        return placement(change.db(), row).await;
    }
    if let Some(step) = fit.step {
        let row = insert(change, wish, (asking, before), EnrolmentStatus::Requested).await?;
        approval::open(change, &row, step).await?;
        return placement(change.db(), row).await;
    }
    let full = seat::is_full(session);
    if !full && seat::take_as_newcomer(change, session.id).await? {
        let row = insert(change, wish, (asking, before), EnrolmentStatus::Confirmed).await?;
        confirm(change, &row, before).await?;
        let prepared = notice::prepare(change, session.id, fit.reminder).await?;
        notice::confirmed_with(change, &row, &prepared).await?;
        return placement(change.db(), row).await;
    }
    let mut row = insert(change, wish, (asking, before), EnrolmentStatus::Waiting).await?;
    join_queue(change, &row).await?;
    if !full {
        // A seat can be free while only people wait who may not have it (rule 8): then the newcomer is not kept from it.
        waiting_list::promote(change, session.id).await?;
        row = find(change.db(), row.id).await?;
    }
    placement(change.db(), row).await
}

/// Reads somebody and holds them until the change is done.
pub(super) async fn lock_person(change: &Change, id: PersonId) -> Result<Option<person::Model>> {
    Ok(person::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?)
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
    (asking, before): (&Asking<'_>, &Before),
    status: EnrolmentStatus,
) -> Result<enrolment::Model> {
    let session = asking.session;
    let row = enrolment::Model {
        id: EnrolmentId::new(),
        session_id: session.id,
        workshop_id: session.workshop_id,
        person_id: wish.person,
        status,
        origin: wish.origin,
        priority: priority(change, wish.person, session, before).await?,
        lot: NO_LOT,
        replaces_id: asking.replaces.map(|left| left.enrolment),
        short_notice: wish.short_notice,
        created_at: change.now,
        offer_expires_at: None,
        override_reason: wish.override_reason.clone(),
        ended_at: None,
        ending: None,
        withdrawal_reason: None,
        outcome: None,
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

/// Called off before targeted before open.
async fn priority(
    change: &Change,
    person: PersonId,
    session: &session::Model,
    before: &Before,
) -> Result<i32> {
    let called_off = before.was_called_off()
        && calling_off::was_called_off(change.db(), person, session.workshop_id).await?;
    if called_off {
        return Ok(calling_off::CALLED_OFF);
    }
    let targeted =
        session.targeted_first && duty::is_targeted(change.db(), person, session.workshop_id).await?;
    Ok(if targeted { TARGETED } else { OPEN_PROGRAMME })
}

async fn request(change: &Change, row: &enrolment::Model) -> Result<()> {
    change
        .record(Event::Requested { enrolment: row.id, person: row.person_id, session: row.session_id })
        .await?;
    notice::requested(change, row).await
}

async fn join_queue(change: &Change, row: &enrolment::Model) -> Result<()> {
    seat::queue(change, row.session_id, 1).await?;
    change
        .record(Event::Queued { enrolment: row.id, person: row.person_id, session: row.session_id })
        .await?;
    notice::waiting(change, row).await
}

async fn confirm(change: &Change, row: &enrolment::Model, before: &Before) -> Result<()> {
    if before.waits() {
        end_other_waits(change, row).await?;
    }
    swap::give_up_replaced(change, row).await?;
    let overridden = row.override_reason.is_some();
    change
        .record(Event::Enrolled {
            enrolment: row.id,
            person: row.person_id,
            session: row.session_id,
            overridden,
        })
        .await
}

/// Whoever is placed stops waiting for the other dates, and gives up the date they came from.
pub(super) async fn end_what_this_replaces(change: &Change, placed: &enrolment::Model) -> Result<()> {
    end_other_waits(change, placed).await?;
    swap::give_up_replaced(change, placed).await
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
pub(super) async fn of_actor(change: &Change, id: EnrolmentId) -> Result<enrolment::Model> {
    let row = find(change.db(), id).await?;
    if team::may_enrol(change, row.person_id).await? { Ok(row) } else { Err(Error::Missing("enrolment")) }
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
