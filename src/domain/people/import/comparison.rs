//! What a file would change, kept a page at a time, so that looking at it reads no more than is shown. It is compared anew
//! after some minutes, and when somebody has begun a file of its kind since; applying always compares for itself.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{id::*, import, import_page};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    sea_query::{Expr, OnConflict},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::diff::{Diff, Entry, Remark};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::{Error, Refusal, Result},
};

/// Rows of a page.
pub const ROWS: usize = 50;
/// Pages that are kept in one transaction.
const SLICE: usize = 40;
/// So long a comparison is shown.
const FRESH: TimeDelta = TimeDelta::minutes(10);

/// Rows that meet with the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Added,
    Moved,
    Changed,
    Left,
    Refused,
    Warnings,
    Kept,
}

impl List {
    /// Every list, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Added, Self::Moved, Self::Changed, Self::Left, Self::Refused, Self::Warnings, Self::Kept];

    /// As it is kept, and called in words, addresses and counts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Left => "left",
            Self::Refused => "refused",
            Self::Warnings => "warnings",
            Self::Kept => "kept",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.code() == code)
    }
}

/// What one page of a list holds.
#[derive(Clone, Debug)]
pub enum Rows {
    Entries(Vec<Entry>),
    Remarks(Vec<Remark>),
}

/// Whether what is kept of it may be shown to this person: who stays depends on who would apply it.
#[must_use]
pub fn is_fresh(row: &import::Model, viewer: Option<PersonId>, now: DateTime<Utc>) -> bool {
    row.compared_by == viewer && row.compared_at.is_some_and(|at| at > now - FRESH)
}

/// Keeps what a file would change, in slices, so that nobody waits long for the writer.
///
/// # Errors
/// [`Refusal::ImportGone`] when it was applied meanwhile, or is too old; when the database fails.
pub(in crate::domain) async fn keep(house: &House, actor: &Actor, id: ImportId, diff: &Diff) -> Result<()> {
    let pages = pages(diff)?;
    let hold = Expr::value(Option::<DateTime<Utc>>::None);
    let hold = &[(import::Column::ComparedAt, hold)];
    for slice in pages.chunks(SLICE) {
        let keep = |change: std::sync::Arc<Change>| async move {
            write(&change, id, hold).await?;
            insert(&change, id, slice).await
        };
        house.write(actor, keep).await?;
    }
    let done = |change: std::sync::Arc<Change>| async move {
        use import::Column::{ComparedAt, ComparedBy, Counts};
        let by = Expr::value(change.actor.person);
        let (at, counts) = (Expr::value(change.now), Expr::value(diff.counts()));
        write(&change, id, &[(ComparedAt, at), (ComparedBy, by), (Counts, counts)]).await?;
        shorten(&change, id, diff).await
    };
    house.write(actor, done).await
}

/// Writes to a file that waits, and holds it until the change is done.
async fn write(change: &Change, id: ImportId, values: &[(import::Column, Expr)]) -> Result<()> {
    use import::Column::{AppliedAt, Content, Id};
    let mut update = import::Entity::update_many();
    for (column, value) in values {
        update = update.col_expr(*column, value.clone());
    }
    let waits = Id.eq(id).and(AppliedAt.is_null()).and(Content.is_not_null());
    if update.filter(waits).exec(change.db()).await?.rows_affected == 1 {
        Ok(())
    } else {
        Err(Refusal::ImportGone.into())
    }
}

type Page = (List, i32, Value);

async fn insert(change: &Change, id: ImportId, pages: &[Page]) -> Result<()> {
    use import_page::Column::{ImportId, List, Number, Rows};
    let rows = pages.iter().map(|(list, number, rows)| import_page::ActiveModel {
        import_id: Set(id),
        list: Set(list.code().into()),
        number: Set(*number),
        rows: Set(rows.clone()),
    });
    let again = OnConflict::columns([ImportId, List, Number]).update_column(Rows).to_owned();
    import_page::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    Ok(())
}

/// Lists may have become shorter since the last time.
async fn shorten(change: &Change, id: ImportId, diff: &Diff) -> Result<()> {
    use import_page::Column::{ImportId, List as Code, Number};
    for list in List::ALL {
        let last = i32::try_from(length(diff, list).div_ceil(ROWS)).unwrap_or(i32::MAX);
        let rest = ImportId.eq(id).and(Code.eq(list.code())).and(Number.gt(last));
        import_page::Entity::delete_many().filter(rest).exec(change.db()).await?;
    }
    Ok(())
}

fn length(diff: &Diff, list: List) -> usize {
    match list {
        List::Added => diff.added.len(),
        List::Moved => diff.moved.len(),
        List::Changed => diff.changed.len(),
        List::Left => diff.left.len(),
        List::Refused => diff.refused.len(),
        List::Warnings => diff.warnings.len(),
        List::Kept => diff.kept.len(),
    }
}

fn pages(diff: &Diff) -> Result<Vec<Page>> {
    let lists = [
        cut(List::Added, &diff.added)?,
        cut(List::Moved, &diff.moved)?,
        cut(List::Changed, &diff.changed)?,
        cut(List::Left, &diff.left)?,
        cut(List::Refused, &diff.refused)?,
        cut(List::Warnings, &diff.warnings)?,
        cut(List::Kept, &diff.kept)?,
    ];
    Ok(lists.concat())
}

fn cut(list: List, rows: &[impl Serialize]) -> Result<Vec<Page>> {
    let page = |(number, rows)| Ok((list, number, serde_json::to_value(rows).map_err(unreadable)?));
    (1..).zip(rows.chunks(ROWS)).map(page).collect()
}

/// One page of a list, from 1; empty after the last.
///
/// # Errors
/// When the database fails.
pub async fn page(db: &impl ConnectionTrait, id: ImportId, list: List, number: i32) -> Result<Rows> {
    let page = import_page::Entity::find_by_id((id, list.code().to_owned(), number)).one(db).await?;
    rows(list, page)
}

/// The first page of every list.
///
/// # Errors
/// When the database fails.
pub async fn first(db: &impl ConnectionTrait, id: ImportId) -> Result<Vec<(List, Rows)>> {
    let first = import_page::Column::ImportId.eq(id).and(import_page::Column::Number.eq(1));
    let pages = import_page::Entity::find().filter(first).all(db).await?;
    let of = |list: List| pages.iter().find(|page| page.list == list.code()).cloned();
    List::ALL.into_iter().map(|list| Ok((list, rows(list, of(list))?))).collect()
}

fn rows(list: List, page: Option<import_page::Model>) -> Result<Rows> {
    Ok(match list {
        List::Refused | List::Warnings | List::Kept => Rows::Remarks(read(page)?),
        List::Added | List::Moved | List::Changed | List::Left => Rows::Entries(read(page)?),
    })
}

fn read<T: DeserializeOwned>(page: Option<import_page::Model>) -> Result<Vec<T>> {
    page.map_or(Ok(Vec::new()), |page| serde_json::from_value(page.rows).map_err(unreadable))
}

fn unreadable(error: serde_json::Error) -> Error {
    DbErr::Json(error.to_string()).into()
}
