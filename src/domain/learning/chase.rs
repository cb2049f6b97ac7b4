//! Reminding: whoever has chosen no date at half of the time, two weeks and three days before the day; and once a week each head,
//! of the people who are too late. Each step is written down with the letter, so that nobody hears it twice.

use std::collections::{BTreeMap, HashSet};

use chrono::{NaiveDate, TimeDelta};
use entity::{digest, duty, enrolment::EnrolmentStatus, id::*, placement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _, Set,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};

use super::duty::{open, state};
use crate::domain::{
    actor::Actor,
    change::{Asked, Change, House},
    error::Result,
    people::{nearest, person::employed_on, placement as placements},
    task::Letter,
};

/// Days before the last day, and the step that they are; half of the time is step 1.
const STEPS: [(i64, i32); 2] = [(3, 3), (14, 2)];
/// The most duties of one change.
const SLICE: u64 = 1_000;
/// Days between two letters to a head.
const EVERY: TimeDelta = TimeDelta::days(7);

/// The step that has been reached when a duty begins: who gets little time is not reminded at once.
pub(super) fn reached(today: NaiveDate, due_on: NaiveDate) -> i32 {
    let near = STEPS.iter().find(|(days, _)| due_on <= today + TimeDelta::days(*days));
    near.map_or(0, |(_, step)| *step)
}

/// Reminds everybody who has no date, a slice a change.
///
/// # Errors
/// When the database fails.
pub async fn attend(house: &House) -> Result<()> {
    while house.write(&Actor::house(), |change| async move { remind(&change).await }).await? {}
    Ok(())
}

/// Reminds a slice of those who have no date. `true` when there may be more.
///
/// # Errors
/// When the database fails.
pub async fn remind(change: &Change) -> Result<bool> {
    let today = change.policy.day(change.now);
    let within = |days: i64, step: i32| {
        let due = duty::Column::DueOn.lte(today + TimeDelta::days(days));
        Condition::all().add(duty::Column::Chased.lt(step)).add(due)
    };
    let half = Condition::all().add(duty::Column::Chased.eq(0)).add(duty::Column::HalfOn.lte(today));
    let due =
        STEPS.iter().fold(Condition::any().add(half), |any, (days, step)| any.add(within(*days, *step)));
    let rows: Vec<duty::Model> = duty::Entity::find()
        .filter(open())
        .filter(duty::Column::DueOn.gte(today))
        .filter(due)
        .filter(state::enrolled(&EnrolmentStatus::ALIVE).not())
        .order_by_asc(duty::Column::DueOn)
        .order_by_asc(duty::Column::Id)
        .limit(SLICE)
        .all(change.db())
        .await?;
    let mut by_step: BTreeMap<i32, Vec<DutyId>> = BTreeMap::new();
    for row in &rows {
        by_step.entry(Ord::max(reached(today, row.due_on), 1)).or_default().push(row.id);
    }
    // Three steps at most, so three statements.
    for (step, ids) in by_step {
        duty::Entity::update_many()
            .col_expr(duty::Column::Chased, Expr::value(step))
            .filter(duty::Column::Id.is_in(ids))
            .exec(change.db())
            .await?;
    }
    let told: HashSet<_> = rows.iter().map(|row| (row.assignment_id, row.person_id)).collect();
    let letter = |(assignment, person): (AssignmentId, PersonId)| Asked {
        task: Letter::NoDate { assignment, person }.into(),
        due: change.now,
        key: Some(format!("no-date:{assignment}:{person}")),
    };
    change.later_all(told.into_iter().map(letter).collect()).await?;
    Ok(rows.len() as u64 >= SLICE)
}

/// Tells each head once a week of the people who are too late: those of the departments that have no nearer head.
///
/// # Errors
/// When the database fails.
pub async fn tell_heads(change: &Change) -> Result<()> {
    let today = change.policy.day(change.now);
    let late = late_departments(change.db(), today).await?;
    if late.is_empty() {
        return Ok(());
    }
    let heads = nearest::heads(change.db(), &late, today).await?;
    let told: HashSet<PersonId> = digest::Entity::find()
        .select_only()
        .column(digest::Column::PersonId)
        .filter(digest::Column::SentOn.gt(today - EVERY))
        .into_tuple()
        .all(change.db())
        .await?
        .into_iter()
        .collect();
    let new: Vec<_> = heads.into_iter().filter(|(head, _)| !told.contains(head)).collect();
    if new.is_empty() {
        return Ok(());
    }
    let rows = new.iter().map(|(head, _)| digest::ActiveModel { person_id: Set(*head), sent_on: Set(today) });
    let again = OnConflict::column(digest::Column::PersonId).update_column(digest::Column::SentOn).to_owned();
    digest::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    let letter = |(person, departments): (PersonId, Vec<DepartmentId>)| Asked {
        task: Letter::Overdue { person, departments }.into(),
        due: change.now,
        key: Some(format!("overdue:{person}")),
    };
    change.later_all(new.into_iter().map(letter).collect()).await
}

/// Where somebody works who is too late.
async fn late_departments(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<DepartmentId>> {
    Ok(duty::Entity::find()
        .select_only()
        .column(placement::Column::DepartmentId)
        .distinct()
        .join(JoinType::InnerJoin, duty::Relation::Person.def())
        .join_rev(JoinType::InnerJoin, placement::Relation::Person.def())
        .filter(open())
        .filter(duty::Column::DueOn.lt(today))
        .filter(placements::on(today))
        .filter(employed_on(today))
        .into_tuple()
        .all(db)
        .await?)
}
