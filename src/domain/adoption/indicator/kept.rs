//! Whether residents notice: a figure of a department on target in two periods, one after the other.

use std::collections::{HashMap, HashSet};

use entity::promise::{self, PromiseUnit};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryOrder as _};

use super::Scope;
use crate::domain::{
    adoption::ledger::{Before, Cell, Draft, Indicator},
    error::Result,
    service::promise::keeps,
};

/// The units with a published promise that was kept, or grades that were certainly on target, in this period and in the one before.
pub(in crate::domain::adoption) async fn twice<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    draft: &Draft,
    before: &Before,
) -> Result<HashSet<usize>> {
    let all = promise::Entity::find().order_by_asc(promise::Column::Code).all(scope.db).await?;
    let promises: HashMap<_, _> = all.iter().map(|one| (one.code.as_str(), one)).collect();
    let holds = |one: &promise::Model| one.retired_on.is_none_or(|day| day > scope.period.ends_on);
    let about_grades = all.iter().find(|one| one.unit == PromiseUnit::Grade && holds(one));
    let nodes = scope.units.nodes.iter().enumerate();
    let places: HashMap<_, _> = nodes.map(|(at, node)| (node.id, (at, node.department))).collect();
    let kept = |cell: &Cell| {
        let (at, department) = *places.get(&cell.unit)?;
        let promise = *promises.get(cell.subject.as_str())?;
        let then = before.value(department, Indicator::Promise, &cell.subject)?;
        let kept = |value| keeps(promise.direction, value, promise.target);
        (kept(cell.value) && kept(then)).then_some(at)
    };
    let graded = |cell: &Cell| {
        let (at, department) = *places.get(&cell.unit)?;
        let promise = about_grades?;
        let then = before.low(department, Indicator::Grade, "")?;
        let kept = |low| keeps(promise.direction, low, promise.target);
        (kept(cell.interval?.0) && kept(then)).then_some(at)
    };
    let kept = draft.all(Indicator::Promise).filter_map(|cell| kept(&cell));
    let together = draft.all(Indicator::Grade).filter(|cell| cell.subject.is_empty());
    Ok(kept.chain(together.filter_map(|cell| graded(&cell))).collect())
}
