//! Who would be in two places at once, and which room would be used twice: asked before meetings are planned or moved.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting,
    session::{self, SessionState},
    trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _, Select,
};

use super::session::MeetingPlan;
use crate::domain::error::Result;

/// Somebody is somewhere else at that time.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Clash {
    pub person_id: PersonId,
    pub session_id: SessionId,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// A meeting of another session in the same room.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Room {
    pub session_id: SessionId,
    pub title: String,
    pub location: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// What these people follow or give elsewhere at the time of these meetings, in order of start: two queries, whatever the
/// number of people. `session`: the one that is planned or moved itself.
///
/// # Errors
/// When the database fails.
pub async fn of_people(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    session: Option<SessionId>,
    wanted: &[MeetingPlan],
) -> Result<Vec<Clash>> {
    let Some(span) = span(wanted).filter(|_| !people.is_empty()) else { return Ok(Vec::new()) };
    let followed = elsewhere(session, span)
        .column_as(enrolment::Column::PersonId, "person_id")
        .join_rev(
            JoinType::InnerJoin,
            enrolment::Entity::belongs_to(meeting::Entity)
                .from(enrolment::Column::SessionId)
                .to(meeting::Column::SessionId)
                .into(),
        )
        .filter(enrolment::Column::PersonId.is_in(people.iter().copied()))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed, EnrolmentStatus::Offered]));
    let given = elsewhere(session, span)
        .column_as(trainer::Column::PersonId, "person_id")
        .join_rev(
            JoinType::InnerJoin,
            trainer::Entity::belongs_to(meeting::Entity)
                .from(trainer::Column::SessionId)
                .to(meeting::Column::SessionId)
                .into(),
        )
        .filter(trainer::Column::PersonId.is_in(people.iter().copied()));
    let mut found: Vec<Clash> = followed.into_model().all(db).await?;
    found.extend(given.into_model::<Clash>().all(db).await?);
    found.retain(|clash| at_once(wanted, clash.starts_at, clash.ends_at));
    found.sort_by_key(|clash| clash.starts_at);
    Ok(found)
}

/// Other sessions that use a room of these meetings at the same time. Rooms are free text: capitals and blanks do not
/// count, and an empty one is no room.
///
/// # Errors
/// When the database fails.
pub async fn of_rooms(
    db: &impl ConnectionTrait,
    session: Option<SessionId>,
    wanted: &[MeetingPlan],
) -> Result<Vec<Room>> {
    let Some(span) = span(wanted) else { return Ok(Vec::new()) };
    let mut found: Vec<Room> =
        elsewhere(session, span).column(meeting::Column::Location).into_model().all(db).await?;
    found.retain(|room| {
        let same = |plan: &&MeetingPlan| {
            !name(&plan.location).is_empty() && name(&plan.location) == name(&room.location)
        };
        wanted.iter().filter(same).any(|plan| plan.starts_at < room.ends_at && plan.ends_at > room.starts_at)
    });
    Ok(found)
}

/// Those of a list that go on during one of these meetings.
pub(super) fn at_the_time_of<T: Clone>(
    meetings: &[MeetingPlan],
    all: &[T],
    times: impl Fn(&T) -> (DateTime<Utc>, DateTime<Utc>),
) -> Vec<T> {
    let during = |one: &&T| {
        let (start, end) = times(one);
        at_once(meetings, start, end)
    };
    all.iter().filter(during).cloned().collect()
}

fn name(location: &str) -> String {
    location.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn at_once(wanted: &[MeetingPlan], start: DateTime<Utc>, end: DateTime<Utc>) -> bool {
    wanted.iter().any(|plan| plan.starts_at < end && plan.ends_at > start)
}

fn span(wanted: &[MeetingPlan]) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let start = wanted.iter().map(|plan| plan.starts_at).min()?;
    Some((start, wanted.iter().map(|plan| plan.ends_at).max()?))
}

/// Meetings of other sessions that go on, in a span.
fn elsewhere(
    session: Option<SessionId>,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Select<meeting::Entity> {
    let all = meeting::Entity::find()
        .select_only()
        .columns([meeting::Column::SessionId, meeting::Column::StartsAt, meeting::Column::EndsAt])
        .column(workshop::Column::Title)
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(meeting::Column::StartsAt.lt(until))
        .filter(meeting::Column::EndsAt.gt(from))
        .order_by_asc(meeting::Column::StartsAt);
    match session {
        Some(id) => all.filter(meeting::Column::SessionId.ne(id)),
        None => all,
    }
}
