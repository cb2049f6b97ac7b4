//! What is urgent: how many of the people of a head are too late or nearly, and of everybody how many of each department.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use entity::{duty, id::*, placement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QuerySelect as _, RelationTrait as _,
    sea_query::{CaseStatement, Expr, ExprTrait as _},
};

use super::{list::Moment, open, pass, state};
use crate::domain::{error::Result, people::placement as placements};

/// What has to be done within so many days is urgent.
pub const SOON: Days = Days::new(30);

/// How many people are in a hurry. Who has several duties is counted once in each number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult, serde::Serialize)]
pub struct Hurry {
    /// The day has passed.
    pub overdue: i64,
    /// The day comes within [`SOON`].
    pub soon: i64,
    /// There is a date to choose, and none was chosen.
    pub no_date: i64,
}

/// How many people of these departments are in a hurry, in one statement.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    moment: &Moment,
) -> Result<Hurry> {
    let mut counts = pass::read();
    for (number, name) in pass::hurry(moment).into_iter().zip(["overdue", "soon", "no_date"]) {
        counts.expr_as(number, name);
    }
    let counts = counts.with(pass::theirs(departments, moment));
    let statement = db.get_database_backend().build(&counts);
    Ok(Hurry::find_by_statement(statement).one(db).await?.unwrap_or_default())
}

pub(super) fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(SOON).unwrap_or(today)
}

/// What is open of the people who work in one department itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Behind {
    department_id: DepartmentId,
    /// Still to be followed.
    pub open: i64,
    /// Of these, after their day.
    pub overdue: i64,
}

/// What is open and too late, of every department itself, in one statement. Who works in two is counted in both.
///
/// # Errors
/// When the database fails.
pub async fn by_department(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<HashMap<DepartmentId, Behind>> {
    let id = Expr::col((duty::Entity, duty::Column::Id));
    let late = duty::Column::DueOn.lt(today).and(state::attended().not());
    let late = CaseStatement::new().case(late, id.clone());
    let rows: Vec<Behind> = duty::Entity::find()
        .select_only()
        .column(placement::Column::DepartmentId)
        .expr_as(id.count(), "open")
        .expr_as(Expr::expr(late).count(), "overdue")
        .join(JoinType::InnerJoin, duty::Relation::Person.def())
        .join_rev(JoinType::InnerJoin, placement::Relation::Person.def())
        .filter(open())
        .filter(placements::on(today))
        .group_by(placement::Column::DepartmentId)
        .into_model()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.department_id, row)).collect())
}
