//! The boards: of the whole house, of the own team, and of the teams that somebody heads; and what waits to be done.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::{department, id::*, improvement, person, placement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _, Select,
    sea_query::{Alias, Asterisk, CaseStatement, Expr, ExprTrait as _, Func, Query},
};

use super::{
    Improvement, Step,
    sight::{self, LEAST},
};
use crate::domain::{
    actor::Actor,
    error::Result,
    page::{Page, Window},
    people::{department as departments, person::full_name, placement as placements},
};

/// Whose board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// What everybody may read; for the programme manager all there is.
    House,
    /// Of the own team, with what somebody does and what came up in their conversations.
    Mine,
    /// Of the teams that somebody heads.
    Team,
}

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// An answer, the soonest first.
    Answer,
    /// To be done, the soonest first.
    Due,
    /// Either of them, too late.
    Late,
}

impl Work {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Answer, Self::Due, Self::Late];

    /// The code in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Due => "due",
            Self::Late => "late",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|work| work.code() == code)
    }

    fn holds(self, today: NaiveDate) -> Condition {
        use improvement::Column::{AnswerBy, DueOn};
        match self {
            Self::Answer => Step::Idea.holds(),
            Self::Due => Step::Agreed.holds(),
            Self::Late => Condition::any()
                .add(Step::Idea.holds().add(AnswerBy.lt(today)))
                .add(Step::Agreed.holds().add(DueOn.lt(today))),
        }
    }
}

/// What of a board is asked. All that is given must hold.
#[derive(Clone, Debug)]
pub struct Filter {
    pub board: Board,
    pub step: Option<Step>,
    /// Done within fourteen days.
    pub quick: bool,
    /// With all below it. To others than who sees all, a team that is too small to be named is not found by it.
    pub department: Option<DepartmentId>,
    pub work: Option<Work>,
    /// What somebody does, still to be done.
    pub owner: Option<PersonId>,
}

impl Filter {
    /// A whole board.
    #[must_use]
    pub const fn of(board: Board) -> Self {
        Self { board, step: None, quick: false, department: None, work: None, owner: None }
    }
}

/// An improvement in a list.
#[derive(Clone, Debug)]
pub struct Item {
    pub row: Improvement,
    /// Nothing for one of nobody here, and on the board of the house for a team that is too small to be named.
    pub team: Option<String>,
    /// Never on the board of the house: who does it may be who said it.
    pub owner: Option<String>,
}

/// One page of a board, the newest first, and of what waits the soonest.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    window: &Window,
    today: NaiveDate,
) -> Result<Page<Item>> {
    use improvement::Column::{AnswerBy, DueOn, Id};
    let rows = asked(db, actor, filter, today).await?;
    let page = match filter.work {
        Some(Work::Answer) => window.read(db, rows, (AnswerBy, Id), |row| (row.answer_by, row.id.0)).await?,
        Some(Work::Due) => {
            let due = |row: &Improvement| (row.due_on.unwrap_or(row.answer_by), row.id.0);
            window.read(db, rows, (DueOn, Id), due).await?
        }
        Some(Work::Late) | None => newest(db, rows, window).await?,
    };
    let items = items(db, page.items, is_open(actor, filter.board), today).await?;
    Ok(Page { items, next: page.next })
}

async fn newest(
    db: &impl ConnectionTrait,
    rows: Select<improvement::Entity>,
    window: &Window,
) -> Result<Page<Improvement>> {
    use improvement::Column::{Id, RaisedOn};
    let mut rows = rows.order_by_desc(RaisedOn).order_by_desc(Id);
    if let Some(cursor) = &window.after {
        let (day, id) = (cursor.key::<NaiveDate>()?, ImprovementId(cursor.id()));
        rows = rows.filter(RaisedOn.lt(day).or(RaisedOn.eq(day).and(Id.lt(id))));
    }
    let rows = rows.limit(window.limit + 1).all(db).await?;
    Ok(window.cut(rows, |row| (row.raised_on, row.id.0)))
}

/// How many there are at each step, whatever step is asked for.
///
/// # Errors
/// When the database fails.
pub async fn counts(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    today: NaiveDate,
) -> Result<HashMap<Step, u64>> {
    let all = Filter { step: None, ..filter.clone() };
    let step = Step::ALL.iter().fold(CaseStatement::new(), |case, step| case.case(step.holds(), step.code()));
    let rows = asked(db, actor, &all, today).await?;
    let rows = rows
        .select_only()
        .expr_as(step, "step")
        .expr_as(Func::count(Expr::col(Asterisk)), "count")
        .into_query()
        .group_by_col(Alias::new("step"))
        .take();
    let mut counts = HashMap::new();
    for row in db.query_all(&rows).await? {
        let (code, count): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let count = u64::try_from(count).unwrap_or_default();
        counts.extend(Step::from_code(&code).map(|step| (step, count)));
    }
    Ok(counts)
}

/// How many ideas of the departments that somebody heads wait for an answer, and how many of them too long.
///
/// # Errors
/// When the database fails.
pub async fn waiting(db: &impl ConnectionTrait, actor: &Actor, today: NaiveDate) -> Result<(u64, u64)> {
    let filter = Filter { work: Some(Work::Answer), ..Filter::of(Board::Team) };
    let late = improvement::Column::AnswerBy.lt(today);
    let late = CaseStatement::new().case(Condition::all().add(late), 1).finally(0);
    let sums = asked(db, actor, &filter, today)
        .await?
        .select_only()
        .expr(Func::count(Expr::col(Asterisk)))
        .expr(Func::coalesce([Expr::expr(Func::sum(late)), Expr::val(0_i64)]))
        .into_query();
    let Some(row) = db.query_one(&sums).await? else { return Ok((0, 0)) };
    let number = |at: usize| row.try_get_by_index::<i64>(at).map(|some| u64::try_from(some).unwrap_or(0));
    Ok((number(0)?, number(1)?))
}

