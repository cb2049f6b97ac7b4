//! What people holds of somebody.

use std::collections::HashMap;

use entity::{
    api_token, calendar_feed, id::*, password, person, placement, role, sign_in, sign_in_code, sign_in_link,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{department, person::find};
use crate::domain::{
    error::Result,
    holding::{Holding, Known, Word},
};

/// Everything, the person first.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`] when there is no such person.
pub async fn of(db: &impl ConnectionTrait, id: PersonId) -> Result<Vec<Holding>> {
    let names: HashMap<_, _> =
        department::list(db).await?.into_iter().map(|department| (department.id, department.name)).collect();
    Ok(vec![
        themselves(find(db, id).await?),
        placements(db, id, &names).await?,
        roles(db, id, &names).await?,
        sign_ins(db, id).await?,
        links(db, id).await?,
        tokens(db, id).await?,
        passwords(db, id).await?,
        codes(db, id).await?,
        feeds(db, id).await?,
    ])
}

fn themselves(person: person::Model) -> Holding {
    Holding::new("person", [person], |row| {
        Known::default()
            .with("givenName", row.given_name)
            .with("prefix", row.prefix)
            .with("surname", row.surname)
            .with("email", row.email)
            .with("employeeNumber", row.employee_number)
            .with("jobTitle", row.job_title)
            .with("agency", row.agency)
            .with("kind", Word::new("held-code-", row.kind.code()))
            .with("employedFrom", row.employed_from)
            .with("employedUntil", row.employed_until)
            .with("language", row.language)
            .with("blockedAt", row.blocked_at)
            .with("bouncedAt", row.bounced_at)
            .with("createdAt", row.created_at)
            .with("erasedAt", row.erased_at)
    })
}

type Names = HashMap<DepartmentId, String>;

async fn placements(db: &impl ConnectionTrait, id: PersonId, names: &Names) -> Result<Holding> {
    let rows = placement::Entity::find().filter(placement::Column::PersonId.eq(id));
    let rows = rows.order_by_asc(placement::Column::Id).all(db).await?;
    Ok(Holding::new("placements", rows, |row| {
        Known::default()
            .with("department", names.get(&row.department_id).cloned())
            .with("startsOn", row.starts_on)
            .with("endsOn", row.ends_on)
    }))
}

async fn roles(db: &impl ConnectionTrait, id: PersonId, names: &Names) -> Result<Holding> {
    let rows = role::Entity::find().filter(role::Column::PersonId.eq(id)).all(db).await?;
    Ok(Holding::new("roles", rows, |row| {
        Known::default()
            .with("role", Word::new("role-", row.kind.code()))
            .with("department", row.department_id.and_then(|id| names.get(&id).cloned()))
            .with("source", Word::new("held-code-", row.source.code()))
            .with("grantedAt", row.granted_at)
    }))
}

async fn sign_ins(db: &impl ConnectionTrait, id: PersonId) -> Result<Holding> {
    let rows = sign_in::Entity::find().filter(sign_in::Column::PersonId.eq(id));
    let rows = rows.order_by_asc(sign_in::Column::CreatedAt).all(db).await?;
    Ok(Holding::new("sign-ins", rows, |row| {
        Known::default()
            .with("createdAt", row.created_at)
            .with("seenAt", row.seen_at)
            .with("expiresAt", row.expires_at)
            .with("endedAt", row.ended_at)
    }))
}

async fn links(db: &impl ConnectionTrait, id: PersonId) -> Result<Holding> {
    let rows = sign_in_link::Entity::find().filter(sign_in_link::Column::PersonId.eq(id)).all(db).await?;
    Ok(Holding::new("sign-in-links", rows, |row| {
        Known::default()
            .with("createdAt", row.created_at)
            .with("expiresAt", row.expires_at)
            .with("usedAt", row.used_at)
    }))
}

async fn tokens(db: &impl ConnectionTrait, id: PersonId) -> Result<Holding> {
    let rows = api_token::Entity::find().filter(api_token::Column::PersonId.eq(id)).all(db).await?;
    Ok(Holding::new("tokens", rows, |row| {
        Known::default()
            .with("scopes", row.scopes)
            .with("createdAt", row.created_at)
            .with("expiresAt", row.expires_at)
            .with("lastUsedAt", row.last_used_at)
            .with("revokedAt", row.revoked_at)
    }))
}

/// That there is a password, and since when; what it is, nobody knows.
async fn passwords(db: &impl ConnectionTrait, id: PersonId) -> Result<Holding> {
    let row = password::Entity::find_by_id(id).one(db).await?;
    Ok(Holding::new("password", row, |row| Known::default().with("changedAt", row.changed_at)))
}

/// That there is a printed code, and since when; what it is, stands on paper only.
async fn codes(db: &impl ConnectionTrait, id: PersonId) -> Result<Holding> {
    let row = sign_in_code::Entity::find_by_id(id).one(db).await?;
    Ok(Holding::new("sign-in-code", row, |row| {
        Known::default()
            .with("createdAt", row.created_at)
            .with("expiresAt", row.expires_at)
            .with("lastUsedAt", row.used_at)
    }))
}

async fn feeds(db: &impl ConnectionTrait, id: PersonId) -> Result<Holding> {
    let row = calendar_feed::Entity::find_by_id(id).one(db).await?;
    Ok(Holding::new("calendar-address", row, |row| Known::default().with("createdAt", row.created_at)))
}
