//! Bearer tokens of the API: on behalf of a person, with scopes, for a time.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{api_token, event::ActorKind, id::*, person};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, sea_query::Expr,
};

use super::person::welcome;
use crate::domain::{
    actor::{Actor, Scope},
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Event,
    secret,
};

/// How long a token works when nobody says, in days.
pub const DEFAULT_DAYS: u32 = 365;
/// The longest a token works, in days.
pub const MOST_DAYS: u32 = 3 * 366;
/// How exactly is kept when a token was last used.
const USED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// What a token is made for.
#[derive(Clone, Debug)]
pub struct NewToken {
    pub person: PersonId,
    pub scopes: Vec<Scope>,
    /// 1 to [`MOST_DAYS`]; nothing for [`DEFAULT_DAYS`].
    pub days: Option<u32>,
}

/// A token that was shown.
#[derive(Clone, Debug)]
pub struct Bearer {
    pub actor: Actor,
    pub token: ApiTokenId,
    pub last_used_at: Option<DateTime<Utc>>,
}

impl Bearer {
    /// Whether [`used`] is to be told: it is not at every request, because reading should not wait for writing.
    #[must_use]
    pub fn unnoted(&self, now: DateTime<Utc>) -> bool {
        self.last_used_at.is_none_or(|at| now - at >= USED_EVERY)
    }
}

/// Makes a token and gives its secret, which is kept nowhere.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may grant, [`Error::Missing`] for an unknown person, [`Error::Invalid`] without a
/// scope or with an impossible number of days.
pub async fn create(change: &Change, new: &NewToken) -> Result<String> {
    if !change.actor.may_grant() {
        return Err(Error::Forbidden);
    }
    let days = days_of(new)?;
    super::person::find(change.db(), new.person).await?;
    let (id, secret) = (ApiTokenId::new(), secret::fresh());
    let plain = format!("olv_{}", secret.plain);
    let scopes = new.scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(" ");
    let row = api_token::ActiveModel {
        id: Set(id),
        person_id: Set(new.person),
        hash: Set(secret::hash(&plain)),
        scopes: Set(scopes.clone()),
        created_at: Set(change.now),
        expires_at: Set(Some(change.now + TimeDelta::days(days.into()))),
        last_used_at: Set(None),
        revoked_at: Set(None),
    };
    api_token::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Event::TokenMade { person: new.person, token: id, scopes }).await?;
    Ok(plain)
}

/// How long it will work; and it needs a scope.
fn days_of(new: &NewToken) -> Result<u32> {
    let days = new.days.unwrap_or(DEFAULT_DAYS);
    let mut problems = Vec::new();
    if new.scopes.is_empty() {
        problems.push(Field::new("scope", "required"));
    }
    if !(1..=MOST_DAYS).contains(&days) {
        problems.push(Field::new("days", "days").with("max", MOST_DAYS));
    }
    all_well(problems).map(|()| days)
}

/// What whoever shows this secret may do; nothing when it is unknown, too old, revoked, or its person left.
///
/// # Errors
/// When the database fails.
pub async fn bearer(
    db: &impl ConnectionTrait,
    secret: &str,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Option<Bearer>> {
    use api_token::Column::{ExpiresAt, Hash, RevokedAt};
    let found = api_token::Entity::find()
        .inner_join(person::Entity)
        .filter(Hash.eq(secret::hash(secret)).and(RevokedAt.is_null()))
        .filter(ExpiresAt.is_null().or(ExpiresAt.gt(now)))
        .filter(welcome(today));
    let Some(row) = found.one(db).await? else {
        return Ok(None);
    };
    let actor = Actor {
        kind: ActorKind::Token,
        scopes: Some(row.scopes.split(' ').filter_map(Scope::from_code).collect()),
        ..Actor::employee(row.person_id)
    };
    Ok(Some(Bearer { actor, token: row.id, last_used_at: row.last_used_at }))
}

/// Notes that a token is in use. Whoever reads a request does not wait for it.
///
/// # Errors
/// When the database fails.
pub async fn used(change: &Change, id: ApiTokenId) -> Result<()> {
    api_token::Entity::update_many()
        .col_expr(api_token::Column::LastUsedAt, Expr::value(change.now))
        .filter(api_token::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Ends a token. Doing it twice is fine.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may grant or it is their own.
pub async fn revoke(change: &Change, id: ApiTokenId) -> Result<()> {
    let row = api_token::Entity::find_by_id(id).one(change.db()).await?.ok_or(Error::Missing("token"))?;
    if !change.actor.may_grant() && change.actor.person != Some(row.person_id) {
        return Err(Error::Missing("token"));
    }
    api_token::Entity::update_many()
        .col_expr(api_token::Column::RevokedAt, Expr::value(change.now))
        .filter(api_token::Column::Id.eq(id).and(api_token::Column::RevokedAt.is_null()))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Every token of a person, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<api_token::Model>> {
    let of = api_token::Entity::find().filter(api_token::Column::PersonId.eq(person));
    Ok(of.order_by_desc(api_token::Column::CreatedAt).all(db).await?)
}
