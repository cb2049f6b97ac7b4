//! Held seats: a head or planner keeps seats of a session for the people of a department. A seat that gets a name is that
//! person's enrolment; what has no name comes free by itself some days before the start.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use entity::{
    department,
    enrolment::{self, EnrolmentStatus, Origin},
    held_seat,
    id::*,
    session,
    workshop::ApprovalRule,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Set, sea_query::Expr,
};

use super::{
    approval,
    before::Before,
    draw,
    enrolment::{Placement, TakePlace, give_held, lock_person},
    rule::{self, Application},
    seat, sight, waiting_list,
};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Event,
    people::{department as departments, placement},
    task::Letter,
};

/// How many days before the start held seats come free, unless somebody says otherwise.
pub const DAYS_BEFORE: i32 = 7;
/// Nobody plans further ahead.
pub const MOST_DAYS: i32 = 90;
/// How long before they come free whoever holds them is reminded.
const WARNING: TimeDelta = TimeDelta::days(2);

/// A wish to hold seats.
#[derive(Clone, Copy, Debug)]
pub struct Hold {
    pub session: SessionId,
    pub department: DepartmentId,
    pub seats: i32,
    /// Before the start; 0: at the start.
    pub days_before: i32,
}

/// Held seats with whose they are.
#[derive(Clone, Debug)]
pub struct Held {
    pub row: held_seat::Model,
    pub department: department::Model,
}

/// Holds seats for a department: a head for one that they head, a planner for any.
///
/// # Errors
/// [`Error::Missing`] for a session or department that there is not for this actor; fields `seats` and `days`;
/// [`Refusal::PeopleWait`], [`Refusal::FewerFree`], [`Refusal::TooManyHeld`], [`Refusal::NothingToHold`],
/// [`Refusal::ManagerDecides`], and those of the window of enrolment.
pub async fn hold(change: &Change, wish: &Hold) -> Result<HeldSeatId> {
    let planner = change.actor.may_enrol_anyone();
    if !planner && !change.actor.leads(&[wish.department]) {
        return Err(Error::Missing("department"));
    }
    departments::living(change.db(), wish.department).await?;
    let session = waiting_list::settle(change, wish.session).await?;
    sight::allow(change.db(), &change.actor, &session).await?;
    rule::open(&session, change.now, false)?;
    let releases_at = checked(change, wish, &session)?;
    room(change, wish, &session)?;
    let rule = approval::rule_of(change.db(), session.workshop_id).await?;
    if rule == ApprovalRule::HeadThenManager && !planner {
        return Err(Refusal::ManagerDecides.into());
    }
    if !seat::hold(change, session.id, wish.seats).await? {
        return Err(Refusal::FewerFree { free: 0 }.into());
    }
    let row = held_seat::Model {
        id: HeldSeatId::new(),
        session_id: session.id,
        department_id: wish.department,
        seats: wish.seats,
        held_by: change.actor.person,
        held_at: change.now,
        days_before: wish.days_before,
        releases_at,
        ended_at: None,
    };
    held_seat::Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(change.db())
        .await?;
    warn(change, &row).await?;
    let (department, seats) = (wish.department, wish.seats);
    change.record(Event::SeatsHeld { session: session.id, department, seats }).await?;
    Ok(row.id)
}

/// What was asked, field by field, and when the seats come free: never after the start, and not in the past.
fn checked(change: &Change, wish: &Hold, session: &session::Model) -> Result<DateTime<Utc>> {
    let mut wrong = Vec::new();
    if wish.seats < 1 {
        wrong.push(Field::new("seats", "at-least-one"));
    }
    let range = 0..=MOST_DAYS;
    let at = releases_at(session.starts_at, wish.days_before);
    if !range.contains(&wish.days_before) {
        wrong.push(Field::new("days", "out-of-range").with("min", 0).with("max", MOST_DAYS));
    } else if at <= change.now {
        wrong.push(Field::new("days", "hold-in-the-past"));
    }
    all_well(wrong).map(|()| at)
}

fn releases_at(starts_at: DateTime<Utc>, days: i32) -> DateTime<Utc> {
    let days = Days::new(u64::try_from(days).unwrap_or_default());
    starts_at.checked_sub_days(days).unwrap_or(starts_at)
}

/// Whether there are so many seats to hold, and how many a head may.
fn room(change: &Change, wish: &Hold, session: &session::Model) -> Result<()> {
    let Some(capacity) = session.capacity.filter(|_| !draw::collects(session)) else {
        return Err(Refusal::NothingToHold.into());
    };
    if session.waiting > 0 {
        return Err(Refusal::PeopleWait.into());
    }
    let free = Ord::max(capacity - session.taken, 0);
    if wish.seats > free {
        return Err(Refusal::FewerFree { free }.into());
    }
    let most = capacity * i32::from(change.policy.held_percent) / 100;
    if !change.actor.may_enrol_anyone() && session.held + wish.seats > most {
        return Err(Refusal::TooManyHeld { most, held: session.held }.into());
    }
    Ok(())
}

