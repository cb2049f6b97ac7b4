//! A person's places as pages show them.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, FromQueryResult,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, SelectTwo, Statement,
};

use super::{
    agenda::{self, Item},
    seat,
};
use crate::domain::{
    error::{Error, Result},
    page::{Page, Window},
    people::placement,
};

/// An enrolment with its session.
#[derive(Clone, Debug)]
pub struct Place {
    pub enrolment: enrolment::Model,
    pub item: Item,
    /// Place in the queue, from 1, for somebody who waits.
    pub position: Option<u64>,
}

/// What a person has, gets or waits for, in order of start.
///
/// # Errors
/// When the database fails.
pub async fn coming(db: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Place>> {
    let rows = of(person)
        .filter(still(now))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(enrolment::Column::Id)
        .all(db)
        .await?;
    places(db, rows, now).await
}

/// What has ended or is past, the newest first, a page at a time.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn past(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: DateTime<Utc>,
    window: &Window,
) -> Result<Page<Place>> {
    let mut query = of(person)
        .filter(still(now).not())
        .order_by_desc(session::Column::StartsAt)
        .order_by_desc(enrolment::Column::Id);
    if let Some(cursor) = &window.after {
        let (at, id) = (cursor.key::<DateTime<Utc>>()?, EnrolmentId(cursor.id()));
        let same = session::Column::StartsAt.eq(at).and(enrolment::Column::Id.lt(id));
        query = query.filter(session::Column::StartsAt.lt(at).or(same));
    }
    let rows = query.limit(window.limit + 1).all(db).await?;
    let key = |(row, session): &Row| {
        (session.as_ref().map_or(row.created_at, |s| s.starts_at).to_rfc3339(), row.id.0)
    };
    let page = window.cut(rows, key);
    Ok(Page { items: places(db, page.items, now).await?, next: page.next })
}

/// How many have ended or are past.
///
/// # Errors
/// When the database fails.
pub async fn count_past(db: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<u64> {
    Ok(of(person).filter(still(now).not()).count(db).await?)
}

/// One place of this person.
///
/// # Errors
/// [`Error::Missing`] when there is none, and just so when it is somebody else's.
pub async fn find(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: EnrolmentId,
    now: DateTime<Utc>,
) -> Result<Place> {
    let rows = of(person).filter(enrolment::Column::Id.eq(id)).all(db).await?;
    places(db, rows, now).await?.pop().ok_or(Error::Missing("enrolment"))
}

pub(super) type Row = (enrolment::Model, Option<session::Model>);

pub(super) fn of(person: PersonId) -> SelectTwo<enrolment::Entity, session::Entity> {
    enrolment::Entity::find()
        .find_also_related(session::Entity)
        .filter(enrolment::Column::PersonId.eq(person))
}

pub(super) fn still(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .add(session::Column::EndsAt.gt(now))
        .add(seat::lapsed(now).not())
}

/// These enrolments with their sessions, in the same order.
pub(super) async fn places(
    db: &impl ConnectionTrait,
    rows: Vec<Row>,
    now: DateTime<Utc>,
) -> Result<Vec<Place>> {
    let mut sessions: Vec<_> = rows.iter().map(|(row, _)| row.session_id).collect();
    sessions.sort_unstable();
    sessions.dedup();
    let items = agenda::of(db, &sessions, now).await?;
    let waiting = rows.iter().filter(|(row, _)| row.status == EnrolmentStatus::Waiting);
    let positions = positions(db, waiting.map(|(row, _)| row.person_id).collect()).await?;
    let place = |(enrolment, _): Row| {
        let item = items.get(&enrolment.session_id)?.clone();
        Some(Place { position: positions.get(&enrolment.id).copied(), item, enrolment })
    };
    Ok(rows.into_iter().filter_map(place).collect())
}

/// Where these people stand in every queue, in one query.
async fn positions(
    db: &impl ConnectionTrait,
    people: BTreeSet<PersonId>,
) -> Result<HashMap<EnrolmentId, u64>> {
    #[derive(FromQueryResult)]
    struct Position {
        id: EnrolmentId,
        position: i64,
    }
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let marks: Vec<_> = (1..=people.len()).map(|at| format!("${at}")).collect();
    let sql = format!(
        "SELECT mine.id AS id, COUNT(*) AS position FROM enrolment mine
           JOIN enrolment other ON other.session_id = mine.session_id AND other.status = 'waiting'
            AND (other.priority, other.lot, other.created_at, other.id)
                 <= (mine.priority, mine.lot, mine.created_at, mine.id)
          WHERE mine.person_id IN ({}) AND mine.status = 'waiting' GROUP BY mine.id",
        marks.join(", ")
    );
    let people = people.into_iter().map(Into::into);
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, people);
    let rows = Position::find_by_statement(statement).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.position.unsigned_abs())).collect())
}

/// A session in which people of certain departments have a place.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Attended {
    pub session_id: SessionId,
    pub people: i64,
}

/// The first sessions to come in which people of these departments have a place.
///
/// # Errors
/// When the database fails.
pub async fn of_departments(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    today: NaiveDate,
    from: DateTime<Utc>,
) -> Result<Vec<Attended>> {
    let found = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SessionId)
        .column_as(enrolment::Column::Id.count(), "people")
        .inner_join(session::Entity)
        .filter(session::Column::StartsAt.gt(from))
        .filter(session::Column::State.eq(SessionState::Open))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .filter(enrolment::Column::PersonId.in_subquery(placement::in_departments(departments, today)))
        .group_by(enrolment::Column::SessionId)
        .group_by(session::Column::StartsAt)
        .order_by_asc(session::Column::StartsAt)
        .limit(6)
        .into_model()
        .all(db)
        .await?;
    Ok(found)
}
