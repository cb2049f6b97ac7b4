//! 5 and 6: improvements done in time, and ideas answered within twenty working days.

use entity::{id::*, improvement};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::{Counts, Scope};
use crate::domain::{
    adoption::{
        ledger::{Draft, Work},
        statistics::Share,
    },
    dialogue::improvement::figure::{self, LEAST},
    error::Result,
};

/// Both, and how many were done.
#[expect(clippy::cast_precision_loss, reason = "five")]
pub(super) async fn add<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    draft: &mut Draft,
    counts: &mut Counts,
) -> Result<()> {
    let days = (scope.period.begins_on, scope.period.ends_on);
    let least = LEAST as f64;
    let on_time = added_up(scope, &figure::all_on_time(scope.db, days).await?);
    scope.publish(draft, (Work::OnTime, least), &on_time);
    counts.answered = added_up(scope, &figure::all_answered(scope.db, days).await?);
    scope.publish(draft, (Work::Answered, least), &counts.answered);
    counts.done = done(scope).await?;
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "there are not so many ideas")]
fn added_up<C>(scope: &Scope<'_, C>, teams: &[(DepartmentId, figure::Share)]) -> Vec<Share> {
    let (mut part, mut of) = (scope.none(), scope.none());
    for (team, share) in teams {
        let at = scope.units.at(*team);
        part[at] += share.part as f64;
        of[at] += share.of as f64;
    }
    scope.shares(&part, &of)
}

async fn done<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<Vec<f64>> {
    use improvement::Column::{DepartmentId as Team, DoneOn, Id};
    let rows: Vec<(DepartmentId, i64)> = improvement::Entity::find()
        .select_only()
        .column(Team)
        .column_as(Id.count(), "done")
        .filter(DoneOn.between(scope.period.begins_on, scope.period.ends_on))
        .filter(Team.is_not_null())
        .group_by(Team)
        .into_tuple()
        .all(scope.db)
        .await?;
    let mut own = scope.none();
    for (team, _) in rows.into_iter().filter(|(_, done)| *done > 0) {
        own[scope.units.at(team)] += 1.0;
    }
    Ok(scope.units.sum(&own))
}
