//! Closing a register: from then on it says what was, and when the last one of a session closes, what came of each place.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    attendance::{Mark, Source},
    enrolment::{self, EnrolmentStatus, Outcome},
    id::*,
    meeting, session,
    session::SessionState,
    trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _, sea_query::Expr,
};

use super::{
    super::{certificate, duty, evaluation, outcome},
    held, kept,
    mark::{Origin, write},
};
use crate::domain::{
    change::Change,
    error::{Refusal, Result},
    event::Event,
    task::Letter,
};

/// Older registers were kept before they could be closed, or never.
const LOOKS_BACK: TimeDelta = TimeDelta::days(90);

/// Closes the register of a meeting that has begun. Whoever has no mark becomes absent, and people who checked in themselves are
/// present for good. Returns how many became absent.
///
/// # Errors
/// [`Missing`](crate::domain::error::Error::Missing) as [`super::register`]; [`Refusal::SessionCalledOff`],
/// [`Refusal::MeetingNotBegun`], [`Refusal::RegisterClosed`].
pub async fn close(change: &Change, id: MeetingId) -> Result<usize> {
    let meeting = kept(change, id).await?;
    if meeting.closed_at.is_some() {
        return Err(Refusal::RegisterClosed.into());
    }
    if change.now < meeting.starts_at {
        return Err(Refusal::MeetingNotBegun { starts: meeting.starts_at }.into());
    }
    let absent = mark_the_rest(change, &meeting).await?;
    meeting::Entity::update_many()
        .col_expr(meeting::Column::ClosedAt, Expr::value(change.now))
        .col_expr(meeting::Column::ClosedBy, Expr::value(change.actor.person))
        .col_expr(meeting::Column::CheckInKey, Expr::value(Option::<String>::None))
        .filter(meeting::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    change.record(Event::RegisterClosed { session: meeting.session_id, meeting: id, absent }).await?;
    complete(change, meeting.session_id, None).await?;
    Ok(absent)
}

/// What follows once all registers of a session are closed, and again when a correction changes what came of a place.
pub(super) async fn complete(change: &Change, session: SessionId, reason: Option<&str>) -> Result<()> {
    let settled = outcome::settle(change, session).await?;
    if settled.is_empty() {
        return Ok(());
    }
    for missed in settled.of(Outcome::NoShow) {
        change.later(Letter::Missed { enrolment: missed }).await?;
    }
    certificate::withdraw(change, session, reason).await?;
    certificate::issue(change, session).await?;
    evaluation::plan(change, session).await?;
    duty::fulfil(change, session).await
}

/// A register of a meeting that is over, and is still to be closed.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Unclosed {
    pub id: MeetingId,
    pub session_id: SessionId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub title: String,
}

/// The registers that somebody still has to close, the oldest first: at most `most`, of the last ninety days.
///
/// # Errors
/// When the database fails.
pub async fn unclosed(
    db: &impl ConnectionTrait,
    trainer: PersonId,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Unclosed>> {
    let given = trainer::Entity::find()
        .select_only()
        .column(trainer::Column::SessionId)
        .filter(trainer::Column::PersonId.eq(trainer))
        .into_query();
    Ok(meeting::Entity::find()
        .select_only()
        .columns([
            meeting::Column::Id,
            meeting::Column::SessionId,
            meeting::Column::StartsAt,
            meeting::Column::EndsAt,
        ])
        .column(workshop::Column::Title)
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(meeting::Column::SessionId.in_subquery(given))
        .filter(meeting::Column::ClosedAt.is_null())
        .filter(meeting::Column::EndsAt.between(now - LOOKS_BACK, now))
        .filter(session::Column::State.eq(SessionState::Open))
        .order_by_asc(meeting::Column::StartsAt)
        .limit(most)
        .into_model()
        .all(db)
        .await?)
}

async fn mark_the_rest(change: &Change, meeting: &meeting::Model) -> Result<usize> {
    let held = held(change.db(), meeting.id).await?;
    let places = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(meeting.session_id))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .all(change.db())
        .await?;
    let rest: Vec<_> = places
        .iter()
        .filter(|place| !held.contains_key(&place.id))
        .map(|place| (place.id, Mark::Absent))
        .collect();
    write(change, meeting, &rest, &Origin { source: Source::Register, reason: None }).await
}
