//! Everything that somebody takes part in or gives, for a calendar program.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    invitation, meeting,
    session::{self, SessionState},
    trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _, RelationTrait as _, sea_query::Condition,
};

use crate::domain::error::Result;

/// How far back a calendar shows what was.
const BACK: TimeDelta = TimeDelta::days(366);

/// One meeting in somebody's calendar.
#[derive(Clone, Debug)]
pub struct Entry {
    pub meeting: meeting::Model,
    pub title: String,
    /// As in the last invitation, so that a calendar that has both knows the newer one.
    pub sequence: i32,
}

/// The meetings of a person's certain places and of what they give, by start.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Entry>> {
    let seated = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SessionId)
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]));
    let given = trainer::Entity::find()
        .select_only()
        .column(trainer::Column::SessionId)
        .filter(trainer::Column::PersonId.eq(person));
    let meetings = meeting::Entity::find()
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(meeting::Column::EndsAt.gt(now - BACK))
        .filter(
            Condition::any()
                .add(meeting::Column::SessionId.in_subquery(seated.into_query()))
                .add(meeting::Column::SessionId.in_subquery(given.into_query())),
        )
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .all(db)
        .await?;
    let titles = titles(db, &meetings).await?;
    let sequences = sequences(db, person).await?;
    let entry = |meeting: meeting::Model| Entry {
        title: titles.get(&meeting.session_id).cloned().unwrap_or_default(),
        sequence: sequences.get(&meeting.id).copied().unwrap_or_default(),
        meeting,
    };
    Ok(meetings.into_iter().map(entry).collect())
}

async fn titles(
    db: &impl ConnectionTrait,
    meetings: &[meeting::Model],
) -> Result<HashMap<SessionId, String>> {
    let mut ids: Vec<_> = meetings.iter().map(|row| row.session_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows: Vec<(SessionId, String)> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .column(workshop::Column::Title)
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(session::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

async fn sequences(db: &impl ConnectionTrait, person: PersonId) -> Result<HashMap<MeetingId, i32>> {
    let rows = invitation::Entity::find().filter(invitation::Column::PersonId.eq(person)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.meeting_id, row.sequence)).collect())
}
