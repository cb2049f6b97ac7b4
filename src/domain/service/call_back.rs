//! Call-back requests: when each was due by the opening days of the organisation, counted by day and department at once. The requests
//! themselves are never kept, and nothing of them is logged.

mod file;
mod tally;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use entity::{call_back_day, id::*};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, Set};
use serde::{Deserialize, Serialize};

use super::{
    period::Period,
    promise::{Every, Origin, Promise},
    reading::{self, Figure, Given, ReadingWay},
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Measuring,
};

pub use file::{COLUMNS, Count, count};
pub use tally::{Request, Tally};

/// So many rows fit in one statement.
const AT_ONCE: usize = 500;

/// Requests that were due on one day at one department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Nothing: of no department that the house knows.
    #[serde(rename = "o")]
    pub department: Option<DepartmentId>,
    #[serde(rename = "d")]
    pub due_on: NaiveDate,
    #[serde(rename = "n")]
    pub due: i32,
    #[serde(rename = "m")]
    pub met: i32,
}

/// Where a count comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Somebody read a file.
    File,
    /// The house asked by itself: what somebody entered stays.
    OpenKlant,
}

impl Source {
    const fn code(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::OpenKlant => Origin::OpenKlant.code(),
        }
    }
}

/// The days that a pull counts anew: from the first day of last month until yesterday. What is missed on the evening of its last day
/// stays missed, so these days change only by what was put right in Open Klant afterwards; for that there is a month or more. What was
/// counted of the days before stays.
#[must_use]
pub fn window(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (Period::of(Every::Month, today).before().begins_on, today.pred_opt().unwrap_or(today))
}

/// Whether these days may come by file: the next pull would replace what Open Klant counts itself.
///
/// # Errors
/// Field `file`.
pub fn may_come_by_file(promise: &Promise, days: &[Day], today: NaiveDate) -> Result<()> {
    let (from, _) = window(today);
    if promise.origin == Origin::OpenKlant && days.iter().any(|day| day.due_on >= from) {
        return Err(Field::new("file", "days-of-open-klant").into());
    }
    Ok(())
}

/// Keeps what was counted in a file in the stead of what was there from the first day until the last, and computes the reading of
/// every period that is over and that these days lie in. Gives the periods that got another reading.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Refusal::NotPossibleNow`] for a promise that is not counted from call-backs;
/// field `file` without a day, with days that cannot be, or as [`may_come_by_file`].
pub async fn take_in(change: &Change, promise: &Promise, days: &[Day]) -> Result<usize> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    if !promise.origin.counts_call_backs() {
        return Err(Refusal::NotPossibleNow.into());
    }
    let today = change.policy.day(change.now);
    let can_be = |day: &Day| day.due_on < today && day.due > 0 && (0..=day.due).contains(&day.met);
    let (Some(from), Some(until)) =
        (days.iter().map(|day| day.due_on).min(), days.iter().map(|day| day.due_on).max())
    else {
        return Err(Field::new("file", "no-call-backs").into());
    };
    if !days.iter().all(can_be) {
        return Err(Field::new("file", "no-call-backs").into());
    }
    may_come_by_file(promise, days, today)?;
    keep(change, promise, (from, until), days, Source::File).await
}

/// Keeps what was counted in the stead of what was there for a span of days, whatever it came from.
pub(super) async fn keep(
    change: &Change,
    promise: &Promise,
    (from, until): (NaiveDate, NaiveDate),
    days: &[Day],
    source: Source,
) -> Result<usize> {
    replace(change, promise.id, (from, until), days).await?;
    let sum = |of: fn(&Day) -> i32| days.iter().map(|day| i64::from(of(day))).sum();
    let (due, met) = (sum(|day| day.due), sum(|day| day.met));
    let (id, code) = (promise.id, source.code());
    let counted = Measuring::CallBacksCounted { promise: id, from, until, due, met, source: code };
    change.record(counted.into()).await?;
    recount(change, promise, days, source).await
}

/// The readings of the periods that are over and that these days lie in.
async fn recount(change: &Change, promise: &Promise, days: &[Day], source: Source) -> Result<usize> {
    let today = change.policy.day(change.now);
    let touched: BTreeSet<_> = days.iter().map(|day| Period::of(promise.every, day.due_on)).collect();
    let (Some(first), Some(last)) = (touched.first(), touched.last()) else { return Ok(0) };
    let sums = sums(change.db(), promise, (first.begins_on, last.ends_on())).await?;
    let by_hand = match source {
        Source::File => HashSet::new(),
        Source::OpenKlant => reading::entered_by_hand(change.db(), promise.id).await?,
    };
    let over = sums.into_iter().filter(|(period, _)| {
        touched.contains(period) && period.ends_on() < today && !by_hand.contains(&period.begins_on)
    });
    let given: Vec<_> = over
        .map(|(period, (met, cases))| Given {
            promise: promise.id,
            begins_on: period.begins_on,
            figure: Figure::Cases { met, cases },
            beside: Vec::new(),
            note: String::new(),
            way: ReadingWay::Counted,
        })
        .collect();
    Ok(reading::enter_all(change, &given).await?.len())
}

async fn replace(
    change: &Change,
    promise: PromiseId,
    (from, until): (NaiveDate, NaiveDate),
    days: &[Day],
) -> Result<()> {
    call_back_day::Entity::delete_many()
        .filter(call_back_day::Column::PromiseId.eq(promise))
        .filter(call_back_day::Column::DueOn.between(from, until))
        .exec(change.db())
        .await?;
    for part in days.chunks(AT_ONCE) {
        let rows = part.iter().map(|day| call_back_day::ActiveModel {
            id: Set(CallBackDayId::new()),
            promise_id: Set(promise),
            department_id: Set(day.department),
            due_on: Set(day.due_on),
            due: Set(day.due),
            met: Set(day.met),
        });
        call_back_day::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// What was met and what was due in each period from one day until another.
///
/// # Errors
/// When the database fails.
pub async fn sums(
    db: &impl ConnectionTrait,
    promise: &Promise,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<BTreeMap<Period, (i32, i32)>> {
    use call_back_day::Column::{Due, DueOn, Met, PromiseId as Of};
    let rows: Vec<(NaiveDate, i32, i32)> = call_back_day::Entity::find()
        .select_only()
        .columns([DueOn, Due, Met])
        .filter(Of.eq(promise.id))
        .filter(DueOn.between(from, until))
        .into_tuple()
        .all(db)
        .await?;
    let mut sums: BTreeMap<Period, (i32, i32)> = BTreeMap::new();
    for (day, due, met) in rows {
        let sum = sums.entry(Period::of(promise.every, day)).or_default();
        *sum = (sum.0 + met, sum.1 + due);
    }
    Ok(sums)
}
