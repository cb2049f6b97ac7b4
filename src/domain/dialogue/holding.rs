//! What dialogue holds of somebody, and what of it goes when they are erased.

use entity::{id::*, theme_coding as coding};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};

use super::{conversation::known as conversations, improvement, theme};
use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known},
};

/// Everything. Votes are of nobody, and cannot be found. What somebody raised is told whole in `own` reports only.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId, own: bool) -> Result<Vec<Holding>> {
    let mut all = conversations::held(db, person).await?;
    all.push(codings(db, person).await?);
    all.push(improvement::held(db, person, own).await?);
    Ok(all)
}

/// What somebody was asked to read and give themes to.
async fn codings(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let rows = coding::Entity::find().filter(coding::Column::CoderId.eq(person));
    let rows = rows.order_by_asc(coding::Column::AskedAt).all(db).await?;
    Ok(Holding::new("codings", rows, |row| {
        Known::default().with("askedAt", row.asked_at).with("codedOn", row.done_on)
    }))
}

/// Their name goes from what they held, read, raised and were asked; what was said stays, of nobody.
///
/// # Errors
/// When the database fails.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    coding::Entity::update_many()
        .col_expr(coding::Column::CoderId, Expr::value(Option::<PersonId>::None))
        .filter(coding::Column::CoderId.eq(person))
        .exec(change.db())
        .await?;
    conversations::forget(change, person).await?;
    improvement::forget(change, person).await?;
    theme::forget(change, person).await
}
