//! Call-back requests: when each was due by the opening days of the organisation, counted by day and department at once. The requests
//! themselves are never kept, and nothing of them is logged.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use entity::{call_back_day, id::*};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, Set};
use serde::{Deserialize, Serialize};

use super::{
    import::Places,
    period::Period,
    promise::{Origin, Promise},
    reading::{self, Figure, Given, ReadingWay},
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Measuring,
    people::import::{
        Remark,
        columns::{self, Names},
        read::{Row, Table},
    },
    policy::Policy,
    working_day::{Calendar, Kind},
};

const REFERENCE: Names = &["kenmerk", "referentie", "reference"];
const DEPARTMENT: Names = &["afdeling", "department"];
const RECEIVED: Names = &["ontvangen", "ontvangenop", "received", "receivedat"];
const HANDLED: Names = &["afgehandeld", "afgehandeldop", "handled", "handledat"];
/// The columns of a template, in order.
pub const COLUMNS: [&str; 4] = ["kenmerk", "afdeling", "ontvangen", "afgehandeld"];
/// Working days within which somebody is called back.
const WITHIN: u32 = 2;
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

/// What a file of requests comes to.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// In order of day.
    pub days: Vec<Day>,
    /// Requests that are not due yet: they count in a later file.
    pub to_come: usize,
    pub refused: Vec<Remark>,
}

/// Counts the requests of a file by the day on which they were due.
///
/// # Errors
/// Field `file` when a column is missing.
pub fn count(policy: &Policy, places: &Places, table: &Table, now: DateTime<Utc>) -> Result<Count> {
    for needed in [REFERENCE, DEPARTMENT, RECEIVED, HANDLED] {
        columns::require(table, needed)?;
    }
    let calendar = Calendar::new(policy.calendar.clone(), policy.zone);
    let today = policy.day(now);
    let mut seen = HashSet::new();
    let mut days: BTreeMap<(NaiveDate, Option<DepartmentId>), (i32, i32)> = BTreeMap::new();
    let mut count = Count::default();
    for row in &table.rows {
        let request = match request(policy, places, (table, row), now) {
            Ok(request) if seen.insert(request.reference.clone()) => request,
            Ok(_) => {
                count.refused.push(Remark::new(row.line, "reference-twice"));
                continue;
            }
            Err(remark) => {
                count.refused.push(remark);
                continue;
            }
        };
        match calendar.due(request.received, WITHIN, Kind::Service) {
            None => count.refused.push(Remark::new(row.line, "moment-malformed")),
            // Until the evening of the last day it can still be met.
            Some(due) if due >= today => count.to_come += 1,
            Some(due) => {
                let day = days.entry((due, request.department)).or_default();
                let met = request.handled.is_some_and(|at| policy.day(at) <= due);
                *day = (day.0 + 1, day.1 + i32::from(met));
            }
        }
    }
    let day = |((due_on, department), (due, met))| Day { department, due_on, due, met };
    count.days = days.into_iter().map(day).collect();
    Ok(count)
}

struct Request {
    reference: String,
    department: Option<DepartmentId>,
    received: DateTime<Utc>,
    handled: Option<DateTime<Utc>>,
}

fn request(
    policy: &Policy,
    places: &Places,
    (table, row): (&Table, &Row),
    now: DateTime<Utc>,
) -> std::result::Result<Request, Remark> {
    if row.overflows(table.header.len()) {
        return Err(Remark::new(row.line, "too-many-cells"));
    }
    let text = |names: Names| columns::find(table, names).map_or("", |at| row.cell(at));
    let refuse = |key| Err(Remark::new(row.line, key));
    let (reference, place) = (text(REFERENCE), text(DEPARTMENT));
    if reference.is_empty() {
        return refuse("no-reference");
    }
    let department = match (place, places.find(place)) {
        ("", _) => None,
        (_, Some(id)) => Some(id),
        (name, None) => return Err(Remark::new(row.line, "department-unknown").with("department", name)),
    };
    let Some(received) = moment(policy, text(RECEIVED)) else { return refuse("moment-malformed") };
    let handled = match text(HANDLED) {
        "" => None,
        text => Some(moment(policy, text)),
    };
    let handled = match handled {
        Some(None) => return refuse("moment-malformed"),
        Some(at) => at,
        None => None,
    };
    if received > now || handled.is_some_and(|at| at > now) {
        return refuse("in-the-future");
    }
    if handled.is_some_and(|at| policy.day(at) < policy.day(received)) {
        return refuse("handled-too-early");
    }
    Ok(Request { reference: reference.to_owned(), department, received, handled })
}

/// A moment as programs and spreadsheets write it, with a zone or as the clocks here show it; a day alone is its first moment.
fn moment(policy: &Policy, text: &str) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.to_utc());
    }
    let formats = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%d %H:%M",
        "%d-%m-%Y %H:%M:%S",
        "%d-%m-%Y %H:%M",
    ];
    let whole = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let day =
        || ["%Y-%m-%d", "%d-%m-%Y"].iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    let local = whole.or_else(|| Some(day()?.and_time(NaiveTime::MIN)))?;
    policy.zone.from_local_datetime(&local).earliest().map(|at| at.to_utc())
}

/// Keeps what was counted in the stead of what was there from the first day until the last, and computes the reading of every
/// period that is over and that these days lie in. Gives the periods that got another reading.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Refusal::NotPossibleNow`] for a promise that is not counted from call-backs;
/// field `file` without a day, or with days that cannot be.
pub async fn take_in(change: &Change, promise: &Promise, days: &[Day]) -> Result<usize> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    if promise.origin != Origin::CallBacks {
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
    replace(change, promise.id, (from, until), days).await?;
    let sum = |of: fn(&Day) -> i32| days.iter().map(|day| i64::from(of(day))).sum();
    let (due, met) = (sum(|day| day.due), sum(|day| day.met));
    let counted = Measuring::CallBacksCounted { promise: promise.id, from, until, due, met };
    change.record(counted.into()).await?;
    recount(change, promise, (from, until), days).await
}

/// The readings of the periods that are over and that these days lie in.
async fn recount(
    change: &Change,
    promise: &Promise,
    (from, until): (NaiveDate, NaiveDate),
    days: &[Day],
) -> Result<usize> {
    let today = change.policy.day(change.now);
    let first = Period::of(promise.every, from).begins_on;
    let last = Period::of(promise.every, until).ends_on();
    let touched: HashSet<_> =
        days.iter().map(|day| Period::of(promise.every, day.due_on).begins_on).collect();
    let sums = sums(change.db(), promise, (first, last)).await?;
    let over = sums
        .into_iter()
        .filter(|(period, _)| touched.contains(&period.begins_on) && period.ends_on() < today);
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
