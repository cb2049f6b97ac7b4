//! The log of everything that happened, newest first, for administrators.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{event, id::*, person};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};

use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Result},
    event::Event,
    page::{Page, Window},
    people::person::full_name,
    policy::Policy,
};

pub use entity::event::Model as Entry;

/// What is asked for. All that is given must hold; days are those of the organisation, both included.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<String>,
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// Who did it.
    pub actor: Option<PersonId>,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// Events, newest first.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may audit; field `cursor` when it is not one of ours.
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: (&Filter, &Policy),
    window: &Window,
) -> Result<Page<Entry>> {
    let mut rows = select(actor, query)?.order_by_desc(event::Column::Id);
    if let Some(after) = &window.after {
        rows = rows.filter(event::Column::Id.lt(EventId(after.id())));
    }
    let rows = rows.limit(window.limit + 1).all(db).await?;
    Ok(window.cut(rows, |row| (row.id, row.id.0)))
}

/// How many events the filter finds.
///
/// # Errors
/// As [`list`].
pub async fn count(db: &impl ConnectionTrait, actor: &Actor, query: (&Filter, &Policy)) -> Result<u64> {
    Ok(select(actor, query)?.count(db).await?)
}

/// The kinds that there are events of.
///
/// # Errors
/// When the database fails.
pub async fn kinds(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let kinds = event::Entity::find().select_only().column(event::Column::Kind).distinct();
    Ok(kinds.order_by_asc(event::Column::Kind).into_tuple().all(db).await?)
}

/// The names of these people, as far as they are still known.
///
/// # Errors
/// When the database fails.
pub async fn names(db: &impl ConnectionTrait, people: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    let rows =
        person::Entity::find().filter(person::Column::Id.is_in(people.iter().copied())).all(db).await?;
    Ok(rows.iter().map(|row| (row.id, full_name(row))).collect())
}

/// Notes that so many events left the house in a file.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may audit.
pub async fn note_export(change: &Change, rows: usize) -> Result<()> {
    if !change.actor.may_audit() {
        return Err(Error::Forbidden);
    }
    change.record(Event::LogExported { rows }).await
}

fn select(actor: &Actor, (filter, policy): (&Filter, &Policy)) -> Result<Select<event::Entity>> {
    use event::Column::{ActorId, At, Kind, PersonId};
    if !actor.may_audit() {
        return Err(Error::Forbidden);
    }
    let after = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    let wanted = Condition::all()
        .add_option(filter.kind.as_ref().map(|kind| Kind.eq(kind)))
        .add_option(filter.person.map(|id| PersonId.eq(id)))
        .add_option(filter.actor.map(|id| ActorId.eq(id)))
        .add_option(filter.from.map(|day| At.gte(policy.midnight(day))))
        .add_option(filter.until.map(|day| At.lt(policy.midnight(after(day)))));
    Ok(event::Entity::find().filter(wanted))
}
