//! An uploaded file waits here until it is applied, so that what was previewed is what is applied.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    id::*,
    import::{self, ImportKind},
    import_trace,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, sea_query::Expr,
};
use serde_json::{Value, json};

use super::{diff::Diff, read};
use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
};

/// An import that has not got on for so long was interrupted.
const PATIENCE: TimeDelta = TimeDelta::seconds(60);

/// Keeps a file. Whoever keeps it has compared it already: reading it here would hold the transaction open.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import, field `file` when it is too large.
pub async fn keep(change: &Change, kind: ImportKind, file_name: &str, bytes: &[u8]) -> Result<ImportId> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    read::fits(bytes)?;
    let id = ImportId::new();
    let row = import::ActiveModel {
        id: Set(id),
        kind: Set(kind),
        file_name: Set(file_name.chars().filter(|c| !c.is_control()).take(200).collect()),
        content: Set(Some(bytes.to_vec())),
        uploaded_by: Set(change.actor.person),
        uploaded_at: Set(change.now),
        applied_at: Set(None),
        counts: Set(json!({})),
        restore: Set(None),
        started_at: Set(None),
        undone_at: Set(None),
        total: Set(0),
        done: Set(0),
        moved_at: Set(None),
    };
    import::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(id)
}

/// A kept file that was not applied yet, with its content.
///
/// # Errors
/// [`Error::Missing`] for an unknown one, [`Refusal::ImportGone`] when it was applied or is too old.
pub async fn find(db: &impl ConnectionTrait, id: ImportId) -> Result<(import::Model, Vec<u8>)> {
    let mut row = import::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("import"))?;
    let content = row.content.take().filter(|_| row.applied_at.is_none()).ok_or(Refusal::ImportGone)?;
    Ok((row, content))
}

/// The files that were applied or wait, the newest first, without their content.
///
/// # Errors
/// When the database fails.
pub async fn recent(db: &impl ConnectionTrait) -> Result<Vec<import::Model>> {
    let mut rows = import::Entity::find().order_by_desc(import::Column::UploadedAt).limit(20).all(db).await?;
    rows.iter_mut().for_each(|row| row.content = None);
    Ok(rows)
}

/// One import, without its content.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn one(db: &impl ConnectionTrait, id: ImportId) -> Result<import::Model> {
    let row = import::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("import"))?;
    Ok(import::Model { content: None, ..row })
}

/// Whether somebody is applying it now. One that has not got on for a minute was interrupted.
#[must_use]
pub fn runs(row: &import::Model, now: DateTime<Utc>) -> bool {
    row.applied_at.is_none() && row.moved_at.is_some_and(|at| at > now - PATIENCE)
}

/// Says that a file is being applied from now on; it is alone in that among files of its kind.
///
/// # Errors
/// [`Error::Missing`], [`Refusal::ImportGone`] when it was applied, [`Refusal::ImportRuns`] while somebody does.
pub async fn begin(change: &Change, id: ImportId) -> Result<()> {
    use import::Column::{AppliedAt, Done, Id, Kind, MovedAt, Total};
    let row = one(change.db(), id).await?;
    if row.applied_at.is_some() {
        return Err(Refusal::ImportGone.into());
    }
    // Locked in one order, so that of two that begin at once the second sees the first.
    let open = import::Entity::find().select_only().columns([Id, MovedAt]).filter(Kind.eq(row.kind));
    let open = open.filter(AppliedAt.is_null()).order_by_asc(Id).lock_exclusive();
    let open = open.into_tuple::<(ImportId, Option<DateTime<Utc>>)>().all(change.db()).await?;
    if open.iter().any(|(_, moved)| moved.is_some_and(|at| at > change.now - PATIENCE)) {
        return Err(Refusal::ImportRuns.into());
    }
    import::Entity::update_many()
        .col_expr(MovedAt, Expr::value(change.now))
        .col_expr(Total, Expr::value(0))
        .col_expr(Done, Expr::value(0))
        .filter(Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Says how many rows it will write, and what undoing it must know. From here on the files of this kind that came before
/// cannot be undone any more.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn counted(
    change: &Change,
    id: ImportId,
    total: usize,
    restore: Value,
) -> Result<()> {
    let row = one(change.db(), id).await?;
    let others = import::Column::Kind.eq(row.kind).and(import::Column::Id.ne(id));
    forget(change, Condition::all().add(others)).await?;
    import::Entity::update_many()
        .col_expr(import::Column::StartedAt, Expr::value(row.started_at.unwrap_or(change.now)))
        .col_expr(import::Column::Total, Expr::value(i32::try_from(total).unwrap_or(i32::MAX)))
        .col_expr(import::Column::Restore, Expr::value(restore))
        .filter(import::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Takes from imports what undoing them would need, and tells how many can be undone no longer.
pub(in crate::domain) async fn forget(change: &Change, which: Condition) -> Result<u64> {
    let ids = import::Entity::find().select_only().column(import::Column::Id).filter(which.clone());
    let theirs = import_trace::Column::ImportId.in_subquery(ids.into_query());
    import_trace::Entity::delete_many().filter(theirs).exec(change.db()).await?;
    let emptied = import::Entity::update_many()
        .col_expr(import::Column::Restore, Expr::value(Option::<Value>::None))
        .filter(which)
        .filter(import::Column::Restore.is_not_null());
    Ok(emptied.exec(change.db()).await?.rows_affected)
}

/// Counts rows that were written.
///
/// # Errors
/// When the database fails.
pub(super) async fn advance(change: &Change, id: ImportId, rows: usize) -> Result<()> {
    let rows = i32::try_from(rows).unwrap_or(i32::MAX);
    import::Entity::update_many()
        .col_expr(import::Column::Done, Expr::col(import::Column::Done).add(rows))
        .col_expr(import::Column::MovedAt, Expr::value(change.now))
        .filter(import::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Says that nobody applies it any more, so that it can be begun again at once.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn release(change: &Change, id: ImportId) -> Result<()> {
    import::Entity::update_many()
        .col_expr(import::Column::MovedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(import::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Notes that a file was applied, with what it changed, and lets its content go.
///
/// # Errors
/// [`Refusal::ImportGone`] when it was applied before.
pub(in crate::domain) async fn applied(change: &Change, id: ImportId, diff: &Diff) -> Result<()> {
    let done = import::Entity::update_many()
        .col_expr(import::Column::AppliedAt, Expr::value(change.now))
        .col_expr(import::Column::MovedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .col_expr(import::Column::Content, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(import::Column::Counts, Expr::value(diff.counts()))
        .filter(import::Column::Id.eq(id).and(import::Column::AppliedAt.is_null()))
        .exec(change.db())
        .await?;
    if done.rows_affected != 1 {
        return Err(Refusal::ImportGone.into());
    }
    change.record(Event::Imported { import: id, kind: diff.kind, counts: diff.counts() }).await
}

/// Notes that it was undone.
///
/// # Errors
/// [`Refusal::ImportNotUndoable`] when it was undone before.
pub(in crate::domain) async fn undone(change: &Change, row: &import::Model) -> Result<()> {
    let done = import::Entity::update_many()
        .col_expr(import::Column::UndoneAt, Expr::value(change.now))
        .filter(import::Column::Id.eq(row.id).and(import::Column::UndoneAt.is_null()))
        .exec(change.db())
        .await?;
    if done.rows_affected != 1 {
        return Err(Refusal::ImportNotUndoable.into());
    }
    forget(change, Condition::all().add(import::Column::Id.eq(row.id))).await?;
    change.record(Event::ImportUndone { import: row.id, kind: row.kind }).await
}
