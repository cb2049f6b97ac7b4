//! 4: how far each theme spread over the departments.

use sea_orm::ConnectionTrait;

use super::Scope;
use crate::domain::{
    adoption::ledger::{Draft, Figure, Work, share},
    dialogue::theme::talk,
    error::Result,
    people::department,
};

/// Of the whole organisation: departments with the theme, of those with a conversation. Too little talk of a theme is left out there.
pub(super) async fn add<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    let talks = talk::talks(scope.db).await?;
    if talks.is_empty() {
        return Ok(());
    }
    let tree = department::tree_on(scope.db, scope.period.ends_on).await?;
    let all = tree.nodes().iter().map(|node| node.department.id).collect();
    let days = (scope.period.begins_on, scope.period.ends_on);
    for (theme, spread) in talk::spread(&talks, &tree, &all, days) {
        let share = share(spread.with as u64, spread.of as u64);
        draft.counted(scope.units, 0, (Work::ThemeSpread, &theme.to_string()), &Figure::work(share));
    }
    Ok(())
}
