//! Roles: what a person may be beside an employee, each grant with who and when.

use chrono::{DateTime, Utc};
use entity::{
    id::*,
    person,
    role::{self, RoleKind, RoleSource},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ModelTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, sea_query::SelectStatement,
};

use super::administration;
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, is_duplicate},
    event::Event,
};

/// A role that somebody has.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    pub id: RoleId,
    pub person: person::Model,
    pub role: RoleKind,
    /// For a head: the top of the subtree.
    pub department: Option<DepartmentId>,
    pub source: RoleSource,
    pub granted_by: Option<PersonId>,
    pub granted_at: DateTime<Utc>,
}

/// What a role is given for.
#[derive(Clone, Copy, Debug)]
pub struct NewGrant {
    pub person: PersonId,
    pub role: RoleKind,
    /// For a head only, and then required.
    pub department: Option<DepartmentId>,
}

/// Every grant, by role and then by name.
///
/// # Errors
/// When the database fails.
pub async fn grants(db: &impl ConnectionTrait) -> Result<Vec<Grant>> {
    let rows = role::Entity::find().find_also_related(person::Entity).order_by_asc(role::Column::Kind);
    let rows =
        rows.order_by_asc(person::Column::Surname).order_by_asc(person::Column::GivenName).all(db).await?;
    Ok(rows.into_iter().filter_map(|(row, person)| Some(grant_of(row, person?))).collect())
}

/// The roles of one person.
///
/// # Errors
/// When the database fails.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<role::Model>> {
    Ok(role::Entity::find()
        .filter(role::Column::PersonId.eq(person))
        .order_by_asc(role::Column::Kind)
        .all(db)
        .await?)
}

/// Who heads this department itself, by name.
///
/// # Errors
/// When the database fails.
pub async fn heads_of(db: &impl ConnectionTrait, department: DepartmentId) -> Result<Vec<person::Model>> {
    let heads = role::Entity::find().find_also_related(person::Entity);
    let heads = heads.filter(role::Column::DepartmentId.eq(department)).order_by_asc(person::Column::Surname);
    Ok(heads.all(db).await?.into_iter().filter_map(|(_, person)| person).collect())
}

/// Who has this role, for a filter on people.
pub(in crate::domain) fn held(kind: RoleKind) -> SelectStatement {
    let with = role::Entity::find().filter(role::Column::Kind.eq(kind));
    with.select_only().column(role::Column::PersonId).into_query()
}

/// Gives a role. Giving it twice changes nothing; what the staff file gave becomes a person's grant, and stays.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may grant, [`Error::Missing`] for an unknown person, [`Error::Invalid`] for a
/// head without department or a department without head.
pub async fn grant(change: &Change, new: NewGrant) -> Result<RoleId> {
    if !change.actor.may_grant() {
        return Err(Error::Forbidden);
    }
    if (new.role == RoleKind::DepartmentHead) != new.department.is_some() {
        return Err(Field::new(
            "department",
            if new.department.is_none() { "required" } else { "only-for-heads" },
        )
        .into());
    }
    person::Entity::find_by_id(new.person).one(change.db()).await?.ok_or(Error::Missing("person"))?;
    if let Some(before) = same(change, new).await? {
        if before.source != RoleSource::Import {
            return Ok(before.id);
        }
        before.delete(change.db()).await?;
    }
    give(change, new).await
}

/// Takes a role back from a person.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may grant, [`Error::Missing`] for a grant that this person has not,
/// [`Refusal::LastAdministrator`] for the last one who can still come in.
pub async fn revoke(change: &Change, person: PersonId, id: RoleId) -> Result<()> {
    if !change.actor.may_grant() {
        return Err(Error::Forbidden);
    }
    let held = role::Entity::find_by_id(id).filter(role::Column::PersonId.eq(person));
    let row = held.one(change.db()).await?.ok_or(Error::Missing("role"))?;
    if row.kind == RoleKind::Administrator {
        administration::goes_on_without(change, &[row.person_id]).await?;
    }
    change
        .record(Event::RoleRevoked { person: row.person_id, role: row.kind, department: row.department_id })
        .await?;
    row.delete(change.db()).await?;
    Ok(())
}

/// Writes a grant, whoever asked for it.
pub(super) async fn give(change: &Change, new: NewGrant) -> Result<RoleId> {
    let id = RoleId::new();
    let row = role::ActiveModel {
        id: Set(id),
        person_id: Set(new.person),
        kind: Set(new.role),
        department_id: Set(new.department),
        source: Set(if change.actor.person.is_some() { RoleSource::Person } else { RoleSource::Operator }),
        granted_by: Set(change.actor.person),
        granted_at: Set(change.now),
    };
    match role::Entity::insert(row).exec_without_returning(change.db()).await {
        Ok(_) => {}
        Err(error) if is_duplicate(&error) => {
            return Err(Refusal::Taken { value: new.role.code().into() }.into());
        }
        Err(error) => return Err(error.into()),
    }
    super::borrowed::end_all(change, new.person).await?;
    change
        .record(Event::RoleGranted { person: new.person, role: new.role, department: new.department })
        .await?;
    Ok(id)
}

async fn same(change: &Change, new: NewGrant) -> Result<Option<role::Model>> {
    let there = match new.department {
        Some(department) => role::Column::DepartmentId.eq(department),
        None => role::Column::DepartmentId.is_null(),
    };
    let of = role::Entity::find()
        .filter(role::Column::PersonId.eq(new.person))
        .filter(role::Column::Kind.eq(new.role));
    Ok(of.filter(there).one(change.db()).await?)
}

fn grant_of(row: role::Model, person: person::Model) -> Grant {
    Grant {
        id: row.id,
        person,
        role: row.kind,
        department: row.department_id,
        source: row.source,
        granted_by: row.granted_by,
        granted_at: row.granted_at,
    }
}
