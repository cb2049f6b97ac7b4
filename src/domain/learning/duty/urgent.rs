//! What is urgent: of the people of a head who is too late or nearly, and of everybody how many of each department.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use entity::{duty, id::*, person, placement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _,
    sea_query::{CaseStatement, Expr, ExprTrait as _, Query},
};

use super::{
    list::{Key, Line, Moment, whole},
    of_departments, open,
    state::{self, State},
};
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
    let (is, due) = (Expr::col("state"), Expr::col(duty::Column::DueOn));
    let is = |state: State| is.clone().eq(Expr::Constant(state.code().into()));
    let theirs = duty::Entity::find()
        .select_only()
        .columns([duty::Column::PersonId, duty::Column::DueOn])
        .expr_as(state::column(moment.today, &moment.open), "state")
        .filter(open())
        .filter(of_departments(departments, moment.today))
        .into_query();
    let people = |wanted: Expr| {
        let person = CaseStatement::new().case(wanted, Expr::col(duty::Column::PersonId));
        Expr::expr(person).count_distinct()
    };
    let soon = due.lte(soon(moment.today)).and(is(State::Overdue).not()).and(is(State::Attended).not());
    let counts = Query::select()
        .expr_as(people(is(State::Overdue)), "overdue")
        .expr_as(people(soon), "soon")
        .expr_as(people(is(State::NoDate)), "no_date")
        .from_subquery(theirs, "theirs")
        .take();
    let statement = db.get_database_backend().build(&counts);
    Ok(Hurry::find_by_statement(statement).one(db).await?.unwrap_or_default())
}

/// Who of these departments is too late or has to be ready within [`SOON`], the longest late first; at most so many.
///
/// # Errors
/// When the database fails.
pub async fn first(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    moment: &Moment,
    most: u64,
) -> Result<Vec<Line>> {
    let keys: Vec<Key> = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .column(person::Column::Surname)
        .expr_as(state::column(moment.today, &moment.open), "state")
        .join(JoinType::InnerJoin, duty::Relation::Person.def())
        .filter(open())
        .filter(of_departments(departments, moment.today))
        .filter(duty::Column::DueOn.lte(soon(moment.today)))
        .filter(state::attended().not())
        .order_by_asc(duty::Column::DueOn)
        .order_by_asc(duty::Column::Id)
        .limit(most)
        .into_model()
        .all(db)
        .await?;
    whole(db, keys).await
}

fn soon(today: NaiveDate) -> NaiveDate {
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
