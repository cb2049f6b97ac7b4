//! Who of a team is away in which session, and when so many that the rule of cover is reached.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting, person, placement,
    session::{self, SessionState},
    workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, RelationTrait as _,
    sea_query::{CommonTableExpression, Expr, ExprTrait as _, Order, SelectStatement, WithClause},
};

use crate::domain::{
    error::Result,
    people::{person::full_name, placement as placements},
};

/// Somebody who is away for a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    pub name: String,
    pub person: PersonId,
    /// Of which team; who works in two is away in both.
    pub team: DepartmentId,
    pub session: SessionId,
    pub title: String,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// What [`places`] is called where it is joined.
const THEIRS: &str = "theirs";

#[derive(FromQueryResult)]
struct Row {
    person_id: PersonId,
    department_id: DepartmentId,
    session_id: SessionId,
    title: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

/// Who of these departments has a place, certain or offered, in a meeting that begins in this span of time, in order of
/// its start: at most so many, in two statements.
///
/// # Errors
/// When the database fails.
pub async fn of_departments(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    today: NaiveDate,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    most: u64,
) -> Result<Vec<Away>> {
    if departments.is_empty() {
        return Ok(Vec::new());
    }
    let theirs = |column: enrolment::Column| Expr::col((THEIRS, column));
    let away = meeting::Entity::find()
        .select_only()
        .column(workshop::Column::Title)
        .columns([meeting::Column::StartsAt, meeting::Column::EndsAt])
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(meeting::Column::StartsAt.gte(from))
        .filter(meeting::Column::StartsAt.lt(until))
        .into_query()
        .inner_join(
            THEIRS,
            theirs(enrolment::Column::SessionId).eq(Expr::col((meeting::Entity, meeting::Column::SessionId))),
        )
        .columns([enrolment::Column::PersonId, enrolment::Column::SessionId].map(|column| (THEIRS, column)))
        .column((THEIRS, placement::Column::DepartmentId))
        .order_by((meeting::Entity, meeting::Column::StartsAt), Order::Asc)
        .order_by((THEIRS, enrolment::Column::Id), Order::Asc)
        .limit(most)
        .take();
    let theirs = CommonTableExpression::new()
        .table_name(THEIRS)
        .query(places(departments, today))
        .materialized(true)
        .to_owned();
    let away = away.with(WithClause::new().cte(theirs).to_owned());
    let rows = Row::find_by_statement(db.get_database_backend().build(&away)).all(db).await?;
    named(db, rows).await
}

/// The places to come of whoever works there. They are read first, whatever the planner thinks: of the dates to come, in order of
/// their start, it looked through the places of everybody until it had enough, or had seen all.
fn places(departments: &[DepartmentId], today: NaiveDate) -> SelectStatement {
    let works = enrolment::Entity::belongs_to(placement::Entity)
        .from(enrolment::Column::PersonId)
        .to(placement::Column::PersonId);
    enrolment::Entity::find()
        .select_only()
        .columns([enrolment::Column::Id, enrolment::Column::PersonId, enrolment::Column::SessionId])
        .column(placement::Column::DepartmentId)
        .join(JoinType::InnerJoin, works.into())
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed, EnrolmentStatus::Offered]))
        // What is to come has no outcome: an index holds these alone.
        .filter(enrolment::Column::Outcome.is_null())
        .filter(placement::Column::DepartmentId.is_in(departments.iter().copied()))
        .filter(placements::on(today))
        .into_query()
}

async fn named(db: &impl ConnectionTrait, rows: Vec<Row>) -> Result<Vec<Away>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let people: std::collections::BTreeSet<_> = rows.iter().map(|row| row.person_id).collect();
    let people = person::Entity::find().filter(person::Column::Id.is_in(people)).all(db).await?;
    let away = |row: Row| {
        let person = people.iter().find(|one| one.id == row.person_id)?;
        Some(Away {
            name: full_name(person),
            person: row.person_id,
            team: row.department_id,
            session: row.session_id,
            title: row.title,
            start: row.starts_at,
            end: row.ends_at,
        })
    };
    Ok(rows.into_iter().filter_map(away).collect())
}

/// The most people of a team who are away at one moment.
#[must_use]
pub fn most_at_once(away: &[Away], team: DepartmentId) -> usize {
    let of_team = || away.iter().filter(move |one| one.team == team);
    let at = |moment: DateTime<Utc>| {
        let gone = of_team().filter(|one| one.start <= moment && moment < one.end);
        gone.map(|one| one.person).collect::<std::collections::HashSet<_>>().len()
    };
    // The number only rises when somebody leaves.
    of_team().map(|one| at(one.start)).max().unwrap_or_default()
}