/// Gives a held seat to somebody of the department: the seat stays taken, the person has a confirmed place. A refusal leaves it
/// held. Who waits for a place in the session leaves its queue.
///
/// # Errors
/// [`Error::Missing`] for seats or a person that there are not for this actor; [`Refusal::HoldOver`],
/// [`Refusal::NotOfDepartment`], [`Refusal::ManagerDecides`], and every refusal of the rules.
pub async fn name(change: &Change, id: HeldSeatId, person: PersonId) -> Result<Placement> {
    let held = of_actor(change, id).await?;
    let who = lock_person(change, person).await?.ok_or(Error::Missing("person"))?;
    let session = waiting_list::settle(change, held.session_id).await?;
    let held = living(change, id).await?;
    let today = change.policy.day(change.now);
    let works = placement::departments(change.db(), person, today).await?;
    let department = departments::find(change.db(), held.department_id).await?;
    let below = departments::tree(change.db()).await?.below(department.id);
    if !works.iter().any(|one| below.contains(one)) {
        return Err(Refusal::NotOfDepartment { department: department.name }.into());
    }
    let staff = change.actor.may_enrol_anyone();
    let rule = approval::rule_of(change.db(), session.workshop_id).await?;
    if rule == ApprovalRule::HeadThenManager && !staff {
        return Err(Refusal::ManagerDecides.into());
    }
    let before = &Before::read(change.db(), person, session.workshop_id).await?;
    let application =
        Application { session: &session, person: &who, overridden: false, replaces: None, before };
    let waits = alive(change, session.id, person).await?.filter(|row| row.status == EnrolmentStatus::Waiting);
    if waits.is_some() {
        rule::open(&session, change.now, false)?;
        rule::recheck(change, &application).await?;
    } else {
        rule::check(change, &application).await?;
    }
    take_from(change, &held, 1).await?;
    seat::unhold(change, session.id, 1).await?;
    let wish = TakePlace {
        session: session.id,
        person,
        origin: if staff { Origin::Staff } else { Origin::Head },
        short_notice: true,
        override_reason: None,
    };
    change.record(Event::SeatNamed { session: session.id, department: held.department_id, person }).await?;
    give_held(change, &wish, (&session, &who, before), waits).await
}

async fn alive(change: &Change, session: SessionId, person: PersonId) -> Result<Option<enrolment::Model>> {
    let found = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE));
    Ok(found.one(change.db()).await?)
}

/// Gives held seats back before their moment; the queue moves.
///
/// # Errors
/// [`Error::Missing`] for seats of a department that the actor does not head, [`Refusal::HoldOver`].
pub async fn release(change: &Change, id: HeldSeatId) -> Result<()> {
    let held = of_actor(change, id).await?;
    waiting_list::settle(change, held.session_id).await?;
    let held = living(change, id).await?;
    let (session, department, seats) = (held.session_id, held.department_id, held.seats);
    let_go(change, &held).await?;
    change.record(Event::SeatsReleased { session, department, seats, lapsed: false }).await?;
    waiting_list::promote(change, session).await
}

/// Lets seats go whose moment has come; the session is locked. `true` when there were any.
pub(super) async fn lapse(change: &Change, session: &session::Model) -> Result<bool> {
    if session.held == 0 {
        return Ok(false);
    }
    let late = of(session.id).filter(held_seat::Column::ReleasesAt.lte(change.now)).all(change.db()).await?;
    release_all(change, &late).await
}

/// The session was called off: nothing is held any more.
pub(super) async fn called_off(change: &Change, session: SessionId) -> Result<()> {
    let all = of(session).all(change.db()).await?;
    release_all(change, &all).await.map(drop)
}

async fn release_all(change: &Change, all: &[held_seat::Model]) -> Result<bool> {
    for held in all {
        let_go(change, held).await?;
        let (session, department, seats) = (held.session_id, held.department_id, held.seats);
        change.record(Event::SeatsReleased { session, department, seats, lapsed: true }).await?;
    }
    Ok(!all.is_empty())
}

/// The session has another start: so have its held seats another moment.
pub(super) async fn moved(change: &Change, session: SessionId, starts_at: DateTime<Utc>) -> Result<()> {
    for held in of(session).all(change.db()).await? {
        let at = releases_at(starts_at, held.days_before);
        let mut row = held.clone().into_active_model();
        row.releases_at = Set(at);
        row.update(change.db()).await?;
        warn(change, &held_seat::Model { releases_at: at, ..held }).await?;
    }
    Ok(())
}

