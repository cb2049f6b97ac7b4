//! The first administrator of an empty house: by a link that `serve` prints, and that works until there is one.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    id::*,
    role::{self, RoleKind},
    sign_in_link::{self, LinkPurpose},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    PaginatorTrait as _, QueryFilter as _, sea_query::Expr,
};

use super::{
    name,
    password::{self, Hashed},
    person::{self, NewPerson},
    role::{NewGrant, give},
    sign_in::{self, SignedIn},
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Event,
    secret,
};

/// How long a printed link works; the next start prints another.
pub const LINK_LASTS: TimeDelta = TimeDelta::hours(24);

/// Who will administer the house.
#[derive(Clone, Debug)]
pub struct FirstAdministrator {
    /// As it is said: "Joke van der Meer".
    pub name: String,
    pub email: String,
    pub password: Hashed,
}

/// A link's secret when nobody administers the house yet, else nothing.
///
/// # Errors
/// When the database fails.
pub async fn offer(change: &Change) -> Result<Option<String>> {
    if has_administrator(change.db()).await? {
        return Ok(None);
    }
    let secret = secret::fresh();
    let row = sign_in_link::ActiveModel {
        id: Set(SignInLinkId::new()),
        purpose: Set(LinkPurpose::SetUp),
        person_id: Set(None),
        hash: Set(secret.hash),
        created_at: Set(change.now),
        expires_at: Set(change.now + LINK_LASTS),
        used_at: Set(None),
        next: Set(None),
    };
    sign_in_link::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(Some(secret.plain))
}

/// Whether the link works, for showing its page.
///
/// # Errors
/// When the database fails.
pub async fn opens(db: &impl ConnectionTrait, secret: &str, now: DateTime<Utc>) -> Result<bool> {
    let link = sign_in_link::Entity::find().filter(open_links(secret, now)).one(db).await?;
    Ok(link.is_some() && !has_administrator(db).await?)
}

/// Makes the first administrator and signs in. Somebody who came with the staff file before keeps being that person.
///
/// # Errors
/// [`Refusal::LinkNotValid`] when it was used, is too old, or there is an administrator; [`Error::Invalid`] for what is
/// filled in wrong, and then the link still works.
pub async fn complete(change: &Change, secret: &str, first: &FirstAdministrator) -> Result<SignedIn> {
    let used = sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::UsedAt, Expr::value(change.now))
        .filter(open_links(secret, change.now))
        .exec(change.db())
        .await?;
    if used.rows_affected != 1 || has_administrator(change.db()).await? {
        return Err(Refusal::LinkNotValid.into());
    }
    let person = match person::by_email(change.db(), &first.email).await? {
        Some(person) => person.id,
        None => newcomer(change, first).await?,
    };
    give(change, NewGrant { person, role: RoleKind::Administrator, department: None }).await?;
    password::set(change, person, &first.password).await?;
    change.record(Event::HouseSetUp { person }).await?;
    let come = sign_in::start(change, person, "set-up", sign_in::LASTS_WITH_PASSWORD).await;
    come.map_err(|error| {
        if matches!(error, Error::Missing(_)) { Field::new("email", "not-welcome").into() } else { error }
    })
}

async fn newcomer(change: &Change, first: &FirstAdministrator) -> Result<PersonId> {
    let mut problems = Vec::new();
    for (field, value) in [("name", &first.name), ("email", &first.email)] {
        if value.trim().is_empty() {
            problems.push(Field::new(field, "required"));
        }
    }
    all_well(problems)?;
    let name::Name { given_name, prefix, surname } = name::split(&first.name);
    let email = Some(first.email.clone());
    person::create(change, &NewPerson { given_name, prefix, surname, email, ..NewPerson::default() }).await
}

async fn has_administrator(db: &impl ConnectionTrait) -> Result<bool> {
    let administrators = role::Entity::find().filter(role::Column::Kind.eq(RoleKind::Administrator));
    Ok(administrators.count(db).await? > 0)
}

fn open_links(secret: &str, now: DateTime<Utc>) -> Expr {
    sign_in_link::Column::Hash
        .eq(secret::hash(secret))
        .and(sign_in_link::Column::Purpose.eq(LinkPurpose::SetUp))
        .and(sign_in_link::Column::UsedAt.is_null())
        .and(sign_in_link::Column::ExpiresAt.gt(now))
}
