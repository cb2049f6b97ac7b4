//! What is held of somebody who entered readings, and what of it goes when they are erased.

use entity::{id::*, reading};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known},
    service::promise,
};

/// The readings that somebody entered, with what they wrote beside them.
pub(in crate::domain) async fn held(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let rows = reading::Entity::find().filter(reading::Column::EnteredBy.eq(person));
    let rows = rows.order_by_asc(reading::Column::EnteredAt).all(db).await?;
    let promises = if rows.is_empty() { Vec::new() } else { promise::all(db).await? };
    Ok(Holding::new("readings", rows, |row| {
        let of = promises.iter().find(|one| one.id == row.promise_id);
        Known::default()
            .with("promise", of.map(|one| one.text_nl.clone()))
            .with("from", row.begins_on)
            .with("reason", row.note)
            .with("enteredAt", row.entered_at)
    }))
}

/// Who it was. What was measured stays.
pub(in crate::domain) async fn forget(change: &Change, person: PersonId) -> Result<()> {
    reading::Entity::update_many()
        .col_expr(reading::Column::EnteredBy, Expr::value(Option::<PersonId>::None))
        .filter(reading::Column::EnteredBy.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
