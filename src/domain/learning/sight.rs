//! Which sessions somebody may see. Every read of a session for a person and every wish for a place goes through here.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    guest,
    id::*,
    session::{self, SessionState},
    trainer,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, sea_query::SelectStatement,
};

use super::agenda::{self, Item};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
};

/// The sessions this actor may see (a filter). What is still being planned is for planners and for who gives it; for an outsider
/// there is only what they give, were invited to, or have a place in.
#[must_use]
pub fn visible_to(actor: &Actor) -> Condition {
    if actor.may_plan() {
        return Condition::all();
    }
    let person = actor.person.filter(|_| actor.scopes.is_none());
    let gives = person.map(|person| session::Column::Id.in_subquery(given_by(person)));
    let public =
        Condition::any().add(session::Column::State.ne(SessionState::Planned)).add_option(gives.clone());
    if !actor.is_outsider() {
        return public;
    }
    let own = Condition::any()
        .add_option(gives)
        .add_option(person.map(|person| session::Column::Id.in_subquery(inviting(person))))
        .add_option(person.map(|person| session::Column::Id.in_subquery(placing(person))));
    Condition::all().add(public).add(own)
}

/// One session, if the actor may see it.
///
/// # Errors
/// [`Error::Missing`] when there is none, and just so for one that the actor may not see.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: SessionId,
    now: DateTime<Utc>,
) -> Result<Item> {
    let item = agenda::find(db, id, now).await?;
    allow(db, actor, &item.session).await?;
    Ok(item)
}

/// Refuses what the actor may not see.
///
/// # Errors
/// As [`find`].
pub async fn allow(db: &impl ConnectionTrait, actor: &Actor, session: &session::Model) -> Result<()> {
    if sees(db, actor, session).await? { Ok(()) } else { Err(Error::Missing("session")) }
}

/// Whether the actor may see this session. Costs nothing for what everybody here may see.
///
/// # Errors
/// When the database fails.
pub async fn sees(db: &impl ConnectionTrait, actor: &Actor, session: &session::Model) -> Result<bool> {
    if session.state != SessionState::Planned && !actor.is_outsider() {
        return Ok(true);
    }
    let seen = session::Entity::find_by_id(session.id).filter(visible_to(actor));
    Ok(seen.count(db).await? > 0)
}

fn given_by(person: PersonId) -> SelectStatement {
    let given = trainer::Entity::find().filter(trainer::Column::PersonId.eq(person));
    given.select_only().column(trainer::Column::SessionId).into_query()
}

fn inviting(person: PersonId) -> SelectStatement {
    let invited = guest::Entity::find().filter(guest::Column::PersonId.eq(person));
    invited.select_only().column(guest::Column::SessionId).into_query()
}

fn placing(person: PersonId) -> SelectStatement {
    let placed = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE));
    placed.select_only().column(enrolment::Column::SessionId).into_query()
}
