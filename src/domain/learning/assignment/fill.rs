//! Holds an assignment against who works here: whoever joined the group gets a duty, whoever left drops out, and what was
//! fulfilled long ago begins anew. Set by set and a slice at a time, so that nobody waits long for the writer; every slice may
//! be done twice.

use std::collections::HashSet;

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use entity::{
    assignment,
    duty::{self, DutyEnding},
    id::*,
    import, person, placement,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, FromQueryResult, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _,
    sea_query::{Expr, ExprTrait as _, IntoCondition as _, SelectStatement},
};

use super::{
    Assignment, LEAST_DAYS, RENEWED_BEFORE,
    group::{self, Circle},
};
use crate::domain::{
    change::{Asked, Change},
    error::{Error, Result},
    event::Assigning,
    learning::{
        chase,
        duty::{completed, half, insert},
        track as tracks,
    },
    people::placement as placements,
    task::Letter,
};

/// The most people of one change.
const SLICE: u64 = 2_000;

/// The assignments that have to be held against who works here: those that never were as a whole, not since midnight, or
/// not since a file of people was read.
///
/// # Errors
/// When the database fails.
pub async fn due(db: &impl ConnectionTrait, midnight: DateTime<Utc>) -> Result<Vec<AssignmentId>> {
    let read = import::Entity::find()
        .select_only()
        .column_as(import::Column::AppliedAt.max(), "at")
        .into_tuple::<Option<DateTime<Utc>>>()
        .one(db)
        .await?
        .flatten();
    let since = read.map_or(midnight, |at| Ord::max(at, midnight));
    let old = assignment::Column::CheckedAt.is_null().or(assignment::Column::CheckedAt.lt(since));
    let alive = assignment::Column::EndedAt.is_null().or(assignment::Column::CheckedAt.is_null());
    let rows = assignment::Entity::find().filter(old).filter(alive).order_by_asc(assignment::Column::MadeAt);
    Ok(rows.select_only().column(assignment::Column::Id).into_tuple().all(db).await?)
}

/// One slice. `true` when there may be more.
///
/// # Errors
/// [`Error::Missing`] when there is no such assignment.
pub async fn fill(change: &Change, id: AssignmentId) -> Result<bool> {
    let row = assignment::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let row = row.ok_or(Error::Missing("assignment"))?;
    let (came, left, renewed) = if row.ended_at.is_some() {
        (0, drop_out(change, of(id), DutyEnding::AssignmentEnded).await?, 0)
    } else {
        hold(change, &row).await?
    };
    let more = [came, left, renewed].into_iter().any(|count| count as u64 >= SLICE);
    if came + left + renewed > 0 {
        change.record(Assigning::AssignmentFilled { assignment: id, came, left, renewed }.into()).await?;
    }
    if !more {
        assignment::Entity::update_many()
            .col_expr(assignment::Column::CheckedAt, Expr::value(change.now))
            .filter(assignment::Column::Id.eq(id))
            .exec(change.db())
            .await?;
    }
    Ok(more)
}

/// How many came, left and began anew.
async fn hold(change: &Change, row: &Assignment) -> Result<(usize, usize, usize)> {
    let today = change.policy.day(change.now);
    let workshops = workshops(change.db(), row).await?;
    let circle = group::circle(change.db(), &group::of(change.db(), row.id).await?, today).await?;
    let inside =
        person::Entity::find().select_only().column(person::Column::Id).filter(circle.people.clone());
    let outside = of(row.id).add(duty::Column::PersonId.not_in_subquery(inside.into_query()));
    let left = drop_out(change, outside, DutyEnding::LeftGroup).await?;
    let gone = of(row.id).add(duty::Column::WorkshopId.is_not_in(workshops.iter().copied()));
    let left = left + drop_out(change, gone, DutyEnding::AssignmentEnded).await?;
    let came = come(change, row, (&circle, &workshops)).await?;
    Ok((came, left, renew(change, row).await?))
}

async fn workshops(db: &impl ConnectionTrait, row: &Assignment) -> Result<Vec<WorkshopId>> {
    let track = match row.track_id {
        Some(id) => tracks::workshops(db, id).await?.into_iter().map(|one| one.id).collect(),
        None => Vec::new(),
    };
    Ok(row.workshop_id.into_iter().chain(track).collect())
}

