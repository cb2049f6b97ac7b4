//! Who is the nearest head above a department.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    id::*,
    person,
    role::{self, RoleKind},
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    RelationTrait as _,
};

use super::{department, person::employed_on};
use crate::domain::error::Result;

/// Who heads these departments, or the nearest one above that has a head, with the departments of which they are.
///
/// # Errors
/// When the database fails.
pub async fn heads(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    today: NaiveDate,
) -> Result<HashMap<PersonId, Vec<DepartmentId>>> {
    let tree = department::tree(db).await?;
    let heads: Vec<(Option<DepartmentId>, PersonId)> = role::Entity::find()
        .select_only()
        .columns([role::Column::DepartmentId, role::Column::PersonId])
        .join(JoinType::InnerJoin, role::Relation::Person.def())
        .filter(role::Column::Kind.eq(RoleKind::DepartmentHead))
        .filter(employed_on(today))
        .filter(person::Column::ErasedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut of: HashMap<DepartmentId, Vec<PersonId>> = HashMap::new();
    for (department, head) in heads {
        if let Some(department) = department {
            of.entry(department).or_default().push(head);
        }
    }
    let mut found: HashMap<PersonId, Vec<DepartmentId>> = HashMap::new();
    for department in departments {
        let near = tree.above(*department).into_iter().find_map(|id| of.get(&id));
        for head in near.into_iter().flatten() {
            found.entry(*head).or_default().push(*department);
        }
    }
    Ok(found)
}
