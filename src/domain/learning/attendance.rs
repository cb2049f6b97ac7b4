//! Who was there: the register of a meeting. Trainers and planners keep it; a correction is a new mark, and the old one
//! stays as history.

pub mod check_in;
pub mod closing;
mod mark;
pub mod past;
pub mod today;
pub mod unclosed;
pub mod walk_in;

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    attendance::{self, Mark},
    enrolment::{self, EnrolmentStatus, Outcome},
    id::*,
    meeting, person,
    session::SessionState,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, Select,
    sea_query::{Expr, IntoColumnRef},
};

pub use self::mark::{Noted, correct, mark, note};
use super::{roll, seat, trainer::trains};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Refusal, Result},
};

/// So long before a meeting begins its register opens.
pub const OPENS_BEFORE: TimeDelta = TimeDelta::minutes(15);

/// When the register of a meeting opens.
#[must_use]
pub fn opens(meeting: &meeting::Model) -> DateTime<Utc> {
    meeting.starts_at - OPENS_BEFORE
}

/// The register of one meeting.
#[derive(Clone, Debug)]
pub struct Register {
    pub meeting: meeting::Model,
    /// Who has a place, by surname.
    pub lines: Vec<Line>,
}

/// Somebody who is expected.
#[derive(Clone, Debug)]
pub struct Line {
    pub enrolment: enrolment::Model,
    pub person: person::Model,
    /// The mark that holds.
    pub held: Option<attendance::Model>,
}

/// The register of a meeting, for whoever keeps it.
///
/// # Errors
/// [`Error::Missing`] when there is no such meeting, and just so when the actor does not keep its register.
pub async fn register(db: &impl ConnectionTrait, actor: &Actor, id: MeetingId) -> Result<Register> {
    let meeting = find(db, id).await?;
    keeps(db, actor, meeting.session_id).await?;
    let mut rows = roll::with_people(db, meeting.session_id).await?;
    rows.retain(|(row, _)| row.status == EnrolmentStatus::Confirmed);
    rows.sort_by(|(_, a), (_, b)| (&a.surname, &a.given_name, a.id).cmp(&(&b.surname, &b.given_name, b.id)));
    let mut held = held(db, id).await?;
    let line = |(enrolment, person): (enrolment::Model, person::Model)| Line {
        held: held.remove(&enrolment.id),
        enrolment,
        person,
    };
    Ok(Register { lines: rows.into_iter().map(line).collect(), meeting })
}

/// Refuses whoever does not keep the register of a meeting.
///
/// # Errors
/// [`Error::Missing`].
pub async fn may_keep(db: &impl ConnectionTrait, actor: &Actor, id: MeetingId) -> Result<()> {
    keeps(db, actor, find(db, id).await?.session_id).await
}

/// A meeting whose register the actor keeps, locked with its session for a change, once it has opened.
///
/// # Errors
/// [`Error::Missing`] as [`register`]; [`Refusal::SessionCalledOff`], [`Refusal::RegisterNotOpen`].
async fn kept(change: &Change, id: MeetingId) -> Result<meeting::Model> {
    may_keep(change.db(), &change.actor, id).await?;
    opened(change, id).await
}

/// A meeting whose register has opened, locked with its session.
async fn opened(change: &Change, id: MeetingId) -> Result<meeting::Model> {
    let session = seat::lock(change, find(change.db(), id).await?.session_id).await?;
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    // Once more: under the lock nobody closes it.
    let meeting = find(change.db(), id).await?;
    if change.now < opens(&meeting) {
        return Err(Refusal::RegisterNotOpen { opens: opens(&meeting) }.into());
    }
    Ok(meeting)
}

/// Who was absent, unexcused, the last time that this session met and somebody kept the register.
///
/// # Errors
/// When the database fails.
pub async fn absent_last_time(db: &impl ConnectionTrait, session: SessionId) -> Result<Vec<EnrolmentId>> {
    let last = meeting::Entity::find()
        .filter(meeting::Column::SessionId.eq(session))
        .filter(is_kept())
        .order_by_desc(meeting::Column::StartsAt)
        .one(db)
        .await?;
    let Some(last) = last else { return Ok(Vec::new()) };
    let held = held(db, last.id).await?;
    Ok(held.into_values().filter(|row| row.mark == Mark::Absent).map(|row| row.enrolment_id).collect())
}

/// What counts as followed (a filter on enrolments): completed, and as long as that is not known, was at a meeting, or nothing is known of it.
pub(super) fn was_there() -> Condition {
    let marked = |marks: &[Mark]| {
        holding()
            .filter(of(attendance::Column::EnrolmentId, (enrolment::Entity, enrolment::Column::Id)))
            .filter(attendance::Column::Mark.is_in(marks.iter().copied()))
            .into_query()
    };
    let there = marked(&[Mark::Present, Mark::Partly]);
    let seen = Condition::any().add(Expr::exists(marked(Mark::ALL)).not()).add(Expr::exists(there));
    Condition::any()
        .add(enrolment::Column::Outcome.eq(Outcome::Completed))
        .add(Condition::all().add(enrolment::Column::Outcome.is_null()).add(seen))
}

/// Meetings of which a register was kept (a filter).
fn is_kept() -> Expr {
    Expr::exists(
        holding()
            .filter(of(attendance::Column::MeetingId, (meeting::Entity, meeting::Column::Id)))
            .into_query(),
    )
}

/// Marks that hold, for asking whether there is one.
fn holding() -> Select<attendance::Entity> {
    attendance::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(attendance::Column::ReplacedAt.is_null())
}

/// A mark of the row in the query outside.
fn of(column: attendance::Column, outer: impl IntoColumnRef) -> Expr {
    Expr::col((attendance::Entity, column)).eq(Expr::col(outer))
}

async fn find(db: &impl ConnectionTrait, id: MeetingId) -> Result<meeting::Model> {
    meeting::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("meeting"))
}

/// Refuses whoever does not keep the registers of a session.
async fn keeps(db: &impl ConnectionTrait, actor: &Actor, session: SessionId) -> Result<()> {
    let gives = match actor.person.filter(|_| actor.scopes.is_none()) {
        _ if actor.may_track_anywhere() => true,
        Some(person) => trains(db, session, person).await?,
        None => false,
    };
    if gives { Ok(()) } else { Err(Error::Missing("meeting")) }
}

/// The marks that hold at a meeting.
async fn held(db: &impl ConnectionTrait, id: MeetingId) -> Result<HashMap<EnrolmentId, attendance::Model>> {
    let rows = attendance::Entity::find()
        .filter(attendance::Column::MeetingId.eq(id))
        .filter(attendance::Column::ReplacedAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.enrolment_id, row)).collect())
}
