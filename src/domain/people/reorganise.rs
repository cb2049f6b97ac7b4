//! The tree changes from a day on: rename, move, merge, split. What was before stays readable per day.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{
    department::{self, DepartmentKind},
    id::*,
    placement,
    role::{self, RoleKind},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, sea_query::Expr,
};

use super::{
    department::{Department, NewDepartment, add, tree},
    department_past::{keep, living},
    placement::{Placement, on},
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result},
    event::Event,
};

/// A department that comes off another.
#[derive(Clone, Debug)]
pub struct Split {
    pub code: String,
    pub name: String,
    /// First day of the new one.
    pub from: NaiveDate,
    /// Who goes along.
    pub people: Vec<PersonId>,
    /// Which departments below it go along.
    pub teams: Vec<DepartmentId>,
}

/// Gives a department another name from a day on.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`Error::Missing`]; field `name` when it is empty; field `from`
/// for a day that cannot be.
pub async fn rename(change: &Change, id: DepartmentId, name: &str, from: NaiveDate) -> Result<()> {
    let before = allowed(change, id).await?;
    let name = name.trim();
    if name.is_empty() {
        return Err(Field::new("name", "required").into());
    }
    if before.name == name {
        return Ok(());
    }
    keep(change, &before, from).await?;
    let row = department::ActiveModel { id: Set(id), name: Set(name.into()), ..Default::default() };
    department::Entity::update(row).exec(change.db()).await?;
    change.record(Event::DepartmentRenamed { department: id, from }).await
}

/// Puts a department, with all below it, under another one from a day on.
///
/// # Errors
/// As [`rename`]; field `parent` when it lies below the department itself.
pub async fn move_under(
    change: &Change,
    id: DepartmentId,
    parent: Option<DepartmentId>,
    from: NaiveDate,
) -> Result<()> {
    let before = allowed(change, id).await?;
    if before.parent_id == parent {
        return Ok(());
    }
    if let Some(parent) = parent {
        living(change.db(), parent).await?;
        if tree(change.db()).await?.below(id).contains(&parent) {
            return Err(Field::new("parent", "below-itself").into());
        }
    }
    keep(change, &before, from).await?;
    let row = department::ActiveModel { id: Set(id), parent_id: Set(parent), ..Default::default() };
    department::Entity::update(row).exec(change.db()).await?;
    change.record(Event::DepartmentMoved { department: id, to: parent, from }).await
}

/// Merges a department into another: from that day its people work there and what lay below it lies below the other. Its
/// heads keep nothing unless the other has no head. It stays, with a last day. Audiences follow in
/// `reorganisation::merging`.
///
/// # Errors
/// As [`rename`]; field `into` when it is the department itself or lies below it.
pub(in crate::domain) async fn merge(
    change: &Change,
    (id, into): (DepartmentId, DepartmentId),
    from: NaiveDate,
) -> Result<()> {
    let before = allowed(change, id).await?;
    living(change.db(), into).await?;
    let tree = tree(change.db()).await?;
    if tree.below(id).contains(&into) {
        return Err(Field::new("into", "below-itself").into());
    }
    keep(change, &before, from).await?;
    for node in tree.nodes().into_iter().filter(|node| node.department.parent_id == Some(id)) {
        move_under(change, node.department.id, Some(into), from).await?;
    }
    carry(change, &placed(change, id, from).await?, into, from).await?;
    heads_follow(change, id, into).await?;
    let last = from.pred_opt();
    let ended = department::ActiveModel {
        id: Set(id),
        ends_on: Set(last),
        successor_id: Set(Some(into)),
        ..Default::default()
    };
    department::Entity::update(ended).exec(change.db()).await?;
    // Who was merged into this one before is now part of the other as well.
    department::Entity::update_many()
        .col_expr(department::Column::SuccessorId, Expr::value(into))
        .filter(department::Column::SuccessorId.eq(id))
        .exec(change.db())
        .await?;
    change.record(Event::DepartmentMerged { department: id, into, from }).await
}

