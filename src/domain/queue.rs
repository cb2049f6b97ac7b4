//! The job queue: who does which task, for how long, and what becomes of it.
//!
//! A worker takes a task under a lease. A worker that dies leaves its lease to run out, and another takes the task;
//! therefore everything that a task does must bear being done twice.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use entity::{id::*, task};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
    sea_query::{Expr, LockBehavior, LockType},
};

use super::{
    change::Change,
    error::{Error, Result},
    lease::database_now,
    task::Task,
};

/// A task is given up after this many attempts: with [`pause`] between them that is three days.
pub const ATTEMPTS: i32 = 25;
/// What is kept of a reason, in characters.
const REASON_LENGTH: usize = 500;

/// What a worker takes. What waits for another system may last minutes, and no letter waits for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Everything else.
    House,
    /// [`Task::Pull`].
    Outside,
}

impl Lane {
    /// The kind stands there as text: on it depends a partial index.
    fn holds(self) -> Expr {
        let (kind, pull) = (Expr::col((task::Entity, task::Column::Kind)), Expr::Constant(Task::PULL.into()));
        match self {
            Self::House => kind.ne(pull),
            Self::Outside => kind.eq(pull),
        }
    }
}

/// Whether there may be something to do; looks without taking a lock, for a worker that asks every second.
///
/// # Errors
/// When the database fails.
pub async fn is_due(db: &impl ConnectionTrait, lane: Lane, now: DateTime<Utc>) -> Result<bool> {
    Ok(due(lane, now).one(db).await?.is_some())
}

/// How it stands with the tasks of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Due and not done.
    pub waiting: i64,
    /// Since when the oldest of those is due.
    pub oldest: Option<DateTime<Utc>>,
    /// Given up, until somebody looks.
    pub failed: i64,
}

