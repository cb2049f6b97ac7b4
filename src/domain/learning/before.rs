//! What somebody has, gets, waits for or had in one workshop: read once, under their lock, for all the rules that ask about it.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, Ending, EnrolmentStatus},
    id::*,
    session, workshop,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _};

use super::{
    approval,
    place::{self, Row},
    rule::Replaced,
};
use crate::domain::error::{Refusal, Result};

/// A workshop, and somebody's enrolments in it, living and ended, each with its session.
pub struct Before {
    pub(super) workshop: workshop::Model,
    rows: Vec<Row>,
}

impl Before {
    /// # Errors
    /// [`Error::Missing`](crate::domain::error::Error::Missing) when there is no such workshop.
    pub async fn read(db: &impl ConnectionTrait, person: PersonId, workshop: WorkshopId) -> Result<Self> {
        let rows = place::of(person).filter(enrolment::Column::WorkshopId.eq(workshop)).all(db).await?;
        Ok(Self { workshop: super::workshop::find(db, workshop).await?, rows })
    }

    /// Has, gets or waits for a place in this session.
    pub(super) fn is_in(&self, session: SessionId) -> bool {
        self.rows
            .iter()
            .any(|(row, _)| row.session_id == session && EnrolmentStatus::ALIVE.contains(&row.status))
    }

    /// As [`elsewhere`].
    pub(super) fn elsewhere(
        &self,
        session: &session::Model,
        left: Option<Replaced>,
        now: DateTime<Utc>,
    ) -> Option<Refusal> {
        elsewhere(&self.rows, session, left, now)
    }

    /// Waits for some date.
    pub(super) fn waits(&self) -> bool {
        self.has(EnrolmentStatus::Waiting)
    }

    /// Had or has a place that was certain: without one there is nothing they can have followed.
    pub(super) fn was_placed(&self) -> bool {
        self.has(EnrolmentStatus::Confirmed)
    }

    /// Lost a place because a session was called off.
    pub(super) fn was_called_off(&self) -> bool {
        self.rows.iter().any(|(row, _)| row.ending == Some(Ending::SessionCalledOff))
    }

    fn has(&self, status: EnrolmentStatus) -> bool {
        self.rows.iter().any(|(row, _)| row.status == status)
    }
}

/// One place per workshop: of somebody's enrolments, the one that is had, offered or requested in another session that has not
/// ended. The place that is left for this one does not count.
pub(super) fn elsewhere(
    rows: &[Row],
    session: &session::Model,
    left: Option<Replaced>,
    now: DateTime<Utc>,
) -> Option<Refusal> {
    let counts = |row: &enrolment::Model, there: Option<&session::Model>| match row.status {
        EnrolmentStatus::Confirmed => true,
        EnrolmentStatus::Requested => there.is_some_and(|there| !approval::is_over(there, now)),
        EnrolmentStatus::Offered => row.offer_expires_at.is_none_or(|at| at > now),
        _ => false,
    };
    let other = |row: &enrolment::Model| {
        row.workshop_id == session.workshop_id
            && row.session_id != session.id
            && left.is_none_or(|left| left.enrolment != row.id)
    };
    let others = rows.iter().filter(|(row, there)| counts(row, there.as_ref()) && other(row));
    let other = others.filter_map(|(_, session)| session.as_ref()).find(|other| other.ends_at > now)?;
    Some(Refusal::AlreadyInWorkshop { session: other.id, starts: other.starts_at })
}