fn of(id: AssignmentId) -> Condition {
    Condition::all().add(duty::Column::AssignmentId.eq(id)).add(duty::Column::EndedAt.is_null())
}

async fn drop_out(change: &Change, which: Condition, why: DutyEnding) -> Result<usize> {
    let some: Vec<DutyId> = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .filter(which)
        .limit(SLICE)
        .into_tuple()
        .all(change.db())
        .await?;
    end(change, &some, why).await?;
    Ok(some.len())
}

async fn end(change: &Change, ids: &[DutyId], why: DutyEnding) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    duty::Entity::update_many()
        .col_expr(duty::Column::EndedAt, Expr::value(change.now))
        .col_expr(duty::Column::Ending, Expr::value(why))
        .filter(duty::Column::Id.is_in(ids.iter().copied()))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Somebody of the group who lacks a duty.
#[derive(FromQueryResult)]
struct Joiner {
    id: PersonId,
    employed_from: Option<NaiveDate>,
    joined_on: Option<NaiveDate>,
}

async fn come(
    change: &Change,
    row: &Assignment,
    (circle, workshops): (&Circle, &[WorkshopId]),
) -> Result<usize> {
    let joiners = joiners(change, row, (circle, workshops.len())).await?;
    let ids: Vec<_> = joiners.iter().map(|one| one.id).collect();
    let has: HashSet<(PersonId, WorkshopId)> = duty::Entity::find()
        .select_only()
        .columns([duty::Column::PersonId, duty::Column::WorkshopId])
        .filter(of(row.id))
        .filter(duty::Column::PersonId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(change.db())
        .await?
        .into_iter()
        .collect();
    let done = completed(change.db(), &ids, workshops, &change.policy).await?;
    let (mut rows, mut told) = (Vec::new(), Vec::new());
    for joiner in &joiners {
        let lacking = workshops.iter().filter(|workshop| !has.contains(&(joiner.id, **workshop)));
        let new: Vec<_> = lacking
            .map(|workshop| {
                let done = done.get(&(joiner.id, *workshop)).copied();
                fresh(change, row, (joiner, *workshop), done)
            })
            .collect();
        if new.iter().any(|one| one.done_on.is_none()) {
            told.push(joiner.id);
        }
        rows.extend(new);
    }
    insert(change, rows).await?;
    tell(change, row.id, told).await?;
    Ok(joiners.len())
}

/// Those who belong and have fewer duties than there are workshops.
async fn joiners(
    change: &Change,
    row: &Assignment,
    (circle, of_each): (&Circle, usize),
) -> Result<Vec<Joiner>> {
    let today = change.policy.day(change.now);
    let mine =
        Expr::col((duty::Entity, duty::Column::PersonId)).eq(Expr::col((person::Entity, person::Column::Id)));
    let has =
        duty::Entity::find().select_only().expr(duty::Column::Id.count()).filter(of(row.id)).filter(mine);
    let lacks = subquery(has.into_query()).lt(i64::try_from(of_each).unwrap_or(i64::MAX));
    Ok(person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::EmployedFrom])
        .expr_as(joined(circle, today), "joined_on")
        .filter(circle.people.clone())
        .filter(lacks.into_condition())
        .limit(SLICE)
        .into_model()
        .all(change.db())
        .await?)
}

/// Since when somebody works in the departments of the group.
fn joined(circle: &Circle, today: NaiveDate) -> Expr {
    let there = placement::Entity::find()
        .select_only()
        .expr(placement::Column::StartsOn.min())
        .filter(
            Expr::col((placement::Entity, placement::Column::PersonId))
                .eq(Expr::col((person::Entity, person::Column::Id))),
        )
        .filter(placement::Column::DepartmentId.is_in(circle.departments.iter().copied()))
        .filter(placements::on(today));
    subquery(there.into_query())
}

fn subquery(query: SelectStatement) -> Expr {
    Expr::SubQuery(None, Box::new(query.into()))
}

/// A duty of somebody. Who followed the workshop before has done it, unless that is longer ago than the repeat.
fn fresh(
    change: &Change,
    row: &Assignment,
    (joiner, workshop): (&Joiner, WorkshopId),
    done: Option<(NaiveDate, EnrolmentId)>,
) -> duty::Model {
    let today = change.policy.day(change.now);
    let due_on = due_on(change, row, joiner);
    let still = |day: NaiveDate| row.repeat_years.is_none_or(|years| again(day, years) > today);
    let done = done.filter(|(day, _)| still(*day));
    duty::Model {
        done_on: done.map(|(day, _)| day),
        enrolment_id: done.map(|(_, enrolment)| enrolment),
        ..blank(row.id, (joiner.id, workshop), (today, due_on))
    }
}

