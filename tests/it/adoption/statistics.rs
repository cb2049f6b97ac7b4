//! What may be said of a share or a mean. The worked examples of the design, and a file for other software to compute again.

use std::fmt::Write as _;

use olievlek::domain::adoption::statistics::{Difference, Mean, Share, detectable, discoveries, weighted};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};

fn percents(bounds: Option<(f64, f64)>) -> (i32, i32) {
    let (low, high) = bounds.expect("an interval");
    ((low * 100.0).round() as i32, (high * 100.0).round() as i32)
}

#[test]
fn twenty_of_twenty_eight_is_surer_when_there_are_only_forty() {
    let share = Share::new(20.0, 28.0);
    assert_eq!(percents(share.interval()), (53, 85));
    assert_eq!(percents(share.among(40.0).interval()), (61, 80));
}

#[test]
fn what_everybody_answered_has_no_interval() {
    assert_eq!(Share::new(20.0, 28.0).among(28.0).interval(), None);
    assert_eq!(Share::new(20.0, 29.0).among(28.0).interval(), None);
    assert_eq!(Share::new(0.0, 0.0).interval(), None);
}

#[test]
fn a_rise_of_twenty_points_shows_with_fifty_answers_and_of_ten_with_two_hundred() {
    assert_eq!(detectable(50.0), Some(20));
    assert_eq!(detectable(200.0), Some(10));
    let rise = |by: f64, of: f64| {
        Difference::new(Share::new((0.6 + by) * of, of), Share::new(0.6 * of, of)).is_demonstrable()
    };
    assert!(rise(0.2, 50.0) && !rise(0.15, 50.0));
    assert!(rise(0.1, 200.0) && !rise(0.05, 200.0));
}

#[test]
fn nothing_is_demonstrable_about_two_equal_shares() {
    let same = Difference::new(Share::new(30.0, 50.0), Share::new(60.0, 100.0));
    assert!(!same.is_demonstrable());
    assert!((same.chance() - 1.0).abs() < 1e-12);
}

#[test]
fn a_difference_is_demonstrable_just_when_its_chance_is_below_one_in_twenty() {
    let mut chance = StdRng::seed_from_u64(4);
    for _ in 0..500 {
        let mut share = || {
            let of = chance.random_range(5..200_i32);
            Share::new(f64::from(chance.random_range(0..=of)), f64::from(of))
        };
        let difference = Difference::new(share(), share());
        // 1.96 is rounded: the line lies at 0.049996.
        if (difference.chance() - 0.05).abs() > 1e-5 {
            assert_eq!(difference.is_demonstrable(), difference.chance() < 0.05, "{difference:?}");
        }
    }
}

#[test]
fn of_many_chances_the_small_ones_are_discoveries_together() {
    // The example of Benjamini and Hochberg (1995), section 3.2: at 5 % the first four.
    let chances = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0000,
    ];
    assert_eq!(discoveries(&chances, 0.05).iter().filter(|found| **found).count(), 4);
    assert_eq!(
        discoveries(&[0.09, 0.03], 0.1),
        [true, true],
        "the largest that fits takes the smaller with it"
    );
    assert_eq!(discoveries(&[], 0.1), [] as [bool; 0]);
}

#[test]
fn a_department_counts_by_its_headcount_and_not_by_how_many_answered() {
    let small = (Share::new(9.0, 10.0).among(20.0), 20.0);
    let large = (Share::new(30.0, 100.0).among(180.0), 180.0);
    let all = weighted(&[small, large]).expect("a share");
    assert!((all.value() - (0.1 * 0.9 + 0.9 * 0.3)).abs() < 1e-12);
    let whole = |part, of| (Share::new(part, of).among(of), of);
    assert_eq!(weighted(&[whole(3.0, 6.0), whole(4.0, 8.0)]).expect("a share").interval(), None);
    assert_eq!(weighted(&[]), None);
}

#[test]
fn the_mean_of_one_grade_says_nothing() {
    assert_eq!(Mean::of(&[(8.0, 1.0)]), None);
    let mean = Mean::of(&[(8.0, 2.0), (6.0, 2.0)]).expect("a mean");
    assert!((mean.value - 7.0).abs() < 1e-12 && (mean.variance - 4.0 / 3.0).abs() < 1e-12);
}

/// A thousand lines for `tests/outside/shares.py`, which computes the same with other software.
#[test]
fn what_is_computed_is_written_for_others_to_compute_again() {
    let mut chance = StdRng::seed_from_u64(33);
    let mut lines = String::from("kind,a,b,c,d,e,f,one,two\n");
    for _ in 0..1000 {
        let mut share = || {
            let of = chance.random_range(5..400_i32);
            let all = of + chance.random_range(1..300_i32);
            Share::new(f64::from(chance.random_range(0..=of)), f64::from(of)).among(f64::from(all))
        };
        let (first, second) = (share(), share());
        let all = |share: &Share| share.population.expect("a population");
        let (low, high) = first.interval().expect("an interval");
        line(&mut lines, "wilson", &[first.part, first.of, all(&first)], (low, high));
        let difference = Difference::new(first, second);
        let six = [first.part, first.of, all(&first), second.part, second.of, all(&second)];
        line(&mut lines, "newcombe", &six, difference.interval());
        line(&mut lines, "chance", &six, (difference.chance(), difference.value()));
        let mut mean = || Mean {
            value: chance.random_range(10..100_i32).into(),
            variance: f64::from(chance.random_range(1..400_i32)) / 100.0,
            of: chance.random_range(2..300_i32).into(),
        };
        let (one, other) = (mean(), mean());
        line(&mut lines, "student", &[one.value, one.variance, one.of], one.interval().expect("an interval"));
        let six = [one.value, one.variance, one.of, other.value, other.variance, other.of];
        line(&mut lines, "welch", &six, one.more_than(&other).expect("an interval"));
        let chances: Vec<f64> = (0..6).map(|_| chance.random_range(0.0..0.2)).collect();
        let found = discoveries(&chances, 0.1);
        let code: f64 = (0..6).filter(|at| found[*at]).map(|at| f64::from(1 << at)).sum();
        line(&mut lines, "many", &chances, (code, 0.0));
    }
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/test-statistics.csv");
    std::fs::write(file, lines).expect("a file");
}

fn line(lines: &mut String, kind: &str, numbers: &[f64], (one, two): (f64, f64)) {
    let mut six = [0.0; 6];
    six[..numbers.len()].copy_from_slice(numbers);
    let [a, b, c, d, e, f] = six;
    writeln!(lines, "{kind},{a:?},{b:?},{c:?},{d:?},{e:?},{f:?},{one:?},{two:?}").expect("a line");
}
