//! Improvements: what a team says could be better. It is answered in time, agreed on with an owner and a day, and done; what can
//! be fixed at once skips the steps between.

pub mod board;
pub mod figure;
mod known;
mod notice;
pub mod raise;
pub mod remind;
mod sight;
pub mod step;
pub mod told;

use chrono::NaiveDate;
use entity::{id::*, improvement};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use serde::Serialize;

use crate::domain::{
    actor::Actor,
    error::{Error, Result},
};

pub use entity::improvement::{Answer, Model as Improvement};
pub(in crate::domain) use known::{follow, forget, held};

/// What a title may be long, in characters.
pub const TITLE: usize = 120;
/// What every other text may be long, in characters.
pub const TEXT: usize = 2_000;

/// How far an improvement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Nobody answered yet.
    Idea,
    /// Not now, because.
    Later,
    /// Yes; who does it and by when is still open.
    Yes,
    /// It has an owner and a day.
    Agreed,
    Done,
    /// No, because.
    No,
}

impl Step {
    /// Every step, in the order of a board.
    pub const ALL: [Self; 6] = [Self::Idea, Self::Later, Self::Yes, Self::Agreed, Self::Done, Self::No];

    /// The code, as in addresses and in the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Later => "later",
            Self::Yes => "yes",
            Self::Agreed => "agreed",
            Self::Done => "done",
            Self::No => "no",
        }
    }

    /// The step with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// How far this one is.
    #[must_use]
    pub const fn of(row: &Improvement) -> Self {
        match (row.answer, row.due_on, row.done_on) {
            (_, _, Some(_)) => Self::Done,
            (_, Some(_), None) => Self::Agreed,
            (Some(Answer::Yes), None, None) => Self::Yes,
            (Some(Answer::No), None, None) => Self::No,
            (Some(Answer::Later), None, None) => Self::Later,
            (None, None, None) => Self::Idea,
        }
    }

    /// Is this far (a filter).
    fn holds(self) -> Condition {
        use improvement::Column::{Answer as Said, DoneOn, DueOn};
        let open = Condition::all().add(DoneOn.is_null());
        let answered = |answer: Answer| open.clone().add(DueOn.is_null()).add(Said.eq(answer));
        match self {
            Self::Done => Condition::all().add(DoneOn.is_not_null()),
            Self::Agreed => open.add(DueOn.is_not_null()),
            Self::Yes => answered(Answer::Yes),
            Self::No => answered(Answer::No),
            Self::Later => answered(Answer::Later),
            Self::Idea => open.add(DueOn.is_null()).add(Said.is_null()),
        }
    }

    /// Whether everybody in the house may read it.
    #[must_use]
    pub const fn is_public(self) -> bool {
        match self {
            Self::Yes | Self::Agreed | Self::Done | Self::No => true,
            Self::Idea | Self::Later => false,
        }
    }
}

/// Whether it was done within fourteen days.
#[must_use]
pub fn is_quick(row: &Improvement) -> bool {
    row.done_on.is_some_and(|day| day <= row.quick_until)
}

/// One improvement as somebody finds it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub row: Improvement,
    /// Of the team, above it, or concerned with it: sees whose it is and who does it. Others read what was said and done.
    pub inside: bool,
    /// May answer, and agree on an owner and a day.
    pub answers: bool,
    /// May say that it is done, or move the day.
    pub does: bool,
}

/// One improvement, as far as the actor may see it.
///
/// # Errors
/// [`Error::Missing`] also for what only the team and who is above it may see.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ImprovementId,
    today: NaiveDate,
) -> Result<Seen> {
    let one = |seen: Condition| improvement::Entity::find_by_id(id).filter(seen).one(db);
    let (row, inside) = match one(sight::inside(actor, today)).await? {
        Some(row) => (row, true),
        None => (one(sight::published()).await?.ok_or(Error::Missing("improvement"))?, false),
    };
    let answers = sight::answers(actor, &row);
    let does = answers || sight::owns(actor, &row);
    Ok(Seen { row, inside, answers, does })
}

/// Those of some that the actor may read.
///
/// # Errors
/// When the database fails.
pub async fn seen(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: &[ImprovementId],
    today: NaiveDate,
) -> Result<Vec<Improvement>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let may = Condition::any().add(sight::inside(actor, today)).add(sight::published());
    let rows = improvement::Entity::find().filter(improvement::Column::Id.is_in(ids.iter().copied()));
    Ok(rows.filter(may).all(db).await?)
}

/// One that everybody may read, for a program.
///
/// # Errors
/// [`Error::Missing`] also for one that is not published.
pub async fn published(db: &impl ConnectionTrait, id: ImprovementId) -> Result<Improvement> {
    let found = improvement::Entity::find_by_id(id).filter(sight::published()).one(db).await?;
    found.ok_or(Error::Missing("improvement"))
}
