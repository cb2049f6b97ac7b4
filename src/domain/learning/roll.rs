//! The roll of a session: everybody who ever asked for a place, and where they stand.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus, Outcome},
    id::*,
    person::{self, PersonKind},
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationTrait as _, Select,
};

use super::{enrolment::Placement, seat, waiting_list};
use crate::domain::{
    error::Result,
    page::{Page, Window},
};

/// All enrolments that were ever made in a session, in order of joining, a page at a time: three queries, however many
/// wait.
///
/// # Errors
/// [`Error::Missing`](crate::domain::error::Error::Missing) when there is no such session, field `cursor` when it is not one of ours.
pub async fn list(db: &impl ConnectionTrait, session: SessionId, window: &Window) -> Result<Page<Placement>> {
    seat::find(db, session).await?;
    let rows = enrolment::Entity::find().filter(enrolment::Column::SessionId.eq(session));
    let columns = (enrolment::Column::CreatedAt, enrolment::Column::Id);
    let page = window.read(db, rows, columns, |row: &enrolment::Model| (row.created_at, row.id.0)).await?;
    let queue = waiting_list::queue(db, session).await?;
    let positions: HashMap<_, _> = queue.iter().map(|row| row.id).zip(1..).collect();
    Ok(page.map(|row| Placement {
        id: row.id,
        session_id: row.session_id,
        person_id: row.person_id,
        status: row.status,
        position: positions.get(&row.id).copied(),
    }))
}

/// All enrolments that were ever made in a session, in order of joining, each with its person.
///
/// # Errors
/// When the database fails.
pub async fn with_people(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<(enrolment::Model, person::Model)>> {
    let rows = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .find_also_related(person::Entity)
        .order_by_asc(enrolment::Column::CreatedAt)
        .order_by_asc(enrolment::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(row, person)| Some((row, person?))).collect())
}

/// Somebody who has, gets or waits for a place, with no more than a file tells of them: a list of twenty thousand is read
/// without their whole files.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Participant {
    pub id: EnrolmentId,
    pub created_at: DateTime<Utc>,
    pub status: EnrolmentStatus,
    pub outcome: Option<Outcome>,
    pub person_id: PersonId,
    pub kind: PersonKind,
    pub given_name: String,
    pub prefix: String,
    pub surname: String,
    pub agency: Option<String>,
    pub employee_number: Option<String>,
    pub email: Option<String>,
}

/// Who has, gets or waits for a place in a session, in order of joining, a page at a time.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn participants(
    db: &impl ConnectionTrait,
    session: SessionId,
    window: &Window,
) -> Result<Page<Participant>> {
    let mut rows = alive(session)
        .select_only()
        .columns([
            enrolment::Column::Id,
            enrolment::Column::CreatedAt,
            enrolment::Column::Status,
            enrolment::Column::Outcome,
            enrolment::Column::PersonId,
        ])
        .columns([
            person::Column::Kind,
            person::Column::GivenName,
            person::Column::Prefix,
            person::Column::Surname,
            person::Column::Agency,
            person::Column::EmployeeNumber,
            person::Column::Email,
        ])
        .join(JoinType::InnerJoin, enrolment::Relation::Person.def())
        .cursor_by((enrolment::Column::CreatedAt, enrolment::Column::Id));
    if let Some(after) = &window.after {
        rows.after((after.key::<DateTime<Utc>>()?, after.id()));
    }
    rows.first(window.limit + 1);
    let rows = rows.into_model::<Participant>().all(db).await?;
    Ok(window.cut(rows, |row| (row.created_at, row.id.0)))
}

/// How many [`participants`] there are.
///
/// # Errors
/// When the database fails.
pub async fn participant_count(db: &impl ConnectionTrait, session: SessionId) -> Result<u64> {
    Ok(alive(session).count(db).await?)
}

fn alive(session: SessionId) -> Select<enrolment::Entity> {
    enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
}
