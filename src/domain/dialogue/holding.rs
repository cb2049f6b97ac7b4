//! What dialogue holds of somebody, and what of it goes when they are erased.

use entity::{conversation_look, id::*, theme_coding as coding};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known},
};

/// Everything. Votes are of nobody, and cannot be found.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Holding>> {
    Ok(vec![codings(db, person).await?])
}

/// What somebody was asked to read and give themes to.
async fn codings(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let rows = coding::Entity::find().filter(coding::Column::CoderId.eq(person));
    let rows = rows.order_by_asc(coding::Column::AskedAt).all(db).await?;
    Ok(Holding::new("codings", rows, |row| {
        Known::default().with("askedAt", row.asked_at).with("codedOn", row.done_on)
    }))
}

/// That they were asked, and that they looked. The themes that they gave stay, of nobody.
///
/// # Errors
/// When the database fails.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    coding::Entity::update_many()
        .col_expr(coding::Column::CoderId, Expr::value(Option::<PersonId>::None))
        .filter(coding::Column::CoderId.eq(person))
        .exec(change.db())
        .await?;
    conversation_look::Entity::update_many()
        .col_expr(conversation_look::Column::PersonId, Expr::value(Option::<PersonId>::None))
        .filter(conversation_look::Column::PersonId.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
