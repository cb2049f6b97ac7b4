//! What people are told: asks for letters inside the change that causes them.

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use entity::{enrolment, id::*, meeting};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{
    invitation,
    reminder::{self, Reminder},
    session::{self, Details},
    waiting_list,
};
use crate::domain::{
    change::{Asked, Change},
    error::{Error, Result},
    task::{Entry, Letter},
    working_day::{Calendar, Kind},
};

/// Somebody's enrolment and what it is for.
#[derive(Clone, Debug)]
pub struct Participation {
    pub enrolment: enrolment::Model,
    /// Place in the queue, from 1, while waiting.
    pub position: Option<u64>,
    pub details: Details,
}

/// How many working days before the start people are reminded, and at what hour.
const REMINDER_WORKING_DAYS: [u32; 2] = [2, 1];
const REMINDER_HOUR: i64 = 9;

/// The place is certain: one letter with a calendar entry for each meeting, and a reminder in time.
///
/// # Errors
/// When the database fails.
pub async fn confirmed(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    placed(change, enrolment, |entry| Letter::Confirmed { enrolment: enrolment.id, entry }).await
}

/// What telling somebody of a place needs to know.
pub(super) struct Prepared {
    meetings: Vec<meeting::Model>,
    chosen: Reminder,
}

/// Reads that, also before the session is held: as long as its plan is the same ([`super::seat::same_plan`]), so is this.
pub(super) async fn prepare(change: &Change, session: SessionId, chosen: Reminder) -> Result<Prepared> {
    Ok(Prepared { meetings: meetings_of(change, session).await?, chosen })
}

/// As [`confirmed`], for who prepared it.
pub(super) async fn confirmed_with(
    change: &Change,
    enrolment: &enrolment::Model,
    prepared: &Prepared,
) -> Result<()> {
    placed_with(change, enrolment, prepared, |entry| Letter::Confirmed { enrolment: enrolment.id, entry })
        .await
}

/// Placed from the waiting list: as [`confirmed`], in other words.
///
/// # Errors
/// When the database fails.
pub async fn moved_up(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    placed(change, enrolment, |entry| Letter::MovedUp { enrolment: enrolment.id, entry }).await
}

/// The enrolment ended. Who had a place gets the calendar entries cancelled, and no reminder any more.
///
/// # Errors
/// When the database fails.
pub async fn withdrawn(change: &Change, enrolment: &enrolment::Model, had_place: bool) -> Result<()> {
    let id = enrolment.id;
    let mut entries = Vec::new();
    if had_place {
        no_reminder(change, id).await?;
        for meeting in meetings_of(change, enrolment.session_id).await? {
            entries.extend(invitation::cancel(change, enrolment.person_id, meeting.id).await?);
        }
    }
    if entries.is_empty() {
        return change.later(Letter::Withdrawn { enrolment: id, entry: None }).await;
    }
    for entry in entries {
        change.later(Letter::Withdrawn { enrolment: id, entry: Some(entry) }).await?;
    }
    Ok(())
}

/// On the waiting list: a letter without a calendar entry.
///
/// # Errors
/// When the database fails.
pub async fn waiting(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    change.later(Letter::Waiting { enrolment: enrolment.id }).await
}

/// Asked for a place; somebody decides about it.
///
/// # Errors
/// When the database fails.
pub async fn asked(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    change.later(Letter::Asked { enrolment: enrolment.id }).await
}

/// Whoever decides has agreed: as [`confirmed`], in other words.
///
/// # Errors
/// When the database fails.
pub async fn granted(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    placed(change, enrolment, |entry| Letter::Granted { enrolment: enrolment.id, entry }).await
}

/// Takes part in a draw.
///
/// # Errors
/// When the database fails.
pub async fn requested(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    change.later(Letter::Requested { enrolment: enrolment.id }).await
}

/// Placed by the draw: as [`confirmed`], in other words.
///
/// # Errors
/// When the database fails.
pub async fn lot_won(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    placed(change, enrolment, |entry| Letter::LotWon { enrolment: enrolment.id, entry }).await
}

/// On the waiting list after the draw.
///
/// # Errors
/// When the database fails.
pub async fn lot_lost(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    change.later(Letter::LotLost { enrolment: enrolment.id }).await
}

/// It ended without a place.
///
/// # Errors
/// When the database fails.
pub async fn declined(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    change.later(Letter::Declined { enrolment: enrolment.id }).await
}

/// A place is held until `offer_expires_at`.
///
/// # Errors
/// When the database fails.
pub async fn offer(change: &Change, enrolment: &enrolment::Model) -> Result<()> {
    change.later(Letter::Offer { enrolment: enrolment.id }).await
}

/// Plans the reminders that this person chose, at nine: two working days before the start, and the working day before;
/// none for a moment that has passed. Planning again moves them.
/// [`confirmed`] and [`moved_up`] do this by themselves.
///
/// # Errors
/// When the database fails.
pub async fn reminder_at(
    change: &Change,
    enrolment: &enrolment::Model,
    starts_at: DateTime<Utc>,
) -> Result<()> {
    let chosen = reminder::of(change.db(), enrolment.person_id).await?;
    let asked = reminders(change, enrolment, chosen, starts_at);
    change.replace_all(&reminder_keys(enrolment.id), asked).await
}

