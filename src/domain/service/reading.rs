//! Readings of promises: what was measured over one period. Nothing is ever changed: a correction is a new reading with a reason, and
//! the newest counts.

mod enter;
mod known;
mod outcome;

use std::collections::{HashMap, HashSet};

use entity::{id::*, person, promise, reading, reading_figure};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::promise::{Promise, PromiseUnit, keeps};
use crate::domain::{
    error::Result,
    page::{Page, Window, count_some},
};

pub use enter::{Figure, Given, NOTE, checked, enter, enter_all, target_of};
pub use entity::reading::{Model as Reading, ReadingWay};
pub(in crate::domain) use known::{forget, held};
pub use outcome::{Outcome, results};

/// What may stand beside the value of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Calls that were given up, of all that were offered.
    Abandoned,
    /// Permits that were decided within the term that the organisation set itself.
    OwnTerm,
    /// Permits that were decided within the term of the law.
    LegalTerm,
    /// Net days, without suspension.
    MedianDays,
    /// Nine in ten were faster.
    P90Days,
    /// How many there could be.
    OutOf,
}

impl Beside {
    /// All, in the order of a page.
    pub const ALL: [Self; 6] =
        [Self::Abandoned, Self::OwnTerm, Self::LegalTerm, Self::MedianDays, Self::P90Days, Self::OutOf];

    /// The code, as in forms, files and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Abandoned => "abandoned-share",
            Self::OwnTerm => "own-term-share",
            Self::LegalTerm => "legal-term-share",
            Self::MedianDays => "median-days",
            Self::P90Days => "p90-days",
            Self::OutOf => "out-of",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Whether it is a share from 0 to 1.
    #[must_use]
    pub const fn is_share(self) -> bool {
        matches!(self, Self::Abandoned | Self::OwnTerm | Self::LegalTerm)
    }

    /// What can stand beside values of this unit.
    #[must_use]
    pub const fn of(unit: PromiseUnit) -> &'static [Self] {
        match unit {
            PromiseUnit::Share => &[Self::Abandoned],
            PromiseUnit::Ratio => &[Self::OwnTerm, Self::LegalTerm, Self::MedianDays, Self::P90Days],
            PromiseUnit::Count => &[Self::OutOf],
            PromiseUnit::Grade => &[],
        }
    }
}

/// A reading with what stands beside it, and who entered it.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: Reading,
    pub beside: Vec<(Beside, f64)>,
    /// Nothing: the house counted it, a program without a person sent it, or somebody who was erased entered it.
    pub by: Option<person::Model>,
}

/// The readings that count of some promises, the newest period first, at most so many in all.
///
/// # Errors
/// When the database fails.
pub async fn latest(
    db: &impl ConnectionTrait,
    promises: &[PromiseId],
    most: u64,
) -> Result<HashMap<PromiseId, Vec<Reading>>> {
    let rows = reading::Entity::find()
        .filter(reading::Column::PromiseId.is_in(promises.iter().copied()))
        .filter(reading::Column::ReplacedAt.is_null())
        .order_by_desc(reading::Column::BeginsOn)
        .limit(most)
        .all(db)
        .await?;
    let mut found: HashMap<PromiseId, Vec<Reading>> = HashMap::new();
    rows.into_iter().for_each(|row| found.entry(row.promise_id).or_default().push(row));
    Ok(found)
}

/// The readings that count of one promise, the newest period first.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(db: &impl ConnectionTrait, promise: PromiseId, window: &Window) -> Result<Page<Line>> {
    use reading::Column::{BeginsOn, Id, PromiseId as Of, ReplacedAt};
    let mut rows = reading::Entity::find().filter(Of.eq(promise)).filter(ReplacedAt.is_null());
    if let Some(cursor) = &window.after {
        let day = cursor.key::<chrono::NaiveDate>()?;
        rows = rows.filter(BeginsOn.lt(day));
    }
    let rows = rows.order_by_desc(BeginsOn).order_by_desc(Id).limit(window.limit + 1).all(db).await?;
    let page = window.cut(rows, |row| (row.begins_on, row.id.0));
    Ok(Page { items: lines(db, page.items).await?, next: page.next })
}

/// How many periods have a reading.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, promise: PromiseId) -> Result<u64> {
    use reading::Column::{PromiseId as Of, ReplacedAt};
    count_some(db, reading::Entity::find().filter(Of.eq(promise)).filter(ReplacedAt.is_null())).await
}