/// How it stands with the tasks, by kind; every kind is named.
///
/// # Errors
/// When the database fails.
pub async fn backlog(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<BTreeMap<String, Backlog>> {
    use task::Column::{DueAt, FailedAt, Id, Kind};
    let mut all: BTreeMap<_, Backlog> =
        Task::KINDS.iter().map(|kind| ((*kind).to_owned(), Backlog::default())).collect();
    let by_kind =
        || task::Entity::find().select_only().column(Kind).column_as(Id.count(), "count").group_by(Kind);
    let waiting = by_kind().column_as(DueAt.min(), "oldest");
    let waiting = waiting
        .filter(FailedAt.is_null())
        .filter(DueAt.lte(now))
        .into_tuple::<(String, i64, Option<DateTime<Utc>>)>()
        .all(db)
        .await?;
    for (kind, count, oldest) in waiting {
        let one = all.entry(kind).or_default();
        (one.waiting, one.oldest) = (count, oldest);
    }
    for (kind, count) in
        by_kind().filter(FailedAt.is_not_null()).into_tuple::<(String, i64)>().all(db).await?
    {
        all.entry(kind).or_default().failed = count;
    }
    Ok(all)
}

/// Takes the task that is due longest, for `patience`; counts the attempt.
///
/// # Errors
/// When the database fails.
pub async fn claim(
    change: &Change,
    lane: Lane,
    holder: &str,
    patience: TimeDelta,
) -> Result<Option<task::Model>> {
    let now = database_now(change).await?;
    let free =
        Condition::any().add(task::Column::LeaseUntil.is_null()).add(task::Column::LeaseUntil.lte(now));
    // Another worker's task is passed over, not waited for. SQLite has one writer and needs no such lock.
    let next =
        due(lane, change.now).filter(free).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    let Some(task) = next.one(change.db()).await? else {
        return Ok(None);
    };
    let (until, attempts) = (now + patience, task.attempts + 1);
    task::Entity::update_many()
        .col_expr(task::Column::Holder, Expr::value(holder))
        .col_expr(task::Column::LeaseUntil, Expr::value(until))
        .col_expr(task::Column::Attempts, Expr::value(attempts))
        .filter(task::Column::Id.eq(task.id))
        .exec(change.db())
        .await?;
    Ok(Some(task::Model { holder: Some(holder.to_owned()), lease_until: Some(until), attempts, ..task }))
}

/// The task is done and goes.
///
/// # Errors
/// When the database fails.
pub async fn done(change: &Change, task: &task::Model) -> Result<()> {
    task::Entity::delete_many().filter(task::Column::Id.eq(task.id)).exec(change.db()).await?;
    Ok(())
}

/// The task is tried again after a pause, or given up when it has been tried often enough.
///
/// # Errors
/// When the database fails.
pub async fn again(change: &Change, task: &task::Model, why: &str) -> Result<()> {
    if task.attempts >= ATTEMPTS {
        return give_up(change, task, why).await;
    }
    let due = change.now + pause(task.attempts);
    let next = mine(task).col_expr(task::Column::DueAt, Expr::value(due));
    let next = next.col_expr(task::Column::LastError, Expr::value(brief(why)));
    next.exec(change.db()).await?;
    Ok(())
}

/// The task will never succeed: it stays for its owner to see.
///
/// # Errors
/// When the database fails.
pub async fn give_up(change: &Change, task: &task::Model, why: &str) -> Result<()> {
    let last = mine(task).col_expr(task::Column::FailedAt, Expr::value(change.now));
    let last = last.col_expr(task::Column::LastError, Expr::value(brief(why)));
    last.exec(change.db()).await?;
    Ok(())
}

/// Drops what is due, as if it had been done: for a made-up past, whose letters nobody should get today.
///
/// # Errors
/// When the database fails.
pub async fn forget_due(change: &Change) -> Result<u64> {
    let due = task::Entity::delete_many().filter(task::Column::DueAt.lte(change.now));
    Ok(due.exec(change.db()).await?.rows_affected)
}

/// The task of this name, if nobody has tried it yet. One that was tried may have left: it loses its name, so that the
/// next one does not replace it.
///
/// # Errors
/// When the database fails.
pub async fn untried(change: &Change, key: &str) -> Result<Option<task::Model>> {
    let named = task::Entity::find().filter(task::Column::Key.eq(key)).lock_exclusive();
    let Some(task) = named.one(change.db()).await? else { return Ok(None) };
    if task.attempts == 0 {
        return Ok(Some(task));
    }
    task::Entity::update_many()
        .col_expr(task::Column::Key, Expr::value(Option::<String>::None))
        .filter(task::Column::Id.eq(task.id))
        .exec(change.db())
        .await?;
    Ok(None)
}

/// A worker that stops gives its tasks back, as if it had never taken them.
///
/// # Errors
/// When the database fails.
pub async fn release(change: &Change, holder: &str) -> Result<()> {
    unleased()
        .col_expr(task::Column::Attempts, Expr::col(task::Column::Attempts).sub(1))
        .filter(task::Column::Holder.eq(holder))
        .exec(change.db())
        .await?;
    Ok(())
}

/// A task that was given up is tried again from the start, at once.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Missing`] when no such task was given up.
pub async fn retry(change: &Change, id: TaskId) -> Result<()> {
    if !change.actor.may_see_letters() {
        return Err(Error::Forbidden);
    }
    let fresh = unleased()
        .col_expr(task::Column::Attempts, Expr::value(0))
        .col_expr(task::Column::DueAt, Expr::value(change.now))
        .col_expr(task::Column::FailedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(task::Column::Id.eq(id))
        .filter(task::Column::FailedAt.is_not_null())
        .exec(change.db())
        .await?;
    if fresh.rows_affected == 0 { Err(Error::Missing("task")) } else { Ok(()) }
}

/// How long to wait after a number of attempts: a minute, doubling up to four hours.
#[must_use]
pub fn pause(attempts: i32) -> TimeDelta {
    match attempts {
        ..=1 => TimeDelta::minutes(1),
        2..=8 => TimeDelta::minutes(1 << (attempts - 1)),
        _ => TimeDelta::hours(4),
    }
}

fn due(lane: Lane, now: DateTime<Utc>) -> Select<task::Entity> {
    task::Entity::find()
        .filter(task::Column::FailedAt.is_null())
        .filter(lane.holds())
        .filter(task::Column::DueAt.lte(now))
        .order_by_asc(task::Column::DueAt)
        .order_by_asc(task::Column::Id)
        .limit(1)
}

fn unleased() -> sea_orm::UpdateMany<task::Entity> {
    task::Entity::update_many()
        .col_expr(task::Column::Holder, Expr::value(Option::<String>::None))
        .col_expr(task::Column::LeaseUntil, Expr::value(Option::<DateTime<Utc>>::None))
}

/// The row, as long as this worker still holds it: after a lease ran out it may be another's.
fn mine(task: &task::Model) -> sea_orm::UpdateMany<task::Entity> {
    unleased().filter(task::Column::Id.eq(task.id)).filter(task::Column::Holder.eq(task.holder.clone()))
}

fn brief(why: &str) -> String {
    why.chars().take(REASON_LENGTH).collect()
}
