//! What promises came to over some span of days: used when a period of adoption is closed.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, promise, reading};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};

use super::{Promise, PromiseUnit, Reading, keeps};
use crate::domain::{error::Result, service::period::Period};

/// What one promise came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub promise: PromiseId,
    pub code: String,
    /// Nothing: the whole organisation.
    pub department: Option<DepartmentId>,
    pub unit: PromiseUnit,
    /// A share from 0 to 1, or in the unit of the promise.
    pub value: f64,
    /// As it was in the last of the periods.
    pub target: f64,
    /// Of a share: what was on time, and all that was due. Of a mean grade `cases` are answers. Nothing when a reading of the span
    /// does not tell.
    pub met: Option<i64>,
    pub cases: Option<i64>,
    pub kept: bool,
}

/// What each promise came to over the whole periods that lie from one day until another, that day included; by code. A promise
/// without a reading in them is left out, and one that was retired before them.
///
/// Shares: all that was met of all that was due; where a reading tells no cases, and for ratios and grades, the mean of the readings,
/// weighed by their cases where all tell them. Counts: the last reading.
///
/// # Errors
/// When the database fails.
pub async fn results(db: &impl ConnectionTrait, from: NaiveDate, until: NaiveDate) -> Result<Vec<Outcome>> {
    let lived =
        Condition::any().add(promise::Column::RetiredOn.is_null()).add(promise::Column::RetiredOn.gt(from));
    let promises = promise::Entity::find().filter(lived).order_by_asc(promise::Column::Code).all(db).await?;
    let rows = reading::Entity::find()
        .filter(reading::Column::ReplacedAt.is_null())
        .filter(reading::Column::BeginsOn.between(from, until))
        .order_by_asc(reading::Column::BeginsOn)
        .all(db)
        .await?;
    let mut of: HashMap<PromiseId, Vec<Reading>> = HashMap::new();
    rows.into_iter().for_each(|row| of.entry(row.promise_id).or_default().push(row));
    let outcome = |promise: Promise| {
        let mut rows = of.remove(&promise.id)?;
        rows.retain(|row| Period::of(promise.every, row.begins_on).ends_on() <= until);
        outcome(&promise, &rows)
    };
    Ok(promises.into_iter().filter_map(outcome).collect())
}

fn outcome(promise: &Promise, rows: &[Reading]) -> Option<Outcome> {
    let last = rows.last()?;
    let sum =
        |of: fn(&Reading) -> Option<i32>| rows.iter().map(|row| of(row).map(i64::from)).sum::<Option<i64>>();
    let (cases, met) = (sum(|row| row.cases).filter(|cases| *cases > 0), sum(|row| row.met));
    let mean = |weight: &dyn Fn(&Reading) -> f64| {
        let all: f64 = rows.iter().map(weight).sum();
        rows.iter().map(|row| row.value * weight(row)).sum::<f64>() / all
    };
    let value = match (promise.unit, met, cases) {
        (PromiseUnit::Count, ..) => last.value,
        (PromiseUnit::Share, Some(met), Some(cases)) => met as f64 / cases as f64,
        (_, _, Some(_)) => mean(&|row| f64::from(row.cases.unwrap_or_default())),
        (_, _, None) => mean(&|_| 1.0),
    };
    Some(Outcome {
        promise: promise.id,
        code: promise.code.clone(),
        department: promise.department_id,
        unit: promise.unit,
        value,
        target: last.target,
        met: met.filter(|_| promise.unit == PromiseUnit::Share),
        cases: cases.filter(|_| promise.unit != PromiseUnit::Count),
        kept: keeps(promise.direction, value, last.target),
    })
}
