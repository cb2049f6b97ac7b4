//! Who worked where, from when until when. A person can have two at once; what has ended stays as history.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, person, placement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, Select,
    sea_query::SelectStatement,
};

use crate::domain::{change::Change, error::Result};

pub use entity::placement::Model as Placement;

/// Lasts on this day (a filter).
#[must_use]
pub fn on(day: NaiveDate) -> Condition {
    use placement::Column::{EndsOn, StartsOn};
    Condition::all().add(StartsOn.is_null().or(StartsOn.lte(day))).add(EndsOn.is_null().or(EndsOn.gte(day)))
}

/// Every placement of a person, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Placement>> {
    let of = placement::Entity::find().filter(placement::Column::PersonId.eq(person));
    Ok(of.order_by_desc(placement::Column::StartsOn).order_by_desc(placement::Column::Id).all(db).await?)
}

/// The departments of a person on a day.
///
/// # Errors
/// When the database fails.
pub async fn departments(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<DepartmentId>> {
    let of = placement::Entity::find().filter(placement::Column::PersonId.eq(person)).filter(on(day));
    let rows =
        of.order_by_asc(placement::Column::StartsOn).order_by_asc(placement::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(|row| row.department_id).collect())
}

/// The departments of these people on a day; whoever works nowhere is not in it.
///
/// # Errors
/// When the database fails.
pub async fn of_people(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    day: NaiveDate,
) -> Result<HashMap<PersonId, Vec<DepartmentId>>> {
    let of = placement::Entity::find()
        .filter(placement::Column::PersonId.is_in(people.iter().copied()))
        .filter(on(day));
    let rows =
        of.order_by_asc(placement::Column::StartsOn).order_by_asc(placement::Column::Id).all(db).await?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        found.entry(row.person_id).or_default().push(row.department_id);
    }
    Ok(found)
}

/// Who works in this department itself on a day, by name.
///
/// # Errors
/// When the database fails.
pub async fn people_of(
    db: &impl ConnectionTrait,
    department: DepartmentId,
    day: NaiveDate,
) -> Result<Vec<person::Model>> {
    let people = there(department, day).order_by_asc(person::Column::Surname);
    Ok(people.order_by_asc(person::Column::Id).all(db).await?)
}

/// How many people work in this department itself on a day.
///
/// # Errors
/// When the database fails.
pub async fn count_of(db: &impl ConnectionTrait, department: DepartmentId, day: NaiveDate) -> Result<u64> {
    Ok(there(department, day).count(db).await?)
}

fn there(department: DepartmentId, day: NaiveDate) -> Select<person::Entity> {
    let people = person::Column::Id.in_subquery(in_departments(&[department], day));
    person::Entity::find().filter(people).filter(super::person::employed_on(day))
}

/// Who works in one of these departments on a day, for a filter on people.
pub(in crate::domain) fn in_departments(departments: &[DepartmentId], day: NaiveDate) -> SelectStatement {
    let there = placement::Entity::find().select_only().column(placement::Column::PersonId).filter(on(day));
    there.filter(placement::Column::DepartmentId.is_in(departments.iter().copied())).into_query()
}

/// The departments of somebody on a day, for a filter on departments.
pub(in crate::domain) fn of_somebody(person: PersonId, day: NaiveDate) -> SelectStatement {
    let of = placement::Entity::find().select_only().column(placement::Column::DepartmentId).filter(on(day));
    of.filter(placement::Column::PersonId.eq(person)).into_query()
}

/// Puts somebody in a department from a day on.
pub(super) async fn begin(
    change: &Change,
    person: PersonId,
    department: DepartmentId,
    starts_on: Option<NaiveDate>,
) -> Result<()> {
    let row = placement::ActiveModel {
        id: Set(PlacementId::new()),
        person_id: Set(person),
        department_id: Set(department),
        starts_on: Set(starts_on),
        ends_on: Set(None),
    };
    placement::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(())
}
