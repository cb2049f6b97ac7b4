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
    QueryOrder as _, QuerySelect as _, RelationTrait as _,
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
    let works = enrolment::Entity::belongs_to(placement::Entity)
        .from(enrolment::Column::PersonId)
        .to(placement::Column::PersonId);
    let rows: Vec<Row> = enrolment::Entity::find()
        .select_only()
        .columns([enrolment::Column::PersonId, enrolment::Column::SessionId])
        .column(placement::Column::DepartmentId)
        .column(workshop::Column::Title)
        .columns([meeting::Column::StartsAt, meeting::Column::EndsAt])
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .join_rev(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, works.into())
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed, EnrolmentStatus::Offered]))
        // What is to come has no outcome: an index holds these alone.
        .filter(enrolment::Column::Outcome.is_null())
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(meeting::Column::StartsAt.gte(from))
        .filter(meeting::Column::StartsAt.lt(until))
        .filter(placement::Column::DepartmentId.is_in(departments.iter().copied()))
        .filter(placements::on(today))
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(enrolment::Column::Id)
        .limit(most)
        .into_model()
        .all(db)
        .await?;
    named(db, rows).await
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
