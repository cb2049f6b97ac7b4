//! Who belongs to an assignment: departments with all below them, job profiles, named people.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::{
    assignment_group::{self, GroupKind},
    id::*,
    person,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    Set,
    sea_query::{Expr, ExprTrait as _, Func},
};

use crate::domain::{
    actor::Actor,
    error::{Field, Result, all_well},
    people::{department, person::employed_on, placement},
};

/// One way to belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Works in this department or below it.
    Department(DepartmentId),
    /// Has this job title; anywhere, or in a department and below it.
    JobProfile {
        title: String,
        within: Option<DepartmentId>,
    },
    Person(PersonId),
}

/// Who belongs on a day, for a filter on people.
pub(in crate::domain) struct Circle {
    pub people: Condition,
    /// The departments that belong as a whole: joining one of them is joining the group.
    pub departments: Vec<DepartmentId>,
}

/// The departments of assignments that are for whole departments only.
///
/// # Errors
/// When the database fails.
pub async fn departments_of(
    db: &impl ConnectionTrait,
    assignments: &[AssignmentId],
) -> Result<HashMap<AssignmentId, Vec<DepartmentId>>> {
    let rows = assignment_group::Entity::find()
        .filter(assignment_group::Column::AssignmentId.is_in(assignments.iter().copied()))
        .all(db)
        .await?;
    let (mut found, mut others) = (HashMap::<_, Vec<_>>::new(), HashSet::new());
    for row in rows {
        match (row.kind, row.department_id) {
            (GroupKind::Department, Some(id)) => found.entry(row.assignment_id).or_default().push(id),
            _ => {
                others.insert(row.assignment_id);
            }
        }
    }
    found.retain(|id, _| !others.contains(id));
    Ok(found)
}

impl Group {
    pub(super) fn row(&self, assignment: AssignmentId) -> assignment_group::ActiveModel {
        let (kind, department, profile, person) = match self {
            Self::Department(id) => (GroupKind::Department, Some(*id), None, None),
            Self::JobProfile { title, within } => {
                (GroupKind::JobProfile, *within, Some(title.to_lowercase()), None)
            }
            Self::Person(id) => (GroupKind::Person, None, None, Some(*id)),
        };
        assignment_group::ActiveModel {
            id: Set(AssignmentGroupId::new()),
            assignment_id: Set(assignment),
            kind: Set(kind),
            department_id: Set(department),
            job_profile: Set(profile),
            person_id: Set(person),
        }
    }

    fn of_row(row: assignment_group::Model) -> Option<Self> {
        match row.kind {
            GroupKind::Department => row.department_id.map(Self::Department),
            GroupKind::JobProfile => {
                row.job_profile.map(|title| Self::JobProfile { title, within: row.department_id })
            }
            GroupKind::Person => row.person_id.map(Self::Person),
        }
    }
}

/// The groups of an assignment.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Vec<Group>> {
    let rows = assignment_group::Entity::find().filter(assignment_group::Column::AssignmentId.eq(id));
    Ok(rows.all(db).await?.into_iter().filter_map(Group::of_row).collect())
}

/// Refuses departments and people that there are not.
///
/// # Errors
/// Fields `departmentIds` and `personIds`.
pub async fn known(db: &impl ConnectionTrait, groups: &[Group]) -> Result<()> {
    let (mut departments, mut people) = (HashSet::new(), HashSet::new());
    for group in groups {
        match group {
            Group::Department(id) | Group::JobProfile { within: Some(id), .. } => {
                departments.insert(*id);
            }
            Group::JobProfile { within: None, .. } => {}
            Group::Person(id) => {
                people.insert(*id);
            }
        }
    }
    let mut wrong = Vec::new();
    let found = entity::department::Entity::find();
    let found = found.filter(entity::department::Column::Id.is_in(departments.iter().copied()));
    if !departments.is_empty() && found.count(db).await? < departments.len() as u64 {
        wrong.push(Field::new("departmentIds", "unknown"));
    }
    let found = person::Entity::find().filter(person::Column::Id.is_in(people.iter().copied()));
    if !people.is_empty() && found.count(db).await? < people.len() as u64 {
        wrong.push(Field::new("personIds", "unknown"));
    }
    all_well(wrong)
}

/// Whether all of these belong to whom the actor heads.
///
/// # Errors
/// When the database fails.
pub(super) async fn within(
    db: &impl ConnectionTrait,
    actor: &Actor,
    groups: &[Group],
    today: NaiveDate,
) -> Result<bool> {
    let mut people = Vec::new();
    for group in groups {
        match group {
            Group::Department(id) | Group::JobProfile { within: Some(id), .. } => {
                if !actor.departments.contains(id) {
                    return Ok(false);
                }
            }
            Group::JobProfile { within: None, .. } => return Ok(false),
            Group::Person(id) => people.push(*id),
        }
    }
    people.sort_unstable();
    people.dedup();
    let led = person::Column::Id.in_subquery(placement::in_departments(&actor.departments, today));
    let led = person::Entity::find().filter(person::Column::Id.is_in(people.iter().copied())).filter(led);
    Ok(people.is_empty() || led.count(db).await? == people.len() as u64)
}

/// Who belongs to these groups on a day. Reads the tree of departments, and nobody.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn circle(
    db: &impl ConnectionTrait,
    groups: &[Group],
    day: NaiveDate,
) -> Result<Circle> {
    let tree = department::tree(db).await?;
    let below = |id: &DepartmentId| -> Vec<DepartmentId> { tree.below(*id).into_iter().collect() };
    // Nobody at all, when there is no group.
    let mut any = Condition::any().add(Expr::cust("1 = 0"));
    let (mut departments, mut people) = (Vec::new(), Vec::new());
    for group in groups {
        match group {
            Group::Department(id) => departments.extend(below(id)),
            Group::JobProfile { title, within } => {
                let titled = Expr::expr(Func::lower(Expr::col((person::Entity, person::Column::JobTitle))));
                let there = within
                    .as_ref()
                    .map(|id| person::Column::Id.in_subquery(placement::in_departments(&below(id), day)));
                any = any.add(Condition::all().add(titled.eq(title.to_lowercase())).add_option(there));
            }
            Group::Person(id) => people.push(*id),
        }
    }
    departments.sort_unstable();
    departments.dedup();
    if !departments.is_empty() {
        any = any.add(person::Column::Id.in_subquery(placement::in_departments(&departments, day)));
    }
    if !people.is_empty() {
        any = any.add(person::Column::Id.is_in(people));
    }
    let people = Condition::all().add(employed_on(day)).add(person::Column::ErasedAt.is_null()).add(any);
    Ok(Circle { people, departments })
}
