//! Who entered compliments, and what of it goes when they are erased.

use entity::{compliment, id::PersonId};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known, Word},
};

/// What somebody entered.
pub async fn held(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let rows = compliment::Entity::find().filter(compliment::Column::EnteredBy.eq(person));
    let rows = rows.order_by_asc(compliment::Column::ReceivedOn).all(db).await?;
    Ok(Holding::new("compliments", rows, |row| {
        Known::default()
            .with("receivedOn", row.received_on)
            .with("shape", Word::new("compliment-shape-", row.shape.code()))
            .with("text", row.text)
    }))
}

/// Their name goes; the thanks stay.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    compliment::Entity::update_many()
        .col_expr(compliment::Column::EnteredBy, Expr::value(Option::<PersonId>::None))
        .filter(compliment::Column::EnteredBy.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
