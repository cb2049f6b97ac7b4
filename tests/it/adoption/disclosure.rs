//! The class rule: whoever adds and subtracts published figures learns nothing of fewer than five people.

use std::collections::{BTreeMap, BTreeSet};

use olievlek::domain::adoption::disclosure::{Atom, Partition, persons};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng, seq::SliceRandom as _};

const LEAST: u64 = 5;
const WORLDS: u64 = 1_000;
const PERIODS: usize = 3;
const DEPARTMENTS: usize = 4;

/// Who answered in one period, in which department.
type Answers = Vec<(usize, usize)>;

/// A published set of answers, as places in [`Answers`] of one period.
type Set = (usize, BTreeSet<usize>);

/// 9 to 13 people in four departments, who answer or not and move now and then.
fn world(chance: &mut StdRng) -> Vec<Answers> {
    let people = chance.random_range(9..=13);
    let mut homes: Vec<_> = (0..people).map(|_| chance.random_range(0..DEPARTMENTS)).collect();
    let period = |_| {
        let mut answers = Vec::new();
        for (person, home) in homes.iter_mut().enumerate() {
            if chance.random_range(0..10) == 0 {
                *home = chance.random_range(0..DEPARTMENTS);
            }
            if chance.random_range(0..10) < 9 {
                answers.push((person, *home));
            }
        }
        answers
    };
    (0..PERIODS).map(period).collect()
}

/// Units of four departments: all, two clusters, the departments; each with its departments.
fn units() -> Vec<Vec<usize>> {
    vec![vec![0, 1, 2, 3], vec![0, 1], vec![2, 3], vec![0], vec![1], vec![2], vec![3]]
}

fn of(answers: &Answers, departments: &[usize]) -> BTreeSet<usize> {
    (0..answers.len()).filter(|at| departments.contains(&answers[*at].1)).collect()
}

/// What the class rule lets through, in any order of asking.
fn by_class_rule(world: &[Answers], chance: &mut StdRng) -> Vec<Set> {
    let mut sets = Vec::new();
    for (period, answers) in world.iter().enumerate() {
        let count = |department| of(answers, &[department]).len() as u64;
        let atoms: Vec<_> = (0..DEPARTMENTS).map(|one| Atom::from([(0, count(one))])).collect();
        let mut partition = Partition::new(LEAST, &atoms);
        let mut asked = units();
        asked.shuffle(chance);
        for unit in asked {
            if partition.publish(&unit) {
                sets.push((period, of(answers, &unit)));
            }
        }
    }
    sets
}

/// What a plain threshold lets through.
fn by_threshold(world: &[Answers]) -> Vec<Set> {
    let mut sets = Vec::new();
    for (period, answers) in world.iter().enumerate() {
        let all = units().into_iter().map(|unit| of(answers, &unit));
        sets.extend(all.filter(|set| set.len() as u64 >= LEAST).map(|set| (period, set)));
    }
    sets
}

/// The attack: is there a sum or difference of published sets that is not nothing, and that depends on fewer than five people? For
/// every four people: leaving out what they answered must not make figures depend on each other that did not.
fn leaks(world: &[Answers], sets: &[Set]) -> bool {
    let people: BTreeSet<_> = world.iter().flatten().map(|(person, _)| *person).collect();
    let people: Vec<_> = people.into_iter().collect();
    // Answers that the same sets hold are one column, with whoever gave them.
    let mut columns: BTreeMap<Vec<bool>, BTreeSet<usize>> = BTreeMap::new();
    for (period, answers) in world.iter().enumerate() {
        for (at, (person, _)) in answers.iter().enumerate() {
            let pattern = sets.iter().map(|(when, set)| *when == period && set.contains(&at)).collect();
            columns.entry(pattern).or_default().insert(*person);
        }
    }
    columns.retain(|pattern, _| pattern.contains(&true));
    let whole = rank(&columns.keys().collect::<Vec<_>>());
    fours(&people).iter().any(|four| {
        let left: Vec<_> =
            columns.iter().filter(|(_, by)| !by.is_subset(four)).map(|(column, _)| column).collect();
        left.len() < columns.len() && rank(&left) < whole
    })
}

fn fours(people: &[usize]) -> Vec<BTreeSet<usize>> {
    let mut found = Vec::new();
    for mask in 0..1_u32 << people.len() {
        if mask.count_ones() == 4 {
            found.push((0..people.len()).filter(|at| mask >> at & 1 == 1).map(|at| people[at]).collect());
        }
    }
    found
}

