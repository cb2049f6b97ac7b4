//! Coming in and going out. The browser holds a secret, the database its hash; every coming in makes a new one, so that a
//! secret planted in a browser beforehand opens nothing.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{
    deputy,
    id::*,
    person,
    role::{self as granted, RoleKind},
    sign_in::{self, Device},
    sign_in_link::{self, LinkPurpose},
    trainer,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    FromQueryResult as _, JoinType, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
    RelationTrait as _, sea_query::Expr,
};

use super::{password::Proof, person::welcome, role};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
    secret,
    task::Letter,
};

/// How long a mailed link works.
pub const LINK_LASTS: TimeDelta = TimeDelta::minutes(15);
/// How long a browser stays signed in.
pub const LASTS: TimeDelta = TimeDelta::days(14);
/// How long a browser stays signed in with a password: it is for emergencies.
pub const LASTS_WITH_PASSWORD: TimeDelta = TimeDelta::hours(8);
/// How somebody came in who typed a printed code.
pub(super) const CODE: &str = "code";
const GUEST_LINK: &str = "guest-link";
/// How exactly is kept when a browser was last seen.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(5);

/// Somebody who has just come in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// For the cookie, and nowhere else.
    pub secret: String,
    pub person: PersonId,
    pub expires: DateTime<Utc>,
    /// Page to go on to, as it was asked.
    pub next: Option<String>,
}

/// Whoever looks at a page.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub actor: Actor,
    pub person: person::Model,
    pub sign_in: SignInId,
    pub seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub device: Device,
    /// Gives some session: who gives none is never busy as a trainer.
    pub gives: bool,
    /// Was named a deputy, today included: who was not never decides for a head.
    pub stands_in: bool,
}

impl Viewer {
    /// Whether [`seen`] is to be told: it is not at every page, because reading should not wait for writing.
    #[must_use]
    pub fn unseen(&self, now: DateTime<Utc>) -> bool {
        now - self.seen_at >= SEEN_EVERY
    }
}

/// Mails a link, when somebody who may come in has this address. The answer is the same for everybody, and the same rows
/// but the letter are written, so that its time tells nothing either.
///
/// # Errors
/// When the database fails.
pub async fn ask_link(change: &Change, email: &str, next: Option<&str>) -> Result<()> {
    let today = change.policy.day(change.now);
    let email = email.trim().to_lowercase();
    let known = person::Entity::find().filter(person::Column::Email.eq(email)).filter(welcome(today));
    let person = known.one(change.db()).await?.map(|person| person.id);
    let secret = secret::fresh();
    let row = sign_in_link::ActiveModel {
        id: Set(SignInLinkId::new()),
        purpose: Set(LinkPurpose::SignIn),
        person_id: Set(person),
        hash: Set(secret.hash),
        created_at: Set(change.now),
        expires_at: Set(change.now + LINK_LASTS),
        used_at: Set(None),
        next: Set(next.map(str::to_owned)),
    };
    sign_in_link::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Event::LinkAsked { person }).await?;
    if let Some(person) = person {
        change.later(Letter::SignIn { person, secret: secret.plain }).await?;
    }
    Ok(())
}

/// Whether a link would still open, without using it: some mail programs visit every address in a letter, so a page asks
/// first and [`open_link`] follows on a button.
///
/// # Errors
/// When the database fails.
pub async fn link_opens(db: &impl ConnectionTrait, secret: &str, now: DateTime<Utc>) -> Result<bool> {
    let open = sign_in_link::Entity::find()
        .filter(open_links(secret, now))
        .filter(sign_in_link::Column::PersonId.is_not_null());
    Ok(open.one(db).await?.is_some())
}

/// Comes in by a mailed link, which works once.
///
/// # Errors
/// [`Refusal::LinkNotValid`] when it was used, is too old, was never given, or its person may no longer come in.
pub async fn open_link(change: &Change, secret: &str) -> Result<SignedIn> {
    let used = sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::UsedAt, Expr::value(change.now))
        .filter(open_links(secret, change.now))
        .exec(change.db())
        .await?;
    if used.rows_affected != 1 {
        return Err(Refusal::LinkNotValid.into());
    }
    let hash = sign_in_link::Column::Hash.eq(secret::hash(secret));
    let link =
        sign_in_link::Entity::find().filter(hash).one(change.db()).await?.ok_or(Refusal::LinkNotValid)?;
    let person = link.person_id.ok_or(Refusal::LinkNotValid)?;
    if link.purpose == LinkPurpose::Guest && !role::of_person(change.db(), person).await?.is_empty() {
        return Err(Refusal::LinkNotValid.into());
    }
    let by = if link.purpose == LinkPurpose::Guest { GUEST_LINK } else { "link" };
    match start(change, person, by, LASTS).await {
        Err(Error::Missing(_)) => Err(Refusal::LinkNotValid.into()),
        come => Ok(SignedIn { next: link.next, ..come? }),
    }
}

/// Comes in by a password that was proved.
///
/// # Errors
/// [`Refusal::SignInFailed`] when the person left or was blocked since.
pub async fn with_password(change: &Change, proof: &Proof) -> Result<SignedIn> {
    match start(change, proof.person(), "password", LASTS_WITH_PASSWORD).await {
        Err(Error::Missing(_)) => Err(Refusal::SignInFailed.into()),
        come => come,
    }
}

/// Comes in as somebody, by choosing. Only a demonstration offers this: its caller sees to that.
///
/// # Errors
/// [`Error::Missing`] when this person may not come in.
pub async fn as_persona(change: &Change, person: PersonId) -> Result<SignedIn> {
    start(change, person, "persona", LASTS).await
}

