//! At night answers are written anew in the order of their random keys, so that they lie in no order of time, and how many there are
//! is counted for people.

use chrono::NaiveDate;
use entity::{id::*, pulse, pulse_answer as answer};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};

use super::SLICE;
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
};

/// Sifts all that was answered until the day began: all of it, so that nothing tells on which day it came. A slice a change.
///
/// # Errors
/// When the database fails.
pub async fn attend(house: &House) -> Result<()> {
    let (actor, today) = (Actor::house(), house.policy.day(house.now()));
    for id in unsifted(&house.db.reader, today).await? {
        let mut after = None;
        loop {
            after = house.write(&actor, |change| async move { sift(&change, id, after).await }).await?;
            if after.is_none() {
                break;
            }
        }
    }
    Ok(())
}

/// Open ones are looked at every day, also without answers, so that what is answered during a day is never sifted on that day.
async fn unsifted(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<PulseId>> {
    let asked = pulse::Column::AskedOn.is_not_null();
    Ok(pulse::Entity::find()
        .select_only()
        .column(pulse::Column::Id)
        .filter(Condition::all().add(asked).add(pulse::Column::ClosedOn.is_null()))
        .filter(pulse::Column::SiftedOn.lt(today))
        .into_tuple()
        .all(db)
        .await?)
}

/// Takes the next rows out and puts them back in the order of their keys. Returns the last as long as there may be more; with the
/// last slice people can see how many there are, until the next day.
///
/// # Errors
/// When the database fails.
pub async fn sift(
    change: &Change,
    id: PulseId,
    after: Option<PulseAnswerId>,
) -> Result<Option<PulseAnswerId>> {
    let mut rows = answer::Entity::find().filter(answer::Column::PulseId.eq(id));
    if let Some(after) = after {
        rows = rows.filter(answer::Column::Id.gt(after));
    }
    let rows = rows.order_by_asc(answer::Column::Id).limit(SLICE).all(change.db()).await?;
    let last = rows.last().map(|row| row.id).filter(|_| rows.len() as u64 == SLICE);
    if !rows.is_empty() {
        answer::Entity::delete_many()
            .filter(answer::Column::Id.is_in(rows.iter().map(|row| row.id)))
            .exec(change.db())
            .await?;
        let anew = rows.into_iter().map(|row| row.into_active_model().reset_all());
        answer::Entity::insert_many(anew).exec_without_returning(change.db()).await?;
    }
    if last.is_none() {
        let today = change.policy.day(change.now);
        pulse::Entity::update_many()
            .col_expr(pulse::Column::SiftedOn, Expr::value(today))
            .col_expr(pulse::Column::Counted, Expr::col(pulse::Column::Answered))
            .filter(pulse::Column::Id.eq(id))
            .filter(pulse::Column::SiftedOn.lt(today))
            .exec(change.db())
            .await?;
    }
    Ok(last)
}
