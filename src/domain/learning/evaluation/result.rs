//! What people answered about a workshop, all its runs together, for whoever runs the programme and whoever gives it.

use std::collections::BTreeMap;

use entity::{
    evaluation::{self, EvaluationKind as Kind},
    evaluation_answer::{self as answer, Applied},
    evaluation_remark as remark,
    id::*,
    role::RoleKind,
    trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, sea_query::SelectStatement,
};

use super::{
    FEWEST,
    answer::{Reason, SCORES},
    mine::gives,
};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
};

/// What there is to see of a workshop.
#[derive(Clone, Debug)]
pub struct Results {
    pub workshop: workshop::Model,
    pub after_closing: Part,
    pub after_twelve_weeks: Part,
}

/// What there is to see of one kind.
#[derive(Clone, Debug)]
pub struct Part {
    /// How many people were asked.
    pub invited: i64,
    /// How many had answered when the day began.
    pub answered: i64,
    /// Nothing as long as there are too few.
    pub released: Option<Released>,
    /// What people wrote, in an order that tells nothing. Nothing when there is too little, or it is not for this reader.
    pub remarks: Option<Vec<String>>,
}

/// Answers that may be shown: there is no other way to have them than by [`of`], which knows the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    answers: i64,
    questions: Vec<Question>,
}

/// One question, with how often each answer was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// `useful`, `clear`, `recommend`, `applied`, `helped` or `hindered`.
    pub name: &'static str,
    pub options: Vec<(String, i64)>,
}

/// A share as it is shown. With fewer than twenty answers "all" and "nobody" would tell of each what they answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Whole percents.
    Percent(i64),
    /// Fewer than one in ten.
    Few,
    /// More than nine in ten.
    Most,
}

/// From so many answers on a share of 0 or 100 % is shown as it is.
const MANY: i64 = 20;

impl Share {
    /// Of a part of a whole that is not empty.
    #[must_use]
    pub fn of(part: i64, whole: i64) -> Self {
        match part {
            _ if whole <= 0 => Self::Few,
            0 if whole < MANY => Self::Few,
            all if all >= whole && whole < MANY => Self::Most,
            _ => Self::Percent((part * 200 + whole) / (whole * 2)),
        }
    }
}

impl Released {
    /// How many answers these are.
    #[must_use]
    pub const fn answers(&self) -> i64 {
        self.answers
    }

    /// The questions, in the order in which they are asked.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    fn asks(&self, question: &str) -> bool {
        self.questions.iter().any(|one| one.name == question)
    }

    /// How often this answer was given.
    #[must_use]
    pub fn count(&self, question: &str, option: &str) -> i64 {
        let found = self.questions.iter().find(|one| one.name == question);
        let options = found.into_iter().flat_map(|one| &one.options);
        options.filter(|(code, _)| code == option).map(|(_, count)| count).sum()
    }

    /// How many answered 4 or 5.
    #[must_use]
    pub fn good(&self, question: &str) -> i64 {
        self.count(question, "4") + self.count(question, "5")
    }
}

impl Part {
    /// How many answers are wanted before there is something to see; 0 when there is.
    #[must_use]
    pub fn missing(&self) -> i64 {
        let fewest = i64::try_from(FEWEST).unwrap_or(i64::MAX);
        if self.released.is_some() { 0 } else { (fewest - self.answered).max(1) }
    }

    /// Between which shares of everybody who was asked the share that applied it lies: as if all others had said no, and yes. Nothing
    /// when that was not asked.
    #[must_use]
    pub fn band(&self) -> Option<(Share, Share)> {
        let released = self.released.as_ref().filter(|released| released.asks("applied"))?;
        let (yes, silent) = (released.count("applied", "yes"), (self.invited - released.answers).max(0));
        Some((Share::of(yes, self.invited), Share::of(yes + silent, self.invited)))
    }
}

/// The results of a workshop. Remarks are for the programme manager and for who gives the workshop, and not for programs.
///
/// # Errors
/// [`Error::Missing`] when there is no such workshop, and just so for others than these and whoever runs the programme.
pub async fn of(db: &impl ConnectionTrait, actor: &Actor, id: WorkshopId) -> Result<Results> {
    let workshop = workshop::Entity::find_by_id(id).one(db).await?.ok_or(MISSING)?;
    let gives = may_see(db, actor, id).await?;
    let rounds: Vec<(Kind, i64, i64)> = evaluation::Entity::find()
        .select_only()
        .column(evaluation::Column::Kind)
        .column_as(evaluation::Column::Invited.sum(), "invited")
        .column_as(evaluation::Column::Counted.sum(), "counted")
        .filter(evaluation::Column::WorkshopId.eq(id))
        .group_by(evaluation::Column::Kind)
        .into_tuple()
        .all(db)
        .await?;
    let mut released = released(db, id).await?;
    let reads = gives || actor.is(RoleKind::ProgrammeManager);
    let mut remarks = if reads { remarks(db, id).await? } else { BTreeMap::new() };
    let mut part = |kind: Kind| {
        let round = rounds.iter().find(|(of, ..)| *of == kind);
        Part {
            invited: round.map_or(0, |(_, invited, _)| *invited),
            answered: round.map_or(0, |(_, _, counted)| *counted),
            released: released.remove(&kind),
            remarks: remarks.remove(&kind),
        }
    };
    Ok(Results {
        after_closing: part(Kind::AfterClosing),
        after_twelve_weeks: part(Kind::AfterTwelveWeeks),
        workshop,
    })
}

