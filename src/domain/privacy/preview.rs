//! What erasing a person would throw away, and what would stay, as counts.

use entity::{event, id::*};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
};

use super::erasure;
use crate::domain::{
    error::Result,
    learning,
    people::{self, person::Person},
};

/// Statistics: these stay, without who it was.
const STAYS: [&str; 3] = ["enrolments", "trainings", "placements"];

/// Kinds of data with how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub goes: Vec<(&'static str, u64)>,
    pub stays: Vec<(&'static str, u64)>,
}

/// Counts everything that is held of a person.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: &Person) -> Result<Preview> {
    let mut held = people::holding::of(db, person.id).await?;
    held.extend(learning::holding::of(db, person.id, false).await?);
    // The row of the person itself is told in words.
    let counts =
        held.into_iter().filter(|one| one.kind != "person").map(|one| (one.kind, one.rows.len() as u64));
    let (mut stays, mut goes): (Vec<_>, Vec<_>) = counts.partition(|(kind, _)| STAYS.contains(kind));
    goes.push(("letters", erasure::letters(db, person).await?));
    stays.push(("events", events(db, person.id).await?));
    Ok(Preview { goes, stays })
}

async fn events(db: &impl ConnectionTrait, id: PersonId) -> Result<u64> {
    let own = Condition::any().add(event::Column::PersonId.eq(id)).add(event::Column::ActorId.eq(id));
    Ok(event::Entity::find().filter(own).count(db).await?)
}
