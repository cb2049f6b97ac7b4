//! What came of a vote, as the room, the team and whoever held the conversation see it.

use entity::core_value::CoreValue;
use serde::Serialize;

use crate::domain::dialogue::ballot::outcome::{Of, Outcome, Talk};

/// The argument of the macro `result` in `templates/dialogue/ballot/result.html`.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    votes: i32,
    by_hand: bool,
    values: Vec<Line>,
    talk: Option<About>,
}

/// One value.
#[derive(Clone, Debug, Serialize)]
struct Line {
    value: CoreValue,
    middle: f64,
    spread: &'static str,
    scores: Vec<Bar>,
}

/// How often one score was given, and how high its bar is: the highest of all values together is 100.
#[derive(Clone, Copy, Debug, Serialize)]
struct Bar {
    score: usize,
    votes: i32,
    height: i32,
}

/// What to talk about.
#[derive(Clone, Copy, Debug, Serialize)]
struct About {
    kind: &'static str,
    value: CoreValue,
}

impl From<Outcome> for Shown {
    fn from(outcome: Outcome) -> Self {
        let talk = outcome.talk().map(|talk| match talk {
            Talk::Apart(value) => About { kind: "apart", value },
            Talk::Lowest(value) => About { kind: "lowest", value },
        });
        let highest = outcome.values.iter().flat_map(|one| one.counts).max().unwrap_or_default().max(1);
        let line = |one: Of| Line {
            value: one.value,
            middle: one.middle,
            spread: one.spread.code(),
            scores: (1..)
                .zip(one.counts)
                .map(|(score, votes)| Bar { score, votes, height: votes * 100 / highest })
                .collect(),
        };
        let values = outcome.values.into_iter().map(line).collect();
        Self { votes: outcome.votes, by_hand: outcome.by_hand, values, talk }
    }
}

impl Shown {
    /// For samples: people are far apart, or agree.
    pub(super) fn sample(apart: bool) -> Self {
        use crate::domain::dialogue::ballot::outcome::Counts;
        let (near, far) = ([0, 0, 2, 5, 2], [4, 0, 1, 0, 4]);
        Outcome::new(&Counts([near, near, if apart { far } else { near }, [0, 2, 3, 2, 2]]), !apart).into()
    }
}
