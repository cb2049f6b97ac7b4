//! Who was there: the register of a meeting. Trainers and planners keep it; a correction is a new mark, and the old one
//! stays as history.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    attendance::{self, Mark, Source},
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting, person,
    session::SessionState,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, JoinType,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _, Select, Set,
    sea_query::{Expr, IntoColumnRef},
};

use super::{roll, seat, trainer::trains};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
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

/// Marks people at a meeting; who already has that mark keeps it. Returns how many were marked.
///
/// # Errors
/// [`Error::Missing`] as [`register`]; [`Refusal::SessionCalledOff`], [`Refusal::RegisterNotOpen`]; field `marks` for
/// somebody without a place in the session, or named twice.
pub async fn mark(change: &Change, id: MeetingId, marks: &[(EnrolmentId, Mark)]) -> Result<usize> {
    let meeting = find(change.db(), id).await?;
    keeps(change.db(), &change.actor, meeting.session_id).await?;
    let session = seat::lock(change, meeting.session_id).await?;
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    if change.now < opens(&meeting) {
        return Err(Refusal::RegisterNotOpen { opens: opens(&meeting) }.into());
    }
    let people = expected(change, session.id, marks).await?;
    let held = held(change.db(), id).await?;
    let new: Vec<_> = marks
        .iter()
        .copied()
        .filter(|(enrolment, mark)| held.get(enrolment).is_none_or(|row| row.mark != *mark))
        .collect();
    let corrected: Vec<_> = new.iter().filter_map(|(enrolment, _)| Some(held.get(enrolment)?.id)).collect();
    replace(change, corrected).await?;
    insert(change, id, &new).await?;
    let marked = new.iter().filter_map(|(enrolment, mark)| {
        let (enrolment, mark, person) = (*enrolment, *mark, *people.get(enrolment)?);
        Some(Event::AttendanceMarked { session: session.id, meeting: id, enrolment, person, mark })
    });
    change.record_all(marked).await?;
    Ok(new.len())
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

/// Enrolments of people who were at a meeting, or of whom nothing is known: a filter for what counts as followed.
pub(super) fn was_there() -> Condition {
    let marked = |marks: &[Mark]| {
        holding()
            .filter(of(attendance::Column::EnrolmentId, (enrolment::Entity, enrolment::Column::Id)))
            .filter(attendance::Column::Mark.is_in(marks.iter().copied()))
            .into_query()
    };
    let there = marked(&[Mark::Present, Mark::Partly]);
    Condition::any().add(Expr::exists(marked(Mark::ALL)).not()).add(Expr::exists(there))
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

/// Whose enrolments these are.
async fn expected(
    change: &Change,
    session: SessionId,
    marks: &[(EnrolmentId, Mark)],
) -> Result<HashMap<EnrolmentId, PersonId>> {
    let rows: Vec<(EnrolmentId, PersonId)> = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::Id)
        .column(enrolment::Column::PersonId)
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .into_tuple()
        .all(change.db())
        .await?;
    let mut here: HashMap<_, _> = rows.into_iter().collect();
    let named: HashMap<_, _> =
        marks.iter().filter_map(|(enrolment, _)| here.remove_entry(enrolment)).collect();
    if named.len() != marks.len() {
        return Err(Field::new("marks", "not-expected").into());
    }
    Ok(named)
}

async fn replace(change: &Change, corrected: Vec<AttendanceId>) -> Result<()> {
    if corrected.is_empty() {
        return Ok(());
    }
    attendance::Entity::update_many()
        .col_expr(attendance::Column::ReplacedAt, Expr::value(change.now))
        .filter(attendance::Column::Id.is_in(corrected))
        .exec(change.db())
        .await?;
    Ok(())
}

async fn insert(change: &Change, meeting: MeetingId, marks: &[(EnrolmentId, Mark)]) -> Result<()> {
    if marks.is_empty() {
        return Ok(());
    }
    let row = |(enrolment, mark): &(EnrolmentId, Mark)| attendance::ActiveModel {
        id: Set(AttendanceId::new()),
        meeting_id: Set(meeting),
        enrolment_id: Set(*enrolment),
        mark: Set(*mark),
        source: Set(Source::Register),
        reason: Set(None),
        marked_by: Set(change.actor.person),
        marked_at: Set(change.now),
        replaced_at: Set(None),
    };
    attendance::Entity::insert_many(marks.iter().map(row)).exec_without_returning(change.db()).await?;
    Ok(())
}

/// Everything that was ever marked of somebody, in order, with the meeting.
///
/// # Errors
/// When the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(attendance::Model, Option<meeting::Model>)>> {
    let rows = attendance::Entity::find()
        .join(JoinType::InnerJoin, attendance::Relation::Enrolment.def())
        .filter(enrolment::Column::PersonId.eq(person))
        .find_also_related(meeting::Entity)
        .order_by_asc(attendance::Column::MarkedAt)
        .all(db)
        .await?;
    Ok(rows)
}
