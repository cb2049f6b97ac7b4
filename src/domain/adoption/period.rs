//! The periods over which adoption is reported: the first is begun by hand, each next one follows when the one before is closed.

use chrono::{Datelike as _, Months, NaiveDate};
use entity::{adoption_period, id::*, placement, pulse};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::rule;
use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    event::Publishing,
    people::placement::on,
    task::Task,
};

pub use entity::adoption_period::{Grain, Model as Period};

/// From so many people on the usual period is half a year and not a year.
const LARGE: u64 = 600;

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

/// All periods, the newest first.
///
/// # Errors
/// [`Error::Broken`].
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Period>> {
    Ok(adoption_period::Entity::find().order_by_desc(adoption_period::Column::BeginsOn).all(db).await?)
}

/// How long a period is when nobody chose: a year in a small organisation, half a year in a larger one.
///
/// # Errors
/// [`Error::Broken`].
pub async fn usual_grain(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Grain> {
    let people = placement::Entity::find().filter(on(day)).count(db).await?;
    Ok(if people < LARGE { Grain::Year } else { Grain::HalfYear })
}

/// The first day of the quarter, half-year or year in which this day lies.
#[must_use]
pub fn first_day(grain: Grain, day: NaiveDate) -> NaiveDate {
    let months = months(grain);
    let month = day.month0() / months * months;
    day.with_day(1).and_then(|first| first.with_month0(month)).unwrap_or(day)
}

const fn months(grain: Grain) -> u32 {
    match grain {
        Grain::Quarter => 3,
        Grain::HalfYear => 6,
        Grain::Year => 12,
    }
}

/// The last day of a period that begins on this day.
fn last_day(grain: Grain, begins_on: NaiveDate) -> NaiveDate {
    let next = begins_on.checked_add_months(Months::new(months(grain)));
    next.and_then(|next| next.pred_opt()).unwrap_or(begins_on)
}

/// Begins the first period, on the first day of the quarter, half-year or year in which `day` lies.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor publishes; [`Refusal::NotPossibleNow`] when there is one.
pub async fn begin(change: &Change, day: NaiveDate) -> Result<PeriodId> {
    let grain = grain(change).await?;
    begin_on(change, grain, first_day(grain, day)).await
}

/// As [`begin`], from this day on, whatever the calendar says.
///
/// # Errors
/// As [`begin`].
pub async fn begin_on(change: &Change, grain: Grain, first: NaiveDate) -> Result<PeriodId> {
    if !change.actor.may_publish() {
        return Err(Error::Forbidden);
    }
    if adoption_period::Entity::find().count(change.db()).await? > 0 {
        return Err(Refusal::NotPossibleNow.into());
    }
    add(change, grain, first).await
}

/// The period that follows on one that was closed.
pub(super) async fn follow(change: &Change, before: &Period) -> Result<()> {
    let next = before.ends_on.succ_opt().unwrap_or(before.ends_on);
    let known = adoption_period::Entity::find().filter(adoption_period::Column::BeginsOn.gte(next));
    if known.count(change.db()).await? == 0 {
        add(change, grain(change).await?, next).await?;
    }
    Ok(())
}

async fn grain(change: &Change) -> Result<Grain> {
    match rule::now(change.db()).await?.grain {
        Some(chosen) => Ok(chosen),
        None => usual_grain(change.db(), change.policy.day(change.now)).await,
    }
}

async fn add(change: &Change, grain: Grain, begins_on: NaiveDate) -> Result<PeriodId> {
    let rules = rule::now(change.db()).await?;
    let row = adoption_period::Model {
        id: PeriodId::new(),
        grain,
        begins_on,
        ends_on: last_day(grain, begins_on),
        closing_at: None,
        done: 0,
        total: 0,
        closed_at: None,
        closed_by: None,
        people: rules.people,
        people_public: rules.people_public,
        headcount: rules.headcount,
    };
    let id = row.id;
    let row = row.into_active_model().reset_all();
    adoption_period::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Publishing::PeriodBegun { period: id, grain: grain.code() }.into()).await?;
    Ok(id)
}

/// Has the figures of a period made, with the thresholds that hold now. The worker does it; what comes in from now on counts in the
/// next period.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor publishes; [`Error::Missing`]; [`Refusal::PeriodNotOver`] until the day after its last;
/// [`Refusal::PulseOpen`] as long as people can answer; [`Refusal::NotPossibleNow`] when it was closed or is being closed.
pub async fn close(change: &Change, id: PeriodId) -> Result<()> {
    if !change.actor.may_publish() {
        return Err(Error::Forbidden);
    }
    let found = adoption_period::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let period = found.ok_or(Error::Missing("adoption_period"))?;
    if period.closing_at.is_some() || period.closed_at.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    if change.policy.day(change.now) <= period.ends_on {
        return Err(Refusal::PeriodNotOver.into());
    }
    let open = pulse::Entity::find().filter(pulse::Column::PeriodId.eq(id));
    if open.filter(pulse::Column::ClosedOn.is_null()).count(change.db()).await? > 0 {
        return Err(Refusal::PulseOpen.into());
    }
    let rules = rule::now(change.db()).await?;
    let mut row = period.into_active_model();
    row.closing_at = Set(Some(change.now));
    row.closed_by = Set(change.actor.person);
    row.people = Set(rules.people);
    row.people_public = Set(rules.people_public);
    row.headcount = Set(rules.headcount);
    row.update(change.db()).await?;
    change.later_at(Task::Closing { period: id }, change.now, format!("closing:{id}")).await?;
    change.record(Publishing::PeriodClosing { period: id }.into()).await
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
