//! What is thrown away when its time has passed, and that time.

use chrono::TimeDelta;
use entity::{idempotency, import, letter, sign_in, sign_in_link};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};

use super::{change::Change, error::Result};

/// An answer under an idempotency key.
pub const ANSWERS_STAY: TimeDelta = TimeDelta::hours(24);
/// A letter that was sent.
pub const LETTERS_STAY: TimeDelta = TimeDelta::days(30);
/// A link to sign in with, after it has lapsed.
pub const LINKS_STAY: TimeDelta = TimeDelta::days(1);
/// The content of an uploaded file.
pub const UPLOADS_STAY: TimeDelta = TimeDelta::days(1);

/// Throws away everything whose time has passed.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change) -> Result<()> {
    let (db, now) = (change.db(), change.now);
    let answers = idempotency::Column::CreatedAt.lt(now - ANSWERS_STAY);
    idempotency::Entity::delete_many().filter(answers).exec(db).await?;
    let letters = letter::Column::SentAt.lt(now - LETTERS_STAY);
    letter::Entity::delete_many().filter(letters).exec(db).await?;
    let links = sign_in_link::Column::ExpiresAt.lt(now - LINKS_STAY);
    sign_in_link::Entity::delete_many().filter(links).exec(db).await?;
    let signed_in = sign_in::Column::ExpiresAt.lt(now);
    sign_in::Entity::delete_many().filter(signed_in).exec(db).await?;
    import::Entity::update_many()
        .col_expr(import::Column::Content, Expr::value(Option::<Vec<u8>>::None))
        .filter(import::Column::UploadedAt.lt(now - UPLOADS_STAY))
        .filter(import::Column::Content.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}
