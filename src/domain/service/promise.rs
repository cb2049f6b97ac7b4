//! Promises to residents: what is measured, the target, and who answers for it. Whoever measures keeps them; everybody reads them.

mod write;

use entity::{department, id::*, promise};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Select,
};

use crate::domain::{
    error::{Error, Result},
    page::{Page, Window, count_some},
};

pub use entity::promise::{Direction, Every, Model as Promise, Origin, PromiseUnit};
pub use write::{CODE, LINE, TEXT, checked, make, make_all, retire, rewrite, rewrite_all};

/// A promise as somebody writes it down.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub code: String,
    pub text_nl: String,
    pub text_en: String,
    pub indicator_nl: String,
    pub indicator_en: String,
    pub direction: Direction,
    /// A share from 0 to 1, or in the unit of the promise.
    pub target: f64,
    pub unit: PromiseUnit,
    pub every: Every,
    pub origin: Origin,
    /// Nothing: the whole organisation.
    pub department: Option<DepartmentId>,
    pub measured_by: String,
    pub data_source: String,
    pub definition_nl: String,
    pub definition_en: String,
}

impl Draft {
    /// What is known of a promise.
    #[must_use]
    pub fn of(row: &Promise) -> Self {
        Self {
            code: row.code.clone(),
            text_nl: row.text_nl.clone(),
            text_en: row.text_en.clone(),
            indicator_nl: row.indicator_nl.clone(),
            indicator_en: row.indicator_en.clone(),
            direction: row.direction,
            target: row.target,
            unit: row.unit,
            every: row.every,
            origin: row.origin,
            department: row.department_id,
            measured_by: row.measured_by.clone(),
            data_source: row.data_source.clone(),
            definition_nl: row.definition_nl.clone(),
            definition_en: row.definition_en.clone(),
        }
    }
}

/// Whether a value keeps a promise with this target.
#[must_use]
pub fn keeps(direction: Direction, value: f64, target: f64) -> bool {
    // A share of 0.9 that was counted as 9 of 10 is on target.
    const SLACK: f64 = 1e-9;
    match direction {
        Direction::AtLeast => value >= target - SLACK,
        Direction::AtMost => value <= target + SLACK,
    }
}

/// A promise with the department that answers for it.
#[derive(Clone, Debug)]
pub struct Item {
    pub row: Promise,
    pub department: Option<department::Model>,
}

/// Promises that hold, or those that were retired, by code.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(db: &impl ConnectionTrait, retired: bool, window: &Window) -> Result<Page<Item>> {
    use promise::Column::{Code, Id};
    let page = window.read(db, those(retired), (Code, Id), |row| (row.code.clone(), row.id.0)).await?;
    let ids = page.items.iter().filter_map(|row| row.department_id);
    let of = department::Entity::find().filter(department::Column::Id.is_in(ids)).all(db).await?;
    let department = |row: &Promise| of.iter().find(|one| Some(one.id) == row.department_id).cloned();
    Ok(page.map(|row| Item { department: department(&row), row }))
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, retired: bool) -> Result<u64> {
    count_some(db, those(retired)).await
}

fn those(retired: bool) -> Select<promise::Entity> {
    use promise::Column::RetiredOn;
    promise::Entity::find().filter(if retired { RetiredOn.is_not_null() } else { RetiredOn.is_null() })
}

/// Every promise, also those that were retired, by code: there are some tens at most.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Promise>> {
    Ok(promise::Entity::find().order_by_asc(promise::Column::Code).all(db).await?)
}

/// The promise with this code, in any case.
///
/// # Errors
/// [`Error::Missing`].
pub async fn find(db: &impl ConnectionTrait, code: &str) -> Result<Promise> {
    let found = promise::Entity::find().filter(promise::Column::Code.eq(code.trim().to_uppercase()));
    found.one(db).await?.ok_or(Error::Missing("promise"))
}

/// As [`find`], with its department.
///
/// # Errors
/// [`Error::Missing`].
pub async fn item(db: &impl ConnectionTrait, code: &str) -> Result<Item> {
    let found = promise::Entity::find().filter(promise::Column::Code.eq(code.trim().to_uppercase()));
    let found = found.find_also_related(department::Entity).one(db).await?;
    let (row, department) = found.ok_or(Error::Missing("promise"))?;
    Ok(Item { row, department })
}