const MISSING: Error = Error::Missing("workshop");

/// Whether the actor gives the workshop; refuses who neither does nor runs the programme.
async fn may_see(db: &impl ConnectionTrait, actor: &Actor, id: WorkshopId) -> Result<bool> {
    let gives = match actor.person.filter(|_| actor.scopes.is_none() && !actor.shared) {
        Some(person) => gives(db, id, person).await?,
        None => false,
    };
    if gives || actor.may_see_evaluations() { Ok(gives) } else { Err(MISSING) }
}

/// Sessions that somebody gives, as a part of another question.
pub(super) fn given_by(person: PersonId) -> SelectStatement {
    trainer::Entity::find()
        .select_only()
        .column(trainer::Column::SessionId)
        .filter(trainer::Column::PersonId.eq(person))
        .into_query()
}

/// Equal answers, and how many they are.
type Counted = (Kind, Option<i32>, Option<i32>, Option<i32>, Option<Applied>, String, i64);

async fn released(db: &impl ConnectionTrait, id: WorkshopId) -> Result<BTreeMap<Kind, Released>> {
    use answer::Column::{Applied, Clear, Id, Kind, Reasons, Recommend, ReleasedOn, Useful, WorkshopId};
    let mut rows = answer::Entity::find().select_only();
    for column in [Kind, Useful, Clear, Recommend, Applied, Reasons] {
        rows = rows.column(column).group_by(column);
    }
    let rows: Vec<Counted> = rows
        .column_as(Id.count(), "count")
        .filter(WorkshopId.eq(id))
        .filter(ReleasedOn.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut by_kind: BTreeMap<entity::evaluation::EvaluationKind, Vec<Counted>> = BTreeMap::new();
    for row in rows {
        by_kind.entry(row.0).or_default().push(row);
    }
    let shown = |(kind, rows): (_, Vec<Counted>)| Some((kind, shown(kind, &rows)?));
    Ok(by_kind.into_iter().filter_map(shown).collect())
}

/// Counts them by question. Nothing below the threshold: the night keeps to it already, and this is the last door.
fn shown(kind: Kind, rows: &[Counted]) -> Option<Released> {
    let answers = rows.iter().map(|row| row.6).sum();
    if answers < i64::try_from(FEWEST).unwrap_or(i64::MAX) {
        return None;
    }
    let sum = |fits: &dyn Fn(&Counted) -> bool| rows.iter().filter(|row| fits(row)).map(|row| row.6).sum();
    let scores = |name, value: fn(&Counted) -> Option<i32>| Question {
        name,
        options: SCORES.map(|at| (at.to_string(), sum(&|row| value(row) == Some(at)))).collect(),
    };
    let reasons = |name, helped: bool| Question {
        name,
        options: Reason::ALL
            .into_iter()
            .filter(|one| one.helped() == helped)
            .map(|one| (one.code().to_owned(), sum(&|row| row.5.split(',').any(|code| code == one.code()))))
            .collect(),
    };
    let questions = match kind {
        Kind::AfterClosing => {
            vec![
                scores("useful", |row| row.1),
                scores("clear", |row| row.2),
                scores("recommend", |row| row.3),
            ]
        }
        Kind::AfterTwelveWeeks => {
            let applied = |one: &Applied| (one.code().to_owned(), sum(&|row| row.4 == Some(*one)));
            let applied = Question { name: "applied", options: Applied::ALL.iter().map(applied).collect() };
            vec![applied, reasons("helped", true), reasons("hindered", false)]
        }
    };
    Some(Released { answers, questions })
}

/// What people wrote, where that is at least five times. The keys are by chance, so their order is too; and it stays the same,
/// or who looks often would see what is new.
async fn remarks(db: &impl ConnectionTrait, id: WorkshopId) -> Result<BTreeMap<Kind, Vec<String>>> {
    let rows: Vec<(Kind, String)> = remark::Entity::find()
        .select_only()
        .columns([remark::Column::Kind, remark::Column::Text])
        .filter(remark::Column::WorkshopId.eq(id))
        .filter(remark::Column::ReleasedOn.is_not_null())
        .order_by_asc(remark::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut by_kind: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    for (kind, text) in rows {
        by_kind.entry(kind).or_default().push(text);
    }
    by_kind.retain(|_, texts| texts.len() >= FEWEST);
    Ok(by_kind)
}
