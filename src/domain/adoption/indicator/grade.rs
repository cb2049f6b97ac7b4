//! 12: what residents gave: together and by channel, each channel with the weight of its contacts; and by department, as it was given.

use std::collections::BTreeMap;

use entity::{
    contact_volume as volume,
    feedback::{self, Channel},
    id::*,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::Scope;
use crate::domain::{
    adoption::{
        disclosure::{Atom, Partition},
        ledger::{Accepted, Answers, Claim, Draft, Family, Figure, Level, Opinion, UnitKind},
        period::{Grain, first_day},
        rule::GRADES,
        statistics::{Mean, Share, weighted},
    },
    error::Result,
};

/// From this grade on it is high, and up to this one low.
const HIGH: usize = 8;
const LOW: usize = 5;

/// How often each grade from 1 to 10 was given.
type Given = [f64; 11];

/// What came in: in parts of one unit and one channel, in the order of the units.
#[derive(Default)]
struct Found {
    answers: Answers,
    channels: Vec<Channel>,
    given: Vec<Given>,
}

/// The mean, the share of 8 and more and that of 5 and less.
pub(super) async fn add<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    let found = found(scope).await?;
    let volumes = volumes(scope).await?;
    let mut inside = found.by_channel();
    for (level, least) in [(Level::Internal, GRADES.0), (Level::Public, GRADES.1)] {
        let mut partition = Partition::new(draft.least(level).max(least), &found.answers.atoms);
        let mut ask = |draft: &mut Draft, subject: &str, members: Vec<usize>| {
            let claim = Claim { family: Family::Grades, subject, level };
            let top = &scope.units.nodes[0];
            draft.accept((&found.answers, &mut partition), &claim, (0, top.id, top.headcount), members)
        };
        let Some(whole) = ask(draft, "", found.all()) else { continue };
        let mut shown = Vec::new();
        for (channel, members) in &inside {
            if let Some(set) = ask(draft, channel.code(), members.clone()) {
                let given = found.sum(members);
                tell(draft, &set, &[(given, 1.0)], &given);
                shown.push((*channel, given));
            }
        }
        // Weights make sense where every channel is shown and counted.
        let weight = |(channel, given): &(Channel, Given)| Some((*given, *volumes.get(channel)?));
        let groups: Option<Vec<_>> = shown.iter().map(weight).collect();
        let groups = groups.filter(|groups| groups.len() == found.by_channel().len());
        let sum = found.sum(&whole.members);
        tell(draft, &whole, &groups.unwrap_or_else(|| vec![(sum, 1.0)]), &sum);
        if level == Level::Internal {
            departments(scope, draft, (&found, &mut partition));
            // For residents only what is shown inside.
            inside.retain(|(channel, _)| shown.iter().any(|(one, _)| one == channel));
        }
    }
    Ok(())
}

/// Of what is left to show after the channels: each domain and department, the largest first. Not of teams: a grade of a handful of
/// colleagues comes near to a grade of each.
fn departments<C>(scope: &Scope<'_, C>, draft: &mut Draft, (found, partition): (&Found, &mut Partition<'_>)) {
    let of = |at: &usize| matches!(scope.units.nodes[*at].kind, UnitKind::Domain | UnitKind::Department);
    let candidates: Vec<_> = scope.units.candidates(&found.sizes(scope)).into_iter().filter(of).collect();
    let claim = Claim { family: Family::Grades, subject: "", level: Level::Internal };
    for set in draft.accept_units(scope.units, (&found.answers, partition), &claim, &candidates) {
        let given = found.sum(&set.members);
        tell(draft, &set, &[(given, 1.0)], &given);
    }
}

impl Found {
    fn all(&self) -> Vec<usize> {
        (0..self.channels.len()).collect()
    }

