//! All that the page of a head asks of what their people have to follow, in one pass: each duty is looked at once, and where it
//! stands is worked out for all of them together. Whoever works in two of the departments is counted in both, and once in all.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{duty, enrolment, id::*, placement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
    sea_query::{
        CaseStatement, CommonTableExpression, Expr, ExprTrait as _, Order, Query, SelectStatement, UnionType,
        WithClause,
    },
};
use uuid::Uuid;

use super::{
    alive,
    list::{Counts, Line, Moment, Need, whole},
    state::{self, SEATED_AT, STANDING, State},
    urgent::{Hurry, soon},
};
use crate::domain::{error::Result, people::placement as placements};

/// Every living duty of the people of some departments, once for each of these that they work in.
const THEIRS: &str = "theirs";
const STATE: &str = "state";

/// Where the people of some departments stand.
#[derive(Clone, Debug, Default)]
pub struct Pass {
    pub hurry: Hurry,
    /// Who is too late or has to be ready soon, the longest late first.
    pub first: Vec<Line>,
    /// How many in each state, of each department itself.
    pub teams: HashMap<DepartmentId, Counts>,
    /// Of what is open.
    pub needs: Vec<Need>,
}

/// What one row of the answer is about.
const FIRST: &str = "first";
const NEED: &str = "need";
const TEAM: &str = "team";
const HURRY: &str = "hurry";

#[derive(FromQueryResult)]
struct Row {
    part: String,
    /// The duty, assignment or department.
    about: Option<Uuid>,
    workshop: Option<WorkshopId>,
    state: Option<String>,
    day: Option<NaiveDate>,
    one: i64,
    two: i64,
    three: i64,
}

/// Where the people of these departments stand, and at most so many of who is first: one statement, and five for who is first.
///
/// # Errors
/// When the database fails.
pub async fn of_departments(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    moment: &Moment,
    most: u64,
) -> Result<Pass> {
    let mut parts = first(moment, most);
    for part in [needs(), teams(), in_a_hurry(moment)] {
        parts.union(UnionType::All, part);
    }
    let parts = parts.with(theirs(departments, moment));
    let rows = Row::find_by_statement(db.get_database_backend().build(&parts)).all(db).await?;
    let mut pass = Pass::default();
    let mut keys = Vec::new();
    let number = |count: i64| u64::try_from(count).unwrap_or_default();
    for row in rows {
        match (row.part.as_str(), row.about, row.workshop, row.state) {
            (FIRST, Some(id), _, Some(state)) => keys.push((row.day, DutyId(id), state)),
            (NEED, Some(id), Some(workshop), _) => pass.needs.push(Need {
                assignment: AssignmentId(id),
                workshop,
                open: number(row.one),
                placed: number(row.two),
                last_day: row.day,
            }),
            (TEAM, Some(id), _, Some(state)) => {
                let counts = pass.teams.entry(DepartmentId(id)).or_default();
                counts.extend(State::from_code(&state).map(|state| (state, number(row.one))));
            }
            _ => pass.hurry = Hurry { overdue: row.one, soon: row.two, no_date: row.three },
        }
    }
    // The parts are in no order.
    keys.sort();
    pass.first = whole(db, keys.into_iter().map(|(_, id, state)| (id, state))).await?;
    Ok(pass)
}

/// The duties that all parts read, with where each stands.
pub(super) fn theirs(departments: &[DepartmentId], moment: &Moment) -> WithClause {
    let people = placements::in_departments(departments, moment.today);
    // Not out of a materialised list of people: of a table PostgreSQL knows how many there are.
    let mut theirs = placement::Entity::find()
        .select_only()
        .column(placement::Column::DepartmentId)
        .columns([duty::Column::Id, duty::Column::PersonId, duty::Column::AssignmentId])
        .columns([duty::Column::WorkshopId, duty::Column::DueOn])
        .expr_as(state::joined(moment.today, &moment.open), STATE)
        .filter(placements::on(moment.today))
        .filter(placement::Column::DepartmentId.is_in(departments.iter().copied()))
        .filter(alive())
        .into_query();
    let same = |left: Expr, right: duty::Column| left.eq(Expr::col((duty::Entity, right)));
    let place = |column: enrolment::Column| Expr::col((STANDING, column));
    let theirs = theirs
        .expr_as(Expr::col((STANDING, SEATED_AT)), SEATED_AT)
        .inner_join(
            duty::Entity,
            same(Expr::col((placement::Entity, placement::Column::PersonId)), duty::Column::PersonId),
        )
        .left_join(
            STANDING,
            same(place(enrolment::Column::PersonId), duty::Column::PersonId)
                .and(same(place(enrolment::Column::WorkshopId), duty::Column::WorkshopId)),
        )
        .take();
    let once = |name: &'static str, query: SelectStatement| {
        CommonTableExpression::new().table_name(name).query(query).materialized(true).to_owned()
    };
    WithClause::new().cte(once(STANDING, state::standing(people))).cte(once(THEIRS, theirs)).to_owned()
}

