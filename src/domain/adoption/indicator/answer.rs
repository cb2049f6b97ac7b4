//! What answers about the four values say of every unit: sets by the class rule, then shares of the same sets for each value.

use std::collections::HashMap;

use super::Scope;
use crate::domain::adoption::{
    disclosure::{Partition, persons},
    ledger::{Accepted, Answers, Claim, Draft, Family, Figure, Level, Opinion, UnitKind},
    statistics::{Share, weighted},
};

/// How often 4 or 5 was answered to each value, and how many answered, in the parts of [`Answers`].
pub(super) type Tally = (Vec<[f64; 4]>, Vec<f64>);

/// Where answers about values come from.
pub(super) struct Source {
    pub family: Family,
    pub opinion: fn(usize) -> Opinion,
    /// Each part was shown by itself already, to whoever gave it.
    pub apart: bool,
    /// Everybody was asked once, so that it is known how many could have answered.
    pub everybody: bool,
}

/// Publishes what may be published of these.
pub(super) fn publish<C>(
    scope: &Scope<'_, C>,
    draft: &mut Draft,
    source: &Source,
    (answers, tally): (&Answers, &Tally),
) {
    let begin = |least| {
        if source.apart {
            Partition::apart(least, &answers.atoms)
        } else {
            Partition::new(least, &answers.atoms)
        }
    };
    let claim = |level| Claim { family: source.family, subject: "", level };
    let mut candidates = scope.units.candidates(&weights(scope, answers));
    let mut partition = begin(draft.least(Level::Internal));
    let inside =
        draft.accept_units(scope.units, (answers, &mut partition), &claim(Level::Internal), &candidates);
    let shown: HashMap<_, _> = inside.iter().map(|set| (set.at, set)).collect();
    candidates.retain(|at| {
        shown.contains_key(at)
            && matches!(scope.units.nodes[*at].kind, UnitKind::Organisation | UnitKind::Domain)
    });
    let mut partition = begin(draft.least(Level::Public));
    let outside =
        draft.accept_units(scope.units, (answers, &mut partition), &claim(Level::Public), &candidates);
    let view = View { scope, shown: &shown, tally, everybody: source.everybody };
    for set in inside.iter().chain(&outside) {
        for value in 0..4 {
            let figure = Figure::people(view.share(set.at, value), view.answers(set), view.asked(set));
            draft.answered(set, (source.opinion)(value), &figure);
        }
    }
}

/// How many people answered in each unit, with all below it.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole numbers of people"
)]
fn weights<C>(scope: &Scope<'_, C>, answers: &Answers) -> Vec<u64> {
    let mut own = scope.none();
    for (atom, at) in answers.atoms.iter().zip(&answers.at) {
        own[*at] += persons(atom) as f64;
    }
    scope.units.sum(&own).into_iter().map(|people| people as u64).collect()
}

struct View<'a, C> {
    scope: &'a Scope<'a, C>,
    shown: &'a HashMap<usize, &'a Accepted>,
    tally: &'a Tally,
    everybody: bool,
}

impl<C> View<'_, C> {
    /// The share of a set. That of the organisation and of a domain is made of what is published below it, each department by its
    /// headcount: where many answer must not weigh more.
    fn share(&self, at: usize, value: usize) -> Share {
        let units = self.scope.units;
        let high = matches!(units.nodes[at].kind, UnitKind::Organisation | UnitKind::Domain);
        let mut below: Vec<_> = units
            .children(at)
            .filter(|child| {
                high && self.shown.contains_key(child) && units.nodes[*child].kind != UnitKind::Team
            })
            .collect();
        if !below.is_empty() {
            below.extend(units.rest(at).filter(|rest| self.shown.contains_key(rest)));
        }
        let groups: Vec<_> = below.iter().map(|at| (self.share(*at, value), self.people(*at))).collect();
        weighted(&groups).unwrap_or_else(|| self.plain(self.shown[&at], value))
    }

    fn plain(&self, set: &Accepted, value: usize) -> Share {
        let part = set.members.iter().map(|member| self.tally.0[*member][value]).sum();
        let share = Share::new(part, self.answers(set));
        if self.everybody { share.among(self.people(set.at)) } else { share }
    }

    fn answers(&self, set: &Accepted) -> f64 {
        set.members.iter().map(|member| self.tally.1[*member]).sum()
    }

    fn asked(&self, set: &Accepted) -> Option<f64> {
        self.everybody.then(|| self.people(set.at))
    }

    #[expect(clippy::cast_precision_loss, reason = "there are not so many people")]
    fn people(&self, at: usize) -> f64 {
        self.shown[&at].people as f64
    }
}
