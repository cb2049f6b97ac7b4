//! Marking people at a meeting, and correcting it afterwards.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    attendance::{self, Mark, Source},
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _, Set, sea_query::Expr};
use serde::{Deserialize, Serialize};

use super::{closing, held, kept};
use crate::domain::{
    change::Change,
    error::{Field, Refusal, Result},
    event::{Event, Marked},
};

/// The longest reason of a correction, in characters.
const REASON_LENGTH: usize = 400;

/// What became of one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Noted {
    /// It holds now.
    Saved,
    /// Somebody else marked this person meanwhile, then: theirs stays.
    Overtaken { held: Mark, at: DateTime<Utc> },
}

/// Marks people at a meeting whose register is open; who already has that mark keeps it. Returns how many were marked.
///
/// # Errors
/// [`Missing`](crate::domain::error::Error::Missing) as [`super::register`]; [`Refusal::SessionCalledOff`],
/// [`Refusal::RegisterNotOpen`], [`Refusal::RegisterClosed`]; field `marks` for somebody without a place in the session, or
/// named twice.
pub async fn mark(change: &Change, id: MeetingId, marks: &[(EnrolmentId, Mark)]) -> Result<usize> {
    let meeting = kept(change, id).await?;
    if meeting.closed_at.is_some() {
        return Err(Refusal::RegisterClosed.into());
    }
    write(change, &meeting, marks, &Origin { source: Source::Register, reason: None }).await
}

/// Marks one person, unless somebody else did since the page was read: `seen` is what it showed. For a page that sends its
/// marks one by one, perhaps long after they were made.
///
/// # Errors
/// As [`mark`].
pub async fn note(
    change: &Change,
    id: MeetingId,
    (enrolment, wanted): (EnrolmentId, Mark),
    seen: Option<Mark>,
) -> Result<Noted> {
    let meeting = kept(change, id).await?;
    if meeting.closed_at.is_some() {
        return Err(Refusal::RegisterClosed.into());
    }
    let held = held(change.db(), id).await?;
    if let Some(row) = held.get(&enrolment).filter(|row| Some(row.mark) != seen && row.mark != wanted) {
        return Ok(Noted::Overtaken { held: row.mark, at: row.marked_at });
    }
    let origin = Origin { source: Source::Register, reason: None };
    write(change, &meeting, &[(enrolment, wanted)], &origin).await?;
    Ok(Noted::Saved)
}

/// Corrects marks after the register has closed; what came of the places follows. Returns how many were corrected.
///
/// # Errors
/// As [`mark`]; field `reason` without one.
pub async fn correct(
    change: &Change,
    id: MeetingId,
    marks: &[(EnrolmentId, Mark)],
    reason: &str,
) -> Result<usize> {
    let meeting = kept(change, id).await?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Field::new("reason", "required").into());
    }
    if reason.chars().count() > REASON_LENGTH {
        return Err(Field::new("reason", "too-long").with("max", REASON_LENGTH).into());
    }
    let origin = Origin { source: Source::Register, reason: Some(reason) };
    let corrected = write(change, &meeting, marks, &origin).await?;
    closing::complete(change, meeting.session_id, Some(reason)).await?;
    Ok(corrected)
}

/// Where marks come from, and why they are corrected.
pub(super) struct Origin<'a> {
    pub source: Source,
    pub reason: Option<&'a str>,
}

/// Writes the marks that are not so already.
pub(super) async fn write(
    change: &Change,
    meeting: &meeting::Model,
    marks: &[(EnrolmentId, Mark)],
    origin: &Origin<'_>,
) -> Result<usize> {
    let people = expected(change, meeting.session_id, marks).await?;
    let held = held(change.db(), meeting.id).await?;
    let new: Vec<_> = marks
        .iter()
        .copied()
        .filter(|(enrolment, mark)| held.get(enrolment).is_none_or(|row| row.mark != *mark))
        .collect();
    let replaced: Vec<_> = new.iter().filter_map(|(enrolment, _)| Some(held.get(enrolment)?.id)).collect();
    replace(change, replaced).await?;
    insert(change, meeting.id, &new, origin).await?;
    let (session, meeting) = (meeting.session_id, meeting.id);
    let marked = new.iter().filter_map(|(enrolment, mark)| {
        let (enrolment, mark, person) = (*enrolment, *mark, *people.get(enrolment)?);
        let reason = origin.reason.map(str::to_owned);
        Some(Event::AttendanceMarked(Marked { session, meeting, enrolment, person, mark, reason }))
    });
    change.record_all(marked).await?;
    Ok(new.len())
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

async fn insert(
    change: &Change,
    meeting: MeetingId,
    marks: &[(EnrolmentId, Mark)],
    origin: &Origin<'_>,
) -> Result<()> {
    if marks.is_empty() {
        return Ok(());
    }
    let row = |(enrolment, mark): &(EnrolmentId, Mark)| attendance::ActiveModel {
        id: Set(AttendanceId::new()),
        meeting_id: Set(meeting),
        enrolment_id: Set(*enrolment),
        mark: Set(*mark),
        source: Set(origin.source),
        reason: Set(origin.reason.map(str::to_owned)),
        marked_by: Set(change.actor.person),
        marked_at: Set(change.now),
        replaced_at: Set(None),
    };
    attendance::Entity::insert_many(marks.iter().map(row)).exec_without_returning(change.db()).await?;
    Ok(())
}
