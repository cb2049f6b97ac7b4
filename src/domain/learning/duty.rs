//! What somebody has to follow before a day: being fulfilled, exempted, and given more time. Where a duty stands is derived,
//! in `state`; lists and counts are in [`list`].

pub mod extension;
pub mod list;
pub mod pass;
pub(in crate::domain::learning) mod state;
pub mod told;
pub mod urgent;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    assignment, duty,
    enrolment::{self, Outcome},
    id::*,
    session,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, JoinType, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, RelationTrait as _,
    sea_query::{Expr, ExprTrait as _},
};

use super::{chase, seat};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Result},
    event::Assigning,
    people::placement,
    policy::Policy,
};

pub use entity::duty::Model as Duty;

/// What a reason may be long, in characters.
pub const REASON_LENGTH: usize = 400;
/// Rows of one statement: a row has some twenty values, and SQLite takes 32,766 of them.
const ROWS: usize = 1_000;

/// Half of the time.
pub(super) fn half(since: NaiveDate, due_on: NaiveDate) -> NaiveDate {
    since + (due_on - since) / 2
}

/// Alive: not ended, of an assignment that goes on.
pub(in crate::domain) fn alive() -> Condition {
    let ended = assignment::Entity::find()
        .select_only()
        .column(assignment::Column::Id)
        .filter(assignment::Column::EndedAt.is_not_null());
    Condition::all()
        .add(duty::Column::EndedAt.is_null())
        .add(duty::Column::AssignmentId.not_in_subquery(ended.into_query()))
}

/// Alive, and neither fulfilled nor exempted.
pub(in crate::domain) fn open() -> Condition {
    alive().add(duty::Column::DoneOn.is_null()).add(duty::Column::ExemptedAt.is_null())
}

/// Of people who work in these departments.
pub(in crate::domain) fn of_departments(departments: &[DepartmentId], today: NaiveDate) -> Condition {
    let people = placement::in_departments(departments, today);
    Condition::all().add(duty::Column::PersonId.in_subquery(people))
}

/// Of people whom the actor may see: all of them for whoever runs the programme, the own ones for a head.
fn within(actor: &Actor, today: NaiveDate) -> Condition {
    if actor.may_assign_anyone() {
        return Condition::all();
    }
    let departments = if actor.scopes.is_none() { actor.departments.as_slice() } else { &[] };
    of_departments(departments, today)
}

