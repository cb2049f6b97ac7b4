//! The one tree: the organisation, its domains, departments and teams.

use std::collections::{HashMap, HashSet};

use entity::{
    department::{self, DepartmentKind},
    id::*,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, Select,
};

use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well, is_duplicate},
    event::Event,
    page::{Page, Window},
};

/// The longest code of a cost centre, in characters.
const COST_CENTRE: usize = 40;

pub use super::department_past::{Version, living, predecessors, tree_on, versions};
pub use entity::department::Model as Department;

/// What is known of a new department.
#[derive(Clone, Debug)]
pub struct NewDepartment {
    /// Short code of the HR system.
    pub code: String,
    pub name: String,
    pub parent: Option<DepartmentId>,
    pub kind: DepartmentKind,
}

/// The whole tree, for walking it. Some hundreds of rows at most.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    all: Vec<Department>,
    place: HashMap<DepartmentId, usize>,
    children: HashMap<Option<DepartmentId>, Vec<usize>>,
}

/// A node with its depth; 0 is the top.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    pub department: &'a Department,
    pub depth: usize,
}

/// Every department there is, by name. Those that were merged are in [`ended`].
///
/// # Errors
/// When the database fails.
pub async fn list(db: &impl ConnectionTrait) -> Result<Vec<Department>> {
    Ok(here().order_by_asc(department::Column::Name).all(db).await?)
}

/// The departments that were merged into another.
///
/// # Errors
/// When the database fails.
pub async fn ended(db: &impl ConnectionTrait) -> Result<Vec<Department>> {
    Ok(department::Entity::find().filter(department::Column::EndsOn.is_not_null()).all(db).await?)
}

/// The whole tree with all that were merged into another: people and costs of the past still point at them.
///
/// # Errors
/// When the database fails.
pub async fn tree_ever(db: &impl ConnectionTrait) -> Result<Tree> {
    Ok(Tree::new(department::Entity::find().order_by_asc(department::Column::Name).all(db).await?))
}

fn here() -> Select<department::Entity> {
    department::Entity::find().filter(department::Column::EndsOn.is_null())
}

/// Departments by name, a page at a time.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(db: &impl ConnectionTrait, window: &Window) -> Result<Page<Department>> {
    let columns = (department::Column::Name, department::Column::Id);
    window.read(db, here(), columns, |d: &Department| (d.name.clone(), d.id.0)).await
}

/// The whole tree.
///
/// # Errors
/// When the database fails.
pub async fn tree(db: &impl ConnectionTrait) -> Result<Tree> {
    Ok(Tree::new(list(db).await?))
}

/// One department.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn find(db: &impl ConnectionTrait, id: DepartmentId) -> Result<Department> {
    department::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("department"))
}

/// Adds a department to the tree.
///
/// # Errors
/// [`Error::Invalid`] without code or name, [`Refusal::Taken`] for a code in use.
pub async fn add(change: &Change, new: &NewDepartment) -> Result<DepartmentId> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    let mut problems = Vec::new();
    for (name, value) in [("code", &new.code), ("name", &new.name)] {
        if value.trim().is_empty() {
            problems.push(Field::new(name, "required"));
        }
    }
    all_well(problems)?;
    let id = DepartmentId::new();
    let row = department::ActiveModel {
        cover_limit: Set(None),
        begins_on: Set(None),
        ends_on: Set(None),
        successor_id: Set(None),
        id: Set(id),
        code: Set(new.code.trim().into()),
        name: Set(new.name.trim().into()),
        parent_id: Set(new.parent),
        kind: Set(new.kind),
        cost_centre: Set(None),
    };
    let taken = |error: DbErr| match is_duplicate(&error) {
        true => Error::from(Refusal::Taken { value: new.code.clone() }),
        false => error.into(),
    };
    department::Entity::insert(row).exec_without_returning(change.db()).await.map_err(taken)?;
    Ok(id)
}

