//! Departments as rows of a file: how two differ, in which order they are written, and what stays of their past.

use std::collections::HashMap;

use entity::{department, id::DepartmentId};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::changed::{Changed, Shown};
use crate::domain::{
    change::Change,
    error::Result,
    people::{department::Department, department_past::keep},
};

/// What gets another name or parent keeps the old one as its past.
pub(super) async fn remember(change: &Change, slice: &[Department]) -> Result<()> {
    let today = change.policy.day(change.now);
    let ids = slice.iter().map(|row| row.id);
    let before =
        department::Entity::find().filter(department::Column::Id.is_in(ids)).all(change.db()).await?;
    for old in before {
        let new = slice.iter().find(|row| row.id == old.id);
        if new.is_some_and(|new| new.name != old.name || new.parent_id != old.parent_id) {
            keep(change, &old, today).await?;
        }
    }
    Ok(())
}

/// The fields that differ, with parents by name.
pub(super) fn changes(
    before: &Department,
    after: &Department,
    names: &HashMap<DepartmentId, &str>,
) -> Vec<Changed> {
    let parent = |department: &Department| -> Shown {
        department.parent_id.and_then(|id| names.get(&id)).copied().into()
    };
    let changes = [
        (before.name != after.name).then(|| Changed::new("name", &*before.name, &*after.name)),
        (before.parent_id != after.parent_id)
            .then(|| Changed::new("parentId", parent(before), parent(after))),
        (before.kind != after.kind).then(|| Changed::new("kind", [before.kind.code()], [after.kind.code()])),
        (before.cost_centre != after.cost_centre).then(|| {
            let shown = |department: &Department| Shown::from(department.cost_centre.as_deref());
            Changed::new("costCentre", shown(before), shown(after))
        }),
    ];
    changes.into_iter().flatten().collect()
}

/// A foreign key holds at the end of each statement, so a parent may not come in a later one.
pub(super) fn parents_first(rows: Vec<Department>) -> Vec<Department> {
    let parents: HashMap<_, _> = rows.iter().map(|row| (row.id, row.parent_id)).collect();
    let depth = |row: &Department| {
        std::iter::successors(row.parent_id, |id| parents.get(id).copied().flatten()).take(rows.len()).count()
    };
    let mut rows: Vec<_> = rows.iter().map(|row| (depth(row), row.clone())).collect();
    rows.sort_by_key(|(depth, _)| *depth);
    rows.into_iter().map(|(_, row)| row).collect()
}
