//! What people hear of a conversation: whoever works in its teams on that day, and who holds it.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{id::*, person, role};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::{Conversation, teams};
use crate::domain::{
    change::{Asked, Change},
    error::{Error, Result},
    people::{
        department,
        person::{employed_on, full_name},
        placement,
    },
    task::Letter,
};

/// Letters that are asked for in one statement: a row has eleven values, and a statement some ten thousands.
const AT_ONCE: usize = 1_000;

/// What a letter about a conversation tells. Nothing of what was said.
#[derive(Clone, Debug)]
pub struct Talk {
    pub row: Conversation,
    pub teams: Vec<String>,
    pub facilitator: Option<String>,
}

impl Talk {
    /// When it is over, by its plan.
    #[must_use]
    pub fn ends_at(&self) -> DateTime<Utc> {
        self.row.starts_at + TimeDelta::minutes(self.row.minutes.into())
    }
}

/// What a letter needs.
///
/// # Errors
/// [`Error::Missing`] when there is no such conversation.
pub async fn of(db: &impl ConnectionTrait, id: ConversationId) -> Result<Talk> {
    let found =
        entity::conversation::Entity::find_by_id(id).find_also_related(person::Entity).one(db).await?;
    let (row, facilitator) = found.ok_or(Error::Missing("conversation"))?;
    let teams = teams(db, id).await?.into_iter().map(|team| team.name).collect();
    Ok(Talk { row, teams, facilitator: facilitator.as_ref().map(full_name) })
}

/// Who works in these teams on a day.
pub(super) async fn members(
    db: &impl ConnectionTrait,
    teams: &[DepartmentId],
    day: NaiveDate,
) -> Result<HashSet<PersonId>> {
    if teams.is_empty() {
        return Ok(HashSet::new());
    }
    let there = person::Column::Id.in_subquery(placement::in_departments(teams, day));
    let people = person::Entity::find().select_only().column(person::Column::Id).filter(there);
    let people: Vec<PersonId> = people.filter(employed_on(day)).into_tuple().all(db).await?;
    Ok(people.into_iter().collect())
}

/// Who heads one of these teams, or a department above one.
pub(super) async fn heads(db: &impl ConnectionTrait, teams: &[DepartmentId]) -> Result<HashSet<PersonId>> {
    let tree = department::tree_ever(db).await?;
    let around: HashSet<_> = teams.iter().flat_map(|team| tree.above(*team)).collect();
    let heads = role::Entity::find()
        .select_only()
        .column(role::Column::PersonId)
        .filter(role::Column::Kind.eq(role::RoleKind::DepartmentHead))
        .filter(role::Column::DepartmentId.is_in(around));
    let heads: Vec<PersonId> = heads.into_tuple().all(db).await?;
    Ok(heads.into_iter().collect())
}

/// Asks for a letter to each of them. A letter about the same conversation that has not left yet is not sent any more: this one
/// says what is true now.
pub(super) async fn tell(
    change: &Change,
    id: ConversationId,
    people: &HashSet<PersonId>,
    letter: impl Fn(PersonId) -> Letter,
) -> Result<()> {
    let asked = |person: &PersonId| Asked {
        task: letter(*person).into(),
        due: change.now,
        key: Some(format!("conversation:{id}:{person}")),
    };
    let all: Vec<_> = people.iter().map(asked).collect();
    for some in all.chunks(AT_ONCE) {
        change.later_all(some.to_vec()).await?;
    }
    Ok(())
}
