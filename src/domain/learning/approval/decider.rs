//! Who decides about a request: the nearest head of the person and who stands in for them, or whoever runs the programme.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entity::{
    approval::Step,
    id::*,
    person,
    role::{self, RoleKind},
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use crate::domain::{
    actor::Actor,
    change::Change,
    error::Result,
    learning::{decision, deputy, team},
    people::{department, person::welcome, placement},
};

/// Whether somebody heads a department of this person, or one above it.
pub(super) async fn has_head(db: &impl ConnectionTrait, person: PersonId, today: NaiveDate) -> Result<bool> {
    Ok(!nearest_heads(db, person, today).await?.is_empty())
}

/// Whom a question is put to.
pub(super) async fn deciders(change: &Change, person: PersonId, step: Step) -> Result<Vec<PersonId>> {
    let today = change.policy.day(change.now);
    let mut found: BTreeSet<PersonId> = match step {
        Step::Manager => decision::planners(change).await?.into_iter().collect(),
        Step::Head => {
            let heads = nearest_heads(change.db(), person, today).await?;
            let deputies = deputy::of_heads(change.db(), &heads, today).await?;
            heads.into_iter().chain(deputies).collect()
        }
    };
    found.remove(&person);
    Ok(found.into_iter().collect())
}

/// Whether this actor decides in this step about that person: nobody does about themselves.
///
/// # Errors
/// When the database fails.
pub async fn decides(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (step, person): (Step, PersonId),
    today: NaiveDate,
) -> Result<bool> {
    if is_own(actor, person) {
        return Ok(false);
    }
    if actor.may_enrol_anyone() {
        return Ok(true);
    }
    if step == Step::Manager {
        return Ok(false);
    }
    Ok(team::leads(db, actor, person, today).await? || deputy::stands_in(db, actor, person, today).await?)
}

/// Whether the request is that of whoever acts.
#[must_use]
pub fn is_own(actor: &Actor, person: PersonId) -> bool {
    actor.person == Some(person)
}

/// The heads of each department of this person, or of the nearest one above it that has any; the person is none of them.
async fn nearest_heads(
    db: &impl ConnectionTrait,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<PersonId>> {
    let works = placement::departments(db, person, today).await?;
    if works.is_empty() {
        return Ok(Vec::new());
    }
    let tree = department::tree(db).await?;
    let heads = role::Entity::find()
        .filter(role::Column::Kind.eq(RoleKind::DepartmentHead))
        .find_also_related(person::Entity)
        .filter(welcome(today))
        .all(db)
        .await?;
    let of = |department: DepartmentId| -> Vec<PersonId> {
        let here = heads.iter().filter(|(role, _)| role.department_id == Some(department));
        here.map(|(role, _)| role.person_id).filter(|head| *head != person).collect()
    };
    let nearest =
        |department: DepartmentId| tree.above(department).into_iter().map(of).find(|all| !all.is_empty());
    Ok(works.into_iter().filter_map(nearest).flatten().collect())
}
