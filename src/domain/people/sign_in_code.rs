//! A printed code for somebody without a mail address, to sign in on a device that others use too. Their head prints it, or
//! an administrator; it stands on paper only.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{
    id::*,
    person, role,
    sign_in::{self, Device},
    sign_in_code,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
    Set,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};

use super::{
    password::{NOBODYS, apart, hash_now, matches_now},
    person::{Person, find, welcome},
    placement,
    sign_in::{CODE, SignedIn, start},
};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::{Error, Refusal, Result},
    event::Event,
};

pub use entity::sign_in_code::Model as Kept;

/// How long a code works.
pub const LASTS: TimeDelta = TimeDelta::days(30);
/// How long a shared device stays signed in.
pub const SIGNED_IN: TimeDelta = TimeDelta::hours(2);
/// Digits and letters that nobody takes for another (Crockford's base 32).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Fifty bits: with a few tries a minute nobody comes near.
const LENGTH: usize = 10;
const GROUP: usize = 5;

/// A new code, and what the database may know of it; only [`fresh`] makes one.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// For the card, in groups.
    pub plain: String,
    hash: String,
}

/// A code that was found right; only [`prove`] makes one.
#[derive(Clone, Debug)]
pub struct Proof {
    person: PersonId,
    hash: String,
}

/// A new code. It is short enough to type, so its hash is slow, and made before any transaction.
///
/// # Errors
/// When the hash cannot be computed.
pub async fn fresh() -> Result<Fresh> {
    let random = rand::random::<[u8; LENGTH]>();
    let signs: Vec<char> = random.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect();
    let groups: Vec<String> = signs.chunks(GROUP).map(|group| group.iter().collect()).collect();
    let code: String = signs.into_iter().collect();
    let hash = apart(move || hash_now(&code)).await??;
    Ok(Fresh { plain: groups.join("-"), hash })
}

/// Whether the actor may print a code for people of these departments: their head, or an administrator.
#[must_use]
pub fn may_print(actor: &Actor, departments: &[DepartmentId]) -> bool {
    actor.may_grant() || actor.leads(departments)
}

/// Somebody for whom the actor may print a code.
///
/// # Errors
/// [`Error::Missing`] for nobody, and just so for somebody whom the actor does not head.
pub async fn subject(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PersonId,
    today: NaiveDate,
) -> Result<Person> {
    let departments = placement::departments(db, id, today).await?;
    if may_print(actor, &departments) { find(db, id).await } else { Err(Error::Missing("person")) }
}

/// Whether somebody can have a code: a number to type, no address that works, and no role. Whoever prints a code could use
/// it, and must not come to more than the person's own places.
///
/// # Errors
/// When the database fails.
pub async fn suits(db: &impl ConnectionTrait, person: &Person) -> Result<bool> {
    let reachable = person.email.is_some() && person.bounced_at.is_none();
    if person.employee_number.is_none() || reachable || person.blocked_at.is_some() {
        return Ok(false);
    }
    Ok(super::role::of_person(db, person.id).await?.is_empty())
}

/// Gives somebody a code; the one before no longer works, and devices where it was used are signed out. Until when it works.
///
/// # Errors
/// [`Error::Missing`] as [`subject`]; [`Refusal::CodeNotForThem`].
pub async fn make(change: &Change, id: PersonId, fresh: &Fresh) -> Result<DateTime<Utc>> {
    let person = subject(change.db(), &change.actor, id, change.policy.day(change.now)).await?;
    if !suits(change.db(), &person).await? {
        return Err(Refusal::CodeNotForThem.into());
    }
    let expires = change.now + LASTS;
    let row = sign_in_code::ActiveModel {
        person_id: Set(id),
        hash: Set(fresh.hash.clone()),
        made_by: Set(change.actor.person),
        created_at: Set(change.now),
        expires_at: Set(expires),
        used_at: Set(None),
    };
    use sign_in_code::Column::{CreatedAt, ExpiresAt, Hash, MadeBy, PersonId as Whose, UsedAt};
    let again =
        OnConflict::column(Whose).update_columns([Hash, MadeBy, CreatedAt, ExpiresAt, UsedAt]).to_owned();
    sign_in_code::Entity::insert(row).on_conflict(again).exec_without_returning(change.db()).await?;
    leave_shared(change, id).await?;
    change.record(Event::SignInCode { person: id, works: true }).await?;
    Ok(expires)
}

