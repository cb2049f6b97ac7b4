//! The tree of units of a period: the departments as they were on its last day, with small ones put together.
//!
//! Units stand in order, a parent before its children, so that a unit and all below it are one range.

use std::collections::{HashMap, HashSet};

use chrono::Datelike as _;
use entity::{adoption_period, adoption_unit, department::DepartmentKind, id::*, placement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
};

use super::{ledger::UnitKind, period::Period};
use crate::domain::{
    dialogue::unit::units as teams,
    error::Result,
    people::{
        department::{self, Department, Tree},
        placement::on,
    },
    policy::Policy,
};

/// One of them.
#[derive(Clone, Debug)]
pub struct Node {
    pub id: UnitId,
    pub department: Option<DepartmentId>,
    pub parent: Option<usize>,
    pub kind: UnitKind,
    pub name: String,
    /// With all below it.
    pub headcount: u64,
    /// The place after the last unit below it.
    pub end: usize,
}

/// All of them.
#[derive(Clone, Debug, Default)]
pub struct Units {
    pub nodes: Vec<Node>,
    place: HashMap<DepartmentId, usize>,
    home: HashMap<PersonId, usize>,
    /// With whom conversations are held: the department, the unit it counts in, and its own headcount.
    pub teams: Vec<(DepartmentId, usize, u64)>,
}

impl Units {
    /// In which unit a department counts; what is not known counts in the whole.
    #[must_use]
    pub fn at(&self, department: DepartmentId) -> usize {
        self.place.get(&department).copied().unwrap_or_default()
    }

    /// In which unit a person works; nothing for who has left.
    #[must_use]
    pub fn home(&self, person: PersonId) -> Option<usize> {
        self.home.get(&person).copied()
    }

    /// The smallest unit that holds both.
    #[must_use]
    pub fn common(&self, one: usize, other: usize) -> usize {
        let above = std::iter::successors(Some(one), |at| self.nodes[*at].parent);
        above.into_iter().find(|at| (*at..self.nodes[*at].end).contains(&other)).unwrap_or_default()
    }

    /// The nearest department, domain or organisation: a team counts as the department it is in.
    #[must_use]
    pub fn office(&self, at: usize) -> usize {
        let mut above = std::iter::successors(Some(at), |at| self.nodes[*at].parent);
        above.find(|at| !matches!(self.nodes[*at].kind, UnitKind::Team | UnitKind::Rest)).unwrap_or_default()
    }

    /// Numbers of units themselves, each with all that is below it.
    #[must_use]
    pub fn sum(&self, own: &[f64]) -> Vec<f64> {
        let mut until = Vec::with_capacity(own.len() + 1);
        until.push(0.0);
        for number in own {
            until.push(until[until.len() - 1] + number);
        }
        self.nodes.iter().enumerate().map(|(at, node)| until[node.end] - until[at]).collect()
    }

    /// All that can be shown by themselves, the highest first, and of these the one with most weight.
    #[must_use]
    pub fn candidates(&self, weight: &[u64]) -> Vec<usize> {
        let mut all: Vec<_> =
            (0..self.nodes.len()).filter(|at| self.nodes[*at].kind != UnitKind::Rest).collect();
        all.sort_by_key(|at| (self.nodes[*at].kind, std::cmp::Reverse(weight[*at]), *at));
        all
    }

    /// The units right below one, without the rest.
    pub fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        let below = of + 1..self.nodes[of].end;
        below.filter(move |at| self.nodes[*at].parent == Some(of) && self.nodes[*at].kind != UnitKind::Rest)
    }

    /// Where what cannot be shown by itself below a unit is put together.
    #[must_use]
    pub fn rest(&self, of: usize) -> Option<usize> {
        let last = self.nodes[of].end - 1;
        (last > of && self.nodes[last].parent == Some(of) && self.nodes[last].kind == UnitKind::Rest)
            .then_some(last)
    }
}

/// The tree of a period, in five questions.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, period: &Period, policy: &Policy) -> Result<Units> {
    let tree = department::tree_on(db, period.ends_on).await?;
    let homes = homes(db, period).await?;
    let fixed = fixed(db, period, &tree).await?;
    let mut builder =
        Builder::new(&tree, (&homes, fixed), u64::try_from(period.headcount).unwrap_or_default());
    builder.build(&policy.organisation);
    let mut units = builder.units;
    units.home = homes.iter().map(|(person, department)| (*person, units.at(*department))).collect();
    for one in department::ended(db).await? {
        if !units.place.contains_key(&one.id)
            && let Some(next) = one.successor_id
        {
            units.place.insert(one.id, units.at(next));
        }
    }
    Ok(units)
}

/// Where everybody works on the last day, each in one department: the one where they began last.
async fn homes(db: &impl ConnectionTrait, period: &Period) -> Result<HashMap<PersonId, DepartmentId>> {
    use placement::Column::{DepartmentId as Department, PersonId as Person, StartsOn};
    type Row = (PersonId, DepartmentId, Option<chrono::NaiveDate>);
    let rows = placement::Entity::find().select_only().columns([Person, Department, StartsOn]);
    let mut rows: Vec<Row> = rows.filter(on(period.ends_on)).into_tuple().all(db).await?;
    rows.sort_unstable_by_key(|(person, department, since)| (*person, *since, *department));
    Ok(rows.into_iter().map(|(person, department, _)| (person, department)).collect())
}

