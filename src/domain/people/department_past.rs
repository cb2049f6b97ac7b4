//! How the tree was on a day that has passed: figures of a period use the tree of that period.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{department, department_version, id::*};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};

use super::department::{Department, Tree};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result},
};

pub use entity::department_version::Model as Version;

/// The tree as it was on this day: the departments there were, with the names and parents they had. A version that has no
/// first day holds for all days before.
///
/// # Errors
/// When the database fails.
pub async fn tree_on(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Tree> {
    let all = department::Entity::find().order_by_asc(department::Column::Name).all(db).await?;
    let later = department_version::Entity::find().filter(department_version::Column::EndsOn.gte(day));
    // Of several the one that ends first holds on the day.
    let later = later.order_by_desc(department_version::Column::EndsOn).all(db).await?;
    let then: HashMap<_, _> = later.into_iter().map(|version| (version.department_id, version)).collect();
    let was = |mut one: Department| {
        let there =
            one.begins_on.is_none_or(|first| first <= day) && one.ends_on.is_none_or(|last| last >= day);
        if let Some(version) = then.get(&one.id) {
            one.name.clone_from(&version.name);
            one.parent_id = version.parent_id;
        }
        there.then_some(one)
    };
    Ok(Tree::new(all.into_iter().filter_map(was).collect()))
}

/// What a department was before, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn versions(db: &impl ConnectionTrait, id: DepartmentId) -> Result<Vec<Version>> {
    let of = department_version::Entity::find().filter(department_version::Column::DepartmentId.eq(id));
    Ok(of.order_by_desc(department_version::Column::EndsOn).all(db).await?)
}

/// The departments that were merged into this one.
///
/// # Errors
/// When the database fails.
pub async fn predecessors(db: &impl ConnectionTrait, id: DepartmentId) -> Result<Vec<Department>> {
    let merged = department::Entity::find().filter(department::Column::SuccessorId.eq(id));
    Ok(merged.order_by_asc(department::Column::Name).all(db).await?)
}

/// Keeps what a department was until the day before `from`, because it becomes something else.
///
/// # Errors
/// Field `from` when that day is to come, or not after the last change: what has been told of a period stays true.
pub(super) async fn keep(change: &Change, before: &Department, from: NaiveDate) -> Result<()> {
    let (today, last) = (change.policy.day(change.now), from.pred_opt().unwrap_or(from));
    if from > today {
        return Err(Field::new("from", "day-to-come").into());
    }
    let newest = versions(change.db(), before.id).await?.into_iter().next();
    let starts_on = newest.and_then(|version| version.ends_on.succ_opt()).or(before.begins_on);
    if let Some(first) = starts_on.filter(|first| *first > from) {
        return Err(Field::new("from", "before-last-change").with("day", first).into());
    }
    // A second change on the same day: what held since this morning leaves nothing to remember.
    if starts_on == Some(from) {
        return Ok(());
    }
    let row = department_version::ActiveModel {
        id: Set(DepartmentVersionId::new()),
        department_id: Set(before.id),
        name: Set(before.name.clone()),
        parent_id: Set(before.parent_id),
        starts_on: Set(starts_on),
        ends_on: Set(last),
    };
    department_version::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(())
}

/// A department that still is.
///
/// # Errors
/// [`Error::Missing`] for one that never was or was merged.
pub async fn living(db: &impl ConnectionTrait, id: DepartmentId) -> Result<Department> {
    let found = department::Entity::find_by_id(id).filter(department::Column::EndsOn.is_null());
    found.one(db).await?.ok_or(Error::Missing("department"))
}