/// The rank over the numbers modulo a large prime: of such small tables of nought and one the same as over fractions.
fn rank(columns: &[&Vec<bool>]) -> usize {
    const PRIME: i128 = 2_305_843_009_213_693_951;
    let mut rows: Vec<Vec<i128>> =
        columns.iter().map(|column| column.iter().map(|one| i128::from(*one)).collect()).collect();
    let mut rank = 0;
    for at in 0..rows.first().map_or(0, Vec::len) {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][at] != 0) else { continue };
        rows.swap(rank, pivot);
        let (above, below) = rows.split_at_mut(rank + 1);
        let first = &above[rank];
        for row in below.iter_mut().filter(|row| row[at] != 0) {
            let by = row[at];
            for (mine, other) in row.iter_mut().zip(first) {
                *mine = (*mine * first[at] - other * by).rem_euclid(PRIME);
            }
        }
        rank += 1;
    }
    rank
}

#[test]
fn no_sum_or_difference_of_published_figures_depends_on_fewer_than_five_people() {
    let mut chance = StdRng::seed_from_u64(7);
    let (mut ours, mut plain, mut shown) = (0, 0, 0_u64);
    for _ in 0..WORLDS {
        let world = world(&mut chance);
        let sets = by_class_rule(&world, &mut chance);
        shown += sets.len() as u64;
        ours += u64::from(leaks(&world, &sets));
        plain += u64::from(leaks(&world, &by_threshold(&world)));
    }
    println!(
        "FIGURE class rule | {ours} of {WORLDS} worlds leak, {plain} with a plain threshold; {shown} sets shown"
    );
    assert_eq!(ours, 0);
    assert!(plain > WORLDS / 2, "the attack finds what a plain threshold leaks");
    assert!(shown > 3 * WORLDS, "and the rule still shows something");
}

fn atoms(counts: &[u64]) -> Vec<Atom> {
    counts.iter().map(|count| Atom::from([(0, *count)])).collect()
}

#[test]
fn a_department_is_hidden_when_the_rest_of_the_whole_would_be_too_small() {
    let atoms = atoms(&[20, 4]);
    let mut partition = Partition::new(5, &atoms);
    assert!(partition.publish(&[0, 1]));
    assert!(!partition.publish(&[0]), "the other four would be the difference");
    assert!(!partition.publish(&[1]));
}

#[test]
fn what_nobody_answered_may_be_left_out() {
    let atoms = atoms(&[20, 0]);
    let mut partition = Partition::new(5, &atoms);
    assert!(partition.publish(&[0, 1]) && partition.publish(&[0]));
    assert!(!partition.publish(&[1]));
}

#[test]
fn five_answers_of_two_collections_may_be_of_three_people() {
    let twice = [Atom::from([(0, 3), (1, 2)])];
    assert_eq!(persons(&twice[0]), 3);
    assert!(!Partition::new(5, &twice).publish(&[0]));
    let once = [Atom::from([(0, 5), (1, 2)])];
    assert!(Partition::new(5, &once).publish(&[0]));
}

#[test]
fn what_each_room_saw_of_itself_can_be_added_up() {
    let rooms = [Atom::from([(0, 5)]), Atom::from([(1, 6)]), Atom::from([(2, 4)])];
    let mut partition = Partition::apart(5, &rooms);
    assert!(partition.publish(&[0, 1]));
    assert!(!partition.publish(&[0, 2]), "a room of four is never shown");
}

#[test]
fn sixty_thousand_answers_of_two_thousand_teams_are_cut_at_once() {
    let atoms: Vec<_> = (0..2_000).map(|at| Atom::from([(0, 20 + at % 21)])).collect();
    let begun = std::time::Instant::now();
    let mut partition = Partition::new(5, &atoms);
    let asked = std::iter::once(0..2_000)
        .chain((0..20).map(|domain| domain * 100..domain * 100 + 100))
        .chain((0..200).map(|department| department * 10..department * 10 + 10))
        .chain((0..2_000).map(|team| team..team + 1));
    for range in asked {
        assert!(partition.publish(&range.collect::<Vec<_>>()), "none is too small");
    }
    let took = begun.elapsed();
    println!("FIGURE class rule | 60,000 answers of 2,000 teams in {} ms", took.as_millis());
    assert!(took.as_secs() < 2);
}
