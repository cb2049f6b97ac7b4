//! 12: what residents gave, by channel and together, each channel with the weight of its contacts.

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
        ledger::{Accepted, Answers, Claim, Draft, Family, Figure, Level, Opinion},
        period::{Grain, first_day},
        statistics::{Mean, Share, weighted},
    },
    error::Result,
};

/// Of fewer grades nothing is shown inside the organisation, and to residents.
const LEAST: (u64, u64) = (10, 30);
/// From this grade on it is high, and up to this one low.
const HIGH: usize = 8;
const LOW: usize = 5;

/// How often each grade from 1 to 10 was given.
type Given = [f64; 11];

/// The mean, the share of 8 and more and that of 5 and less, of the whole organisation.
pub(super) async fn add<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    let (channels, answers, given) = found(scope).await?;
    let volumes = volumes(scope).await?;
    for (level, least) in [(Level::Internal, LEAST.0), (Level::Public, LEAST.1)] {
        let mut partition = Partition::new(draft.least(level).max(least), &answers.atoms);
        let all: Vec<_> = (0..channels.len()).collect();
        let mut ask = |draft: &mut Draft, subject: &str, members: Vec<usize>| {
            let claim = Claim { family: Family::Grades, subject, level };
            let top = &scope.units.nodes[0];
            draft.accept((&answers, &mut partition), &claim, (0, top.id, top.headcount), members)
        };
        let Some(whole) = ask(draft, "", all.clone()) else { continue };
        let mut order = all.clone();
        order.sort_by_key(|at| std::cmp::Reverse(answers.ids[*at].len()));
        let mut shown = Vec::new();
        for at in order {
            if let Some(set) = ask(draft, channels[at].code(), vec![at]) {
                tell(draft, &set, &[(given[at], 1.0)], &given[at]);
                shown.push(at);
            }
        }
        let sum = all.iter().fold([0.0; 11], |sum, at| add_up(sum, &given[*at]));
        // Weights make sense where every channel is shown and counted.
        let weight = |at: &usize| Some((given[*at], *volumes.get(&channels[*at])?));
        let groups: Option<Vec<_>> = shown.iter().map(weight).collect();
        let groups = groups.filter(|groups| groups.len() == channels.len());
        tell(draft, &whole, &groups.unwrap_or_else(|| vec![(sum, 1.0)]), &sum);
    }
    Ok(())
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

async fn found<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<(Vec<Channel>, Answers, Vec<Given>)> {
    use feedback::Column as Of;
    let rows: Vec<(Channel, FeedbackId, Option<i32>)> = feedback::Entity::find()
        .select_only()
        .columns([Of::Channel, Of::Id, Of::Grade])
        .filter(Of::Grade.is_not_null())
        .filter(Of::ReceivedOn.between(scope.period.begins_on, scope.period.ends_on))
        .into_tuple()
        .all(scope.db)
        .await?;
    let mut by_channel: BTreeMap<Channel, (Vec<uuid::Uuid>, Given)> = BTreeMap::new();
    for (channel, id, grade) in rows {
        let (ids, given) = by_channel.entry(channel).or_default();
        ids.push(id.0);
        given[usize::try_from(grade.unwrap_or_default()).unwrap_or_default().min(10)] += 1.0;
    }
    let (mut channels, mut answers, mut all) = (Vec::new(), Answers::default(), Vec::new());
    for (channel, (ids, given)) in by_channel {
        channels.push(channel);
        answers.atoms.push(Atom::from([(0, ids.len() as u64)]));
        answers.at.push(0);
        answers.ids.push(ids);
        all.push(given);
    }
    Ok((channels, answers, all))
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
