//! The roll of a session: everybody who ever asked for a place, and where they stand.

use std::collections::HashMap;

use entity::{enrolment, id::*, person, session};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{enrolment::Placement, waiting_list};
use crate::domain::{
    error::{Error, Result},
    page::{Page, Window},
};

/// All enrolments that were ever made in a session, in order of joining, a page at a time: three queries, however many
/// wait.
///
/// # Errors
/// [`Error::Missing`] when there is no such session, field `cursor` when it is not one of ours.
pub async fn list(db: &impl ConnectionTrait, session: SessionId, window: &Window) -> Result<Page<Placement>> {
    session::Entity::find_by_id(session).one(db).await?.ok_or(Error::Missing("session"))?;
    let rows = enrolment::Entity::find().filter(enrolment::Column::SessionId.eq(session));
    let columns = (enrolment::Column::CreatedAt, enrolment::Column::Id);
    let page = window.read(db, rows, columns, |row: &enrolment::Model| (row.created_at, row.id.0)).await?;
    let queue = waiting_list::queue(db, session).await?;
    let positions: HashMap<_, _> = queue.iter().map(|row| row.id).zip(1..).collect();
    Ok(page.map(|row| Placement {
        id: row.id,
        session_id: row.session_id,
        person_id: row.person_id,
        status: row.status,
        position: positions.get(&row.id).copied(),
    }))
}

/// All enrolments that were ever made in a session, in order of joining, each with its person.
///
/// # Errors
/// When the database fails.
pub async fn with_people(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<(enrolment::Model, person::Model)>> {
    let rows = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .find_also_related(person::Entity)
        .order_by_asc(enrolment::Column::CreatedAt)
        .order_by_asc(enrolment::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(row, person)| Some((row, person?))).collect())
}
