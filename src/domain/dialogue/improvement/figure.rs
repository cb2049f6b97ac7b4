//! Two indicators of how a house treats what teams raise: whether actions are done on time, and whether ideas get an answer.

use chrono::NaiveDate;
use entity::{id::*, improvement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryResult,
    QuerySelect as _, QueryTrait as _, Select,
    sea_query::{Asterisk, CaseStatement, Expr, ExprTrait as _, Func},
};

use crate::domain::error::Result;

/// Fewer cases than this are not shown.
pub const LEAST: u64 = 5;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub part: u64,
    pub of: u64,
}

impl Share {
    /// Whether there are enough of them to be shown.
    #[must_use]
    pub const fn is_enough(self) -> bool {
        self.of >= LEAST
    }
}

/// First and last day. Both must be over: what is still to come counts as not done.
pub type Days = (NaiveDate, NaiveDate);

/// Actions on time: of those that were due in these days, how many were done by that day. The day is the one first agreed on:
/// an action that was moved counts once, in the days of its first day, and as late unless it was done by then. What was fixed
/// at once had no day and is in neither number.
///
/// # Errors
/// When the database fails.
pub async fn on_time(db: &impl ConnectionTrait, teams: &[DepartmentId], days: Days) -> Result<Share> {
    use improvement::Column::{DoneOn, FirstDueOn};
    share(db, teams, (FirstDueOn, DoneOn), days).await
}

/// [`on_time`] of every team at once.
///
/// # Errors
/// When the database fails.
pub async fn all_on_time(db: &impl ConnectionTrait, days: Days) -> Result<Vec<(DepartmentId, Share)>> {
    use improvement::Column::{DoneOn, FirstDueOn};
    by_team(db, (FirstDueOn, DoneOn), days).await
}

/// [`answered`] of every team at once.
///
/// # Errors
/// When the database fails.
pub async fn all_answered(db: &impl ConnectionTrait, days: Days) -> Result<Vec<(DepartmentId, Share)>> {
    use improvement::Column::{AnswerBy, FirstAnsweredOn};
    by_team(db, (AnswerBy, FirstAnsweredOn), days).await
}

/// Ideas answered in time: of those whose twenty working days ended in these days, how many had an answer by then. "No,
/// because" and "later, because" are answers; of what was put off the first answer counts.
///
/// # Errors
/// When the database fails.
pub async fn answered(db: &impl ConnectionTrait, teams: &[DepartmentId], days: Days) -> Result<Share> {
    use improvement::Column::{AnswerBy, FirstAnsweredOn};
    share(db, teams, (AnswerBy, FirstAnsweredOn), days).await
}

async fn share(
    db: &impl ConnectionTrait,
    teams: &[DepartmentId],
    (due, happened): (improvement::Column, improvement::Column),
    days: Days,
) -> Result<Share> {
    let numbers = counted((due, happened), days)
        .filter(improvement::Column::DepartmentId.is_in(teams.iter().copied()))
        .into_query();
    let Some(row) = db.query_one(&numbers).await? else { return Ok(Share::default()) };
    numbers_of(&row)
}

async fn by_team(
    db: &impl ConnectionTrait,
    columns: (improvement::Column, improvement::Column),
    days: Days,
) -> Result<Vec<(DepartmentId, Share)>> {
    let numbers = counted(columns, days)
        .column(improvement::Column::DepartmentId)
        .filter(improvement::Column::DepartmentId.is_not_null())
        .group_by(improvement::Column::DepartmentId)
        .into_query();
    let rows = db.query_all(&numbers).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(2)?, numbers_of(row)?))).collect()
}

fn counted(
    (due, happened): (improvement::Column, improvement::Column),
    (from, until): Days,
) -> Select<improvement::Entity> {
    let column = |column: improvement::Column| Expr::col((improvement::Entity, column));
    let in_time = Condition::all().add(column(happened).lte(column(due)));
    let in_time = CaseStatement::new().case(in_time, 1).finally(0);
    improvement::Entity::find()
        .select_only()
        .expr(Func::coalesce([Expr::expr(Func::sum(in_time)), Expr::val(0_i64)]))
        .expr(Func::count(Expr::col(Asterisk)))
        .filter(due.between(from, until))
}

fn numbers_of(row: &QueryResult) -> Result<Share> {
    let number = |at: usize| row.try_get_by_index::<i64>(at).map(|some| u64::try_from(some).unwrap_or(0));
    Ok(Share { part: number(0)?, of: number(1)? })
}