/// Who is signed in with this cookie; nobody when it ended, is too old, or the person may no longer come in.
///
/// # Errors
/// When the database fails.
pub async fn viewer(
    db: &impl ConnectionTrait,
    secret: &str,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Option<Viewer>> {
    // Every page asks this: one row for each role, so that it is one question.
    let found = sign_in::Entity::find()
        .find_also_related(person::Entity)
        .join_rev(JoinType::LeftJoin, granted::Relation::Person.def())
        .column_as(granted::Column::Kind, "role_kind")
        .column_as(gives(), "gives")
        .column_as(stands_in(today), "stands_in")
        .filter(sign_in::Column::Hash.eq(secret::hash(secret)))
        .filter(sign_in::Column::EndedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(now))
        .filter(welcome(today))
        .order_by_asc(granted::Column::Kind);
    let rows = db.query_all(&found.into_query()).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let sign_in::Model { id, seen_at, expires_at, device, .. } =
        sign_in::Model::from_query_result(row, "A_")?;
    let person = person::Model::from_query_result(row, "B_")?;
    let roles = rows.iter().map(|row| row.try_get::<Option<RoleKind>>("", "role_kind"));
    let roles = roles.filter_map(std::result::Result::transpose).collect::<std::result::Result<_, _>>()?;
    let shared = device == Device::Shared;
    let actor = Actor { shared, ..super::person::actor_with(db, &person, roles).await? };
    // What was opened by a code or a guest's letter never opens more than the person's own places, see `borrowed`.
    if device != Device::Own && !actor.roles.is_empty() {
        return Ok(None);
    }
    let (gives, stands_in) = (row.try_get("", "gives")?, row.try_get("", "stands_in")?);
    Ok(Some(Viewer { actor, person, sign_in: id, seen_at, expires_at, device, gives, stands_in }))
}

fn gives() -> Expr {
    let own = trainer::Column::PersonId.into_expr().equals((person::Entity, person::Column::Id));
    Expr::exists(trainer::Entity::find().select_only().expr(Expr::val(1)).filter(own).into_query())
}

fn stands_in(today: NaiveDate) -> Expr {
    let own = deputy::Column::PersonId.into_expr().equals((person::Entity, person::Column::Id));
    let living = deputy::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(own)
        .filter(deputy::Column::Until.gte(today))
        .filter(deputy::Column::EndedAt.is_null());
    Expr::exists(living.into_query())
}

/// The browsers in which a person is signed in, last used first.
///
/// # Errors
/// When the database fails.
pub async fn browsers(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<sign_in::Model>> {
    let open = sign_in::Entity::find()
        .filter(sign_in::Column::PersonId.eq(person))
        .filter(sign_in::Column::EndedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(now));
    Ok(open.order_by_desc(sign_in::Column::SeenAt).all(db).await?)
}

/// Notes that a browser is in use. What has ended stays ended, whatever order requests arrive in.
///
/// # Errors
/// When the database fails.
pub async fn seen(change: &Change, id: SignInId) -> Result<()> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::SeenAt, Expr::value(change.now))
        .filter(sign_in::Column::Id.eq(id).and(sign_in::Column::EndedAt.is_null()))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Signs this browser out. Doing it twice is fine.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(change: &Change, id: SignInId) -> Result<()> {
    let Some(row) = sign_in::Entity::find_by_id(id).one(change.db()).await? else {
        return Ok(());
    };
    end(change, sign_in::Column::Id.eq(id)).await?;
    change.record(Event::SignedOut { person: row.person_id, everywhere: false }).await
}

/// Signs every browser of a person out, and lets go of the links that were mailed.
///
/// # Errors
/// When the database fails.
pub async fn sign_out_everywhere(change: &Change, person: PersonId) -> Result<()> {
    end(change, sign_in::Column::PersonId.eq(person)).await?;
    sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::UsedAt, Expr::value(change.now))
        .filter(sign_in_link::Column::PersonId.eq(person).and(sign_in_link::Column::UsedAt.is_null()))
        .exec(change.db())
        .await?;
    change.record(Event::SignedOut { person, everywhere: true }).await
}

/// Makes a signed-in browser of a person who is welcome.
pub(super) async fn start(
    change: &Change,
    person: PersonId,
    by: &'static str,
    lasts: TimeDelta,
) -> Result<SignedIn> {
    let today = change.policy.day(change.now);
    let here = person::Entity::find_by_id(person).filter(welcome(today)).one(change.db()).await?;
    here.ok_or(Error::Missing("person"))?;
    let (id, secret, expires) = (SignInId::new(), secret::fresh(), change.now + lasts);
    let row = sign_in::ActiveModel {
        id: Set(id),
        hash: Set(secret.hash),
        person_id: Set(person),
        created_at: Set(change.now),
        seen_at: Set(change.now),
        expires_at: Set(expires),
        ended_at: Set(None),
        device: Set(match by {
            CODE => Device::Shared,
            GUEST_LINK => Device::Guest,
            _ => Device::Own,
        }),
    };
    sign_in::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Event::SignedIn { person, sign_in: id, by }).await?;
    Ok(SignedIn { secret: secret.plain, person, expires, next: None })
}

/// Ends the signed-in browsers of a filter.
pub(super) async fn end(change: &Change, which: Expr) -> Result<()> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::EndedAt, Expr::value(change.now))
        .filter(which.and(sign_in::Column::EndedAt.is_null()))
        .exec(change.db())
        .await?;
    Ok(())
}

fn open_links(secret: &str, now: DateTime<Utc>) -> Expr {
    sign_in_link::Column::Hash
        .eq(secret::hash(secret))
        .and(sign_in_link::Column::Purpose.is_in([LinkPurpose::SignIn, LinkPurpose::Guest]))
        .and(sign_in_link::Column::UsedAt.is_null())
        .and(sign_in_link::Column::ExpiresAt.gt(now))
}
