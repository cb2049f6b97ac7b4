//! Who reads a letter: the person, or for somebody without an address the manager or head; and when nobody has an address,
//! it stays in the house to be printed.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::{department, id::*, person, placement, role};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use crate::domain::error::{Error, Result};

/// Levels of managers and departments that are climbed; a circle in the file ends here too.
const LEVELS: usize = 10;

/// Where a letter goes.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Whom the letter is about.
    pub person: person::Model,
    /// Who opens it; the same, or a stand-in.
    pub reader: person::Model,
    /// The address of `reader`; empty when nobody can be reached and the letter is for paper.
    pub address: String,
}

impl Reader {
    /// Whether somebody else reads the letter and passes it on.
    #[must_use]
    pub fn stands_in(&self) -> bool {
        self.person.id != self.reader.id
    }

    /// Whether the person gets it from somebody's hand: there is no address of their own that works.
    #[must_use]
    pub fn by_hand(&self) -> bool {
        self.stands_in() || self.address.is_empty()
    }
}

/// The person, nobody else, also when letters came back from that address: for what is secret.
///
/// # Errors
/// [`Error::Missing`] when there is no such person.
pub async fn alone(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<Reader>> {
    let person = find(db, id).await?;
    let address = person.email.clone();
    Ok(address.map(|address| Reader { reader: person.clone(), person, address }))
}

/// The person; who has no address that works, has a manager up the line, or the head of a department around them. When
/// none of them can be reached it is the person, without an address.
///
/// # Errors
/// [`Error::Missing`] when there is no such person.
pub async fn of(db: &impl ConnectionTrait, id: PersonId, now: DateTime<Utc>) -> Result<Option<Reader>> {
    let person = find(db, id).await?;
    let reader = match reachable(&person) {
        Some(_) => Some(person.clone()),
        None => match manager(db, &person).await? {
            Some(manager) => Some(manager),
            None => head(db, id, now).await?,
        },
    };
    let reader = reader.unwrap_or_else(|| person.clone());
    Ok(Some(Reader { address: reachable(&reader).unwrap_or_default(), person, reader }))
}

fn reachable(person: &person::Model) -> Option<String> {
    person.email.clone().filter(|_| person.bounced_at.is_none())
}

async fn manager(db: &impl ConnectionTrait, person: &person::Model) -> Result<Option<person::Model>> {
    let mut next = person.manager_id;
    for _ in 0..LEVELS {
        let Some(id) = next else { break };
        let manager = find(db, id).await?;
        if reachable(&manager).is_some() && manager.id != person.id {
            return Ok(Some(manager));
        }
        next = manager.manager_id;
    }
    Ok(None)
}

async fn head(db: &impl ConnectionTrait, id: PersonId, now: DateTime<Utc>) -> Result<Option<person::Model>> {
    let today = now.date_naive();
    let placements = placement::Entity::find().filter(placement::Column::PersonId.eq(id)).all(db).await?;
    let current = placements.into_iter().filter(|p| p.ends_on.is_none_or(|last| last >= today));
    let mut around: HashSet<_> = current.map(|placement| placement.department_id).collect();
    for _ in 0..LEVELS {
        if around.is_empty() {
            break;
        }
        let heads = role::Entity::find()
            .filter(role::Column::Kind.eq(role::RoleKind::DepartmentHead))
            .filter(role::Column::DepartmentId.is_in(around.iter().copied()))
            .find_also_related(person::Entity)
            .all(db)
            .await?;
        let mut heads = heads.into_iter().filter_map(|(_, head)| head);
        if let Some(head) = heads.find(|head| head.id != id && reachable(head).is_some()) {
            return Ok(Some(head));
        }
        let here = department::Entity::find().filter(department::Column::Id.is_in(around)).all(db).await?;
        around = here.into_iter().filter_map(|department| department.parent_id).collect();
    }
    Ok(None)
}

async fn find(db: &impl ConnectionTrait, id: PersonId) -> Result<person::Model> {
    person::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("person"))
}
