//! What was mailed: kept as it left for thirty days; and what waits to leave, or could not.

use chrono::{DateTime, Utc};
use entity::{id::*, letter, person, task};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select, Set,
    sea_query::{Expr, OnConflict},
};

use super::{
    change::Change,
    error::{Error, Result},
    handover,
    page::{Page, Window},
    queue,
};

/// A letter as it left.
#[derive(Clone, Debug)]
pub struct Copy {
    /// Which letter: the name of its templates.
    pub kind: &'static str,
    /// Whom it is about.
    pub person: PersonId,
    pub address: String,
    /// `nl` or `en`.
    pub language: &'static str,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The calendar file, if it had one.
    pub calendar: Option<String>,
    /// What somebody gives to the person, who has no address that works.
    pub paper: Option<Paper>,
}

/// A letter to be given by hand.
#[derive(Clone, Debug)]
pub struct Paper {
    pub text: String,
    /// From when on it tells nothing any more: what it is about is over by then. Nothing when it goes on telling something.
    pub lapses_at: Option<DateTime<Utc>>,
}

/// The letter has left: keeps the copy and ends the task. Twice is once.
///
/// # Errors
/// When the database fails.
pub async fn sent(change: &Change, task: &task::Model, copy: &Copy) -> Result<()> {
    let row = letter::ActiveModel {
        id: Set(LetterId(task.id.0)),
        kind: Set(copy.kind.into()),
        person_id: Set(Some(copy.person)),
        address: Set(copy.address.clone()),
        language: Set(copy.language.into()),
        subject: Set(copy.subject.clone()),
        text: Set(copy.text.clone()),
        html: Set(copy.html.clone()),
        calendar: Set(copy.calendar.clone()),
        sent_at: Set(change.now),
    };
    let kept = OnConflict::column(letter::Column::Id).do_nothing().to_owned();
    match letter::Entity::insert(row).on_conflict(kept).exec_without_returning(change.db()).await {
        Ok(_) | Err(sea_orm::DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    if let Some(paper) = &copy.paper {
        handover::ask(change, LetterId(task.id.0), copy.person, paper).await?;
    }
    queue::done(change, task).await
}

/// The address does not exist: the task is given up, and nothing more is mailed there until it changes.
///
/// # Errors
/// When the database fails.
pub async fn bounced(change: &Change, task: &task::Model, address: &str, why: &str) -> Result<()> {
    person::Entity::update_many()
        .col_expr(person::Column::BouncedAt, Expr::value(change.now))
        .filter(person::Column::Email.eq(address))
        .exec(change.db())
        .await?;
    queue::give_up(change, task, why).await
}

/// What was mailed, newest first.
///
/// # Errors
/// Field `cursor` when it is of another list.
pub async fn list(db: &impl ConnectionTrait, window: &Window) -> Result<Page<letter::Model>> {
    let mut rows = letter::Entity::find().cursor_by((letter::Column::SentAt, letter::Column::Id));
    rows.desc();
    if let Some(cursor) = &window.after {
        rows.after((cursor.key::<DateTime<Utc>>()?, cursor.id()));
    }
    let rows = rows.first(window.limit + 1).all(db).await?;
    Ok(window.cut(rows, |letter| (letter.sent_at.to_rfc3339(), letter.id.0)))
}

/// How many letters are kept.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(letter::Entity::find().count(db).await?)
}

/// One letter.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn find(db: &impl ConnectionTrait, id: LetterId) -> Result<letter::Model> {
    letter::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("letter"))
}

/// What was given up, latest first, at most `limit`: for its owner to solve and [`queue::retry`].
///
/// # Errors
/// When the database fails.
pub async fn failed(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<task::Model>> {
    let failed = tasks().filter(task::Column::FailedAt.is_not_null());
    Ok(failed.order_by_desc(task::Column::FailedAt).limit(limit).all(db).await?)
}

/// What should have left and has not yet, oldest first, at most `limit`; `attempts` and `last_error` tell why.
///
/// # Errors
/// When the database fails.
pub async fn waiting(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<task::Model>> {
    // A letter that failed is due later than now, a reminder of next week is too but was never tried.
    let late = task::Column::DueAt.lte(now).or(task::Column::Attempts.gt(0));
    let waiting = tasks().filter(task::Column::FailedAt.is_null()).filter(late);
    Ok(waiting.order_by_asc(task::Column::DueAt).limit(limit).all(db).await?)
}

fn tasks() -> Select<task::Entity> {
    task::Entity::find().filter(task::Column::Kind.eq("letter"))
}