/// Whether a department was put together with others in a period of this year that is closed: that stays so for the year, or the
/// difference of two periods would show it.
async fn fixed(
    db: &impl ConnectionTrait,
    period: &Period,
    tree: &Tree,
) -> Result<HashMap<DepartmentId, bool>> {
    let first = period.begins_on.with_ordinal(1).unwrap_or(period.begins_on);
    let rows: Vec<Option<DepartmentId>> = adoption_unit::Entity::find()
        .select_only()
        .column(adoption_unit::Column::DepartmentId)
        .join(
            JoinType::InnerJoin,
            adoption_unit::Entity::belongs_to(adoption_period::Entity)
                .from(adoption_unit::Column::PeriodId)
                .to(adoption_period::Column::Id)
                .into(),
        )
        .filter(adoption_period::Column::BeginsOn.gte(first))
        .filter(adoption_period::Column::BeginsOn.lt(period.begins_on))
        .filter(adoption_period::Column::ClosedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let shown: HashSet<_> = rows.into_iter().flatten().collect();
    let there = |one: &&Department| one.begins_on.is_none_or(|first| first < period.begins_on);
    let all = tree.nodes();
    let all = all.iter().map(|node| node.department).filter(there);
    Ok(all.map(|one| (one.id, !shown.contains(&one.id))).collect())
}

struct Builder<'a> {
    tree: &'a Tree,
    children: HashMap<Option<DepartmentId>, Vec<&'a Department>>,
    /// Of each department itself, and with all below it.
    own: HashMap<DepartmentId, u64>,
    whole: HashMap<DepartmentId, u64>,
    fixed: HashMap<DepartmentId, bool>,
    least: u64,
    units: Units,
}

impl<'a> Builder<'a> {
    fn new(
        tree: &'a Tree,
        (homes, fixed): (&HashMap<PersonId, DepartmentId>, HashMap<DepartmentId, bool>),
        least: u64,
    ) -> Self {
        let mut children: HashMap<_, Vec<_>> = HashMap::new();
        let nodes = tree.nodes();
        for node in &nodes {
            let parent = node.department.parent_id.filter(|id| tree.get(*id).is_some());
            children.entry(parent).or_default().push(node.department);
        }
        let (mut own, mut whole) = (HashMap::new(), HashMap::new());
        for department in homes.values() {
            *own.entry(*department).or_default() += 1;
        }
        for node in nodes.iter().rev() {
            let id = node.department.id;
            let all = whole.get(&id).copied().unwrap_or_default() + own.get(&id).copied().unwrap_or_default();
            whole.insert(id, all);
            if let Some(parent) = node.department.parent_id {
                *whole.entry(parent).or_default() += all;
            }
        }
        Self { tree, children, own, whole, fixed, least, units: Units::default() }
    }

    fn build(&mut self, name: &str) {
        let tops = self.children.remove(&None).unwrap_or_default();
        if let [top] = tops[..] {
            self.add(top, None);
        } else {
            // A house whose departments have nothing above them: the whole is nobody's.
            let all = tops.iter().map(|top| self.people(top.id)).sum();
            self.push(None, (UnitKind::Organisation, name.to_owned()), (None, all));
            self.below(0, tops);
        }
        let teams: Vec<_> = teams(self.tree).iter().map(|team| team.id).collect();
        let of = |id: DepartmentId| (id, self.units.at(id), self.own.get(&id).copied().unwrap_or_default());
        self.units.teams = teams.into_iter().map(of).collect();
    }

    fn people(&self, id: DepartmentId) -> u64 {
        self.whole.get(&id).copied().unwrap_or_default()
    }

    fn push(
        &mut self,
        department: Option<DepartmentId>,
        (kind, name): (UnitKind, String),
        (parent, headcount): (Option<usize>, u64),
    ) -> usize {
        let at = self.units.nodes.len();
        self.units.nodes.push(Node {
            id: UnitId::new(),
            department,
            parent,
            kind,
            name,
            headcount,
            end: at + 1,
        });
        at
    }

    fn add(&mut self, one: &Department, parent: Option<usize>) {
        let kind = match (parent, one.kind) {
            (None, _) => UnitKind::Organisation,
            (_, DepartmentKind::Organisation | DepartmentKind::Domain) => UnitKind::Domain,
            (_, DepartmentKind::Department) => UnitKind::Department,
            (_, DepartmentKind::Team) => UnitKind::Team,
        };
        let at = self.push(Some(one.id), (kind, one.name.clone()), (parent, self.people(one.id)));
        self.units.place.insert(one.id, at);
        let children = self.children.remove(&Some(one.id)).unwrap_or_default();
        self.below(at, children);
    }

    fn below(&mut self, at: usize, children: Vec<&'a Department>) {
        if children.is_empty() {
            return;
        }
        let mut small = Vec::new();
        for child in children {
            let is_small = self.people(child.id) < self.least;
            if self.fixed.get(&child.id).copied().unwrap_or(is_small) {
                small.push(child.id);
            } else {
                self.add(child, Some(at));
            }
        }
        let together = small.iter().map(|id| self.people(*id)).sum();
        let name = self.units.nodes[at].name.clone();
        let rest = self.push(None, (UnitKind::Rest, name), (Some(at), together));
        for id in small.iter().flat_map(|id| self.tree.below(*id)) {
            self.units.place.insert(id, rest);
        }
        self.units.nodes[at].end = self.units.nodes.len();
    }
}
