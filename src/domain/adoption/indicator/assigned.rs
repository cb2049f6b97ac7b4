//! 8: of the assignments that were due in the period, how many were completed. Who was exempted or left the group counts in neither
//! number.

use std::collections::{HashMap, HashSet};

use entity::{
    duty::{self, DutyEnding},
    id::*,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _, QuerySelect as _,
};

use super::{Counts, Scope};
use crate::domain::{
    adoption::{
        disclosure::{Atom, Partition},
        ledger::{Draft, Figure, Work},
    },
    error::Result,
};

/// The share of every unit; of which at least five people had to complete something, and no fewer can be worked out.
pub(super) async fn add<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    draft: &mut Draft,
    counts: &mut Counts,
) -> Result<()> {
    use duty::Column::{DoneOn, DueOn, Ending, ExemptedAt, PersonId as Person};
    type Row = (PersonId, Option<chrono::NaiveDate>);
    let rows: Vec<Row> = duty::Entity::find()
        .select_only()
        .column(Person)
        .column(DoneOn)
        .filter(DueOn.between(scope.period.begins_on, scope.period.ends_on))
        .filter(ExemptedAt.is_null())
        .filter(Ending.is_null().or(Ending.eq(DutyEnding::Renewed)))
        .into_tuple()
        .all(scope.db)
        .await?;
    let (mut part, mut of) = (scope.none(), scope.none());
    let mut people: HashMap<usize, HashSet<PersonId>> = HashMap::new();
    for (person, done) in rows {
        let Some(at) = scope.units.home(person) else { continue };
        people.entry(at).or_default().insert(person);
        of[at] += 1.0;
        part[at] += f64::from(u8::from(done.is_some_and(|day| day <= scope.period.ends_on)));
    }
    counts.assigned = scope.shares(&part, &of);
    let number = |at: usize| people.get(&at).map_or(0, HashSet::len) as u64;
    let atoms: Vec<_> = (0..of.len()).map(|at| Atom::from([(0, number(at))])).collect();
    let mut partition = Partition::new(draft.people, &atoms);
    let weight: Vec<_> = scope.units.nodes.iter().map(|node| node.headcount).collect();
    for at in scope.units.candidates(&weight) {
        let members: Vec<_> = (at..scope.units.nodes[at].end).collect();
        if scope.units.nodes[at].headcount >= draft.headcount && partition.publish(&members) {
            let share = counts.assigned[at];
            draft.counted(scope.units, at, (Work::Assigned, ""), &Figure::people(share, share.of, None));
        }
    }
    Ok(())
}