/// Takes people and teams off a department into a new one beside it.
///
/// # Errors
/// As [`rename`]; as [`add`]; field `people` when nobody and nothing goes along; field `teams` for one not below it.
pub async fn split(change: &Change, id: DepartmentId, split: &Split) -> Result<DepartmentId> {
    let before = allowed(change, id).await?;
    if split.from > change.policy.day(change.now) {
        return Err(Field::new("from", "day-to-come").into());
    }
    if split.people.is_empty() && split.teams.is_empty() {
        return Err(Field::new("people", "nobody-chosen").into());
    }
    let below = tree(change.db()).await?.below(id);
    if split.teams.iter().any(|team| *team == id || !below.contains(team)) {
        return Err(Field::new("teams", "not-a-choice").into());
    }
    let kind = if before.kind == DepartmentKind::Organisation { DepartmentKind::Domain } else { before.kind };
    let (code, name) = (split.code.clone(), split.name.clone());
    // Beside it; below it when it is the top.
    let new = NewDepartment { code, name, parent: before.parent_id.or(Some(id)), kind };
    let fresh = add(change, &new).await?;
    let begun =
        department::ActiveModel { id: Set(fresh), begins_on: Set(Some(split.from)), ..Default::default() };
    department::Entity::update(begun).exec(change.db()).await?;
    for team in &split.teams {
        move_under(change, *team, Some(fresh), split.from).await?;
    }
    let chosen: HashSet<_> = split.people.iter().collect();
    let mut rows = placed(change, id, split.from).await?;
    rows.retain(|row| chosen.contains(&row.person_id));
    carry(change, &rows, fresh, split.from).await?;
    change.record(Event::DepartmentSplit { department: id, into: fresh, from: split.from }).await?;
    Ok(fresh)
}

async fn allowed(change: &Change, id: DepartmentId) -> Result<Department> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    living(change.db(), id).await
}

/// The placements in a department that last on this day or begin later.
async fn placed(change: &Change, id: DepartmentId, from: NaiveDate) -> Result<Vec<Placement>> {
    use placement::Column::{DepartmentId, EndsOn};
    let there = placement::Entity::find().filter(DepartmentId.eq(id));
    Ok(there.filter(EndsOn.is_null().or(EndsOn.gte(from))).all(change.db()).await?)
}

/// Ends placements the day before and begins them anew elsewhere; whoever is there already gets no second one.
async fn carry(change: &Change, rows: &[Placement], to: DepartmentId, from: NaiveDate) -> Result<()> {
    let there = placement::Entity::find().filter(placement::Column::DepartmentId.eq(to)).filter(on(from));
    let there: HashSet<_> = there.all(change.db()).await?.into_iter().map(|row| row.person_id).collect();
    let (begun, to_come): (Vec<_>, Vec<_>) =
        rows.iter().partition(|row| row.starts_on.is_none_or(|day| day < from));
    let ids = |rows: &[&Placement]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    for slice in ids(&begun).chunks(super::import::SLICE) {
        placement::Entity::update_many()
            .col_expr(placement::Column::EndsOn, Expr::value(from.pred_opt()))
            .filter(placement::Column::Id.is_in(slice.iter().copied()))
            .exec(change.db())
            .await?;
    }
    for slice in ids(&to_come).chunks(super::import::SLICE) {
        let these = placement::Column::Id.is_in(slice.iter().copied());
        placement::Entity::delete_many().filter(these).exec(change.db()).await?;
    }
    let anew: Vec<_> = rows.iter().filter(|row| !there.contains(&row.person_id)).collect();
    for slice in anew.chunks(super::import::SLICE) {
        let rows = slice.iter().map(|row| placement::ActiveModel {
            id: Set(PlacementId::new()),
            person_id: Set(row.person_id),
            department_id: Set(to),
            starts_on: Set(Some(row.starts_on.map_or(from, |day| Ord::max(day, from)))),
            ends_on: Set(row.ends_on),
        });
        placement::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    change.record_all(anew.iter().map(|row| Event::PersonMoved { person: row.person_id, to })).await
}

/// Who headed the department heads the other only when nobody does.
async fn heads_follow(change: &Change, id: DepartmentId, into: DepartmentId) -> Result<()> {
    let heads = |of: DepartmentId| {
        let heads = role::Entity::find().filter(role::Column::Kind.eq(RoleKind::DepartmentHead));
        heads.filter(role::Column::DepartmentId.eq(of))
    };
    if heads(into).count(change.db()).await? == 0 {
        role::Entity::update_many()
            .col_expr(role::Column::DepartmentId, Expr::value(into))
            .filter(role::Column::DepartmentId.eq(id))
            .exec(change.db())
            .await?;
        return Ok(());
    }
    let rows = heads(id).all(change.db()).await?;
    let revoked = |row: &role::Model| Event::RoleRevoked {
        person: row.person_id,
        role: row.kind,
        department: row.department_id,
    };
    change.record_all(rows.iter().map(revoked)).await?;
    role::Entity::delete_many().filter(role::Column::DepartmentId.eq(id)).exec(change.db()).await?;
    Ok(())
}
