//! The link in a guest's letter: it lies about for weeks, so it opens no more than a guest sees. `sign_in` follows it.

use chrono::{DateTime, Utc};
use entity::{
    id::*,
    sign_in_link::{self, LinkPurpose},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, sea_query::Expr,
};

use super::role;
use crate::domain::{change::Change, error::Result, secret};

/// A link for a guest, which works once and until `expires`: a new one ends the one before. Nothing for whoever has a role: what a
/// letter that lies about for weeks opens must be no more than a guest sees.
///
/// # Errors
/// When the database fails.
pub async fn make(
    change: &Change,
    person: PersonId,
    next: &str,
    expires: DateTime<Utc>,
) -> Result<Option<String>> {
    end(change, person, Some(next)).await?;
    if !role::of_person(change.db(), person).await?.is_empty() {
        return Ok(None);
    }
    let secret = secret::fresh();
    let row = sign_in_link::ActiveModel {
        id: Set(SignInLinkId::new()),
        purpose: Set(LinkPurpose::Guest),
        person_id: Set(Some(person)),
        hash: Set(secret.hash),
        created_at: Set(change.now),
        expires_at: Set(expires),
        used_at: Set(None),
        next: Set(Some(next.to_owned())),
    };
    sign_in_link::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(Some(secret.plain))
}

/// Ends the links of a guest that were not used: those that lead to this page, or all.
///
/// # Errors
/// When the database fails.
pub async fn end(change: &Change, person: PersonId, next: Option<&str>) -> Result<()> {
    use sign_in_link::Column::{Next, PersonId as Of, Purpose, UsedAt};
    let unused = Of.eq(person).and(Purpose.eq(LinkPurpose::Guest)).and(UsedAt.is_null());
    let mut ended =
        sign_in_link::Entity::update_many().col_expr(UsedAt, Expr::value(change.now)).filter(unused);
    if let Some(next) = next {
        ended = ended.filter(Next.eq(next));
    }
    ended.exec(change.db()).await?;
    Ok(())
}

/// Unused links to this page work until another moment.
///
/// # Errors
/// When the database fails.
pub async fn until(change: &Change, next: &str, expires: DateTime<Utc>) -> Result<()> {
    use sign_in_link::Column::{ExpiresAt, Next, Purpose, UsedAt};
    let open = Next.eq(next).and(Purpose.eq(LinkPurpose::Guest)).and(UsedAt.is_null());
    let update = sign_in_link::Entity::update_many().col_expr(ExpiresAt, Expr::value(expires)).filter(open);
    update.exec(change.db()).await?;
    Ok(())
}
