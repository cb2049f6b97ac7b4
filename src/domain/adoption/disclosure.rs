//! The class rule: of which sets of answers figures may be published, so that nobody works out one colleague's answer by subtracting.
//! Pure ([decision 33](../../../docs/decisions/0033-the-class-rule-and-the-ledger.md)).
//!
//! All published sets together cut the answers into classes: two answers share a class when exactly the same published sets hold
//! them. As long as every class holds nobody or at least k people, no sum or difference of published figures says anything of fewer.

use std::collections::{BTreeMap, HashMap};

/// Answers that are never told apart: those of one unit itself, with how many people there are at least. Where answers cannot be
/// linked to people, that is the largest number of answers of one collection.
pub type Atom = BTreeMap<Collection, u64>;

/// One time that answers were gathered, in which nobody answers twice.
pub type Collection = u32;

/// Answers, cut into classes by all that was published of them so far.
#[derive(Clone, Debug)]
pub struct Partition<'a> {
    least: u64,
    atoms: &'a [Atom],
    /// To which class each atom belongs.
    class: Vec<usize>,
    classes: Vec<Atom>,
}

impl<'a> Partition<'a> {
    /// New answers, of which nothing was published: one class.
    #[must_use]
    pub fn new(least: u64, atoms: &'a [Atom]) -> Self {
        let whole = sum(atoms);
        Self { least, atoms, class: vec![0; atoms.len()], classes: vec![whole] }
    }

    /// Answers of which each atom was published by itself already.
    #[must_use]
    pub fn apart(least: u64, atoms: &'a [Atom]) -> Self {
        Self { least, atoms, class: (0..atoms.len()).collect(), classes: atoms.to_vec() }
    }

    /// How many people a class holds at least.
    #[must_use]
    pub const fn least(&self) -> u64 {
        self.least
    }

    /// Publishes figures of these atoms, each named once, if that leaves no class of fewer than k people. Whether it was.
    pub fn publish(&mut self, members: &[usize]) -> bool {
        let mut inside: HashMap<usize, Atom> = HashMap::new();
        for member in members {
            add(inside.entry(self.class[*member]).or_default(), &self.atoms[*member]);
        }
        let all = sum(inside.values());
        let outside = |(class, part): (&usize, &Atom)| less(&self.classes[*class], part);
        let fits = |part: &Atom| part.is_empty() || persons(part) >= self.least;
        if persons(&all) < self.least
            || !inside.values().all(fits)
            || !inside.iter().map(outside).all(|part| fits(&part))
        {
            return false;
        }
        self.split(members, inside);
        true
    }

    fn split(&mut self, members: &[usize], inside: HashMap<usize, Atom>) {
        let mut moved = HashMap::new();
        for (class, part) in inside {
            let rest = less(&self.classes[class], &part);
            if !rest.is_empty() && !part.is_empty() {
                moved.insert(class, self.classes.len());
                self.classes[class] = rest;
                self.classes.push(part);
            }
        }
        for member in members {
            if let Some(class) = moved.get(&self.class[*member]) {
                self.class[*member] = *class;
            }
        }
    }
}

/// How many people there are at least.
#[must_use]
pub fn persons(atom: &Atom) -> u64 {
    atom.values().copied().max().unwrap_or_default()
}

fn sum<'a>(atoms: impl IntoIterator<Item = &'a Atom>) -> Atom {
    let mut all = Atom::new();
    for atom in atoms {
        add(&mut all, atom);
    }
    all
}

fn add(to: &mut Atom, other: &Atom) {
    for (collection, answers) in other.iter().filter(|(_, answers)| **answers > 0) {
        *to.entry(*collection).or_default() += answers;
    }
}

fn less(whole: &Atom, part: &Atom) -> Atom {
    let left = |(collection, answers): (&Collection, &u64)| {
        let left = answers.saturating_sub(part.get(collection).copied().unwrap_or_default());
        (left > 0).then_some((*collection, left))
    };
    whole.iter().filter_map(left).collect()
}
