//! The figures of measuring that come from evaluations (indicators 9 and 10), as exact numbers with their denominators.
//!
//! A period is made of nights: an answer counts in the period in which it was first shown. So what a period counts is a sum of whole
//! nights of at least five answers, and the difference of two periods is one too. People count in the period in which they were
//! asked; of a long period both are nearly the same people.

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::NaiveDate;
use entity::{
    evaluation::{self, EvaluationKind as Kind},
    evaluation_answer::{self as answer, Applied as Said},
    id::*,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};

use super::FEWEST;
use crate::domain::error::Result;

/// Days, both included.
pub type Period = RangeInclusive<NaiveDate>;

/// Indicator 9 of one workshop, all runs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Useful {
    pub workshop: WorkshopId,
    pub invited: i64,
    pub answers: i64,
    /// Answered 4 or 5.
    pub useful: i64,
}

/// Indicator 10, all workshops together. "No occasion" is an answer, and is not "yes": whoever could not use it did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    pub invited: i64,
    pub answers: i64,
    /// Answered "yes".
    pub applied: i64,
}

impl Applied {
    /// Numerators over `invited` between which the true number lies: as if nobody who was silent applied it, and as if all did.
    #[must_use]
    pub const fn band(&self) -> (i64, i64) {
        let silent = self.invited - self.answers;
        (self.applied, self.applied + if silent > 0 { silent } else { 0 })
    }
}

/// Indicator 9: every workshop with at least five answers.
///
/// # Errors
/// When the database fails.
pub async fn useful(db: &impl ConnectionTrait, period: &Period) -> Result<Vec<Useful>> {
    let invited = invited(db, Kind::AfterClosing, period).await?;
    let rows: Vec<(WorkshopId, Option<i32>, i64)> = counted(Kind::AfterClosing, period)
        .column(answer::Column::Useful)
        .column_as(answer::Column::Id.count(), "count")
        .group_by(answer::Column::Useful)
        .into_tuple()
        .all(db)
        .await?;
    let mut all: BTreeMap<WorkshopId, (i64, i64)> = BTreeMap::new();
    for (workshop, score, count) in rows {
        let (answers, useful) = all.entry(workshop).or_default();
        *answers += count;
        *useful += if score >= Some(4) { count } else { 0 };
    }
    let figure = |(workshop, (answers, useful)): (WorkshopId, (i64, i64))| Useful {
        workshop,
        invited: invited.get(&workshop).copied().unwrap_or_default(),
        answers,
        useful,
    };
    Ok(all.into_iter().map(figure).filter(|one| enough(one.answers)).collect())
}

/// Indicator 10; nothing with fewer than five answers.
///
/// # Errors
/// When the database fails.
pub async fn applied(db: &impl ConnectionTrait, period: &Period) -> Result<Option<Applied>> {
    let invited = invited(db, Kind::AfterTwelveWeeks, period).await?.into_values().sum();
    let rows: Vec<(WorkshopId, Option<Said>, i64)> = counted(Kind::AfterTwelveWeeks, period)
        .column(answer::Column::Applied)
        .column_as(answer::Column::Id.count(), "count")
        .group_by(answer::Column::Applied)
        .into_tuple()
        .all(db)
        .await?;
    let answers = rows.iter().map(|(.., count)| count).sum();
    let yes = rows.iter().filter(|(_, said, _)| *said == Some(Said::Yes));
    let applied = yes.map(|(.., count)| count).sum();
    Ok(enough(answers).then_some(Applied { invited, answers, applied }))
}

fn enough(answers: i64) -> bool {
    usize::try_from(answers).is_ok_and(|answers| answers >= FEWEST)
}

fn counted(kind: Kind, period: &Period) -> sea_orm::Select<answer::Entity> {
    answer::Entity::find()
        .select_only()
        .column(answer::Column::WorkshopId)
        .filter(answer::Column::Kind.eq(kind))
        .filter(within(answer::Column::ReleasedOn, period))
        .group_by(answer::Column::WorkshopId)
}

async fn invited(
    db: &impl ConnectionTrait,
    kind: Kind,
    period: &Period,
) -> Result<BTreeMap<WorkshopId, i64>> {
    let rows: Vec<(WorkshopId, i64)> = evaluation::Entity::find()
        .select_only()
        .column(evaluation::Column::WorkshopId)
        .column_as(evaluation::Column::Invited.sum(), "invited")
        .filter(evaluation::Column::Kind.eq(kind))
        .filter(within(evaluation::Column::AskedOn, period))
        .group_by(evaluation::Column::WorkshopId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

fn within(column: impl sea_orm::ColumnTrait, period: &Period) -> Condition {
    Condition::all().add(column.gte(*period.start())).add(column.lte(*period.end()))
}
