//! Narrowing a list of people to those who have something in common, so that no list reads everybody. A small group is
//! read whole and sorted. Who is found by a word stands in its index in the order of the list. A group that is large is a
//! large part of everybody: the list is walked in its own order, and each is asked whether they belong to it.

use chrono::NaiveDate;
use entity::{id::*, person, person_word, placement, role, role::RoleKind};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IdenStatic as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
    sea_query::{
        Alias, Asterisk, Condition, Expr, ExprTrait as _, Func, IntoCondition as _, Order, Query,
        SelectStatement, UnionType,
    },
};

use super::{person::outside, placement::in_departments, role as roles, word};
use crate::domain::{
    error::Result,
    page::{MOST_COUNTED, Window},
};

/// So many are read and sorted at once.
const FEW: u64 = 2_000;

/// People who have something in common.
#[derive(Clone, Debug)]
pub(super) enum Group {
    /// Have a word that begins like this.
    Word(String),
    /// Work in one of these on a day, or are this person.
    Within(Vec<DepartmentId>, NaiveDate, Option<PersonId>),
    /// Have this role.
    Role(RoleKind),
    /// Come from outside.
    Outside,
}

/// How a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// This group is small: whole.
    Whole(usize),
    /// In the order of the index of this word.
    Word(usize),
    /// In the order of the list.
    Walk,
}

/// The groups to which a list is narrowed.
pub(super) struct Narrow {
    groups: Vec<Group>,
    pub way: Way,
    /// The smallest group, when it has no more than [`MOST_COUNTED`].
    smallest: Option<usize>,
}

impl Narrow {
    /// Looks how large the groups are: one statement, that reads of each no more than it has to.
    pub async fn of(db: &impl ConnectionTrait, groups: Vec<Group>) -> Result<Self> {
        let mut sizes = Vec::new();
        if !groups.is_empty() {
            let mut ask = Query::select();
            for group in &groups {
                ask.expr(Expr::SubQuery(None, Box::new(counted(group.people(), MOST_COUNTED + 1).into())));
            }
            if let Some(row) = db.query_one(&ask).await? {
                for at in 0..groups.len() {
                    sizes.push(u64::try_from(row.try_get_by_index::<i64>(at)?).unwrap_or_default());
                }
            }
        }
        let smallest = (0..sizes.len()).min_by_key(|at| sizes[*at]);
        let words = (0..sizes.len()).filter(|at| matches!(groups[*at], Group::Word(_)));
        let word = words.min_by_key(|at| sizes[*at]).filter(|at| sizes[*at] <= MOST_COUNTED);
        let few = smallest.filter(|at| sizes[*at] <= FEW && word != Some(*at));
        let way = few.map(Way::Whole).or(word.map(Way::Word)).unwrap_or(Way::Walk);
        Ok(Self { way, smallest: smallest.filter(|at| sizes[*at] <= MOST_COUNTED), groups })
    }

    /// Whether everybody is asked for.
    pub const fn is_none(&self) -> bool {
        self.groups.is_empty()
    }

    /// Belongs to all of the groups (a filter on people), but for one that was read already.
    pub fn belongs(&self, but: Option<usize>) -> Condition {
        let rest = self.groups.iter().enumerate().filter(|(at, _)| Some(*at) != but);
        rest.fold(Condition::all(), |all, (_, group)| all.add(group.holds()))
    }

    /// As [`Self::belongs`], for reading in this way.
    pub fn filter(&self) -> Condition {
        match self.way {
            Way::Whole(at) => {
                self.belongs(Some(at)).add(person::Column::Id.in_subquery(self.groups[at].people()))
            }
            Way::Word(_) | Way::Walk => self.belongs(None),
        }
    }

    /// The first people with a word for whom `wanted` holds, in the order of the list: their ids, for [`Way::Word`]. The
    /// inner statement sorts, and its limit keeps both databases from giving up that order.
    pub fn with_word(&self, at: usize, wanted: Condition, window: &Window) -> Result<SelectStatement> {
        let (surname, id) = (person_word::Column::Surname, person_word::Column::PersonId);
        let mut found = self.groups[at].people();
        found.distinct().expr(surname.into_expr());
        if let Some(after) = &window.after {
            let key = after.key::<String>()?;
            let later = surname.gt(key.clone()).or(surname.eq(key).and(id.gt(after.id())));
            found.and_where(later);
        }
        found.order_by_expr(surname.into_expr(), Order::Asc).order_by_expr(id.into_expr(), Order::Asc);
        found.limit(MOST_COUNTED + 1);
        Ok(asked(found, wanted.add(self.belongs(Some(at)))).limit(window.limit + 1).take())
    }

    /// How many people there are for whom `wanted` holds, begun at the smallest group; nothing when even that is large.
    pub fn count(&self, wanted: Condition) -> Option<SelectStatement> {
        let at = self.smallest?;
        let mut all = asked(self.groups[at].people(), wanted.add(self.belongs(Some(at))));
        Some(counted(all.distinct().take(), MOST_COUNTED + 1))
    }
}

/// Of these people, those for whom `wanted` holds.
fn asked(people: SelectStatement, wanted: Condition) -> SelectStatement {
    let id = Expr::col((Alias::new("found"), Alias::new("person_id")));
    let mut one = person::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(Expr::col((person::Entity, person::Column::Id)).eq(id.clone()))
        .filter(wanted)
        .into_query();
    let mut asked = Query::select();
    asked.expr(id).from_subquery(people, "found").and_where(Expr::exists(alone(&mut one)));
    asked
}

fn counted(people: SelectStatement, most: u64) -> SelectStatement {
    let some = Query::select().expr(Expr::val(1)).from_subquery(people, "all").limit(most).take();
    Query::select().expr(Func::count(Expr::col(Asterisk))).from_subquery(some, "some").take()
}

/// A question about one row, asked row by row: with an offset no database turns it into a join that reads everybody.
fn alone(question: &mut SelectStatement) -> SelectStatement {
    question.limit(1).offset(0).take()
}

impl Group {
    /// Their ids, as `person_id`; some twice.
    fn people(&self) -> SelectStatement {
        match self {
            Self::Word(text) => word::beginning(text),
            Self::Within(departments, day, also) => {
                let mut there = in_departments(departments, *day);
                if let Some(id) = also {
                    let own = Query::select().expr_as(Expr::val(id.0), "person_id").take();
                    there.union(UnionType::All, own);
                }
                there
            }
            Self::Role(kind) => roles::held(*kind),
            Self::Outside => {
                let id = Expr::col((person::Entity, person::Column::Id));
                let mut all = Query::select();
                all.expr_as(id, "person_id").from(person::Entity).cond_where(outside()).take()
            }
        }
    }

    /// Whether somebody belongs to it (a filter on people).
    pub(super) fn holds(&self) -> Condition {
        let id = || Expr::col((person::Entity, person::Column::Id));
        let theirs = |mut people: SelectStatement, table: &str| {
            let same = Expr::col((Alias::new(table), Alias::new("person_id"))).eq(id());
            Expr::exists(alone(people.and_where(same)))
        };
        match self {
            Self::Word(_) => theirs(self.people(), person_word::Entity.as_str()).into_condition(),
            Self::Within(departments, day, also) => {
                let there = theirs(in_departments(departments, *day), placement::Entity.as_str());
                Condition::any().add(there).add_option(also.map(|own| id().eq(own.0)))
            }
            Self::Role(_) => theirs(self.people(), role::Entity.as_str()).into_condition(),
            Self::Outside => outside(),
        }
    }
}
