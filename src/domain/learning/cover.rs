//! Somebody must stay behind: at most so many people of one team are away at the same time, where a team says so.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    department,
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting, placement,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
    people::placement as placements,
};

/// A team with a limit, and when its people are away.
#[derive(Clone, Debug)]
pub struct Team {
    name: String,
    limit: i32,
    away: Vec<Away>,
}

#[derive(Clone, Debug, FromQueryResult)]
struct Away {
    department_id: DepartmentId,
    person_id: PersonId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

/// Sets how many of a department may be away at the same time; nothing: as many as want. For its head and for planners.
///
/// # Errors
/// [`Error::Missing`] for a department of somebody else, field `coverLimit` below 1.
pub async fn set(change: &Change, id: DepartmentId, limit: Option<i32>) -> Result<()> {
    if !change.actor.may_plan() && !change.actor.departments.contains(&id) {
        return Err(Error::Missing("department"));
    }
    if limit.is_some_and(|n| n < 1) {
        return Err(Field::new("coverLimit", "at-least-one").into());
    }
    let done = department::Entity::update_many()
        .col_expr(department::Column::CoverLimit, Expr::value(limit))
        .filter(department::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::Missing("department"));
    }
    change.record(Event::CoverLimited { department: id, limit }).await
}

/// Whether any team says how many may be away.
///
/// # Errors
/// When the database fails.
pub async fn is_limited(db: &impl ConnectionTrait) -> Result<bool> {
    let limited = department::Entity::find().filter(department::Column::CoverLimit.is_not_null());
    let one =
        limited.select_only().column(department::Column::Id).into_tuple::<DepartmentId>().one(db).await?;
    Ok(one.is_some())
}

/// The teams of a person that have a limit, and when the others of them are away in a span of time. Two queries, one
/// when no team of theirs has a limit.
///
/// # Errors
/// When the database fails.
pub async fn teams(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
    span: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Team>> {
    let departments = department::Entity::find()
        .filter(department::Column::CoverLimit.is_not_null())
        .filter(department::Column::Id.in_subquery(placements::of_somebody(person, day)))
        .all(db)
        .await?;
    if departments.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = departments.iter().map(|one| one.id).collect();
    let away = away(db, &ids, day, span).await?;
    let team = |one: department::Model| Team {
        limit: one.cover_limit.unwrap_or(i32::MAX),
        away: away.iter().filter(|a| a.department_id == one.id && a.person_id != person).cloned().collect(),
        name: one.name,
    };
    Ok(departments.into_iter().map(team).collect())
}

async fn away(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    day: NaiveDate,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Away>> {
    let colleagues = placements::in_departments(departments, day);
    let rows = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::PersonId)
        .columns([meeting::Column::StartsAt, meeting::Column::EndsAt])
        .column(placement::Column::DepartmentId)
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .join_rev(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, enrolment::Relation::Person.def())
        .join_rev(JoinType::InnerJoin, placement::Relation::Person.def())
        .filter(enrolment::Column::PersonId.in_subquery(colleagues))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed, EnrolmentStatus::Offered]))
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(meeting::Column::StartsAt.lt(until))
        .filter(meeting::Column::EndsAt.gt(from))
        .filter(placement::Column::DepartmentId.is_in(departments.iter().copied()))
        .filter(placements::on(day));
    Ok(rows.into_model().all(db).await?)
}

/// The team of which too many would be away during one of these meetings.
#[must_use]
pub fn breach(teams: &[Team], wanted: &[meeting::Model]) -> Option<Refusal> {
    let full = |team: &&Team| {
        wanted.iter().any(|one| {
            let mut gone: Vec<_> = team
                .away
                .iter()
                .filter(|a| a.ends_at > one.starts_at && a.starts_at < one.ends_at)
                .map(|a| a.person_id)
                .collect();
            gone.sort_unstable();
            gone.dedup();
            i32::try_from(gone.len()).unwrap_or(i32::MAX) >= team.limit
        })
    };
    let team = teams.iter().find(full)?;
    Some(Refusal::TeamAway { team: team.name.clone(), limit: team.limit })
}

/// The teams of a person that have a limit when the session begins.
///
/// # Errors
/// When the database fails.
pub(super) async fn limited(
    change: &Change,
    session: &session::Model,
    person: PersonId,
) -> Result<Vec<DepartmentId>> {
    let day = change.policy.day(session.starts_at);
    let limited = department::Entity::find()
        .select_only()
        .column(department::Column::Id)
        .filter(department::Column::CoverLimit.is_not_null())
        .filter(department::Column::Id.in_subquery(placements::of_somebody(person, day)));
    Ok(limited.into_tuple().all(change.db()).await?)
}

/// Refuses when too many of one of these teams would be away. The teams are locked first: two colleagues who ask at once must
/// not both be the last who may go.
///
/// # Errors
/// [`Refusal::TeamAway`].
pub(super) async fn check(
    change: &Change,
    (session, wanted): (&session::Model, &[meeting::Model]),
    person: PersonId,
    limited: &[DepartmentId],
) -> Result<()> {
    if limited.is_empty() {
        return Ok(());
    }
    let lock = department::Entity::find().filter(department::Column::Id.is_in(limited.iter().copied()));
    lock.order_by_asc(department::Column::Id).lock_exclusive().all(change.db()).await?;
    let day = change.policy.day(session.starts_at);
    let teams = teams(change.db(), person, day, (session.starts_at, session.ends_at)).await?;
    breach(&teams, wanted).map_or(Ok(()), |refusal| Err(refusal.into()))
}
