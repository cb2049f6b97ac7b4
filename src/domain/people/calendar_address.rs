//! The secret address of somebody's calendar: made, renewed and ended by themself. Calendar programs know no cookies, so
//! whoever has the address reads it.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{calendar_feed, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, Set, sea_query::OnConflict,
};

use super::person::{self, Person};
use crate::domain::{
    change::Change,
    error::{Error, Result},
    event::Event,
    secret,
};

/// Makes an address; the one before no longer works. The secret is shown once.
///
/// # Errors
/// [`Error::Forbidden`] for a token, and on a shared device: the address would outlive it.
pub async fn make(change: &Change) -> Result<String> {
    let person = own(change)?;
    let secret = secret::fresh();
    let row = calendar_feed::ActiveModel {
        person_id: Set(person),
        secret_hash: Set(secret.hash),
        created_at: Set(change.now),
    };
    let again = OnConflict::column(calendar_feed::Column::PersonId)
        .update_columns([calendar_feed::Column::SecretHash, calendar_feed::Column::CreatedAt])
        .to_owned();
    calendar_feed::Entity::insert(row).on_conflict(again).exec_without_returning(change.db()).await?;
    change.record(Event::CalendarAddress { person, works: true }).await?;
    Ok(secret.plain)
}

/// Ends the address.
///
/// # Errors
/// [`Error::Forbidden`] for a token, and on a shared device: the address would outlive it.
pub async fn end(change: &Change) -> Result<()> {
    let person = own(change)?;
    calendar_feed::Entity::delete_by_id(person).exec(change.db()).await?;
    change.record(Event::CalendarAddress { person, works: false }).await
}

/// Since when somebody has an address.
///
/// # Errors
/// When the database fails.
pub async fn since(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<DateTime<Utc>>> {
    Ok(calendar_feed::Entity::find_by_id(person).one(db).await?.map(|row| row.created_at))
}

/// Whose calendar this secret opens.
///
/// # Errors
/// [`Error::Missing`] when it opens none, or its owner is gone or blocked.
pub async fn owner(db: &impl ConnectionTrait, plain: &str, today: NaiveDate) -> Result<Person> {
    let row = calendar_feed::Entity::find()
        .filter(calendar_feed::Column::SecretHash.eq(secret::hash(plain)))
        .one(db)
        .await?;
    let row = row.ok_or(Error::Missing("calendar"))?;
    let person = person::find(db, row.person_id).await?;
    let gone = person.employed_until.is_some_and(|day| day < today) || person.blocked_at.is_some();
    if gone { Err(Error::Missing("calendar")) } else { Ok(person) }
}

fn own(change: &Change) -> Result<PersonId> {
    let at_home = change.actor.scopes.is_none() && !change.actor.shared;
    change.actor.person.filter(|_| at_home).ok_or(Error::Forbidden)
}
