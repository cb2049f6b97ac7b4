//! The staff as a table, a part at a time. Who takes it out records that.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, person, person::PersonKind};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};

use super::{
    department::{Department, Tree, tree},
    person::Person,
    placement,
};
use crate::domain::{
    error::Result,
    page::{Page, Window},
};

/// One line of the staff.
#[derive(Clone, Debug)]
pub struct Member {
    pub person: Person,
    /// Where this person works on the day; the longest-standing place when there are two.
    pub department: Option<Department>,
    /// Employee number of the manager.
    pub manager_number: Option<String>,
}

/// The staff in the order in which it came, those who left too; departments as they are on `day`.
///
/// # Errors
/// When the database fails.
pub async fn staff(
    db: &impl ConnectionTrait,
    (tree, day): (&Tree, NaiveDate),
    window: &Window,
) -> Result<Page<Member>> {
    let mut rows = select().order_by_asc(person::Column::Id);
    if let Some(after) = &window.after {
        rows = rows.filter(person::Column::Id.gt(PersonId(after.id())));
    }
    let rows = rows.limit(window.limit + 1).all(db).await?;
    let page = window.cut(rows, |row| (row.id, row.id.0));
    let ids: Vec<_> = page.items.iter().map(|person| person.id).collect();
    let places = placement::of_people(db, &ids, day).await?;
    let managers = page.items.iter().filter_map(|person| person.manager_id);
    let managers: Vec<(PersonId, Option<String>)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::EmployeeNumber])
        .filter(person::Column::Id.is_in(managers))
        .into_tuple()
        .all(db)
        .await?;
    let numbers: HashMap<_, _> = managers.into_iter().collect();
    Ok(page.map(|person| Member {
        department: places.get(&person.id).and_then(|ids| ids.first()).and_then(|id| tree.get(*id)).cloned(),
        manager_number: person.manager_id.and_then(|id| numbers.get(&id).cloned().flatten()),
        person,
    }))
}

/// The whole staff at once, by employee number: for a house that is known to be small.
///
/// # Errors
/// When the database fails.
pub async fn everybody(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Vec<Member>> {
    let (tree, mut all, mut window) = (tree(db).await?, Vec::new(), Window::default());
    loop {
        let page = staff(db, (&tree, day), &window).await?;
        all.extend(page.items);
        let Some(next) = page.next else { break };
        window.after = Some(next.parse()?);
    }
    all.sort_by(|a, b| a.person.employee_number.cmp(&b.person.employee_number));
    Ok(all)
}

/// The departments that [`staff`] needs.
///
/// # Errors
/// When the database fails.
pub async fn departments(db: &impl ConnectionTrait) -> Result<Tree> {
    tree(db).await
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(select().count(db).await?)
}

fn select() -> Select<person::Entity> {
    person::Entity::find().filter(person::Column::Kind.eq(PersonKind::Staff))
}
