//! Tells people once what became of the meetings of their session.
//!
//! A letter about a move waits a little, so that a second edit replaces the first: it shows what the reader knows beside
//! what is true, and when the two are the same again there is no letter. A cancellation does not wait.

use std::collections::HashMap;

use chrono::TimeDelta;
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    trainer,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{invitation, reschedule::Difference, rule, session};
use crate::domain::{
    change::Change,
    error::Result,
    queue,
    task::{Entry, Letter, Slot, Task, Was},
};

/// How long a letter about a move waits for a second thought.
pub const SECOND_THOUGHT: TimeDelta = TimeDelta::minutes(2);

/// Whom a session concerns.
#[derive(Clone, Debug)]
pub struct Audience {
    /// Who has a place or is offered one.
    pub seated: Vec<enrolment::Model>,
    /// Who waits, or asked for a place.
    pub waiting: Vec<enrolment::Model>,
    pub trainers: Vec<PersonId>,
}

impl Audience {
    /// Who has the meetings in the calendar.
    fn invited(&self) -> impl Iterator<Item = PersonId> {
        let confirmed = self.seated.iter().filter(|row| row.status == EnrolmentStatus::Confirmed);
        let mut people: Vec<_> =
            confirmed.map(|row| row.person_id).chain(self.trainers.iter().copied()).collect();
        people.sort_unstable();
        people.dedup();
        people.into_iter()
    }

    /// Who knows of the session and has nothing in the calendar.
    fn others(&self) -> impl Iterator<Item = PersonId> {
        let offered = self.seated.iter().filter(|row| row.status != EnrolmentStatus::Confirmed);
        offered.chain(&self.waiting).map(|row| row.person_id).filter(|id| !self.trainers.contains(id))
    }
}

/// Everybody whom the session concerns now, in order of joining.
///
/// # Errors
/// When the database fails.
pub async fn audience(change: &Change, session: SessionId) -> Result<Audience> {
    let alive = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .order_by_asc(enrolment::Column::CreatedAt)
        .order_by_asc(enrolment::Column::Id)
        .all(change.db())
        .await?;
    let trainers =
        trainer::Entity::find().filter(trainer::Column::SessionId.eq(session)).all(change.db()).await?;
    let (seated, waiting) = alive.into_iter().partition(|row| row.status.seated());
    Ok(Audience { seated, waiting, trainers: trainers.into_iter().map(|row| row.person_id).collect() })
}

/// The last numbers of the entries that go, taken while their meetings are still there.
pub(super) type Entries = HashMap<(PersonId, MeetingId), Entry>;

pub(super) async fn number_cancelled(
    change: &Change,
    people: &Audience,
    differences: &[Difference],
) -> Result<Entries> {
    let mut entries = Entries::new();
    for one in differences.iter().filter(|one| one.new.is_none()) {
        for person in people.invited() {
            if let Some(entry) = invitation::cancel(change, person, one.meeting).await? {
                entries.insert((person, one.meeting), entry);
            }
        }
    }
    Ok(entries)
}

/// Asks for the letters: for who has a calendar entry one for each meeting, for who has none one about all.
pub(super) async fn tell(
    change: &Change,
    session: SessionId,
    people: &Audience,
    differences: &[Difference],
    cancelled: &Entries,
) -> Result<()> {
    for person in people.invited() {
        for one in differences {
            let key = format!("changed:{person}:{}", one.meeting);
            let before = before(change, &key, std::slice::from_ref(one)).await?;
            if before.is_empty() {
                change.never(&key).await?;
            } else if one.new.is_some() {
                let entry = Some(invitation::invite(change, person, one.meeting).await?);
                moved(change, Letter::Changed { person, session, entry, before }, key).await?;
            } else {
                change.never(&key).await?;
                let entry = cancelled.get(&(person, one.meeting)).copied();
                change.later(Letter::Cancelled { person, session, entry, before }).await?;
            }
        }
    }
    for person in people.others() {
        let key = format!("changed:{person}:{session}");
        let before = before(change, &key, differences).await?;
        if before.is_empty() {
            change.never(&key).await?;
        } else {
            moved(change, Letter::Changed { person, session, entry: None, before }, key).await?;
        }
    }
    Ok(())
}

/// Letters about moves that have not left say nothing any more.
pub(super) async fn forget_moves(
    change: &Change,
    session: SessionId,
    people: &Audience,
    meetings: &[MeetingId],
) -> Result<()> {
    for person in people.invited() {
        for meeting in meetings {
            change.never(&format!("changed:{person}:{meeting}")).await?;
        }
    }
    for person in people.others() {
        change.never(&format!("changed:{person}:{session}")).await?;
    }
    Ok(())
}

/// Whether a letter about a move would come too late: the reader has gone, or there is a newer one for the calendar.
///
/// # Errors
/// When the database fails.
pub async fn is_overtaken(
    db: &impl ConnectionTrait,
    person: PersonId,
    session: SessionId,
    entry: Option<Entry>,
) -> Result<bool> {
    if let Some(entry) = entry {
        let row = invitation::find(db, person, entry.meeting).await?;
        // Without a row the meeting itself has gone, and this is the letter that says so.
        return Ok(row.is_some_and(|row| row.sequence > entry.sequence));
    }
    Ok(!rule::alive_in(db, session, person).await? && !session::trains(db, session, person).await?)
}

async fn moved(change: &Change, letter: Letter, key: String) -> Result<()> {
    change.later_at(letter, change.now + SECOND_THOUGHT, key).await
}

/// What the reader knows of these meetings: what a letter that has not left would have shown as old goes before what was
/// true until now. What is again as the reader knows it is left out.
async fn before(change: &Change, key: &str, differences: &[Difference]) -> Result<Vec<Was>> {
    let mut known: Vec<Was> = match queue::untried(change, key).await?.map(|task| task.payload) {
        Some(payload) => match serde_json::from_value(payload) {
            Ok(Task::Letter(Letter::Changed { before, .. })) => before,
            _ => Vec::new(),
        },
        None => Vec::new(),
    };
    for one in differences {
        if !known.iter().any(|was| was.meeting == one.meeting) {
            known.push(Was { meeting: one.meeting, slot: one.old.clone() });
        }
    }
    let now: HashMap<MeetingId, &Option<Slot>> =
        differences.iter().map(|one| (one.meeting, &one.new)).collect();
    known.retain(|was| now.get(&was.meeting).is_none_or(|new| **new != was.slot));
    Ok(known)
}
