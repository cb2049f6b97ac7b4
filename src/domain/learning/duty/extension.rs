//! More time: asked by whoever has to follow it, answered by the head or whoever runs the programme.

use chrono::NaiveDate;
use entity::{
    duty::{self, Answer},
    id::*,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, sea_query::Expr,
};

use super::{alive, of_actor, of_departments, open, postpone, reason_of, within};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Assigning,
    task::Letter,
};

/// Asks for more time, until a day. Asking again replaces what was asked.
///
/// # Errors
/// [`Error::Missing`] for a duty of somebody else, fields `until` and `reason`.
pub async fn ask(change: &Change, id: DutyId, until: Option<NaiveDate>, reason: &str) -> Result<()> {
    let person = change.actor.person.filter(|_| change.actor.scopes.is_none()).ok_or(Error::Forbidden)?;
    let mine = duty::Entity::find_by_id(id).filter(open()).filter(duty::Column::PersonId.eq(person));
    let row = mine.lock_exclusive().one(change.db()).await?.ok_or(Error::Missing("duty"))?;
    let mut wrong = Vec::new();
    match until {
        None => wrong.push(Field::new("until", "required")),
        Some(day) if day <= row.due_on => wrong.push(Field::new("until", "only-later")),
        Some(_) => {}
    }
    let reason = match reason_of(reason) {
        Ok(reason) => reason,
        Err(Error::Invalid(problems)) => {
            wrong.extend(problems);
            String::new()
        }
        Err(error) => return Err(error),
    };
    all_well(wrong)?;
    duty::Entity::update_many()
        .col_expr(duty::Column::AskedAt, Expr::value(change.now))
        .col_expr(duty::Column::AskedUntil, Expr::value(until))
        .col_expr(duty::Column::AskedReason, Expr::value(reason))
        .col_expr(duty::Column::AnsweredAt, Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None))
        .col_expr(duty::Column::AnsweredBy, Expr::value(Option::<PersonId>::None))
        .col_expr(duty::Column::Answer, Expr::value(Option::<Answer>::None))
        .filter(duty::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    let (assignment, workshop) = (row.assignment_id, row.workshop_id);
    change.record(Assigning::MoreTimeAsked { assignment, workshop, person }.into()).await
}

/// Gives more time, or does not; the person is told. Nobody answers a wish of their own.
///
/// # Errors
/// [`Error::Missing`] for a duty of somebody whom the actor does not head, [`Refusal::NotPossibleNow`] when nothing was asked
/// or it was answered, [`Error::Forbidden`] for one's own.
pub async fn answer(change: &Change, id: DutyId, answer: Answer) -> Result<()> {
    let row = of_actor(change, id).await?;
    if change.actor.person == Some(row.person_id) {
        return Err(Error::Forbidden);
    }
    let Some(until) = row.asked_until.filter(|_| row.asked_at.is_some() && row.answered_at.is_none()) else {
        return Err(Refusal::NotPossibleNow.into());
    };
    duty::Entity::update_many()
        .col_expr(duty::Column::AnsweredAt, Expr::value(change.now))
        .col_expr(duty::Column::AnsweredBy, Expr::value(change.actor.person))
        .col_expr(duty::Column::Answer, Expr::value(answer))
        .filter(duty::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    if answer == Answer::Granted {
        let this = Condition::all().add(duty::Column::Id.eq(id)).add(duty::Column::DueOn.lt(until));
        postpone(change, this, (change.policy.day(change.now), until)).await?;
    }
    let (assignment, workshop, person) = (row.assignment_id, row.workshop_id, row.person_id);
    change
        .record(Assigning::MoreTimeAnswered { assignment, workshop, person, answer: answer.code() }.into())
        .await?;
    change.later(Letter::MoreTime { duty: id }).await
}

/// Asked and not answered (a filter).
pub(super) fn waits() -> Condition {
    alive().add(duty::Column::AskedAt.is_not_null()).add(duty::Column::AnsweredAt.is_null())
}

/// How many wishes for more time wait for an answer of this actor: nobody answers one of their own.
///
/// # Errors
/// When the database fails.
pub async fn waiting(db: &impl ConnectionTrait, actor: &Actor, today: NaiveDate) -> Result<u64> {
    if !actor.may_assign_anyone() && !actor.is_head() {
        return Ok(0);
    }
    let others = actor.person.map(|me| duty::Column::PersonId.ne(me));
    let theirs = within(actor, today).add_option(others);
    Ok(duty::Entity::find().filter(waits()).filter(theirs).count(db).await?)
}

/// How many wishes for more time wait for an answer, of people of these departments.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    departments: Option<&[DepartmentId]>,
    today: NaiveDate,
) -> Result<u64> {
    let theirs = departments.map(|departments| of_departments(departments, today));
    Ok(duty::Entity::find().filter(waits().add_option(theirs)).count(db).await?)
}
