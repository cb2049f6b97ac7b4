//! An improvement in a list.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::dialogue::improvement::{self, Step, board::Item};

/// One line.
#[derive(Clone, Debug, Serialize)]
pub(in crate::web) struct Line {
    pub id: String,
    pub href: String,
    pub title: String,
    pub step: Step,
    /// Nothing: not named, or of nobody here.
    pub team: Option<String>,
    pub owner: Option<String>,
    pub raised_on: NaiveDate,
    pub answer_by: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub because: Option<String>,
    pub effect: Option<String>,
    /// Done within fourteen days.
    pub quick: bool,
    /// The day to answer or to have it done has passed.
    pub late: bool,
    /// The day was moved.
    pub moved: bool,
}

impl Line {
    pub(in crate::web) fn new(item: &Item, today: NaiveDate) -> Self {
        let row = &item.row;
        let step = Step::of(row);
        let late = match step {
            Step::Idea => row.answer_by < today,
            Step::Agreed => row.due_on.is_some_and(|day| day < today),
            Step::Later | Step::Yes | Step::Done | Step::No => false,
        };
        Self {
            id: row.id.to_string(),
            href: format!("/improvements/{}", row.id),
            title: row.title.clone(),
            step,
            team: item.team.clone(),
            owner: item.owner.clone(),
            raised_on: row.raised_on,
            answer_by: row.answer_by,
            answered_on: row.answered_on,
            due_on: row.due_on,
            done_on: row.done_on,
            because: row.because.clone(),
            effect: row.effect.clone(),
            quick: improvement::is_quick(row),
            late,
            moved: row.due_on != row.first_due_on,
        }
    }

    /// For samples.
    pub(in crate::web) fn sample(step: Step) -> Self {
        let day = NaiveDate::default();
        let when = |wanted: bool| wanted.then_some(day);
        Self {
            id: format!("0190a1b2-0000-7000-8000-00000000000{}", step as u8),
            href: "/improvements/0190a1b2-0000-7000-8000-000000000004".into(),
            title: "Eén nummer voor de wachtdienst".into(),
            step,
            team: (step != Step::No).then(|| "Vergunningen".into()),
            owner: (step == Step::Agreed).then(|| "Sem Bakker".into()),
            raised_on: day,
            answer_by: day,
            answered_on: when(step != Step::Idea),
            due_on: when(step == Step::Agreed),
            done_on: when(step == Step::Done),
            because: matches!(step, Step::No | Step::Later).then(|| "Dat kan pas na de verhuizing.".into()),
            effect: (step == Step::Done).then(|| "Bewoners wachten korter.".into()),
            quick: step == Step::Done,
            late: matches!(step, Step::Idea | Step::Agreed),
            moved: step == Step::Agreed,
        }
    }
}
