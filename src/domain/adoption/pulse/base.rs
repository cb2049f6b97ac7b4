//! To which department an answer is counted.

use chrono::NaiveDate;
use entity::{id::*, placement};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::HEADCOUNT;
use crate::domain::{
    error::Result,
    people::{
        department::{self, Tree},
        placement as placements,
    },
};

/// Where somebody works on this day, or the nearest department above it with enough people; of who works nowhere, and where nothing
/// is large enough, the whole organisation. Nothing in a house without departments.
///
/// Walks up as far as it must, a question a step: counting everybody for every answer would take longer.
pub(super) async fn of(
    db: &impl ConnectionTrait,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<DepartmentId>> {
    let tree = department::tree(db).await?;
    let own = placements::departments(db, person, today).await?.into_iter().next();
    nearest(db, &tree, own, today).await
}

/// The same for a department.
pub(super) async fn nearest(
    db: &impl ConnectionTrait,
    tree: &Tree,
    own: Option<DepartmentId>,
    today: NaiveDate,
) -> Result<Option<DepartmentId>> {
    let chain = own.map(|own| tree.above(own)).unwrap_or_default();
    for id in &chain {
        let below: Vec<_> = tree.below(*id).into_iter().collect();
        if is_large(db, &below, today).await? {
            return Ok(Some(*id));
        }
    }
    let top = tree.nodes().first().map(|node| node.department.id);
    Ok(chain.last().copied().or(top))
}

/// Whether enough people work in these departments together. Reads no more of them than that.
async fn is_large(db: &impl ConnectionTrait, below: &[DepartmentId], today: NaiveDate) -> Result<bool> {
    let people: Vec<PersonId> = placement::Entity::find()
        .select_only()
        .column(placement::Column::PersonId)
        .distinct()
        .filter(placement::Column::DepartmentId.is_in(below.iter().copied()))
        .filter(placements::on(today))
        .limit(HEADCOUNT)
        .into_tuple()
        .all(db)
        .await?;
    Ok(people.len() as u64 >= HEADCOUNT)
}
