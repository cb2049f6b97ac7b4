//! An uploaded file waits here until it is applied, so that what was previewed is what is applied.

use entity::{
    id::*,
    import::{self, ImportKind},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use serde_json::json;

use super::{diff::Diff, read};
use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
};

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

/// Notes that a file was applied, with what it changed, and lets its content go.
///
/// # Errors
/// [`Refusal::ImportGone`] when it was applied before.
pub(in crate::domain) async fn applied(change: &Change, id: ImportId, diff: &Diff) -> Result<()> {
    let done = import::Entity::update_many()
        .col_expr(import::Column::AppliedAt, Expr::value(change.now))
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
