//! What the class rule would leave visible in this organisation, before anybody is asked anything: for choosing the length of periods.

use chrono::{DateTime, Utc};
use entity::{department::DepartmentKind, id::*};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    disclosure::{Atom, Partition},
    ledger::{Answers, Claim, Draft, Family, Level, UnitKind},
    period::{Grain, Period, first_day},
    rule, unit,
};
use crate::domain::{error::Result, people::department, policy::Policy};

/// How many hundredths of the staff answer.
pub const RATES: [u32; 4] = [30, 50, 70, 90];
/// So many years are drawn for each.
const YEARS: u32 = 50;

/// How much is visible with periods of this length and so many answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visible {
    pub grain: Grain,
    /// In hundredths.
    pub rate: u32,
    /// Departments with a figure in every period of a year, of all departments; in whole hundredths.
    pub departments: u32,
}

/// Draws what people answer by lot, with the tree and the staff of today, and asks the class rule.
///
/// # Errors
/// When the database fails.
pub async fn run(
    db: &impl ConnectionTrait,
    (policy, now): (&Policy, DateTime<Utc>),
    seed: u64,
) -> Result<Vec<Visible>> {
    let (rules, today) = (rule::now(db).await?, policy.day(now));
    let tree = department::tree(db).await?;
    let is_department = |node: &&department::Node<'_>| node.department.kind == DepartmentKind::Department;
    let all = tree.nodes().iter().filter(is_department).count().max(1);
    let mut chance = StdRng::seed_from_u64(seed);
    let mut lines = Vec::new();
    for (grain, times) in [(Grain::Quarter, 4), (Grain::HalfYear, 2), (Grain::Year, 1)] {
        let period = drawn(grain, (&rules, first_day(grain, today)), today);
        let units = unit::of(db, &period, policy).await?;
        for rate in RATES {
            let mut always = 0;
            for _ in 0..YEARS {
                let mut shown: Vec<usize> = (0..units.nodes.len()).collect();
                for _ in 0..times {
                    let now = visible(&units, &mut Draft::new(&period, today), (rate, &mut chance));
                    shown.retain(|at| now.contains(at));
                }
                always += shown.len();
            }
            let departments = always * 100 / (all * YEARS as usize);
            lines.push(Visible { grain, rate, departments: u32::try_from(departments).unwrap_or(100) });
        }
    }
    Ok(lines)
}

fn visible(units: &unit::Units, draft: &mut Draft, (rate, chance): (u32, &mut StdRng)) -> Vec<usize> {
    let mut answers = Answers::default();
    for (at, people) in units.own().into_iter().enumerate() {
        let answered = (0..people).filter(|_| chance.random_range(0..100) < rate).count() as u64;
        answers.atoms.push(Atom::from([(0, answered)]));
        answers.at.push(at);
        answers.ids.push(Vec::<Uuid>::new());
    }
    let weight: Vec<_> = units.nodes.iter().map(|node| node.headcount).collect();
    let claim = Claim { family: Family::Pulse, subject: "", level: Level::Internal };
    let mut partition = Partition::new(draft.least(Level::Internal), &answers.atoms);
    let sets = draft.accept_units(units, (&answers, &mut partition), &claim, &units.candidates(&weight));
    sets.iter().map(|set| set.at).filter(|at| units.nodes[*at].kind == UnitKind::Department).collect()
}

/// A period that nobody has begun.
fn drawn(
    grain: Grain,
    (rules, begins_on): (&rule::Rules, chrono::NaiveDate),
    ends_on: chrono::NaiveDate,
) -> Period {
    Period {
        id: PeriodId::new(),
        grain,
        begins_on,
        ends_on,
        closing_at: None,
        done: 0,
        total: 0,
        closed_at: None,
        closed_by: None,
        people: rules.people,
        people_public: rules.people_public,
        headcount: rules.headcount,
    }
}
