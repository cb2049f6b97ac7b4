//! A missed promise opens an improvement: one for each period, at whoever answers for the promise.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, promise, promise_improvement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Set,
};

use super::{
    period::Period,
    promise::Promise,
    reading::{self, is_kept},
};
use crate::domain::{
    actor::Actor,
    change::Change,
    dialogue::improvement::{
        self, Improvement,
        raise::{self, Idea},
    },
    error::{Error, Refusal, Result},
    event::Measuring,
};

/// Opens the improvement of a period that was missed; the one that is there when there is one.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Error::Missing`] for a promise or a reading that there is not;
/// [`Refusal::NotPossibleNow`] for a period that was on target; fields `title` and `text`.
pub async fn open(
    change: &Change,
    promise: PromiseId,
    begins_on: NaiveDate,
    (title, text): (&str, &str),
) -> Result<ImprovementId> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    // Locked, so that two who press at once get the same.
    let row = promise::Entity::find_by_id(promise).lock_exclusive().one(change.db()).await?;
    let row = row.ok_or(Error::Missing("promise"))?;
    if let Some(there) =
        promise_improvement::Entity::find_by_id((promise, begins_on)).one(change.db()).await?
    {
        return Ok(there.improvement_id);
    }
    let reading = reading::of_period(change.db(), promise, begins_on).await?;
    let reading = reading.ok_or(Error::Missing("reading"))?;
    if is_kept(&row, &reading.row) {
        return Err(Refusal::NotPossibleNow.into());
    }
    let idea =
        Idea { department: row.department_id, title: title.into(), text: text.into(), ..Idea::default() };
    let improvement = raise::found(change, &idea).await?;
    let kept = promise_improvement::ActiveModel {
        promise_id: Set(promise),
        begins_on: Set(begins_on),
        improvement_id: Set(improvement),
    };
    promise_improvement::Entity::insert(kept).exec_without_returning(change.db()).await?;
    change.record(Measuring::PromiseMissed { promise, improvement, period: begins_on }.into()).await?;
    Ok(improvement)
}

/// The improvements that misses of a promise opened, by the first day of the period; nothing in the place of one that the actor may
/// not read yet.
///
/// # Errors
/// When the database fails.
pub async fn of_promise(
    db: &impl ConnectionTrait,
    actor: &Actor,
    promise: PromiseId,
    today: NaiveDate,
) -> Result<HashMap<NaiveDate, Option<Improvement>>> {
    let rows = promise_improvement::Entity::find()
        .filter(promise_improvement::Column::PromiseId.eq(promise))
        .order_by_desc(promise_improvement::Column::BeginsOn)
        .all(db)
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.improvement_id).collect();
    let seen = improvement::seen(db, actor, &ids, today).await?;
    let one = |id: ImprovementId| seen.iter().find(|row| row.id == id).cloned();
    Ok(rows.into_iter().map(|row| (row.begins_on, one(row.improvement_id))).collect())
}

/// The promise, and the period of it, whose miss opened an improvement.
///
/// # Errors
/// When the database fails.
pub async fn of_improvement(
    db: &impl ConnectionTrait,
    id: ImprovementId,
) -> Result<Option<(Promise, Period)>> {
    let row = promise_improvement::Entity::find()
        .filter(promise_improvement::Column::ImprovementId.eq(id))
        .find_also_related(promise::Entity)
        .one(db)
        .await?;
    Ok(row.and_then(|(row, promise)| {
        let promise = promise?;
        Some((promise.clone(), Period::of(promise.every, row.begins_on)))
    }))
}
