//! 7: people with at least one completed training in the programme year, which is the year of the calendar.

use std::collections::HashSet;

use chrono::Datelike as _;
use entity::{
    enrolment::{self, Outcome},
    id::*,
    session,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    RelationTrait as _,
};

use super::{Counts, MANY, Scope};
use crate::domain::{
    adoption::{
        disclosure::{Atom, Partition},
        ledger::{Draft, Figure, Work},
        statistics::Share,
    },
    error::Result,
};

/// The share of every unit. Exact only where that leaves no twenty people of whom it could be worked out: for these a quarter.
pub(super) async fn add<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    draft: &mut Draft,
    counts: &mut Counts,
) -> Result<()> {
    let mut own = scope.none();
    for person in trained(scope).await? {
        if let Some(at) = scope.units.home(person) {
            own[at] += 1.0;
        }
    }
    let trained = scope.units.sum(&own).into_iter().zip(scope.people());
    counts.trained = trained.map(|(part, of)| Share::new(part, of)).collect();
    let exact = exact(scope);
    for (at, share) in counts.trained.iter().enumerate() {
        if scope.units.nodes[at].headcount >= draft.headcount {
            let figure = if exact.contains(&at) { Figure::work(*share) } else { Figure::quarter(*share) };
            draft.counted(scope.units, at, (Work::TrainingReach, ""), &figure);
        }
    }
    Ok(())
}

/// The class rule over people instead of answers.
fn exact<C>(scope: &Scope<'_, C>) -> HashSet<usize> {
    let nodes = &scope.units.nodes;
    let whole: Vec<_> = nodes.iter().map(|node| node.headcount).collect();
    let mut own = whole.clone();
    for (at, node) in nodes.iter().enumerate().skip(1) {
        own[node.parent.unwrap_or_default()] -= whole[at].min(own[node.parent.unwrap_or_default()]);
    }
    let atoms: Vec<_> = own.into_iter().map(|people| Atom::from([(0, people)])).collect();
    let mut partition = Partition::new(MANY, &atoms);
    let mut shown = scope.units.candidates(&whole);
    shown.retain(|at| partition.publish(&(*at..nodes[*at].end).collect::<Vec<_>>()));
    shown.into_iter().collect()
}

async fn trained<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<Vec<PersonId>> {
    let last = scope.period.ends_on;
    let first = last.with_ordinal(1).unwrap_or(last);
    let midnight = |day| scope.policy.midnight(day);
    let rows = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::PersonId)
        .distinct()
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(enrolment::Column::Outcome.eq(Outcome::Completed))
        .filter(session::Column::EndsAt.gte(midnight(first)))
        .filter(session::Column::EndsAt.lt(midnight(last.succ_opt().unwrap_or(last))));
    Ok(rows.into_tuple().all(scope.db).await?)
}
