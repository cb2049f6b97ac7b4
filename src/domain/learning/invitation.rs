//! Numbers the calendar entries of a person and a meeting.
//!
//! A calendar keeps the message with the highest SEQUENCE (RFC 5546, section 2.1.4), so the number only rises: a
//! cancellation and every invitation after it gets the next one, also when the letters overtake each other.

use chrono::{DateTime, Utc};
use entity::{id::*, invitation};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _, Set,
    sea_query::{Expr, OnConflict},
};

use crate::domain::{
    change::Change,
    error::{Error, Result},
    task::Entry,
};

/// The next number of an invitation: 0 for the first.
///
/// # Errors
/// When the database fails.
pub async fn invite(change: &Change, person: PersonId, meeting: MeetingId) -> Result<Entry> {
    invite_all(change, person, &[meeting]).await?.pop().ok_or(Error::Missing("invitation"))
}

/// As [`invite`] for these meetings, in the same order, in one statement.
///
/// # Errors
/// When the database fails.
pub async fn invite_all(change: &Change, person: PersonId, meetings: &[MeetingId]) -> Result<Vec<Entry>> {
    if meetings.is_empty() {
        return Ok(Vec::new());
    }
    let first = meetings.iter().map(|meeting| invitation::ActiveModel {
        person_id: Set(person),
        meeting_id: Set(*meeting),
        sequence: Set(0),
        cancelled_at: Set(None),
    });
    let next = OnConflict::columns([invitation::Column::PersonId, invitation::Column::MeetingId])
        .value(
            invitation::Column::Sequence,
            Expr::col((invitation::Entity, invitation::Column::Sequence)).add(1),
        )
        .value(invitation::Column::CancelledAt, Option::<DateTime<Utc>>::None)
        .to_owned();
    let insert = invitation::Entity::insert_many(first).on_conflict(next);
    let rows = insert.exec_with_returning(change.db()).await?;
    let entry = |meeting: &MeetingId| {
        let row = rows.iter().find(|row| row.meeting_id == *meeting)?;
        Some(Entry { meeting: *meeting, sequence: row.sequence })
    };
    Ok(meetings.iter().filter_map(entry).collect())
}

/// The calendar entry of a person for a meeting, if there ever was one.
///
/// # Errors
/// When the database fails.
pub async fn find(
    db: &impl ConnectionTrait,
    person: PersonId,
    meeting: MeetingId,
) -> Result<Option<invitation::Model>> {
    Ok(invitation::Entity::find_by_id((person, meeting)).one(db).await?)
}

/// The next number, for taking the invitation back; nothing when there is none to take back.
///
/// # Errors
/// When the database fails.
pub async fn cancel(change: &Change, person: PersonId, meeting: MeetingId) -> Result<Option<Entry>> {
    let cancelled = invitation::Entity::update_many()
        .col_expr(invitation::Column::Sequence, Expr::col(invitation::Column::Sequence).add(1))
        .col_expr(invitation::Column::CancelledAt, Expr::value(change.now))
        .filter(invitation::Column::PersonId.eq(person))
        .filter(invitation::Column::MeetingId.eq(meeting))
        .filter(invitation::Column::CancelledAt.is_null())
        .exec(change.db())
        .await?;
    if cancelled.rows_affected == 0 {
        return Ok(None);
    }
    let row = invitation::Entity::find_by_id((person, meeting)).one(change.db()).await?;
    Ok(row.map(|row| Entry { meeting, sequence: row.sequence }))
}
