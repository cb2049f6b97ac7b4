//! The periods over which adoption is reported.

use chrono::NaiveDate;
use entity::{adoption_period, id::*};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set};

use crate::domain::{
    change::Change,
    error::{Error, Result},
};

pub use entity::adoption_period::{Grain, Model as Period};

/// The periods whose figures can be read, the newest first.
///
/// # Errors
/// [`Error::Broken`].
pub async fn closed(db: &impl ConnectionTrait) -> Result<Vec<Period>> {
    Ok(adoption_period::Entity::find()
        .filter(adoption_period::Column::ClosedAt.is_not_null())
        .order_by_desc(adoption_period::Column::BeginsOn)
        .all(db)
        .await?)
}

/// One of them.
///
/// # Errors
/// [`Error::Missing`] as long as it is not closed; [`Error::Broken`].
pub async fn find_closed(db: &impl ConnectionTrait, id: PeriodId) -> Result<Period> {
    let period = adoption_period::Entity::find_by_id(id).one(db).await?;
    period.filter(|period| period.closed_at.is_some()).ok_or(Error::Missing("adoption_period"))
}

/// Begins a period.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor publishes; [`Error::Broken`] when one begins on that day already.
pub async fn begin(change: &Change, grain: Grain, (from, until): (NaiveDate, NaiveDate)) -> Result<PeriodId> {
    if !change.actor.may_publish() {
        return Err(Error::Forbidden);
    }
    let id = PeriodId::new();
    let row = adoption_period::ActiveModel {
        id: Set(id),
        grain: Set(grain),
        begins_on: Set(from),
        ends_on: Set(until),
        closing_at: Set(None),
        done: Set(0),
        total: Set(0),
        closed_at: Set(None),
        closed_by: Set(None),
        people: Set(0),
        people_public: Set(0),
        headcount: Set(0),
    };
    adoption_period::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(id)
}

/// The periods to which something can still be added, the oldest first.
///
/// # Errors
/// [`Error::Broken`].
pub async fn open(db: &impl ConnectionTrait) -> Result<Vec<Period>> {
    let open = adoption_period::Entity::find().filter(adoption_period::Column::ClosingAt.is_null());
    let open = open.filter(adoption_period::Column::ClosedAt.is_null());
    Ok(open.order_by_asc(adoption_period::Column::BeginsOn).all(db).await?)
}

/// One of them.
///
/// # Errors
/// [`Error::Missing`] once it is closed or being closed; [`Error::Broken`].
pub async fn find_open(db: &impl ConnectionTrait, id: PeriodId) -> Result<Period> {
    let period = adoption_period::Entity::find_by_id(id).one(db).await?;
    let open = period.filter(|period| period.closing_at.is_none() && period.closed_at.is_none());
    open.ok_or(Error::Missing("adoption_period"))
}
