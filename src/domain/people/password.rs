//! The password of a break-glass administrator: for when mail does not work. Nobody else has one.

use std::sync::LazyLock;

use argon2::{
    Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _,
    password_hash::{SaltString, rand_core::OsRng},
};
use entity::{
    id::*,
    password, person,
    role::{self, RoleKind},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    sea_query::OnConflict,
};

use crate::domain::{
    change::{Change, House},
    error::{Error, Field, Refusal, Result},
};

/// The shortest password that is accepted, in characters.
pub const SHORTEST: usize = 12;
/// The longest: hashing more would be work for nothing.
pub const LONGEST: usize = 200;

/// A password that was found right; only [`prove`] makes one.
#[derive(Clone, Copy, Debug)]
pub struct Proof(PersonId);

/// A hashed password; only [`hash`] makes one.
#[derive(Clone, Debug)]
pub struct Hashed(String);

impl Proof {
    /// Whose password it is.
    #[must_use]
    pub const fn person(self) -> PersonId {
        self.0
    }
}

/// Hashes a new password, on a thread where it holds nobody up.
///
/// # Errors
/// Field `password` when it is too short or too long.
pub async fn hash(plain: &str) -> Result<Hashed> {
    match plain.chars().count() {
        ..SHORTEST => {
            return Err(Field::new("password", "password-too-short").with("min", SHORTEST).into());
        }
        SHORTEST..=LONGEST => {}
        _ => return Err(Field::new("password", "too-long").with("max", LONGEST).into()),
    }
    let plain = plain.to_owned();
    apart(move || hash_now(&plain)).await?.map(Hashed)
}

/// Finds out whether this is the password of an administrator who is welcome today. Takes the same time for who is not:
/// a wrong password is compared with the hash of nobody's.
///
/// # Errors
/// [`Refusal::SignInFailed`] when it is not, whatever the cause.
pub async fn prove(house: &House, email: &str, plain: &str) -> Result<Proof> {
    let known = known(&house.db.reader, email, house.policy.day(house.now())).await?;
    let (person, hash) = known.map_or_else(|| (None, NOBODYS.clone()), |(person, hash)| (Some(person), hash));
    let plain: String = plain.chars().take(LONGEST).collect();
    // Hashing is slow on purpose.
    house.db.reader.rest();
    let right = apart(move || matches_now(&plain, &hash)).await?;
    person.filter(|_| right).map(Proof).ok_or_else(|| Refusal::SignInFailed.into())
}

/// Gives a person a password, or another one.
///
/// # Errors
/// When the database fails.
pub(super) async fn set(change: &Change, person: PersonId, hashed: &Hashed) -> Result<()> {
    let row = password::ActiveModel {
        person_id: Set(person),
        hash: Set(hashed.0.clone()),
        changed_at: Set(change.now),
    };
    let mut again = OnConflict::column(password::Column::PersonId);
    again.update_columns([password::Column::Hash, password::Column::ChangedAt]);
    password::Entity::insert(row).on_conflict(again).exec_without_returning(change.db()).await?;
    Ok(())
}

async fn known(
    db: &impl ConnectionTrait,
    email: &str,
    today: chrono::NaiveDate,
) -> Result<Option<(PersonId, String)>> {
    let rows = password::Entity::find().find_also_related(person::Entity);
    let email = email.trim().to_lowercase();
    let row =
        rows.filter(person::Column::Email.eq(email)).filter(super::person::welcome(today)).one(db).await?;
    let Some((row, _)) = row else { return Ok(None) };
    let roles = role::Entity::find().filter(role::Column::PersonId.eq(row.person_id));
    let administrator = roles.filter(role::Column::Kind.eq(RoleKind::Administrator)).one(db).await?;
    Ok(administrator.map(|_| (row.person_id, row.hash)))
}

/// Argon2id with the first recommended choice of OWASP: 19 MiB, two passes.
pub(super) static NOBODYS: LazyLock<String> =
    LazyLock::new(|| hash_now("nobody has this password").unwrap_or_default());

pub(super) fn hash_now(plain: &str) -> Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    let hash = Argon2::default().hash_password(plain.as_bytes(), &salt);
    hash.map(|hash| hash.to_string()).map_err(|error| Error::Broken(DbErr::Custom(error.to_string())))
}

pub(super) fn matches_now(plain: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(plain.as_bytes(), &hash).is_ok())
}

/// Runs what takes tens of milliseconds of computing beside the threads that answer requests.
pub(super) async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Broken(DbErr::Custom(error.to_string())))
}
