//! The ladder: five steps of a department, each a condition that is met or not, and how much of the staff has come how far. What
//! people answered is read of what is published; work that was done counts also where there is too little of it to be shown.

use std::collections::HashMap;

use entity::{adoption_tick as tick, adoption_unit, id::*};
use sea_orm::ConnectionTrait;

use super::{
    indicator::{Counts, Scope, kept},
    ledger::{Before, Draft, Figure, Indicator, UnitKind, Work},
    rule::Ladder,
    statistics::Share,
    unit::Units,
};
use crate::domain::error::Result;

/// How many steps there are.
pub const STEPS: i32 = 5;

/// The conditions, each with the step it belongs to.
pub const CONDITIONS: [(&str, i32); 6] = [
    ("talking", 1),
    ("action-done", 2),
    ("ideas-answered", 2),
    ("learning", 3),
    ("applying", 4),
    ("noticed", 5),
];

/// How far every department is.
#[derive(Clone, Debug, Default)]
pub struct Climb {
    pub steps: HashMap<UnitId, i32>,
    pub ticks: Vec<tick::Model>,
}

/// Looks how far every department is, and publishes the oil stain.
///
/// # Errors
/// When the database fails.
pub async fn climb<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    (draft, before): (&mut Draft, &Before),
    (counts, asked): (&Counts, &Ladder),
) -> Result<Climb> {
    let units = scope.units;
    let noticed = kept::twice(scope, draft, before).await?;
    let applied = draft.find(units.nodes[0].id, Indicator::Applied, "");
    let applied = applied.is_some_and(|cell| cell.value * 100.0 + HAIR >= f64::from(asked.applied));
    let mut climb = Climb::default();
    for (at, node) in units.nodes.iter().enumerate().filter(|(_, node)| node.kind == UnitKind::Department) {
        let met = [
            reaches(counts.covered.get(at), asked.talking),
            counts.done.get(at).is_some_and(|done| *done > 0.0),
            // Where no idea waited long enough, none waited too long.
            counts.answered.get(at).is_none_or(|share| share.of <= 0.0)
                || reaches(counts.answered.get(at), asked.answered),
            reaches(counts.trained.get(at), asked.learning)
                || reaches(counts.assigned.get(at), asked.assigned),
            applied,
            noticed.contains(&at),
        ];
        let conditions = CONDITIONS.iter().zip(met);
        let ticks = conditions.clone().map(|((condition, _), met)| tick::Model {
            unit_id: node.id,
            condition: (*condition).to_owned(),
            met,
        });
        climb.ticks.extend(ticks);
        let missed = conditions.filter(|(_, met)| !met).map(|((_, step), _)| step - 1).min();
        climb.steps.insert(node.id, missed.unwrap_or(STEPS));
    }
    stain(units, draft, &climb);
    Ok(climb)
}

/// What is left of a rounding.
const HAIR: f64 = 1e-9;

fn reaches(share: Option<&Share>, hundredths: i32) -> bool {
    share.is_some_and(|share| share.of > 0.0 && share.value() * 100.0 + HAIR >= f64::from(hundredths))
}

/// Of the staff in departments that have a ladder: the part in those at each step or further.
#[expect(clippy::cast_precision_loss, reason = "there are not so many people")]
fn stain(units: &Units, draft: &mut Draft, climb: &Climb) {
    let people = |least: i32| {
        let there =
            units.nodes.iter().filter(|node| climb.steps.get(&node.id).is_some_and(|step| *step >= least));
        there.map(|node| node.headcount as f64).sum::<f64>()
    };
    let all = people(0);
    if all <= 0.0 {
        return;
    }
    for step in 1..=STEPS {
        let share = Share::new(people(step), all);
        draft.counted(units, 0, (Work::OilStain, &step.to_string()), &Figure::work(share));
    }
}

/// The units as they are kept; those in which nothing is put together are left out.
#[must_use]
pub fn rows(units: &Units, period: PeriodId, (draft, climb): (&Draft, &Climb)) -> Vec<adoption_unit::Model> {
    let used = draft.units();
    let empty = |node: &super::unit::Node| node.kind == UnitKind::Rest && !used.contains(&node.id);
    let number = |number: u64| i32::try_from(number).unwrap_or(i32::MAX);
    let row = |(position, node): (i32, &super::unit::Node)| adoption_unit::Model {
        id: node.id,
        period_id: period,
        department_id: node.department,
        parent_id: node.parent.map(|parent| units.nodes[parent].id),
        kind: node.kind,
        name: node.name.clone(),
        position,
        headcount: number(node.headcount),
        step: climb.steps.get(&node.id).copied(),
    };
    (0..).zip(&units.nodes).filter(|(_, node)| !empty(node)).map(row).collect()
}
