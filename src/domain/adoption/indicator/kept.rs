//! Whether residents notice: a figure of a department on target in two periods, one after the other.

use std::collections::HashSet;

use entity::promise;
use sea_orm::{ConnectionTrait, EntityTrait as _};

use super::{Scope, promise::is_kept};
use crate::domain::{
    adoption::ledger::{Before, Draft, Indicator},
    error::Result,
};

/// The units with a published promise that was kept in this period and in the one before.
pub(in crate::domain::adoption) async fn twice<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    draft: &Draft,
    before: &Before,
) -> Result<HashSet<usize>> {
    let promises = promise::Entity::find().all(scope.db).await?;
    let mut found = HashSet::new();
    for (at, node) in scope.units.nodes.iter().enumerate().skip(1) {
        let kept = |one: &promise::Model| {
            let now = draft.find(node.id, Indicator::Promise, &one.code)?.value;
            let then = before.value(node.department, Indicator::Promise, &one.code)?;
            Some(is_kept(one, now) && is_kept(one, then))
        };
        if promises.iter().filter_map(kept).any(|kept| kept) {
            found.insert(at);
        }
    }
    Ok(found)
}
