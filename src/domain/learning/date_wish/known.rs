//! What is held of somebody who asked for dates, and what of it goes when they are erased.

use entity::{date_wish, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known},
    learning::workshop,
};

/// What somebody asked for.
pub(in crate::domain::learning) async fn held(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Holding> {
    let rows = date_wish::Entity::find().filter(date_wish::Column::AskedBy.eq(person));
    let rows = rows.order_by_asc(date_wish::Column::AskedAt).all(db).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.workshop_id).collect();
    let titles = workshop::titles(db, &ids).await?;
    Ok(Holding::new("date-wishes", rows, |row| {
        Known::default()
            .with("workshop", titles.get(&row.workshop_id).cloned())
            .with("reason", row.note)
            .with("askedAt", row.asked_at)
    }))
}

/// That they asked and answered, and what they wrote when they asked.
pub(in crate::domain::learning) async fn forget(change: &Change, person: PersonId) -> Result<()> {
    date_wish::Entity::update_many()
        .col_expr(date_wish::Column::Note, Expr::value(""))
        .filter(date_wish::Column::AskedBy.eq(person))
        .exec(change.db())
        .await?;
    for column in [date_wish::Column::AskedBy, date_wish::Column::AnsweredBy] {
        date_wish::Entity::update_many()
            .col_expr(column, Expr::value(Option::<PersonId>::None))
            .filter(column.eq(person))
            .exec(change.db())
            .await?;
    }
    Ok(())
}
