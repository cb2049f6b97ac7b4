//! What comes of a place when the registers of its session are closed.

use std::collections::HashMap;

use entity::{
    attendance::{self, Mark},
    enrolment::{self, EnrolmentStatus, Outcome},
    id::*,
    meeting,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _, sea_query::Expr};

use super::notice;
use crate::domain::{change::Change, error::Result, event::Event};

/// So many hundredths of the minutes are enough.
const ENOUGH: i64 = 80;

/// What somebody did of one meeting: how long it took, in minutes, and the mark that holds.
pub type Seen = (i64, Option<Mark>);

/// The rule: completed by who was present at every meeting, or for at least 80 % of all minutes, where "partly" counts for half
/// of a meeting. Who was at none is excused when that is what every register says, and otherwise did not show up.
#[must_use]
pub fn outcome(meetings: &[Seen]) -> Outcome {
    let all = |wanted: Mark| meetings.iter().all(|(_, mark)| *mark == Some(wanted));
    let there = |mark: &Option<Mark>| matches!(mark, Some(Mark::Present | Mark::Partly));
    if !meetings.iter().any(|(_, mark)| there(mark)) {
        return if all(Mark::Excused) { Outcome::Excused } else { Outcome::NoShow };
    }
    let halves = |mark: Option<Mark>| match mark {
        Some(Mark::Present) => 2,
        Some(Mark::Partly) => 1,
        Some(Mark::Absent | Mark::Excused) | None => 0,
    };
    let total: i64 = meetings.iter().map(|(minutes, _)| minutes).sum();
    let followed: i64 = meetings.iter().map(|(minutes, mark)| minutes * halves(*mark)).sum();
    let enough = followed * 100 >= total * 2 * ENOUGH;
    if all(Mark::Present) || enough { Outcome::Completed } else { Outcome::Incomplete }
}

/// What settling changed.
#[derive(Debug, Default)]
pub struct Settled(HashMap<Outcome, Vec<(EnrolmentId, PersonId)>>);

impl Settled {
    /// Whether everything was as it is.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The places of which this came, and something else or nothing before.
    pub(super) fn of(&self, outcome: Outcome) -> impl Iterator<Item = EnrolmentId> {
        self.0.get(&outcome).into_iter().flatten().map(|(enrolment, _)| *enrolment)
    }
}

/// Writes what came of every place of a session, once all its registers are closed; before that nothing is known.
///
/// # Errors
/// When the database fails.
pub(super) async fn settle(change: &Change, session: SessionId) -> Result<Settled> {
    let meetings = notice::meetings_of(change, session).await?;
    if meetings.iter().any(|meeting| meeting.closed_at.is_none()) {
        return Ok(Settled::default());
    }
    let mut changed: HashMap<_, Vec<_>> = HashMap::new();
    for (row, seen) in places(change, session, &meetings).await? {
        let now = outcome(&seen);
        if row.outcome != Some(now) {
            changed.entry(now).or_default().push((row.id, row.person_id));
        }
    }
    for (&outcome, rows) in &changed {
        write(change, outcome, rows).await?;
        let known = |&(enrolment, person)| Event::OutcomeKnown { enrolment, person, session, outcome };
        change.record_all(rows.iter().map(known)).await?;
    }
    Ok(Settled(changed))
}

/// Who has a place, and what they did of each meeting.
async fn places(
    change: &Change,
    session: SessionId,
    meetings: &[meeting::Model],
) -> Result<Vec<(enrolment::Model, Vec<Seen>)>> {
    let rows = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .all(change.db())
        .await?;
    let marks: Vec<(MeetingId, EnrolmentId, Mark)> = attendance::Entity::find()
        .select_only()
        .columns([attendance::Column::MeetingId, attendance::Column::EnrolmentId, attendance::Column::Mark])
        .filter(attendance::Column::MeetingId.is_in(meetings.iter().map(|meeting| meeting.id)))
        .filter(attendance::Column::ReplacedAt.is_null())
        .into_tuple()
        .all(change.db())
        .await?;
    let held: HashMap<_, _> =
        marks.into_iter().map(|(meeting, place, mark)| ((meeting, place), mark)).collect();
    let seen = |row: &enrolment::Model| {
        let one = |meeting: &meeting::Model| {
            let minutes = (meeting.ends_at - meeting.starts_at).num_minutes();
            (minutes, held.get(&(meeting.id, row.id)).copied())
        };
        meetings.iter().map(one).collect()
    };
    Ok(rows.into_iter().map(|row| (row.clone(), seen(&row))).collect())
}

async fn write(change: &Change, outcome: Outcome, rows: &[(EnrolmentId, PersonId)]) -> Result<()> {
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::Outcome, Expr::value(outcome))
        .filter(enrolment::Column::Id.is_in(rows.iter().map(|(id, _)| *id)))
        .exec(change.db())
        .await?;
    Ok(())
}