/// The last day of somebody. A day that was fixed leaves who comes later at least [`LEAST_DAYS`]; days after joining count
/// from when it was assigned for who was there already.
fn due_on(change: &Change, row: &Assignment, joiner: &Joiner) -> NaiveDate {
    let today = change.policy.day(change.now);
    let made = change.policy.day(row.made_at);
    let (due, least) = match (row.due_on, row.due_days) {
        (Some(day), _) => (day, LEAST_DAYS),
        (None, days) => {
            let days = TimeDelta::days(days.unwrap_or_default().into());
            let joined = joiner.joined_on.or(joiner.employed_from).map_or(made, |day| Ord::max(day, made));
            (joined + days, days.min(LEAST_DAYS))
        }
    };
    if row.checked_at.is_none() && made == today { due } else { Ord::max(due, today + least) }
}

/// The day after so many years.
fn again(day: NaiveDate, years: i32) -> NaiveDate {
    let months = u32::try_from(years).unwrap_or_default().saturating_mul(12);
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

fn blank(
    assignment: AssignmentId,
    (person, workshop): (PersonId, WorkshopId),
    (since, due_on): (NaiveDate, NaiveDate),
) -> duty::Model {
    duty::Model {
        id: DutyId::new(),
        assignment_id: assignment,
        workshop_id: workshop,
        person_id: person,
        since,
        due_on,
        half_on: half(since, due_on),
        chased: chase::reached(since, due_on),
        done_on: None,
        enrolment_id: None,
        exempted_at: None,
        exempted_by: None,
        exempt_reason: None,
        asked_at: None,
        asked_until: None,
        asked_reason: None,
        answered_at: None,
        answered_by: None,
        answer: None,
        ended_at: None,
        ending: None,
    }
}

/// What was fulfilled so long ago that a repeat comes near: the old duty ends, a new one begins.
async fn renew(change: &Change, row: &Assignment) -> Result<usize> {
    let Some(years) = row.repeat_years else { return Ok(0) };
    let today = change.policy.day(change.now);
    let months = Months::new(u32::try_from(years).unwrap_or_default().saturating_mul(12));
    let last = today.checked_add_months(RENEWED_BEFORE).and_then(|day| day.checked_sub_months(months));
    let Some(last) = last else { return Ok(0) };
    let old: Vec<duty::Model> = duty::Entity::find()
        .filter(of(row.id))
        .filter(duty::Column::DoneOn.lte(last))
        .limit(SLICE)
        .all(change.db())
        .await?;
    end(change, &old.iter().map(|one| one.id).collect::<Vec<_>>(), DutyEnding::Renewed).await?;
    let next = |one: &duty::Model| {
        let due = Ord::max(one.done_on.map_or(today, |day| again(day, years)), today + LEAST_DAYS);
        let new = blank(row.id, (one.person_id, one.workshop_id), (today, due));
        // Whoever does not have to, does not have to after some years either.
        duty::Model {
            exempted_at: one.exempted_at,
            exempted_by: one.exempted_by,
            exempt_reason: one.exempt_reason.clone(),
            ..new
        }
    };
    let rows: Vec<_> = old.iter().map(next).collect();
    let told = rows.iter().filter(|one| one.exempted_at.is_none()).map(|one| one.person_id).collect();
    insert(change, rows).await?;
    tell(change, row.id, told).await?;
    Ok(old.len())
}

/// One letter a person, whatever the number of workshops.
async fn tell(change: &Change, assignment: AssignmentId, mut people: Vec<PersonId>) -> Result<()> {
    people.sort_unstable();
    people.dedup();
    let letter = |person: &PersonId| Asked {
        task: Letter::Assigned { assignment, person: *person }.into(),
        due: change.now,
        key: Some(format!("assigned:{assignment}:{person}")),
    };
    for some in people.chunks(SLICE as usize) {
        change.later_all(some.iter().map(letter).collect()).await?;
    }
    Ok(())
}