/// A question of [`theirs`] about what is still to be followed.
pub(super) fn read() -> SelectStatement {
    Query::select().from(THEIRS).and_where(is_in([State::Done, State::Exempt]).not()).take()
}

/// How many people are too late, have to be ready soon, and could choose a date.
pub(super) fn hurry(moment: &Moment) -> [Expr; 3] {
    let people = |which: Expr| {
        let person = CaseStatement::new().case(which, Expr::col(duty::Column::PersonId));
        Expr::expr(person).count_distinct()
    };
    let soon = is_soon(moment).and(is_in([State::Overdue, State::Attended]).not());
    [is_in([State::Overdue]), soon, is_in([State::NoDate])].map(people)
}

fn is_in<const N: usize>(states: [State; N]) -> Expr {
    Expr::col(STATE).is_in(states.map(|state| Expr::Constant(state.code().into())))
}

fn is_soon(moment: &Moment) -> Expr {
    Expr::col(duty::Column::DueOn).lte(soon(moment.today))
}

/// Rows of the answer: what each is about, its workshop, state and day, and its numbers.
fn rows(part: &str, query: &mut SelectStatement, values: [Expr; 7]) -> SelectStatement {
    query.expr_as(Expr::Constant(part.into()), "part");
    let names = ["about", "workshop", "state", "day", "one", "two", "three"];
    for (name, value) in names.into_iter().zip(values) {
        query.expr_as(value, name);
    }
    query.take()
}

/// Who is first. As the first part it tells PostgreSQL which types the columns have.
fn first(moment: &Moment, most: u64) -> SelectStatement {
    let keys = read()
        .distinct()
        .columns([duty::Column::Id, duty::Column::WorkshopId, duty::Column::DueOn])
        .column(STATE)
        .and_where(is_soon(moment))
        .and_where(is_in([State::Attended]).not())
        .order_by(duty::Column::DueOn, Order::Asc)
        .order_by(duty::Column::Id, Order::Asc)
        .limit(most)
        .take();
    let [id, workshop, day] =
        [duty::Column::Id, duty::Column::WorkshopId, duty::Column::DueOn].map(Expr::col);
    let values = [id, workshop, Expr::col(STATE), day, zero(), zero(), zero()];
    rows(FIRST, Query::select().from_subquery(keys, FIRST), values)
}

/// A duty of somebody who works in two of the departments stands there twice.
fn needs() -> SelectStatement {
    let [id, about, workshop, day] =
        [duty::Column::Id, duty::Column::AssignmentId, duty::Column::WorkshopId, duty::Column::DueOn]
            .map(Expr::col);
    let seated = CaseStatement::new().case(Expr::col(SEATED_AT).eq(1), id.clone());
    let (open, placed) = (id.count_distinct(), Expr::expr(seated).count_distinct());
    let group = [duty::Column::AssignmentId, duty::Column::WorkshopId];
    rows(NEED, read().group_by_columns(group), [about, workshop, nothing(), day.max(), open, placed, zero()])
}

/// Also of what is done and exempt.
fn teams() -> SelectStatement {
    let (team, state) = (placement::Column::DepartmentId, Expr::col(STATE));
    let mut all = Query::select().from(THEIRS).group_by_col(team).group_by_col(STATE).take();
    let count = Expr::col(duty::Column::Id).count();
    rows(TEAM, &mut all, [Expr::col(team), nothing(), state, nothing(), count, zero(), zero()])
}

fn in_a_hurry(moment: &Moment) -> SelectStatement {
    let [overdue, soon, no_date] = hurry(moment);
    rows(HURRY, &mut read(), [nothing(), nothing(), nothing(), nothing(), overdue, soon, no_date])
}

fn nothing() -> Expr {
    Expr::cust("NULL")
}

fn zero() -> Expr {
    Expr::Constant(0_i64.into())
}
