//! What an assignment would mean, before it is made: how many people, how many have followed it already, and whether there are
//! places enough.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus, Outcome},
    id::*,
    person, session, workshop,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType,
    PaginatorTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _, RelationTrait as _,
    sea_query::{Expr, ExprTrait as _},
};

use super::{Draft, Due, Subject, allow, assignable, group, validate};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    learning::{
        demand::{self, Demand},
        track as tracks,
    },
    policy::Policy,
};

/// What it would mean.
#[derive(Clone, Debug)]
pub struct Preview {
    pub people: u64,
    pub steps: Vec<Step>,
}

/// Of one workshop.
#[derive(Clone, Debug)]
pub struct Step {
    pub workshop: workshop::Model,
    /// Have followed it already.
    pub done: u64,
    /// Have a place.
    pub placed: u64,
    pub demand: Demand,
}

/// What it would mean; writes nothing.
///
/// # Errors
/// As [`super::make`].
#[expect(clippy::too_many_lines, reason = "one question after the other")]
pub async fn preview(
    db: &impl ConnectionTrait,
    actor: &Actor,
    draft: &Draft,
    (policy, now): (&Policy, DateTime<Utc>),
) -> Result<Preview> {
    let today = policy.day(now);
    allow(db, actor, &draft.groups, today).await?;
    validate(draft, today)?;
    assignable(db, draft.subject).await?;
    let workshops = match draft.subject {
        Subject::Workshop(id) => {
            let found = workshop::Entity::find_by_id(id).one(db).await?;
            vec![found.ok_or(Error::Missing("workshop"))?]
        }
        Subject::Track(id) => tracks::workshops(db, id).await?,
    };
    let circle = group::circle(db, &draft.groups, today).await?;
    let people = person::Entity::find().filter(circle.people.clone());
    let total = people.count(db).await?;
    let ids: Vec<_> = workshops.iter().map(|one| one.id).collect();
    let since = draft.repeat_years.map(|years| policy.midnight(before(today, years)));
    let inside = || {
        let people = person::Entity::find().select_only().column(person::Column::Id);
        let people = people.filter(circle.people.clone()).into_query();
        Condition::all().add(enrolment::Column::PersonId.in_subquery(people))
    };
    let followed = Condition::all()
        .add(enrolment::Column::Outcome.eq(Outcome::Completed))
        .add_option(since.map(|since| session::Column::EndsAt.gt(since)));
    let done = counted(db, &ids, inside().add(followed)).await?;
    let seated = Condition::all()
        .add(enrolment::in_status(&[EnrolmentStatus::Confirmed, EnrolmentStatus::Offered]))
        .add(enrolment::Column::Outcome.is_null())
        .add(session::Column::EndsAt.gt(now));
    let placed = counted(db, &ids, inside().add(seated)).await?;
    let part = demand::part_of(db, &draft.groups).await?;
    let dates = demand::dates(db, &ids, (policy, now)).await?;
    let until = match draft.due {
        Due::On(day) => day,
        Due::After(days) => today + TimeDelta::days(days.into()),
    };
    let step = |workshop: workshop::Model| {
        let (done, placed) = (number(&done, workshop.id), number(&placed, workshop.id));
        let seats = dates.free(&part, workshop.id, (Some(until), today));
        let demand = Demand::of(workshop.id, total.saturating_sub(done + placed), seats);
        Step { done, placed, demand, workshop }
    };
    Ok(Preview { people: total, steps: workshops.into_iter().map(step).collect() })
}

fn before(today: NaiveDate, years: i32) -> NaiveDate {
    let months = u32::try_from(years).unwrap_or_default().saturating_mul(12);
    today.checked_sub_months(chrono::Months::new(months)).unwrap_or(NaiveDate::MIN)
}

#[derive(FromQueryResult)]
struct Row {
    workshop_id: WorkshopId,
    count: i64,
}

fn number(rows: &[Row], workshop: WorkshopId) -> u64 {
    let found = rows.iter().find(|row| row.workshop_id == workshop);
    found.map_or(0, |row| u64::try_from(row.count).unwrap_or_default())
}

/// How many different people have such a place, of each workshop.
async fn counted(db: &impl ConnectionTrait, workshops: &[WorkshopId], which: Condition) -> Result<Vec<Row>> {
    Ok(enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::WorkshopId)
        .expr_as(Expr::col((enrolment::Entity, enrolment::Column::PersonId)).count_distinct(), "count")
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(enrolment::Column::WorkshopId.is_in(workshops.iter().copied()))
        .filter(which)
        .group_by(enrolment::Column::WorkshopId)
        .into_model()
        .all(db)
        .await?)
}
