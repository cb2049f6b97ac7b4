//! The meetings that a trainer gives today.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting, need,
    session::{self, SessionState},
    trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _,
    sea_query::{Expr, ExprTrait as _},
};

use crate::domain::error::Result;

/// A meeting, with how many are expected.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Today {
    pub id: MeetingId,
    pub session_id: SessionId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub location: String,
    pub link: Option<String>,
    pub title: String,
    /// When its register was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// People with a place.
    #[sea_orm(skip)]
    pub expected: i64,
    /// Of these, who said that they need something.
    #[sea_orm(skip)]
    pub needs: i64,
}

#[derive(FromQueryResult)]
struct Expected {
    session_id: SessionId,
    expected: i64,
    needs: i64,
}

/// What somebody gives between two moments, in order of start: two statements, one when there is nothing. What people need
/// stands in the register; here is only how many need something.
///
/// # Errors
/// When the database fails.
pub async fn of_trainer(
    db: &impl ConnectionTrait,
    person: PersonId,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Today>> {
    let given = trainer::Entity::find()
        .select_only()
        .column(trainer::Column::SessionId)
        .filter(trainer::Column::PersonId.eq(person))
        .into_query();
    let mut found: Vec<Today> = meeting::Entity::find()
        .select_only()
        .columns([meeting::Column::Id, meeting::Column::SessionId])
        .columns([meeting::Column::StartsAt, meeting::Column::EndsAt, meeting::Column::ClosedAt])
        .columns([meeting::Column::Location, meeting::Column::Link])
        .column(workshop::Column::Title)
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(meeting::Column::SessionId.in_subquery(given))
        .filter(meeting::Column::StartsAt.gte(from))
        .filter(meeting::Column::StartsAt.lt(until))
        .filter(session::Column::State.eq(SessionState::Open))
        .order_by_asc(meeting::Column::StartsAt)
        .into_model()
        .all(db)
        .await?;
    if !found.is_empty() {
        let people = expected(db, &found).await?;
        for one in &mut found {
            let of = people.get(&one.session_id);
            (one.expected, one.needs) = of.map_or((0, 0), |row| (row.expected, row.needs));
        }
    }
    Ok(found)
}

async fn expected(db: &impl ConnectionTrait, meetings: &[Today]) -> Result<HashMap<SessionId, Expected>> {
    let rows: Vec<Expected> = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SessionId)
        .column_as(enrolment::Column::Id.count(), "expected")
        .expr_as(Expr::col((need::Entity, need::Column::EnrolmentId)).count(), "needs")
        .join_rev(JoinType::LeftJoin, need::Relation::Enrolment.def())
        .filter(enrolment::Column::SessionId.is_in(meetings.iter().map(|one| one.session_id)))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .group_by(enrolment::Column::SessionId)
        .into_model()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.session_id, row)).collect())
}
