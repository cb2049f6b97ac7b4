//! What adoption holds of somebody, and what of it goes when they are erased. What is published is of nobody, and stays.

use entity::{adoption_period as period, adoption_rule as rule, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known},
};

/// Which periods they closed, and which thresholds they set.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Holding>> {
    let closed = period::Entity::find().filter(period::Column::ClosedBy.eq(person));
    let closed = closed.order_by_asc(period::Column::BeginsOn).all(db).await?;
    let set = rule::Entity::find().filter(rule::Column::SetBy.eq(person));
    let set = set.order_by_asc(rule::Column::SetAt).all(db).await?;
    Ok(vec![
        Holding::new("periods", closed, |row| {
            let known = Known::default().with("from", row.begins_on).with("until", row.ends_on);
            known.with("closedAt", row.closing_at)
        }),
        Holding::new("thresholds", set, |row| {
            Known::default().with("threshold", row.name).with("value", row.value).with("setAt", row.set_at)
        }),
    ])
}

/// Their name goes; what they closed and set stays.
///
/// # Errors
/// When the database fails.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    let nobody = Option::<PersonId>::None;
    period::Entity::update_many()
        .col_expr(period::Column::ClosedBy, Expr::value(nobody))
        .filter(period::Column::ClosedBy.eq(person))
        .exec(change.db())
        .await?;
    rule::Entity::update_many()
        .col_expr(rule::Column::SetBy, Expr::value(nobody))
        .filter(rule::Column::SetBy.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
