//! Registers that nobody closed: the trainers hear of it the morning after, and who runs the programme after five working days;
//! each once.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use entity::{
    id::*,
    meeting,
    session::{self, SessionState},
    trainer,
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    RelationTrait as _, sea_query::Expr,
};

use crate::domain::{
    actor::Actor,
    change::{Asked, Change, House},
    error::Result,
    learning::decision::planners,
    task::Letter,
    working_day::{Calendar, Kind},
};

/// From this hour on people are told.
const HOUR: TimeDelta = TimeDelta::hours(9);
/// After so many working days who runs the programme is told.
const PATIENCE: u32 = 5;
/// Nobody is told of older ones, so that a house that starts closing registers is not flooded.
const LOOKS_BACK: TimeDelta = TimeDelta::days(30);
/// The most meetings of one change.
const SLICE: u64 = 200;

/// Tells everybody who has to know, a slice a change.
///
/// # Errors
/// When the database fails.
pub async fn attend(house: &House) -> Result<()> {
    while house.write(&Actor::house(), |change| async move { remind(&change).await }).await? {}
    while house.write(&Actor::house(), |change| async move { escalate(&change).await }).await? {}
    Ok(())
}

/// Tells the trainers of meetings that ended before today. `true` when there may be more.
///
/// # Errors
/// When the database fails.
pub async fn remind(change: &Change) -> Result<bool> {
    let today = change.policy.day(change.now);
    let Some(ended_before) = from_nine(change, today) else { return Ok(false) };
    let meetings = open(change, meeting::Column::RemindedAt, ended_before).await?;
    let sessions = meetings.iter().map(|(_, session)| *session);
    let gives: Vec<(SessionId, PersonId)> = trainer::Entity::find()
        .select_only()
        .columns([trainer::Column::SessionId, trainer::Column::PersonId])
        .filter(trainer::Column::SessionId.is_in(sessions))
        .into_tuple()
        .all(change.db())
        .await?;
    let of = |session: SessionId| gives.iter().filter(move |(id, _)| *id == session);
    let letters = meetings.iter().flat_map(|(meeting, session)| {
        of(*session).map(|(_, person)| Letter::RegisterOpen { person: *person, meeting: *meeting })
    });
    tell(change, letters.collect()).await?;
    told(change, meeting::Column::RemindedAt, &meetings).await
}

/// Tells who runs the programme of meetings that ended five working days ago or earlier, on working days. `true` when there may be
/// more.
///
/// # Errors
/// When the database fails.
pub async fn escalate(change: &Change) -> Result<bool> {
    let today = change.policy.day(change.now);
    let calendar = Calendar::new(change.policy.calendar.clone(), change.policy.zone);
    let last = calendar.working_days_before(today, PATIENCE, Kind::Service);
    let after = last.and_then(|day| day.checked_add_days(Days::new(1)));
    let Some(after) = after.filter(|_| calendar.is_working_day(today, Kind::Service)) else {
        return Ok(false);
    };
    if from_nine(change, today).is_none() {
        return Ok(false);
    }
    let meetings = open(change, meeting::Column::EscalatedAt, change.policy.midnight(after)).await?;
    let planners = if meetings.is_empty() { Vec::new() } else { planners(change).await? };
    let letters = meetings.iter().flat_map(|(meeting, _)| {
        planners.iter().map(|person| Letter::RegisterLate { person: *person, meeting: *meeting })
    });
    tell(change, letters.collect()).await?;
    told(change, meeting::Column::EscalatedAt, &meetings).await
}

/// The midnight with which today began, once it is nine.
fn from_nine(change: &Change, today: NaiveDate) -> Option<DateTime<Utc>> {
    let nine = today.and_time(NaiveTime::MIN + HOUR);
    let nine = change.policy.zone.from_local_datetime(&nine).earliest()?;
    (nine <= change.now).then(|| change.policy.midnight(today))
}

/// Meetings of sessions with people, whose register is open and of which nobody was told yet.
async fn open(
    change: &Change,
    told: meeting::Column,
    ended_before: DateTime<Utc>,
) -> Result<Vec<(MeetingId, SessionId)>> {
    let rows = meeting::Entity::find()
        .select_only()
        .columns([meeting::Column::Id, meeting::Column::SessionId])
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .filter(meeting::Column::ClosedAt.is_null())
        .filter(meeting::Column::EndsAt.gte(change.now - LOOKS_BACK))
        .filter(meeting::Column::EndsAt.lt(ended_before))
        .filter(told.is_null())
        .filter(session::Column::State.eq(SessionState::Open))
        .filter(session::Column::Taken.gt(0))
        .order_by_asc(meeting::Column::EndsAt)
        .limit(SLICE);
    Ok(rows.into_tuple().all(change.db()).await?)
}

async fn tell(change: &Change, letters: Vec<Letter>) -> Result<()> {
    let asked = |letter: Letter| Asked { task: letter.into(), due: change.now, key: None };
    change.later_all(letters.into_iter().map(asked).collect()).await
}

/// So that nobody is told twice.
async fn told(change: &Change, column: meeting::Column, meetings: &[(MeetingId, SessionId)]) -> Result<bool> {
    meeting::Entity::update_many()
        .col_expr(column, Expr::value(change.now))
        .filter(meeting::Column::Id.is_in(meetings.iter().map(|(id, _)| *id)))
        .exec(change.db())
        .await?;
    Ok(meetings.len() as u64 >= SLICE)
}
