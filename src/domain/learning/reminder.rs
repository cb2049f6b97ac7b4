//! How somebody wants to be reminded of what they take part in.

use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    reminder_choice,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, Set, sea_query::OnConflict,
};

use super::{enrolment::lock_person, notice};
use crate::domain::{
    change::Change,
    error::{Error, Result},
    event::Event,
};

pub use entity::reminder_choice::Reminder;

/// What somebody chose; two working days before when nothing was chosen.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<Reminder> {
    let row = reminder_choice::Entity::find_by_id(person).one(db).await?;
    Ok(row.map_or(Reminder::TwoDays, |row| row.reminder))
}

/// Chooses, and plans the reminders of all places to come anew.
///
/// # Errors
/// [`Error::Forbidden`] for a token.
pub async fn choose(change: &Change, reminder: Reminder) -> Result<()> {
    let person = change.actor.person.filter(|_| change.actor.scopes.is_none()).ok_or(Error::Forbidden)?;
    // Who is given a place meanwhile is reminded as was chosen: that change waits, or this one does.
    lock_person(change, person).await?.ok_or(Error::Missing("person"))?;
    let row = reminder_choice::ActiveModel { person_id: Set(person), reminder: Set(reminder) };
    let again = OnConflict::column(reminder_choice::Column::PersonId)
        .update_column(reminder_choice::Column::Reminder)
        .to_owned();
    reminder_choice::Entity::insert(row).on_conflict(again).exec_without_returning(change.db()).await?;
    let coming = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .find_also_related(session::Entity)
        .filter(session::Column::StartsAt.gt(change.now))
        .filter(session::Column::State.eq(SessionState::Open))
        .all(change.db())
        .await?;
    for (row, session) in coming {
        let Some(session) = session else { continue };
        notice::reminder_at(change, &row, session.starts_at).await?;
    }
    change.record(Event::ReminderChosen { person }).await
}