/// Ends the code of somebody, and signs them out where it was used.
///
/// # Errors
/// [`Error::Missing`] as [`subject`].
pub async fn end(change: &Change, id: PersonId) -> Result<()> {
    subject(change.db(), &change.actor, id, change.policy.day(change.now)).await?;
    sign_in_code::Entity::delete_by_id(id).exec(change.db()).await?;
    leave_shared(change, id).await?;
    change.record(Event::SignInCode { person: id, works: false }).await
}

async fn leave_shared(change: &Change, person: PersonId) -> Result<()> {
    let shared = sign_in::Column::Device.eq(Device::Shared);
    super::sign_in::end(change, sign_in::Column::PersonId.eq(person).and(shared)).await
}

/// The code of somebody that works now.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<Option<Kept>> {
    let works = sign_in_code::Entity::find_by_id(person).filter(sign_in_code::Column::ExpiresAt.gt(now));
    Ok(works.one(db).await?)
}

/// Finds out whether this is the code of somebody with this number who is welcome today. It takes as long for who is not: a
/// wrong code is compared with the hash of nobody's.
///
/// # Errors
/// [`Refusal::CodeNotValid`] when it is not, whatever the cause.
pub async fn prove(house: &House, number: &str, typed: &str) -> Result<Proof> {
    let now = house.now();
    let roles = role::Entity::find().select_only().column(role::Column::PersonId);
    let found = sign_in_code::Entity::find()
        .inner_join(person::Entity)
        .filter(person::Column::EmployeeNumber.eq(number.trim()))
        .filter(welcome(house.policy.day(now)))
        .filter(person::Column::Id.not_in_subquery(roles.into_query()))
        .filter(sign_in_code::Column::ExpiresAt.gt(now))
        .one(&house.db.reader)
        .await?;
    let hash = found.as_ref().map_or_else(|| NOBODYS.clone(), |row| row.hash.clone());
    let (code, kept) = (plain(typed), hash.clone());
    // As for a password: hashing is slow on purpose.
    house.db.reader.rest();
    let right = apart(move || matches_now(&code, &kept)).await?;
    let person = found.filter(|_| right).map(|row| row.person_id);
    person.map(|person| Proof { person, hash }).ok_or_else(|| Refusal::CodeNotValid.into())
}

/// What was typed as it was hashed: in capitals, without blanks and dashes, and with the signs for which others are taken.
fn plain(typed: &str) -> String {
    let sign = |sign: char| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    typed.chars().filter(char::is_ascii_alphanumeric).take(LENGTH * 2).map(sign).collect()
}

/// Comes in with a code that was proved, on a shared device. A code works until it ends or is replaced.
///
/// # Errors
/// [`Refusal::CodeNotValid`] when it ended since, or the person may no longer come in.
pub async fn come_in(change: &Change, proof: &Proof) -> Result<SignedIn> {
    let used = sign_in_code::Entity::update_many()
        .col_expr(sign_in_code::Column::UsedAt, Expr::value(change.now))
        .filter(sign_in_code::Column::PersonId.eq(proof.person))
        .filter(sign_in_code::Column::Hash.eq(&*proof.hash))
        .filter(sign_in_code::Column::ExpiresAt.gt(change.now))
        .exec(change.db())
        .await?;
    if used.rows_affected != 1 {
        return Err(Refusal::CodeNotValid.into());
    }
    match start(change, proof.person, CODE, SIGNED_IN).await {
        Err(Error::Missing(_)) => Err(Refusal::CodeNotValid.into()),
        come => come,
    }
}
