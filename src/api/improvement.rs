//! What teams asked for and what became of it, as everybody in the house reads it.

use chrono::NaiveDate;
use entity::id::ImprovementId;
use poem_openapi::{Enum, Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{caller::Caller, list::List, problem::Problem, service::Tag};
use crate::domain::{
    dialogue::improvement::{
        self, Step,
        board::{self, Board, Filter, Item},
    },
    error::Error,
    page::Window,
};

/// Something that a team asked for and that got an answer.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Improvement {
    pub id: Uuid,
    pub step: ImprovementStep,
    pub title: String,
    /// May be empty.
    pub text: String,
    /// Null for a team with fewer than 10 people, and for what a party from outside raised.
    pub department_id: Option<Uuid>,
    pub department: Option<String>,
    pub raised_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    /// Why not.
    pub because: Option<String>,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    /// What is better now.
    pub effect: Option<String>,
    /// Done within fourteen days.
    pub quick_win: bool,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum ImprovementStep {
    /// Who does it and by when is still open.
    Yes,
    /// It has an owner and a day.
    Agreed,
    Done,
    No,
}

impl ImprovementStep {
    const fn of(step: Step) -> Option<Self> {
        match step {
            Step::Yes => Some(Self::Yes),
            Step::Agreed => Some(Self::Agreed),
            Step::Done => Some(Self::Done),
            Step::No => Some(Self::No),
            Step::Idea | Step::Later => None,
        }
    }

    const fn step(self) -> Step {
        match self {
            Self::Yes => Step::Yes,
            Self::Agreed => Step::Agreed,
            Self::Done => Step::Done,
            Self::No => Step::No,
        }
    }
}

fn shape(item: Item) -> Option<Improvement> {
    let row = item.row;
    Some(Improvement {
        id: row.id.0,
        step: ImprovementStep::of(Step::of(&row))?,
        quick_win: improvement::is_quick(&row),
        title: row.title,
        text: row.text,
        department_id: row.department_id.filter(|_| item.team.is_some()).map(|id| id.0),
        department: item.team,
        raised_on: row.raised_on,
        answered_on: row.answered_on,
        because: row.because,
        due_on: row.due_on,
        done_on: row.done_on,
        effect: row.effect,
    })
}

/// The operations on improvements.
pub struct Improvements;

#[OpenApi(tag = "Tag::Improvements")]
impl Improvements {
    /// What teams asked for and what became of it, the newest first: what everybody in the house may read.
    #[oai(path = "/improvements", method = "get", operation_id = "list-improvements")]
    async fn list(
        &self,
        caller: Caller,
        step: Query<Option<ImprovementStep>>,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<Improvement>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let filter = Filter { step: step.map(ImprovementStep::step), ..Filter::of(Board::House) };
        let today = caller.house.policy.day(caller.house.now());
        let page = board::list(&caller.house.db.reader, &caller.actor, &filter, &window, today).await?;
        let items = page.items.into_iter().filter_map(shape).collect();
        Ok(Json(List { items, next: page.next }))
    }

    /// One improvement that everybody in the house may read.
    #[oai(path = "/improvements/:id", method = "get", operation_id = "show-improvement")]
    async fn show(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Improvement>, Problem> {
        let (db, today) = (&caller.house.db.reader, caller.house.policy.day(caller.house.now()));
        let row = improvement::published(db, ImprovementId(id.0)).await?;
        let shown = board::item(db, row, false, today).await?.and_then(shape);
        Ok(Json(shown.ok_or(Error::Missing("improvement"))?))
    }
}
