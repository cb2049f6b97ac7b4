//! Whatever arrives: a reader refuses it or understands it, and never falls over; a writer gives back what it was given.
//!
//! Few tries in the usual run, always the same ones; fifty times as many and other ones with `OLIEVLEK_TEST_LONG`. What
//! fails is printed in its smallest form: write it down as a test of its own, no file of seeds is kept.

mod file;
mod list;
mod reading;
mod writing;

use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngSeed, TestRunner},
};

/// Whether there is time.
#[allow(
    clippy::disallowed_methods,
    reason = "a choice of whoever runs the tests, not a setting of the program"
)]
pub fn long() -> bool {
    std::env::var_os("OLIEVLEK_TEST_LONG").is_some()
}

/// Tries of one target.
pub fn rounds(usual: u32) -> Config {
    let (cases, rng_seed) =
        if long() { (usual * 50, RngSeed::Random) } else { (usual, RngSeed::Fixed(1_572)) };
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}

/// So many values of a kind, for targets that wait for a database.
pub fn some<S: Strategy>(usual: u32, kind: S) -> Vec<S::Value> {
    let config = rounds(usual);
    let tries = config.cases;
    let mut runner = TestRunner::new(config);
    (0..tries).map(|_| kind.new_tree(&mut runner).expect("a value").current()).collect()
}

/// A text of any letters, and often of those that mean something to one reader or another.
pub fn text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => any::<char>(),
        3 => prop::sample::select(
            "\0\u{1}\t\n\r\u{b}\u{c}\u{1c}\u{85}\u{a0}\u{2028}\u{2029}\u{feff}\u{202e}\"'\\;,:=+-@{}<>&%/#".chars().collect::<Vec<_>>()
        ),
        2 => prop::char::range('a', 'z'),
    ];
    prop::collection::vec(sign, 0..60).prop_map(String::from_iter)
}