/// Sets where the costs of a department are booked; empty: nowhere.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`Error::Missing`]; field `costCentre` when it is too long.
pub async fn set_cost_centre(change: &Change, id: DepartmentId, code: &str) -> Result<()> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    let code = Some(code.trim().to_owned()).filter(|code| !code.is_empty());
    if code.as_ref().is_some_and(|code| code.chars().count() > COST_CENTRE) {
        return Err(Field::new("costCentre", "too-long").with("max", COST_CENTRE).into());
    }
    if living(change.db(), id).await?.cost_centre == code {
        return Ok(());
    }
    let row = department::ActiveModel { id: Set(id), cost_centre: Set(code.clone()), ..Default::default() };
    department::Entity::update(row).exec(change.db()).await?;
    change.record(Event::CostCentreSet { department: id, code }).await
}

impl Tree {
    /// Orders departments into a tree. One whose parent is unknown stands at the top.
    #[must_use]
    pub fn new(all: Vec<Department>) -> Self {
        let place: HashMap<_, _> = all.iter().enumerate().map(|(at, d)| (d.id, at)).collect();
        let mut children: HashMap<_, Vec<_>> = HashMap::new();
        for (at, department) in all.iter().enumerate() {
            let parent = department.parent_id.filter(|id| place.contains_key(id));
            children.entry(parent).or_default().push(at);
        }
        Self { all, place, children }
    }

    /// The department with this id.
    #[must_use]
    pub fn get(&self, id: DepartmentId) -> Option<&Department> {
        self.place.get(&id).map(|at| &self.all[*at])
    }

    /// Whether there are no departments at all: nobody has loaded who works here.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// From the top down, children below their parent by name.
    #[must_use]
    pub fn nodes(&self) -> Vec<Node<'_>> {
        let mut nodes = Vec::with_capacity(self.all.len());
        self.walk(None, 0, &mut |node| nodes.push(node));
        nodes
    }

    /// This department and all below it.
    #[must_use]
    pub fn below(&self, top: DepartmentId) -> HashSet<DepartmentId> {
        let mut found = HashSet::from([top]);
        self.walk(Some(top), 0, &mut |node| {
            found.insert(node.department.id);
        });
        found
    }

    /// Whether all others lie below this one: it is the organisation itself.
    #[must_use]
    pub fn is_whole(&self, id: DepartmentId) -> bool {
        self.place.contains_key(&id) && self.below(id).len() == self.all.len()
    }

    /// This department and all above it, nearest first.
    #[must_use]
    pub fn above(&self, id: DepartmentId) -> Vec<DepartmentId> {
        let next = |at: &DepartmentId| self.get(*at).and_then(|department| department.parent_id);
        std::iter::successors(Some(id), next).take(self.all.len()).collect()
    }

    /// Where the costs of a department are booked: its own cost centre, else that of the nearest above it.
    #[must_use]
    pub fn cost_centre(&self, id: DepartmentId) -> Option<&str> {
        let own = |id: DepartmentId| self.get(id).and_then(|one| one.cost_centre.as_deref());
        self.above(id).into_iter().find_map(own)
    }

    /// Under which department figures of this one are shown: the one into which it was merged, and of a team the
    /// department above it. A team without one stands for itself.
    #[must_use]
    pub fn office(&self, id: DepartmentId) -> DepartmentId {
        let next = |at: &DepartmentId| self.get(*at).and_then(|one| one.successor_id);
        let now = std::iter::successors(Some(id), next).take(self.all.len()).last().unwrap_or(id);
        let whole = |id: &DepartmentId| self.get(*id).is_some_and(|one| one.kind != DepartmentKind::Team);
        self.above(now).into_iter().find(whole).unwrap_or(now)
    }

    fn walk<'a>(&'a self, parent: Option<DepartmentId>, depth: usize, see: &mut impl FnMut(Node<'a>)) {
        // A circle must never bring the program down, whatever wrote it.
        if depth > self.all.len() {
            return;
        }
        for at in self.children.get(&parent).into_iter().flatten() {
            let department = &self.all[*at];
            see(Node { department, depth });
            self.walk(Some(department.id), depth + 1, see);
        }
    }
}
