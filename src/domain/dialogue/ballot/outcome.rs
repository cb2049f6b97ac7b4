//! What came of a vote, value by value: how often each score was given, the middle, and how far apart people are. Never one score for
//! all values together: that would hide what there is to talk about.

use entity::{ballot_tally as tally, core_value::CoreValue, id::BallotId};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use super::{Ballot, Scores};
use crate::domain::error::Result;

/// How often each score from 1 to 5 was given, for each value in the order of [`CoreValue::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub [[i32; 5]; CoreValue::ALL.len()]);

/// How far apart people are about a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spread {
    /// The middle half lies within one score.
    Agree,
    /// Within two.
    Differ,
    /// Further.
    Apart,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct Of {
    pub value: CoreValue,
    pub counts: [i32; 5],
    /// The median; halfway between two scores when as many lie on each side.
    pub middle: f64,
    pub spread: Spread,
}

/// What the room talks about next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk {
    /// About the value on which people are furthest apart.
    Apart(CoreValue),
    /// About the value that everybody scores lowest.
    Lowest(CoreValue),
}

/// The whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub votes: i32,
    pub by_hand: bool,
    pub values: Vec<Of>,
}

impl Spread {
    /// Code, in sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differ => "differ",
            Self::Apart => "apart",
        }
    }
}

impl Counts {
    /// Of single votes, each within 1 to 5.
    pub fn of(votes: impl Iterator<Item = Scores>) -> Self {
        let mut counts = Self::default();
        for scores in votes {
            for (value, score) in counts.0.iter_mut().zip(scores) {
                let at = usize::try_from(score - 1).ok().and_then(|at| value.get_mut(at));
                if let Some(at) = at {
                    *at += 1;
                }
            }
        }
        counts
    }

    /// How many voted: all values have as many.
    #[must_use]
    pub fn votes(&self) -> i32 {
        self.0[0].iter().sum()
    }
}

impl Of {
    fn new(value: CoreValue, counts: [i32; 5]) -> Self {
        let range = quantile(&counts, 3, 4) - quantile(&counts, 1, 4);
        let spread = match range {
            ..=1 => Spread::Agree,
            2 => Spread::Differ,
            _ => Spread::Apart,
        };
        Self { value, counts, middle: median(&counts), spread }
    }

    fn range(&self) -> i32 {
        quantile(&self.counts, 3, 4) - quantile(&self.counts, 1, 4)
    }
}

impl Outcome {
    /// From counts.
    #[must_use]
    pub fn new(counts: &Counts, by_hand: bool) -> Self {
        let values = CoreValue::ALL.iter().zip(counts.0).map(|(value, counts)| Of::new(*value, counts));
        Self { votes: counts.votes(), by_hand, values: values.collect() }
    }

    /// What to talk about: where people are furthest apart, else what they score lowest. Of equals the first in the order of the values.
    #[must_use]
    pub fn talk(&self) -> Option<Talk> {
        let widest = self.values.iter().rev().max_by_key(|one| one.range())?;
        if widest.spread > Spread::Agree {
            return Some(Talk::Apart(widest.value));
        }
        let lowest = self.values.iter().min_by(|a, b| a.middle.total_cmp(&b.middle))?;
        Some(Talk::Lowest(lowest.value))
    }
}

/// The smallest score that at least `part` of `whole` parts of the votes do not exceed: the inverse of the empirical distribution, type
/// 1 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50(4), 1996. Scores are an order
/// and no amounts, so nothing is interpolated. That the middle half lies within one score is what studies of consensus on a scale of
/// five call agreement: von der Gracht, "Consensus measurement in Delphi studies", Technological Forecasting and Social Change
/// 79(8), 2012.
fn quantile(counts: &[i32; 5], part: i32, whole: i32) -> i32 {
    let all: i32 = counts.iter().sum();
    let mut seen = 0;
    let reached = counts.iter().position(|votes| {
        seen += votes;
        seen * whole >= all * part
    });
    reached.and_then(|at| i32::try_from(at).ok()).unwrap_or_default() + 1
}

/// The middle vote; between two when they are of an even number and differ.
fn median(counts: &[i32; 5]) -> f64 {
    let all: i32 = counts.iter().sum();
    let at = |rank: i32| {
        let mut seen = 0;
        let found = counts.iter().position(|votes| {
            seen += votes;
            seen > rank
        });
        found.and_then(|at| u8::try_from(at + 1).ok()).map_or(0.0, f64::from)
    };
    f64::midpoint(at((all - 1) / 2), at(all / 2))
}

/// What came of a closed ballot; nothing when there were too few, or when it was kept long enough.
pub(super) async fn read(db: &impl ConnectionTrait, ballot: &Ballot) -> Result<Option<Outcome>> {
    if ballot.votes.is_none() {
        return Ok(None);
    }
    let counts = counts(db, ballot.id).await?;
    Ok((counts.votes() > 0).then(|| Outcome::new(&counts, ballot.by_hand)))
}

async fn counts(db: &impl ConnectionTrait, id: BallotId) -> Result<Counts> {
    let rows = tally::Entity::find().filter(tally::Column::BallotId.eq(id)).all(db).await?;
    let mut counts = Counts::default();
    for row in rows {
        let value = CoreValue::ALL.iter().position(|value| *value == row.value);
        let cell = value.zip(usize::try_from(row.score - 1).ok());
        if let Some(cell) = cell.and_then(|(value, at)| counts.0.get_mut(value)?.get_mut(at)) {
            *cell = row.votes;
        }
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_half_says_how_far_apart_people_are() {
        let of = |counts| Of::new(CoreValue::Trust, counts);
        assert_eq!(of([0, 0, 1, 3, 1]).spread, Spread::Agree);
        assert_eq!(of([0, 2, 1, 2, 0]).spread, Spread::Differ);
        assert_eq!(of([3, 0, 0, 0, 3]).spread, Spread::Apart);
        // One voice of many does not make a room disagree.
        assert_eq!(of([1, 0, 0, 2, 9]).spread, Spread::Agree);
    }

    #[test]
    fn the_middle_is_a_vote_or_lies_between_two() {
        assert!((median(&[1, 1, 1, 1, 1]) - 3.0).abs() < f64::EPSILON);
        assert!((median(&[0, 0, 3, 3, 0]) - 3.5).abs() < f64::EPSILON);
        assert!((median(&[3, 0, 0, 0, 3]) - 3.0).abs() < f64::EPSILON);
        assert!((median(&[0, 0, 0, 1, 5]) - 5.0).abs() < f64::EPSILON);
    }

    #[test]
    fn one_talks_about_what_divides_and_else_about_what_is_lowest() {
        let agree = [0, 0, 1, 4, 0];
        let mut counts = Counts([agree, agree, [2, 1, 0, 1, 1], [1, 1, 1, 1, 1]]);
        assert_eq!(Outcome::new(&counts, false).talk(), Some(Talk::Apart(CoreValue::Trust)));
        counts = Counts([agree, [0, 1, 4, 0, 0], agree, agree]);
        assert_eq!(Outcome::new(&counts, false).talk(), Some(Talk::Lowest(CoreValue::Craft)));
    }
}