/// Tells whoever holds them in time that they come free.
async fn warn(change: &Change, held: &held_seat::Model) -> Result<()> {
    let due = held.releases_at - WARNING;
    let key = warning(held.id);
    match held.held_by.filter(|_| due > change.now) {
        Some(person) => change.later_at(Letter::HoldEnding { person, hold: held.id }, due, key).await,
        None => change.never(&key).await,
    }
}

fn warning(id: HeldSeatId) -> String {
    format!("hold:{id}")
}

async fn let_go(change: &Change, held: &held_seat::Model) -> Result<()> {
    take_from(change, held, held.seats).await?;
    seat::release(change, held.session_id, held.seats).await
}

/// So many seats fewer; with none left it has ended.
async fn take_from(change: &Change, held: &held_seat::Model, seats: i32) -> Result<()> {
    let left = held.seats - seats;
    let done = held_seat::Entity::update_many()
        .col_expr(held_seat::Column::Seats, Expr::value(left))
        .col_expr(held_seat::Column::EndedAt, Expr::value((left == 0).then_some(change.now)))
        .filter(held_seat::Column::Id.eq(held.id))
        .filter(held_seat::Column::Seats.eq(held.seats))
        .filter(held_seat::Column::EndedAt.is_null())
        .exec(change.db())
        .await?;
    if done.rows_affected != 1 {
        return Err(Refusal::HoldOver.into());
    }
    if left == 0 {
        change.never(&warning(held.id)).await?;
    }
    Ok(())
}

fn of(session: SessionId) -> sea_orm::Select<held_seat::Entity> {
    held_seat::Entity::find()
        .filter(held_seat::Column::SessionId.eq(session))
        .filter(held_seat::Column::EndedAt.is_null())
        .order_by_asc(held_seat::Column::ReleasesAt)
        .order_by_asc(held_seat::Column::Id)
}

async fn of_actor(change: &Change, id: HeldSeatId) -> Result<held_seat::Model> {
    let held = held_seat::Entity::find_by_id(id).one(change.db()).await?.ok_or(Error::Missing("hold"))?;
    if governs(&change.actor, held.department_id) { Ok(held) } else { Err(Error::Missing("hold")) }
}

/// The same, once the session is locked.
async fn living(change: &Change, id: HeldSeatId) -> Result<held_seat::Model> {
    let held = held_seat::Entity::find_by_id(id).one(change.db()).await?.ok_or(Error::Missing("hold"))?;
    if held.ended_at.is_none() { Ok(held) } else { Err(Refusal::HoldOver.into()) }
}

fn governs(actor: &Actor, department: DepartmentId) -> bool {
    actor.may_enrol_anyone() || actor.leads(&[department])
}

/// What is held of a session at this moment, as far as the actor holds it or plans; the first to come free first.
///
/// # Errors
/// When the database fails.
pub async fn of_session(
    db: &impl ConnectionTrait,
    actor: &Actor,
    session: &session::Model,
    now: DateTime<Utc>,
) -> Result<Vec<Held>> {
    if session.held == 0 {
        return Ok(Vec::new());
    }
    let own = (!actor.may_plan()).then(|| held_seat::Column::DepartmentId.is_in(actor.departments.clone()));
    let rows = of(session.id)
        .filter(held_seat::Column::ReleasesAt.gt(now))
        .filter(Condition::all().add_option(own))
        .find_also_related(department::Entity)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(row, department)| Some(Held { row, department: department? })).collect())
}

/// Held seats, also those that came free.
///
/// # Errors
/// [`Error::Missing`] for seats of a department that the actor does not head.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: HeldSeatId) -> Result<Held> {
    let held = by_id(db, id).await?;
    if governs(actor, held.row.department_id) { Ok(held) } else { Err(Error::Missing("hold")) }
}

/// Held seats, for a letter.
///
/// # Errors
/// [`Error::Missing`].
pub async fn by_id(db: &impl ConnectionTrait, id: HeldSeatId) -> Result<Held> {
    let found = held_seat::Entity::find_by_id(id).find_also_related(department::Entity).one(db).await?;
    let Some((row, Some(department))) = found else { return Err(Error::Missing("hold")) };
    Ok(Held { row, department })
}

/// The sessions that hold seats whose moment has come.
///
/// # Errors
/// When the database fails.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<SessionId>> {
    let sessions = held_seat::Entity::find()
        .select_only()
        .column(held_seat::Column::SessionId)
        .distinct()
        .filter(held_seat::Column::EndedAt.is_null())
        .filter(held_seat::Column::ReleasesAt.lte(now));
    Ok(sessions.into_tuple().all(db).await?)
}

/// For how many days before the start a form proposes to let go, so that it is still to come.
#[must_use]
pub fn proposed(starts_on: NaiveDate, today: NaiveDate) -> i32 {
    let left = (starts_on - today).num_days() - 1;
    i32::try_from(left).unwrap_or(DAYS_BEFORE).clamp(0, DAYS_BEFORE)
}
