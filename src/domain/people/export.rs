//! The staff as a table. Who takes it out records that.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, person, person::PersonKind};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{
    department::{self, Department},
    person::Person,
    placement,
};
use crate::domain::error::Result;

/// One line of the staff.
#[derive(Clone, Debug)]
pub struct Member {
    pub person: Person,
    /// Where this person works on the day; the longest-standing place when there are two.
    pub department: Option<Department>,
    /// Employee number of the manager.
    pub manager_number: Option<String>,
}

/// The whole staff by employee number, those who left too; departments as they are on `day`.
///
/// # Errors
/// When the database fails.
pub async fn staff(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Vec<Member>> {
    let people = person::Entity::find().filter(person::Column::Kind.eq(PersonKind::Staff));
    let people =
        people.order_by_asc(person::Column::EmployeeNumber).order_by_asc(person::Column::Id).all(db).await?;
    let tree = department::tree(db).await?;
    let mut places: HashMap<PersonId, DepartmentId> = HashMap::new();
    let standing = entity::placement::Entity::find().filter(placement::on(day));
    for row in standing
        .order_by_asc(entity::placement::Column::StartsOn)
        .order_by_asc(entity::placement::Column::Id)
        .all(db)
        .await?
    {
        places.entry(row.person_id).or_insert(row.department_id);
    }
    let numbers: HashMap<_, _> =
        people.iter().map(|person| (person.id, person.employee_number.clone())).collect();
    let member = |person: Person| Member {
        department: places.get(&person.id).and_then(|id| tree.get(*id)).cloned(),
        manager_number: person.manager_id.and_then(|id| numbers.get(&id).cloned().flatten()),
        person,
    };
    Ok(people.into_iter().map(member).collect())
}
