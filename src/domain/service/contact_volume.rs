//! How many contacts there were by each channel in a month: the weight of its grades, and what compliments are counted against.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use entity::{contact_volume, feedback::Channel, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set,
    sea_query::{Expr, OnConflict},
};

use crate::domain::{
    change::Change,
    error::{Error, Field, Result},
    event::Hearing,
    holding::{Holding, Known, Word},
};

/// More contacts than any municipality has in a month.
pub const MOST: i32 = 10_000_000;

/// Writes how many contacts there were in a month, by channel; the last one written counts.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; field `month` for one that has not begun, a field with the code of the channel
/// outside 0 to [`MOST`].
pub async fn write(change: &Change, month: NaiveDate, counted: &BTreeMap<Channel, i32>) -> Result<()> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    let begins_on = month.with_day(1).unwrap_or(month);
    if begins_on > change.policy.day(change.now) {
        return Err(Field::new("month", "in-the-future").into());
    }
    for (channel, contacts) in counted {
        if !(0..=MOST).contains(contacts) {
            let wrong = Field::new(channel.code(), "out-of-range").with("min", 0);
            return Err(wrong.with("max", MOST).into());
        }
    }
    let rows: Vec<_> = counted
        .iter()
        .map(|(channel, contacts)| contact_volume::ActiveModel {
            channel: Set(*channel),
            begins_on: Set(begins_on),
            contacts: Set(*contacts),
            entered_by: Set(change.actor.person),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    use contact_volume::Column;
    let again = OnConflict::columns([Column::Channel, Column::BeginsOn])
        .update_columns([Column::Contacts, Column::EnteredBy])
        .to_owned();
    contact_volume::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    let events = counted.iter().map(|(channel, contacts)| {
        Hearing::ContactsCounted { channel: channel.code(), contacts: *contacts }.into()
    });
    change.record_all(events).await
}

/// What was counted in the months that begin within these days, both included; the newest month first.
///
/// # Errors
/// [`Error::Broken`].
pub async fn between(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(Channel, NaiveDate, i32)>> {
    let rows = contact_volume::Entity::find().filter(contact_volume::Column::BeginsOn.between(from, until));
    let rows = rows.order_by_desc(contact_volume::Column::BeginsOn).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.channel, row.begins_on, row.contacts)).collect())
}

/// What somebody counted.
///
/// # Errors
/// [`Error::Broken`].
pub async fn held(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let rows = contact_volume::Entity::find().filter(contact_volume::Column::EnteredBy.eq(person));
    let rows = rows.order_by_asc(contact_volume::Column::BeginsOn).all(db).await?;
    Ok(Holding::new("contact-volumes", rows, |row| {
        Known::default()
            .with("month", row.begins_on)
            .with("channel", Word::new("channel-", row.channel.code()))
            .with("contacts", i64::from(row.contacts))
    }))
}

/// Their name goes; what was counted stays.
///
/// # Errors
/// [`Error::Broken`].
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    contact_volume::Entity::update_many()
        .col_expr(contact_volume::Column::EnteredBy, Expr::value(Option::<PersonId>::None))
        .filter(contact_volume::Column::EnteredBy.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