/// What was corrected: readings that no longer count, the newest period first and of one period the last first; at most so many.
///
/// # Errors
/// When the database fails.
pub async fn corrected(db: &impl ConnectionTrait, promise: PromiseId, most: u64) -> Result<Vec<Line>> {
    use reading::Column::{BeginsOn, PromiseId as Of, ReplacedAt};
    let rows = reading::Entity::find().filter(Of.eq(promise)).filter(ReplacedAt.is_not_null());
    let rows = rows.order_by_desc(BeginsOn).order_by_desc(ReplacedAt).limit(most).all(db).await?;
    lines(db, rows).await
}

/// One reading.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`].
pub async fn find(db: &impl ConnectionTrait, id: ReadingId) -> Result<Line> {
    let rows = reading::Entity::find_by_id(id).all(db).await?;
    lines(db, rows).await?.pop().ok_or(crate::domain::error::Error::Missing("reading"))
}

/// The reading of a period that counts.
///
/// # Errors
/// When the database fails.
pub async fn of_period(
    db: &impl ConnectionTrait,
    promise: PromiseId,
    begins_on: chrono::NaiveDate,
) -> Result<Option<Line>> {
    use reading::Column::{BeginsOn, PromiseId as Of, ReplacedAt};
    let rows = reading::Entity::find().filter(Of.eq(promise)).filter(BeginsOn.eq(begins_on));
    Ok(lines(db, rows.filter(ReplacedAt.is_null()).all(db).await?).await?.pop())
}

/// The first days of the periods whose reading somebody entered, and the house did not count.
///
/// # Errors
/// When the database fails.
pub async fn entered_by_hand(
    db: &impl ConnectionTrait,
    promise: PromiseId,
) -> Result<HashSet<chrono::NaiveDate>> {
    use reading::Column::{BeginsOn, PromiseId as Of, Way};
    let rows = counting().filter(Of.eq(promise)).filter(Way.ne(ReadingWay::Counted));
    let days: Vec<_> = rows.select_only().column(BeginsOn).into_tuple().all(db).await?;
    Ok(days.into_iter().collect())
}

/// Every reading that counts, with its promise, a part at a time: for a file.
///
/// # Errors
/// When the database fails.
pub async fn everything(db: &impl ConnectionTrait, window: &Window) -> Result<Page<(Promise, Line)>> {
    use reading::Column::{BeginsOn, Id};
    let rows = window.read(db, counting(), (BeginsOn, Id), |row| (row.begins_on, row.id.0)).await?;
    let ids = rows.items.iter().map(|row| row.promise_id);
    let of = promise::Entity::find().filter(promise::Column::Id.is_in(ids)).all(db).await?;
    let lines = lines(db, rows.items).await?;
    let with = |line: Line| Some((of.iter().find(|one| one.id == line.row.promise_id)?.clone(), line));
    Ok(Page { items: lines.into_iter().filter_map(with).collect(), next: rows.next })
}

/// How many count in all.
///
/// # Errors
/// When the database fails.
pub async fn count_all(db: &impl ConnectionTrait) -> Result<u64> {
    count_some(db, counting()).await
}

fn counting() -> sea_orm::Select<reading::Entity> {
    reading::Entity::find().filter(reading::Column::ReplacedAt.is_null())
}

async fn lines(db: &impl ConnectionTrait, rows: Vec<Reading>) -> Result<Vec<Line>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let figures = reading_figure::Entity::find().filter(reading_figure::Column::ReadingId.is_in(ids));
    let figures = figures.all(db).await?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.entered_by).collect();
    let people = match people.as_slice() {
        [] => Vec::new(),
        _ => person::Entity::find().filter(person::Column::Id.is_in(people)).all(db).await?,
    };
    let line = |row: Reading| {
        let mine = figures.iter().filter(|one| one.reading_id == row.id);
        let beside = mine.filter_map(|one| Some((Beside::from_code(&one.code)?, one.value)));
        let mut beside: Vec<_> = beside.collect();
        beside.sort_by_key(|(one, _)| Beside::ALL.iter().position(|other| other == one));
        Line { by: people.iter().find(|one| Some(one.id) == row.entered_by).cloned(), beside, row }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Whether a reading was on target, by the target of its own period.
#[must_use]
pub fn is_kept(promise: &Promise, row: &Reading) -> bool {
    keeps(promise.direction, row.value, row.target)
}