/// The reminders of this person that are still to come.
fn reminders(
    change: &Change,
    enrolment: &enrolment::Model,
    chosen: Reminder,
    starts_at: DateTime<Utc>,
) -> Vec<Asked> {
    let reminder = |days: u32| {
        let wanted = match chosen {
            Reminder::Never => false,
            Reminder::TwoDays => days == REMINDER_WORKING_DAYS[0],
            Reminder::DayBeforeToo => true,
        };
        let due = reminder_moment(change, starts_at, days).filter(|at| wanted && *at > change.now)?;
        let task = Letter::Reminder { enrolment: enrolment.id }.into();
        Some(Asked { task, due, key: Some(reminder_key(enrolment.id, days)) })
    };
    REMINDER_WORKING_DAYS.into_iter().filter_map(reminder).collect()
}

/// Takes the reminder back. [`withdrawn`] does this by itself.
///
/// # Errors
/// When the database fails.
pub async fn no_reminder(change: &Change, id: EnrolmentId) -> Result<()> {
    change.replace_all(&reminder_keys(id), Vec::new()).await
}

/// A trainer is asked: one letter with a calendar entry for each meeting.
///
/// # Errors
/// When the database fails.
pub async fn trainer_invited(change: &Change, session: SessionId, person: PersonId) -> Result<()> {
    for meeting in meetings_of(change, session).await? {
        let entry = invitation::invite(change, person, meeting.id).await?;
        change.later(Letter::TrainerInvited { person, entry }).await?;
    }
    Ok(())
}

/// A trainer is no longer asked: cancels the calendar entries.
///
/// # Errors
/// When the database fails.
pub async fn trainer_released(change: &Change, session: SessionId, person: PersonId) -> Result<()> {
    for meeting in meetings_of(change, session).await? {
        if let Some(entry) = invitation::cancel(change, person, meeting.id).await? {
            change.later(Letter::TrainerReleased { person, entry }).await?;
        }
    }
    Ok(())
}

/// What a letter about an enrolment needs.
///
/// # Errors
/// [`Error::Missing`] when there is no such enrolment.
pub async fn participation(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
    now: DateTime<Utc>,
) -> Result<Participation> {
    let enrolment = super::enrolment::find(db, id).await?;
    let details = session::details(db, enrolment.session_id, now).await?;
    let position = waiting_list::position(db, &enrolment).await?;
    Ok(Participation { enrolment, position, details })
}

/// What a letter about a meeting needs.
///
/// # Errors
/// [`Error::Missing`] when there is no such meeting.
pub async fn occasion(db: &impl ConnectionTrait, id: MeetingId, now: DateTime<Utc>) -> Result<Details> {
    let meeting = meeting::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("meeting"))?;
    session::details(db, meeting.session_id, now).await
}

async fn placed(
    change: &Change,
    enrolment: &enrolment::Model,
    letter: impl Fn(Entry) -> Letter + Send,
) -> Result<()> {
    let chosen = reminder::of(change.db(), enrolment.person_id).await?;
    let prepared = prepare(change, enrolment.session_id, chosen).await?;
    placed_with(change, enrolment, &prepared, letter).await
}

async fn placed_with(
    change: &Change,
    enrolment: &enrolment::Model,
    Prepared { meetings, chosen }: &Prepared,
    letter: impl Fn(Entry) -> Letter + Send,
) -> Result<()> {
    let ids: Vec<_> = meetings.iter().map(|meeting| meeting.id).collect();
    let entries = invitation::invite_all(change, enrolment.person_id, &ids).await?;
    let now = |entry| Asked { task: letter(entry).into(), due: change.now, key: None };
    let mut asked: Vec<_> = entries.into_iter().map(now).collect();
    if let Some(first) = meetings.first() {
        asked.extend(reminders(change, enrolment, *chosen, first.starts_at));
    }
    // Who is placed had no reminder before.
    change.replace_all(&[], asked).await
}

pub(super) async fn meetings_of(change: &Change, session: SessionId) -> Result<Vec<meeting::Model>> {
    let found = meeting::Entity::find().filter(meeting::Column::SessionId.eq(session));
    Ok(found
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .all(change.db())
        .await?)
}

fn reminder_moment(change: &Change, starts_at: DateTime<Utc>, days: u32) -> Option<DateTime<Utc>> {
    let calendar = Calendar::new(change.policy.calendar.clone(), change.policy.zone);
    let day = calendar.working_days_before(change.policy.day(starts_at), days, Kind::Service)?;
    let nine = day.and_time(NaiveTime::MIN + TimeDelta::hours(REMINDER_HOUR));
    Some(change.policy.zone.from_local_datetime(&nine).earliest()?.to_utc())
}

fn reminder_key(id: EnrolmentId, days: u32) -> String {
    format!("reminder:{id}:{days}")
}

fn reminder_keys(id: EnrolmentId) -> Vec<String> {
    REMINDER_WORKING_DAYS.map(|days| reminder_key(id, days)).into()
}
