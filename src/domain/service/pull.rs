//! Promises whose figures come from another system: which are due, and what came of asking. The asking itself is of another room.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{id::*, promise, promise_pull};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QuerySelect as _,
};

use super::{
    call_back::{self, Day, Source, window},
    permit,
    promise::{Origin, Promise},
};
use crate::domain::{
    change::{Asked, Change},
    error::{Error, Refusal, Result},
    event::Measuring,
    task::Task,
};

pub use entity::promise_pull::{Failure, Model as Pull};

/// What another system told, added up.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// Tasks or cases.
    pub seen: usize,
    /// Of those: without what is needed to count them.
    pub unusable: usize,
    pub found: Found,
}

/// What it comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// By the day on which they were due, and how many are not due yet.
    CallBacks { days: Vec<Day>, to_come: usize },
    /// By the day on which they were decided; of the days of [`permit::span`].
    Permits(Vec<permit::Decided>),
}

impl Found {
    /// Where such figures come from.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        match self {
            Self::CallBacks { .. } => Origin::OpenKlant,
            Self::Permits(_) => Origin::OpenZaak,
        }
    }
}

/// How the last pull of a promise went; nothing before the first.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, promise: PromiseId) -> Result<Option<Pull>> {
    Ok(promise_pull::Entity::find_by_id(promise).one(db).await?)
}

/// Asks another system as soon as a worker is free.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Error::Missing`]; [`Refusal::NotPossibleNow`] for a promise that is not fetched
/// from another system, or is none any more.
pub async fn ask(change: &Change, id: PromiseId) -> Result<()> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    let row = promise::Entity::find_by_id(id).one(change.db()).await?.ok_or(Error::Missing("promise"))?;
    if !is_pulled(&row) {
        return Err(Refusal::NotPossibleNow.into());
    }
    change.record(Measuring::PullAsked { promise: id, source: row.origin.code() }.into()).await?;
    change.later_all(vec![asked(change, id)]).await
}

/// Asks for every promise of which nothing came in since midnight. What waits to be tried again is tried now.
///
/// # Errors
/// When the database fails.
pub async fn ask_due(change: &Change) -> Result<()> {
    let midnight = change.policy.midnight(change.policy.day(change.now));
    let promises = promise::Entity::find().filter(promise::Column::RetiredOn.is_null());
    let pulled = promise::Column::Origin.is_in([Origin::OpenKlant, Origin::OpenZaak]);
    let promises = promises.filter(pulled).all(change.db()).await?;
    let ids = promises.iter().map(|row| row.id);
    let pulls = promise_pull::Entity::find().filter(promise_pull::Column::PromiseId.is_in(ids));
    let pulls: HashMap<_, _> =
        pulls.all(change.db()).await?.into_iter().map(|row| (row.promise_id, row.pulled_at)).collect();
    let since = |row: &Promise| pulls.get(&row.id).copied().flatten().is_some_and(|at| at >= midnight);
    let due = promises.iter().filter(|row| !since(row));
    change.later_all(due.map(|row| asked(change, row.id)).collect()).await
}

fn asked(change: &Change, promise: PromiseId) -> Asked {
    Asked { task: Task::Pull { promise }, due: change.now, key: Some(format!("pull:{promise}")) }
}

/// Whether a promise is fetched from another system.
#[must_use]
pub const fn is_pulled(row: &Promise) -> bool {
    row.origin.is_pulled() && row.retired_on.is_none()
}

/// The promise of a task, when it is still fetched from another system.
///
/// # Errors
/// When the database fails.
pub async fn still(db: &impl ConnectionTrait, id: PromiseId) -> Result<Option<Promise>> {
    Ok(promise::Entity::find_by_id(id).one(db).await?.filter(is_pulled))
}

/// Keeps what came in, as read at a moment, and what it was. Of nothing nothing is replaced: a system that is empty all at once is
/// more often a mistake. Does nothing when the promise has another source by now, or something came in that was asked later.
///
/// # Errors
/// As [`super::reading::enter_all`].
pub async fn keep(change: &Change, id: PromiseId, read: &Read, at: DateTime<Utc>) -> Result<()> {
    let row = promise::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let Some(row) = row.filter(|row| is_pulled(row) && row.origin == read.found.origin()) else {
        return Ok(());
    };
    let before = before(change, id).await?;
    // Two that were under way at once: what was asked last is what counts, whichever came in last.
    if before.pulled_at.is_some_and(|came| came > at) {
        return Ok(());
    }
    let today = change.policy.day(at);
    let (span, counted, unknown, to_come) = match &read.found {
        Found::CallBacks { days, to_come } => {
            let span = window(today);
            if !days.is_empty() {
                call_back::keep(change, &row, span, days, Source::OpenKlant).await?;
            }
            let of =
                |some: &dyn Fn(&Day) -> bool| days.iter().filter(|day| some(day)).map(|day| day.due).sum();
            (span, of(&|_| true), of(&|day| day.department.is_none()), *to_come)
        }
        Found::Permits(decided) => {
            let within = permit::keep(change, &row, decided, today).await?;
            (permit::span(row.every, today), number(within), 0, 0)
        }
    };
    let (seen, unusable) = (number(read.seen), number(read.unusable));
    let source = row.origin.code();
    change.record(Measuring::PromisePulled { promise: id, source, seen, counted, unusable }.into()).await?;
    let to_come = number(to_come);
    write(
        change,
        Pull { pulled_at: Some(at), seen, counted, unknown, to_come, unusable, ..spanned(before, span) },
    )
    .await
}

fn spanned(pull: Pull, (from, until): (NaiveDate, NaiveDate)) -> Pull {
    Pull { from_day: Some(from), until_day: Some(until), ..pull }
}

/// Notes that nothing came in, and why. What came in before stays.
///
/// # Errors
/// When the database fails.
pub async fn fail(change: &Change, id: PromiseId, failure: Failure) -> Result<()> {
    if promise::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?.is_none() {
        return Ok(());
    }
    let before = before(change, id).await?;
    write(change, Pull { failed_at: Some(change.now), failure: Some(failure), ..before }).await
}

/// As it is; all empty before the first.
async fn before(change: &Change, id: PromiseId) -> Result<Pull> {
    let none = Pull {
        promise_id: id,
        pulled_at: None,
        from_day: None,
        until_day: None,
        seen: 0,
        counted: 0,
        unknown: 0,
        to_come: 0,
        unusable: 0,
        failed_at: None,
        failure: None,
    };
    Ok(of(change.db(), id).await?.unwrap_or(none))
}

async fn write(change: &Change, pull: Pull) -> Result<()> {
    let there = of(change.db(), pull.promise_id).await?.is_some();
    let row = pull.into_active_model().reset_all();
    if there {
        row.update(change.db()).await?;
    } else {
        promise_pull::Entity::insert(row).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
