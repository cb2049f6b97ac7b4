//! What is new on the first page about improvements: for everybody of a team what became of what it raised, for a head how many ideas
//! wait for an answer.

use chrono::TimeDelta;
use serde::Serialize;

use crate::{
    domain::{
        dialogue::improvement::{
            Step,
            board::{self, Item},
        },
        error::Result,
    },
    web::{context::Context, dialogue::improvement_line::Line, row::Allow},
};

/// Lines on the first page; the rest is a click away.
const FEW: u64 = 3;
/// How long news is news.
const NEWS: TimeDelta = TimeDelta::days(14);

/// The part.
#[derive(Default, Serialize)]
pub struct Improvements {
    /// Answered or done lately, of the own team.
    news: Vec<Line>,
    /// Ideas that wait for the viewer, and how many of them too long.
    waiting: u64,
    late: u64,
}

impl Improvements {
    /// Of who works here.
    pub(super) async fn of(cx: &Context) -> Result<Self> {
        if cx.actor().is_outsider() {
            return Ok(Self::default());
        }
        let today = cx.house().policy.day(cx.now());
        let rows = board::news(cx.db(), cx.actor(), (today - NEWS, today), FEW).await?;
        let (waiting, late) =
            if cx.may(Allow::Head) { board::waiting(cx.db(), cx.actor(), today).await? } else { (0, 0) };
        // Whose it is need not be said to the team itself.
        let line = |row| Line::new(&Item { row, team: None, owner: None }, today);
        Ok(Self { news: rows.into_iter().map(line).collect(), waiting, late })
    }

    /// For samples.
    pub(super) fn sample() -> Self {
        Self { news: vec![Line::sample(Step::Done), Line::sample(Step::No)], waiting: 3, late: 1 }
    }
}