    /// The parts of each channel, the one with most grades first.
    fn by_channel(&self) -> Vec<(Channel, Vec<usize>)> {
        let mut parts: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, channel) in self.channels.iter().enumerate() {
            parts.entry(*channel).or_default().push(at);
        }
        let mut parts: Vec<_> = parts.into_iter().collect();
        let grades = |members: &[usize]| members.iter().map(|at| self.answers.ids[*at].len()).sum::<usize>();
        parts.sort_by_key(|(_, members)| std::cmp::Reverse(grades(members)));
        parts
    }

    fn sum(&self, members: &[usize]) -> Given {
        members.iter().fold([0.0; 11], |sum, at| add_up(sum, &self.given[*at]))
    }

    /// How many grades each unit got, with all below it.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole numbers of grades"
    )]
    fn sizes<C>(&self, scope: &Scope<'_, C>) -> Vec<u64> {
        let mut own = scope.none();
        for (at, ids) in self.answers.at.iter().zip(&self.answers.ids) {
            own[*at] += ids.len() as f64;
        }
        scope.units.sum(&own).into_iter().map(|grades| grades as u64).collect()
    }
}

fn tell(draft: &mut Draft, set: &Accepted, groups: &[(Given, f64)], all: &Given) {
    let answers = all.iter().sum();
    let mean = |given: &Given| {
        let grades: Vec<_> = (0_u8..).map(f64::from).zip(*given).collect();
        Mean::of(&grades)
    };
    let means: Option<Vec<_>> = groups.iter().map(|(given, weight)| Some((mean(given)?, *weight))).collect();
    if let Some(mean) = means.and_then(|means| Mean::weighted(&means)) {
        draft.answered(set, Opinion::Grade, &Figure::mean(mean, answers));
    }
    for (opinion, grades) in [(Opinion::GradeHigh, HIGH..11), (Opinion::GradeLow, 1..LOW + 1)] {
        let share = |given: &Given| Share::new(given[grades.clone()].iter().sum(), given.iter().sum());
        let groups: Vec<_> = groups.iter().map(|(given, weight)| (share(given), *weight)).collect();
        if let Some(share) = weighted(&groups) {
            draft.answered(set, opinion, &Figure::people(share, answers, None));
        }
    }
}

fn add_up(mut sum: Given, given: &Given) -> Given {
    for (sum, times) in sum.iter_mut().zip(given) {
        *sum += times;
    }
    sum
}

async fn found<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<Found> {
    use feedback::Column as Of;
    type Row = (Option<DepartmentId>, Channel, FeedbackId, Option<i32>);
    let rows: Vec<Row> = feedback::Entity::find()
        .select_only()
        .columns([Of::DepartmentId, Of::Channel, Of::Id, Of::Grade])
        .filter(Of::Grade.is_not_null())
        .filter(Of::ReceivedOn.between(scope.period.begins_on, scope.period.ends_on))
        .into_tuple()
        .all(scope.db)
        .await?;
    let mut parts: BTreeMap<(usize, Channel), (Vec<uuid::Uuid>, Given)> = BTreeMap::new();
    for (department, channel, id, grade) in rows {
        let at = department.map_or(0, |department| scope.units.at(department));
        let (ids, given) = parts.entry((at, channel)).or_default();
        ids.push(id.0);
        given[usize::try_from(grade.unwrap_or_default()).unwrap_or_default().min(10)] += 1.0;
    }
    let mut found = Found::default();
    for ((at, channel), (ids, given)) in parts {
        found.answers.atoms.push(Atom::from([(0, ids.len() as u64)]));
        found.answers.at.push(at);
        found.answers.ids.push(ids);
        found.channels.push(channel);
        found.given.push(given);
    }
    Ok(found)
}

/// How many contacts there were by each channel.
async fn volumes<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<BTreeMap<Channel, f64>> {
    let first = first_day(Grain::Quarter, scope.period.begins_on);
    let rows: Vec<(Channel, i32)> = volume::Entity::find()
        .select_only()
        .columns([volume::Column::Channel, volume::Column::Contacts])
        .filter(volume::Column::BeginsOn.between(first, scope.period.ends_on))
        .into_tuple()
        .all(scope.db)
        .await?;
    let mut all: BTreeMap<_, f64> = BTreeMap::new();
    for (channel, contacts) in rows {
        *all.entry(channel).or_default() += f64::from(contacts);
    }
    Ok(all)
}
