//! Sets of answers of which figures may be published. The class rule says which, and each stands in the ledger.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

use entity::{adoption_set as set, id::*};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Draft, Family, Level};
use crate::domain::adoption::{
    disclosure::{Atom, Partition, persons},
    unit::Units,
};

/// Answers of one family, in parts that are never told apart, in the order of the units they belong to.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    pub atoms: Vec<Atom>,
    /// The unit of each part.
    pub at: Vec<usize>,
    /// The ids of the answers of each part, in order.
    pub ids: Vec<Vec<Uuid>>,
}

/// A set of answers of which figures may be published: it passed the class rule, and stands in the ledger.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub(super) id: PublishedSetId,
    pub(super) level: Level,
    pub(super) subject: String,
    pub(super) unit: UnitId,
    /// The place of the unit.
    pub at: usize,
    /// Which parts of the answers it holds.
    pub members: Vec<usize>,
    /// How many people could have answered.
    pub people: u64,
}

/// Which set is asked for.
#[derive(Clone, Debug)]
pub struct Claim<'a> {
    pub family: Family,
    pub subject: &'a str,
    pub level: Level,
}

impl Draft {
    /// Asks for a set of these parts of answers.
    pub fn accept(
        &mut self,
        (answers, partition): (&Answers, &mut Partition<'_>),
        claim: &Claim<'_>,
        (at, unit, people): (usize, UnitId, u64),
        members: Vec<usize>,
    ) -> Option<Accepted> {
        if !partition.publish(&members) {
            return None;
        }
        let number = |number: u64| i32::try_from(number).unwrap_or(i32::MAX);
        let mut all = Atom::new();
        for (collection, count) in members.iter().flat_map(|member| &answers.atoms[*member]) {
            *all.entry(*collection).or_default() += count;
        }
        let row = set::Model {
            id: PublishedSetId::new(),
            period_id: self.period,
            family: claim.family,
            unit_id: unit,
            subject: claim.subject.to_owned(),
            level: claim.level,
            persons: number(persons(&all)),
            least: number(partition.least()),
            published_on: self.on,
            hash: answers.hash(&members),
        };
        let (id, level, subject) = (row.id, claim.level, claim.subject.to_owned());
        self.sets.push(row);
        Some(Accepted { id, level, subject, unit, at, members, people })
    }

    /// Asks for a set of every unit, the highest and largest first; what is left below one of them is put together, so that the parts
    /// add up. For residents only what is published inside, of the organisation and its domains.
    pub fn accept_units(
        &mut self,
        units: &Units,
        (answers, partition): (&Answers, &mut Partition<'_>),
        claim: &Claim<'_>,
        candidates: &[usize],
    ) -> Vec<Accepted> {
        let mut all: Vec<Accepted> = Vec::new();
        for at in candidates {
            let node = &units.nodes[*at];
            if node.headcount < self.headcount {
                continue;
            }
            let members = answers.below(*at..node.end);
            let about = (*at, node.id, node.headcount);
            all.extend(self.accept((answers, &mut *partition), claim, about, members));
        }
        if claim.level == Level::Internal {
            all.extend(self.rests(units, (answers, partition), claim, &all));
        }
        all
    }

    fn rests(
        &mut self,
        units: &Units,
        (answers, partition): (&Answers, &mut Partition<'_>),
        claim: &Claim<'_>,
        accepted: &[Accepted],
    ) -> Vec<Accepted> {
        let shown: HashMap<_, _> = accepted.iter().map(|one| (one.at, one)).collect();
        let mut all = Vec::new();
        for parent in accepted {
            let Some(rest) = units.rest(parent.at) else { continue };
            let children: Vec<_> = units.children(parent.at).filter_map(|at| shown.get(&at)).collect();
            let covered: HashSet<_> = children.iter().flat_map(|child| &child.members).collect();
            let left: Vec<_> = parent.members.iter().filter(|one| !covered.contains(one)).copied().collect();
            let people = parent.people - children.iter().map(|child| child.people).sum::<u64>();
            let answered = left.iter().any(|member| persons(&answers.atoms[*member]) > 0);
            if !children.is_empty() && answered && people >= self.headcount {
                let about = (rest, units.nodes[rest].id, people);
                all.extend(self.accept((answers, &mut *partition), claim, about, left));
            }
        }
        all
    }
}

impl Answers {
    /// The parts of these units.
    #[must_use]
    pub fn below(&self, units: std::ops::Range<usize>) -> Vec<usize> {
        let before = |end: usize| self.at.partition_point(|at| *at < end);
        (before(units.start)..before(units.end)).collect()
    }

    /// SHA-256 over the ids of the answers in order, in hexadecimal.
    fn hash(&self, members: &[usize]) -> String {
        let mut ids: Vec<_> = members.iter().flat_map(|member| &self.ids[*member]).collect();
        ids.sort_unstable();
        let mut hash = Sha256::new();
        for id in ids {
            hash.update(id.as_bytes());
        }
        let mut text = String::with_capacity(64);
        for byte in hash.finalize() {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}
