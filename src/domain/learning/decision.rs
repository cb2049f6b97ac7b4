//! Too few people: at the moment of decision the planners are asked whether a session goes on.

use chrono::{DateTime, Utc};
use entity::{
    id::*,
    person,
    role::{self, RoleKind},
    session::{self, SessionState},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, Set, sea_query::Expr,
};

use super::{seat, waiting_list};
use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
    task::Letter,
};

/// Whether somebody has to decide about this session now: its moment has come, it has too few people, and nobody has said
/// that it goes on.
#[must_use]
pub fn is_awaited(session: &session::Model, now: DateTime<Utc>) -> bool {
    session.state == SessionState::Open
        && session.starts_at > now
        && session.decided_at.is_none()
        && session.decide_by.is_some_and(|at| at <= now)
        && session.minimum.is_some_and(|minimum| session.taken - session.held < minimum)
}

/// The same, for a list.
#[must_use]
pub(super) fn awaited(now: DateTime<Utc>) -> Condition {
    use session::Column as S;
    let few = seat::people(now).lt(Expr::col((session::Entity, S::Minimum)));
    Condition::all()
        .add(S::State.eq(SessionState::Open))
        .add(S::StartsAt.gt(now))
        .add(S::DecidedAt.is_null())
        .add(S::DecideBy.lte(now))
        .add(few)
}

/// The sessions about which nobody has been asked yet, however long ago their moment was.
///
/// # Errors
/// When the database fails.
pub async fn unasked(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<SessionId>> {
    let rows = session::Entity::find()
        .filter(awaited(now))
        .filter(session::Column::DecisionAskedAt.is_null())
        .order_by_asc(session::Column::StartsAt)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Asks those who run the programme, once.
///
/// # Errors
/// When the database fails.
pub async fn ask(change: &Change, id: SessionId) -> Result<()> {
    let session = waiting_list::settle(change, id).await?;
    if !is_awaited(&session, change.now) || session.decision_asked_at.is_some() {
        return Ok(());
    }
    let mut row = session.into_active_model();
    row.decision_asked_at = Set(Some(change.now));
    row.update(change.db()).await?;
    for person in planners(change).await? {
        change.later(Letter::GoOrNot { person, session: id }).await?;
    }
    change.record(Event::DecisionAsked { session: id }).await
}

/// Everybody who runs the programme and works here today.
pub(super) async fn planners(change: &Change) -> Result<Vec<PersonId>> {
    let grants = role::Entity::find()
        .filter(role::Column::Kind.eq(RoleKind::ProgrammeManager))
        .find_also_related(person::Entity)
        .all(change.db())
        .await?;
    let today = change.policy.day(change.now);
    let works = |person: &person::Model| {
        person.blocked_at.is_none() && person.employed_until.is_none_or(|last| last >= today)
    };
    let mut people: Vec<_> =
        grants.into_iter().filter_map(|(_, person)| person).filter(works).map(|person| person.id).collect();
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// It goes on with as many people as there are.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`], [`Refusal::SessionCalledOff`], [`Refusal::SessionStarted`].
pub async fn go_on(change: &Change, id: SessionId) -> Result<()> {
    if !change.actor.may_plan() {
        return Err(Error::Forbidden);
    }
    let session = seat::lock(change, id).await?;
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    if session.starts_at <= change.now {
        return Err(Refusal::SessionStarted.into());
    }
    if session.decided_at.is_some() {
        return Ok(());
    }
    let mut row = session.into_active_model();
    row.decided_at = Set(Some(change.now));
    row.update(change.db()).await?;
    change.record(Event::SessionGoesOn { session: id }).await
}
