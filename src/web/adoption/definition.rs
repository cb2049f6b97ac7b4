//! What a measure means, in words, with the thresholds that hold now.

use crate::{
    domain::adoption::{
        measure::Measure,
        rule::{GRADES, Rules},
    },
    text::Argument,
    web::context::Context,
};

/// What a definition says, by code.
pub const PARTS: [&str; 7] = ["what", "formula", "unit", "least", "source", "rollup", "trend"];

/// The definition of a measure, in the order of [`PARTS`].
pub fn of(cx: &Context, measure: Measure, rules: &Rules) -> [String; PARTS.len()] {
    let number = |number: i32| Argument::from(number);
    let grades = |least: i32, ours: u64| Argument::from(u64::try_from(least).unwrap_or_default().max(ours));
    let ladder = &rules.ladder;
    let thresholds = [
        ("people", number(rules.people)),
        ("headcount", number(rules.headcount)),
        ("grades", grades(rules.people, GRADES.0)),
        ("grades-public", grades(rules.people_public, GRADES.1)),
        ("talking", number(ladder.talking)),
        ("answered", number(ladder.answered)),
        ("learning", number(ladder.learning)),
        ("assigned", number(ladder.assigned)),
        ("applied", number(ladder.applied)),
    ];
    PARTS.map(|part| {
        let key = format!("spread-def-{}-{part}", measure.code());
        cx.words().say(cx.language(), &key, &thresholds)
    })
}