pub(super) async fn insert(change: &Change, rows: Vec<Duty>) -> Result<()> {
    for some in rows.chunks(ROWS) {
        let rows = some.iter().cloned().map(|row| row.into_active_model().reset_all());
        duty::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// The last day on which these people completed these workshops, and with which place.
pub(super) async fn completed(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    workshops: &[WorkshopId],
    policy: &Policy,
) -> Result<HashMap<(PersonId, WorkshopId), (NaiveDate, EnrolmentId)>> {
    let rows: Vec<(PersonId, WorkshopId, EnrolmentId, DateTime<Utc>)> = enrolment::Entity::find()
        .select_only()
        .columns([enrolment::Column::PersonId, enrolment::Column::WorkshopId, enrolment::Column::Id])
        .column(session::Column::EndsAt)
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(enrolment::Column::PersonId.is_in(people.iter().copied()))
        .filter(enrolment::Column::WorkshopId.is_in(workshops.iter().copied()))
        .filter(enrolment::Column::Outcome.eq(Outcome::Completed))
        .order_by_asc(session::Column::EndsAt)
        .into_tuple()
        .all(db)
        .await?;
    let last = |(person, workshop, id, ends_at)| ((person, workshop), (policy.day(ends_at), id));
    Ok(rows.into_iter().map(last).collect())
}

/// The registers of a session closed: whoever completed it has done what they had to follow, on its last day; and whoever has
/// not after all, has it to follow again. To be called as often as an outcome changes.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn fulfil(change: &Change, id: SessionId) -> Result<()> {
    let session = seat::find(change.db(), id).await?;
    let day = change.policy.day(session.ends_at);
    unfulfil(change, id).await?;
    let place = || {
        enrolment::Entity::find()
            .select_only()
            .filter(enrolment::Column::SessionId.eq(id))
            .filter(enrolment::Column::Outcome.eq(Outcome::Completed))
    };
    let theirs = Expr::col((enrolment::Entity, enrolment::Column::PersonId))
        .eq(Expr::col((duty::Entity, duty::Column::PersonId)));
    let with = place().column(enrolment::Column::Id).limit(1).filter(theirs).into_query();
    let completed = place().column(enrolment::Column::PersonId).into_query();
    duty::Entity::update_many()
        .col_expr(duty::Column::DoneOn, Expr::value(day))
        .col_expr(duty::Column::EnrolmentId, Expr::SubQuery(None, Box::new(with.into())))
        .filter(duty::Column::WorkshopId.eq(session.workshop_id))
        .filter(duty::Column::EndedAt.is_null())
        .filter(duty::Column::DoneOn.is_null().or(duty::Column::DoneOn.lt(day)))
        .filter(duty::Column::PersonId.in_subquery(completed))
        .exec(change.db())
        .await?;
    Ok(())
}

/// What was done with a place of this session that turned out otherwise.
async fn unfulfil(change: &Change, id: SessionId) -> Result<()> {
    let otherwise = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::Id)
        .filter(enrolment::Column::SessionId.eq(id))
        .filter(enrolment::Column::Outcome.is_null().or(enrolment::Column::Outcome.ne(Outcome::Completed)));
    duty::Entity::update_many()
        .col_expr(duty::Column::DoneOn, Expr::value(Option::<NaiveDate>::None))
        .col_expr(duty::Column::EnrolmentId, Expr::value(Option::<EnrolmentId>::None))
        .filter(duty::Column::EndedAt.is_null())
        .filter(duty::Column::EnrolmentId.in_subquery(otherwise.into_query()))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Moves days later, of those that are earlier; people who have no date are reminded anew.
pub(super) async fn postpone(
    change: &Change,
    which: Condition,
    (today, day): (NaiveDate, NaiveDate),
) -> Result<()> {
    duty::Entity::update_many()
        .col_expr(duty::Column::DueOn, Expr::value(day))
        .col_expr(duty::Column::HalfOn, Expr::value(half(today, day)))
        .col_expr(duty::Column::Chased, Expr::value(chase::reached(today, day)))
        .filter(which)
        .filter(duty::Column::EndedAt.is_null())
        .filter(duty::Column::DoneOn.is_null())
        .exec(change.db())
        .await?;
    Ok(())
}

/// Somebody does not have to follow it, for a reason; or, without one, has to again.
///
/// # Errors
/// [`Error::Missing`] for a duty of somebody whom the actor does not head; field `reason` when it is missing or too long.
pub async fn exempt(change: &Change, id: DutyId, reason: Option<&str>) -> Result<()> {
    let row = of_actor(change, id).await?;
    let reason = reason.map(reason_of).transpose()?;
    let (at, by) = match &reason {
        Some(_) => (Some(change.now), change.actor.person),
        None => (None, None),
    };
    duty::Entity::update_many()
        .col_expr(duty::Column::ExemptedAt, Expr::value(at))
        .col_expr(duty::Column::ExemptedBy, Expr::value(by))
        .col_expr(duty::Column::ExemptReason, Expr::value(reason))
        .filter(duty::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    let exempt = at.is_some();
    let (assignment, workshop, person) = (row.assignment_id, row.workshop_id, row.person_id);
    change.record(Assigning::DutyExempted { assignment, workshop, person, exempt }.into()).await
}

fn reason_of(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Field::new("reason", "required").into());
    }
    if text.chars().count() > REASON_LENGTH {
        return Err(Field::new("reason", "too-long").with("max", REASON_LENGTH).into());
    }
    Ok(text.to_owned())
}

/// A living duty of somebody whom the actor heads.
async fn of_actor(change: &Change, id: DutyId) -> Result<Duty> {
    let today = change.policy.day(change.now);
    let found = duty::Entity::find_by_id(id).filter(alive()).filter(within(&change.actor, today));
    found.lock_exclusive().one(change.db()).await?.ok_or(Error::Missing("duty"))
}

/// Whether somebody has to follow a workshop and has not yet.
///
/// # Errors
/// When the database fails.
pub async fn is_targeted(db: &impl ConnectionTrait, person: PersonId, workshop: WorkshopId) -> Result<bool> {
    let open = duty::Entity::find().filter(open()).filter(duty::Column::PersonId.eq(person));
    Ok(open.filter(duty::Column::WorkshopId.eq(workshop)).count(db).await? > 0)
}
