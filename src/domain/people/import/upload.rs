//! An uploaded file waits here until it is applied, so that what was previewed is what is applied. One whose import was cut
//! off is gone on with when it comes again: only so the first half can be put back with the second.

use entity::{
    id::*,
    import::{self, ImportKind},
    import_page, import_trace,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    Iterable as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, Select,
    sea_query::Expr,
};
use serde_json::{Value, json};

use super::read;
use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
    secret,
};

/// Keeps a file, or finds the import of just this content that was cut off. Whoever keeps it has compared it already:
/// reading it here would hold the transaction open.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import, field `file` when it is too large.
pub async fn keep(change: &Change, kind: ImportKind, file_name: &str, bytes: &[u8]) -> Result<ImportId> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    read::fits(bytes)?;
    if let Some(begun) = cut_off(change.db(), kind).await?.filter(|row| holds(row, bytes)) {
        return keep_again(change, begun.id, bytes).await;
    }
    let id = ImportId::new();
    let row = import::ActiveModel {
        id: Set(id),
        kind: Set(kind),
        file_name: Set(file_name.chars().filter(|c| !c.is_control()).take(200).collect()),
        content: Set(Some(bytes.to_vec())),
        content_hash: Set(secret::hash(bytes)),
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
        run: Set(0),
        compared_at: Set(None),
        compared_by: Set(None),
    };
    import::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(id)
}

/// Its content may be gone by now, after the time that uploads stay.
async fn keep_again(change: &Change, id: ImportId, bytes: &[u8]) -> Result<ImportId> {
    import::Entity::update_many()
        .col_expr(import::Column::Content, Expr::value(bytes.to_vec()))
        .col_expr(import::Column::UploadedAt, Expr::value(change.now))
        .filter(import::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(id)
}

/// The import of a kind that was begun and never finished, while it is the last one begun: a later one takes from it what
/// undoing needs. It may still be going on.
///
/// # Errors
/// When the database fails.
pub async fn cut_off(db: &impl ConnectionTrait, kind: ImportKind) -> Result<Option<import::Model>> {
    use import::Column::{AppliedAt, Kind, Restore, StartedAt};
    let begun = rows().filter(Kind.eq(kind)).filter(AppliedAt.is_null()).filter(Restore.is_not_null());
    Ok(begun.order_by_desc(StartedAt).one(db).await?)
}

/// Whether it is of just this content.
#[must_use]
pub fn holds(row: &import::Model, bytes: &[u8]) -> bool {
    row.content_hash == secret::hash(bytes)
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
    Ok(rows().order_by_desc(import::Column::UploadedAt).limit(20).all(db).await?)
}

/// One import, without its content.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn one(db: &impl ConnectionTrait, id: ImportId) -> Result<import::Model> {
    let row = rows().filter(import::Column::Id.eq(id)).one(db).await?;
    row.ok_or(Error::Missing("import"))
}

/// Imports without their content: it can be megabytes, and only applying it needs it.
fn rows() -> Select<import::Entity> {
    let light = import::Column::iter().filter(|column| !matches!(column, import::Column::Content));
    let none = Expr::value(Option::<Vec<u8>>::None);
    import::Entity::find().select_only().columns(light).expr_as(none, "content")
}

/// Takes from imports what undoing them would need, and tells how many can be undone no longer.
pub(in crate::domain) async fn forget(change: &Change, which: Condition) -> Result<u64> {
    let theirs = import_trace::Column::ImportId.in_subquery(ids(&which));
    import_trace::Entity::delete_many().filter(theirs).exec(change.db()).await?;
    let emptied = import::Entity::update_many()
        .col_expr(import::Column::Restore, Expr::value(Option::<Value>::None))
        .filter(which)
        .filter(import::Column::Restore.is_not_null());
    Ok(emptied.exec(change.db()).await?.rows_affected)
}

/// Takes the content from imports, and the pages that show it; tells how many had it still.
pub(in crate::domain) async fn empty(change: &Change, which: Condition) -> Result<u64> {
    let theirs = import_page::Column::ImportId.in_subquery(ids(&which));
    import_page::Entity::delete_many().filter(theirs).exec(change.db()).await?;
    let emptied = import::Entity::update_many()
        .col_expr(import::Column::Content, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(import::Column::ComparedAt, Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None))
        .filter(which)
        .filter(import::Column::Content.is_not_null());
    Ok(emptied.exec(change.db()).await?.rows_affected)
}

fn ids(which: &Condition) -> sea_orm::sea_query::SelectStatement {
    import::Entity::find().select_only().column(import::Column::Id).filter(which.clone()).into_query()
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