/// What is new for somebody's own team: answered or done since a day, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn news(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (since, today): (NaiveDate, NaiveDate),
    most: u64,
) -> Result<Vec<Improvement>> {
    let Some(person) = sight::insider(actor) else { return Ok(Vec::new()) };
    let own = improvement::Column::DepartmentId.in_subquery(placements::of_somebody(person, today));
    let rows = improvement::Entity::find().filter(own).filter(improvement::Column::ToldOn.gte(since));
    let rows = rows.order_by_desc(improvement::Column::ToldOn).order_by_desc(improvement::Column::Id);
    Ok(rows.limit(most).all(db).await?)
}

/// What was done within these days, the last first, as the board of the house shows it.
///
/// # Errors
/// When the database fails.
pub async fn done(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (from, until): (NaiveDate, NaiveDate),
    today: NaiveDate,
    most: u64,
) -> Result<Vec<Item>> {
    use improvement::Column::{DoneOn, Id};
    let rows =
        asked(db, actor, &Filter { step: Some(Step::Done), ..Filter::of(Board::House) }, today).await?;
    let rows = rows.filter(DoneOn.between(from, until)).order_by_desc(DoneOn).order_by_desc(Id);
    items(db, rows.limit(most).all(db).await?, is_open(actor, Board::House), today).await
}

/// Whether everything on this board is shown to somebody.
fn is_open(actor: &Actor, board: Board) -> bool {
    actor.may_hear_all() || board != Board::House
}

async fn asked(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    today: NaiveDate,
) -> Result<Select<improvement::Entity>> {
    use improvement::Column::{DepartmentId as Team, DoneOn, OwnerId, QuickUntil};
    let seen = match filter.board {
        Board::House if actor.may_hear_all() => Condition::all(),
        Board::House => sight::published(),
        Board::Mine => sight::mine(actor, today),
        Board::Team => Condition::all().add(Team.is_in(actor.departments.iter().copied())),
    };
    let quick = Expr::col((improvement::Entity, DoneOn)).lte(Expr::col((improvement::Entity, QuickUntil)));
    let mut wanted = Condition::all()
        .add(seen)
        .add_option(filter.step.map(Step::holds))
        .add_option(filter.quick.then_some(quick))
        .add_option(filter.work.map(|work| work.holds(today)))
        .add_option(filter.owner.map(|owner| OwnerId.eq(owner).and(DoneOn.is_null())));
    if let Some(top) = filter.department {
        let below = departments::tree(db).await?.below(top);
        wanted = wanted.add(Team.is_in(below));
        if !is_open(actor, filter.board) {
            wanted = wanted.add(sight::named(today));
        }
    }
    Ok(improvement::Entity::find().filter(wanted))
}

/// With the names of teams and owners, as far as they are shown.
pub(super) async fn items(
    db: &impl ConnectionTrait,
    rows: Vec<Improvement>,
    open: bool,
    today: NaiveDate,
) -> Result<Vec<Item>> {
    let ids: HashSet<DepartmentId> = rows.iter().filter_map(|row| row.department_id).collect();
    let owners: HashSet<PersonId> = rows.iter().filter_map(|row| row.owner_id).collect();
    let teams = team_names(db, &ids, open, today).await?;
    let mut names = HashMap::new();
    if open && !owners.is_empty() {
        let people = person::Entity::find().filter(person::Column::Id.is_in(owners)).all(db).await?;
        names.extend(people.iter().map(|one| (one.id, full_name(one))));
    }
    let item = |row: Improvement| Item {
        team: row.department_id.and_then(|id| teams.get(&id)).cloned(),
        owner: row.owner_id.and_then(|id| names.get(&id)).cloned(),
        row,
    };
    Ok(rows.into_iter().map(item).collect())
}

/// The names of these teams; unless all are shown, only of those with a tenth person.
async fn team_names(
    db: &impl ConnectionTrait,
    ids: &HashSet<DepartmentId>,
    open: bool,
    today: NaiveDate,
) -> Result<HashMap<DepartmentId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut tenth = Query::select();
    tenth
        .expr(Expr::val(1))
        .from(placement::Entity)
        .and_where(
            Expr::col((placement::Entity, placement::Column::DepartmentId))
                .eq(Expr::col((department::Entity, department::Column::Id))),
        )
        .cond_where(placements::on(today))
        .limit(1)
        .offset(LEAST - 1);
    let large = (!open).then(|| Expr::exists(tenth));
    let rows = department::Entity::find()
        .filter(department::Column::Id.is_in(ids.iter().copied()))
        .filter(Condition::all().add_option(large));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}

/// One improvement with the names that are shown with it.
///
/// # Errors
/// When the database fails.
pub async fn item(
    db: &impl ConnectionTrait,
    row: Improvement,
    inside: bool,
    today: NaiveDate,
) -> Result<Option<Item>> {
    Ok(items(db, vec![row], inside, today).await?.pop())
}
