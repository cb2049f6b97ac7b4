//! Every enrolment as a table, a part at a time. Who takes it out records that.

use std::collections::HashMap;

use entity::{enrolment, id::*, person, session, workshop};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use crate::domain::{
    error::Result,
    page::{Page, Window},
};

/// One enrolment with what it is about.
#[derive(Clone, Debug)]
pub struct Line {
    pub enrolment: enrolment::Model,
    pub person: person::Model,
    pub session: session::Model,
    pub workshop: workshop::Model,
}

/// Enrolments that were ever made, in the order of their making.
///
/// # Errors
/// When the database fails.
pub async fn enrolments(db: &impl ConnectionTrait, window: &Window) -> Result<Page<Line>> {
    let mut rows = enrolment::Entity::find().order_by_asc(enrolment::Column::Id);
    if let Some(after) = &window.after {
        rows = rows.filter(enrolment::Column::Id.gt(EnrolmentId(after.id())));
    }
    let rows = rows.limit(window.limit + 1).all(db).await?;
    let page = window.cut(rows, |row| (row.id, row.id.0));
    let ids = page.items.iter().map(|row| row.person_id);
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
    let ids = page.items.iter().map(|row| row.session_id);
    let sessions = session::Entity::find().filter(session::Column::Id.is_in(ids)).all(db).await?;
    let ids = page.items.iter().map(|row| row.workshop_id);
    let workshops = workshop::Entity::find().filter(workshop::Column::Id.is_in(ids)).all(db).await?;
    let people: HashMap<_, _> = people.into_iter().map(|row| (row.id, row)).collect();
    let sessions: HashMap<_, _> = sessions.into_iter().map(|row| (row.id, row)).collect();
    let workshops: HashMap<_, _> = workshops.into_iter().map(|row| (row.id, row)).collect();
    let line = |enrolment: enrolment::Model| {
        let person = people.get(&enrolment.person_id)?.clone();
        let session = sessions.get(&enrolment.session_id)?.clone();
        let workshop = workshops.get(&enrolment.workshop_id)?.clone();
        Some(Line { enrolment, person, session, workshop })
    };
    Ok(Page { items: page.items.into_iter().filter_map(line).collect(), next: page.next })
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(enrolment::Entity::find().count(db).await?)
}
