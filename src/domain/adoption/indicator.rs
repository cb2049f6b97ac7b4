//! The indicators, each computed from the tables of its area with a few questions about all units at once. What each counts is said in
//! docs/adoption.md.

mod answer;
mod assigned;
mod conversation;
mod evaluation;
mod grade;
mod idea;
pub(super) mod kept;
mod promise;
mod pulse;
mod theme;
mod training;
mod vote;

use sea_orm::ConnectionTrait;

use super::{
    ledger::{Draft, Figure, Work},
    period::Period,
    statistics::Share,
    unit::Units,
};
use crate::domain::{error::Result, policy::Policy};

/// What all of them need.
#[derive(Debug)]
pub struct Scope<'a, C> {
    pub db: &'a C,
    pub policy: &'a Policy,
    pub period: &'a Period,
    pub units: &'a Units,
}

/// What was counted of each unit, whether or not it is enough to be shown: the ladder asks whether work was done.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Teams with a conversation and an agreed action.
    pub covered: Vec<Share>,
    /// Improvements done in the period.
    pub done: Vec<f64>,
    /// Ideas answered in time.
    pub answered: Vec<Share>,
    /// People with a completed training.
    pub trained: Vec<Share>,
    /// Assignments completed.
    pub assigned: Vec<Share>,
}

/// All of them.
///
/// # Errors
/// When the database fails.
pub async fn draw_up<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<Counts> {
    let mut counts = Counts::default();
    conversation::add(scope, draft, &mut counts).await?;
    pulse::add(scope, draft).await?;
    vote::add(scope, draft).await?;
    theme::add(scope, draft).await?;
    idea::add(scope, draft, &mut counts).await?;
    training::add(scope, draft, &mut counts).await?;
    assigned::add(scope, draft, &mut counts).await?;
    evaluation::add(scope, draft).await?;
    grade::add(scope, draft).await?;
    promise::add(scope, draft).await?;
    Ok(counts)
}

/// From so many people in a unit on, a share of who was somewhere is shown as it is.
const MANY: u64 = 20;

impl<C> Scope<'_, C> {
    /// Numbers of units themselves, none of each.
    fn none(&self) -> Vec<f64> {
        vec![0.0; self.units.nodes.len()]
    }

    /// Parts and wholes of units themselves, added up from below.
    fn shares(&self, part: &[f64], of: &[f64]) -> Vec<Share> {
        let (part, of) = (self.units.sum(part), self.units.sum(of));
        part.into_iter().zip(of).map(|(part, of)| Share::new(part, of)).collect()
    }

    /// How many people there are in each unit.
    #[expect(clippy::cast_precision_loss, reason = "there are not so many people")]
    fn people(&self) -> impl Iterator<Item = f64> {
        self.units.nodes.iter().map(|node| node.headcount as f64)
    }

    /// Publishes a share of work of every unit with at least so many of these.
    fn publish(&self, draft: &mut Draft, (work, least): (Work, f64), shares: &[Share]) {
        for (at, share) in shares.iter().enumerate().filter(|(_, share)| share.of >= least) {
            let figure =
                if work == Work::TeamCoverage { Figure::work(*share) } else { Figure::cases(*share) };
            draft.counted(self.units, at, (work, ""), &figure);
        }
    }
}
