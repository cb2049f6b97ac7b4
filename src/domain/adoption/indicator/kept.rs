//! Whether residents notice: a figure of a department on target in two periods, one after the other.

use std::collections::{HashMap, HashSet};

use entity::promise;
use sea_orm::{ConnectionTrait, EntityTrait as _};

use super::Scope;
use crate::domain::{
    adoption::ledger::{Before, Cell, Draft, Indicator},
    error::Result,
    service::promise::keeps,
};

/// The units with a published promise that was kept in this period and in the one before.
pub(in crate::domain::adoption) async fn twice<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    draft: &Draft,
    before: &Before,
) -> Result<HashSet<usize>> {
    let promises = promise::Entity::find().all(scope.db).await?;
    let promises: HashMap<_, _> = promises.iter().map(|one| (one.code.as_str(), one)).collect();
    let nodes = scope.units.nodes.iter().enumerate();
    let places: HashMap<_, _> = nodes.map(|(at, node)| (node.id, (at, node.department))).collect();
    let kept = |cell: &Cell| {
        let (at, department) = *places.get(&cell.unit)?;
        let promise = *promises.get(cell.subject.as_str())?;
        let then = before.value(department, Indicator::Promise, &cell.subject)?;
        let kept = |value| keeps(promise.direction, value, promise.target);
        (kept(cell.value) && kept(then)).then_some(at)
    };
    Ok(draft.all(Indicator::Promise).filter_map(|cell| kept(&cell)).collect())
}
