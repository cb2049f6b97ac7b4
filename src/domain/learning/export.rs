//! Every enrolment as a table. Who takes it out records that.

use std::collections::HashMap;

use entity::{enrolment, person, session, workshop};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryOrder as _};

use crate::domain::error::Result;

/// One enrolment with what it is about.
#[derive(Clone, Debug)]
pub struct Line {
    pub enrolment: enrolment::Model,
    pub person: person::Model,
    pub session: session::Model,
    pub workshop: workshop::Model,
}

/// All enrolments that were ever made, in the order of their making.
///
/// # Errors
/// When the database fails.
pub async fn enrolments(db: &impl ConnectionTrait) -> Result<Vec<Line>> {
    let enrolments = enrolment::Entity::find()
        .find_also_related(person::Entity)
        .order_by_asc(enrolment::Column::CreatedAt)
        .order_by_asc(enrolment::Column::Id)
        .all(db)
        .await?;
    let sessions: HashMap<_, _> =
        session::Entity::find().all(db).await?.into_iter().map(|row| (row.id, row)).collect();
    let workshops: HashMap<_, _> =
        workshop::Entity::find().all(db).await?.into_iter().map(|row| (row.id, row)).collect();
    let line = |(enrolment, person): (enrolment::Model, Option<person::Model>)| {
        let session = sessions.get(&enrolment.session_id)?.clone();
        let workshop = workshops.get(&enrolment.workshop_id)?.clone();
        Some(Line { enrolment, person: person?, session, workshop })
    };
    Ok(enrolments.into_iter().filter_map(line).collect())
}
