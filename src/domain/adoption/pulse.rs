//! The pulse: once a period everybody who works here is asked about the four core values.
//!
//! Who was asked is known as long as one can answer; what was answered never leads to who it was
//! (`docs/decisions/0032-a-pulse-that-leads-to-nobody.md`). So an answer leaves no event, no time and no key under which a second
//! press would be remembered. What came of it is read in the ledger of closed periods and nowhere else.

pub mod answer;
mod base;
pub mod colleague;
pub mod keeping;
pub mod link;
pub mod many;
pub mod round;
pub mod sift;

use chrono::NaiveDate;
use entity::{adoption_period, id::*, pulse, pulse_answer};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Set,
};

use super::period::{self, Period};
use crate::domain::{
    answer_code,
    change::Change,
    error::{Error, Field, Refusal, Result, all_well, is_duplicate},
    event::Hearing,
};

pub use entity::pulse::Model as Pulse;

/// The best and the worst that one can say.
pub const SCORES: std::ops::RangeInclusive<i32> = 1..=5;
/// In how many days people can answer at least and at most: who is ill or away for a week is heard, and nobody is asked for months.
pub const LASTS: std::ops::RangeInclusive<i64> = 7..=42;
/// How many people at least work in a department to which an answer is counted. Of a smaller one it is counted to the nearest above.
pub const HEADCOUNT: u64 = 10;
/// So many are read or written at once: others wait no longer than a moment.
const SLICE: u64 = 1_000;

/// One score for each core value, in the order of [`entity::core_value::CoreValue::ALL`].
pub type Scores = [i32; 4];

/// Asks the pulse of a period, from the first day to the last, both included.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor publishes; [`Error::Missing`] for a period that is closed or being closed;
/// [`Refusal::NotPossibleNow`] when it has a pulse; fields `opens` and `closes`.
pub async fn ask(
    change: &Change,
    period: PeriodId,
    (opens_on, closes_on): (NaiveDate, NaiveDate),
) -> Result<PulseId> {
    if !change.actor.may_publish() {
        return Err(Error::Forbidden);
    }
    let open = period::find_open(change.db(), period).await?;
    let today = change.policy.day(change.now);
    fits(&open, (opens_on, closes_on), today)?;
    let id = PulseId::new();
    let row = pulse::ActiveModel {
        id: Set(id),
        period_id: Set(period),
        opens_on: Set(opens_on),
        closes_on: Set(closes_on),
        link_key: Set(answer_code::fresh_key()),
        invited: Set(0),
        answered: Set(0),
        counted: Set(0),
        sifted_on: Set(today),
        asked_on: Set(None),
        reminded_on: Set(None),
        closed_on: Set(None),
    };
    let twice = |error: DbErr| match is_duplicate(&error) {
        true => Error::from(Refusal::NotPossibleNow),
        false => error.into(),
    };
    pulse::Entity::insert(row).exec_without_returning(change.db()).await.map_err(twice)?;
    change.record(Hearing::PulseAsked { period }.into()).await?;
    Ok(id)
}

fn fits(period: &Period, (opens_on, closes_on): (NaiveDate, NaiveDate), today: NaiveDate) -> Result<()> {
    let mut wrong = Vec::new();
    if opens_on < today {
        wrong.push(Field::new("opens", "in-the-past"));
    } else if opens_on < period.begins_on || opens_on > period.ends_on {
        wrong.push(Field::new("opens", "outside-period"));
    }
    let days = (closes_on - opens_on).num_days() + 1;
    if !LASTS.contains(&days) {
        let lasts = Field::new("closes", "pulse-lasts").with("min", *LASTS.start());
        wrong.push(lasts.with("max", *LASTS.end()));
    } else if closes_on > period.ends_on {
        wrong.push(Field::new("closes", "outside-period"));
    }
    all_well(wrong)
}

/// Every pulse there was, with its period; the newest first.
///
/// # Errors
/// [`Error::Broken`].
pub async fn list(db: &impl ConnectionTrait) -> Result<Vec<(Pulse, Period)>> {
    let rows = pulse::Entity::find().find_also_related(adoption_period::Entity);
    let rows = rows.order_by_desc(pulse::Column::OpensOn).order_by_desc(pulse::Column::Id).all(db).await?;
    Ok(rows.into_iter().filter_map(|(pulse, period)| Some((pulse, period?))).collect())
}

/// The one that people can answer today, if there is one.
///
/// # Errors
/// [`Error::Broken`].
pub async fn running(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Option<Pulse>> {
    let open = pulse::Entity::find()
        .filter(pulse::Column::ClosedOn.is_null())
        .filter(pulse::Column::AskedOn.is_not_null())
        .filter(pulse::Column::ClosesOn.gte(today));
    Ok(open.order_by_asc(pulse::Column::OpensOn).one(db).await?)
}

/// The pulse of a period, if it was asked. A period can be closed when this is nothing or has `closed_on`.
///
/// # Errors
/// [`Error::Broken`].
pub async fn of_period(db: &impl ConnectionTrait, period: PeriodId) -> Result<Option<Pulse>> {
    Ok(pulse::Entity::find().filter(pulse::Column::PeriodId.eq(period)).one(db).await?)
}

/// What was answered in a period: the department to which it counts, and the scores in the order of
/// [`entity::core_value::CoreValue::ALL`]. In no order of time, and nothing as long as one can answer.
///
/// For the closing of a period alone: what it makes public goes through the ledger.
///
/// # Errors
/// [`Error::Broken`].
pub async fn answers(
    db: &impl ConnectionTrait,
    period: PeriodId,
) -> Result<Vec<(PulseAnswerId, DepartmentId, [u8; 4])>> {
    let Some(pulse) = of_period(db, period).await?.filter(|pulse| pulse.closed_on.is_some()) else {
        return Ok(Vec::new());
    };
    use pulse_answer::Column::{Connection, Craft, DepartmentId as Department, Id, Renewal, Trust};
    let rows: Vec<(PulseAnswerId, DepartmentId, i32, i32, i32, i32)> = pulse_answer::Entity::find()
        .select_only()
        .columns([Id, Department, Connection, Craft, Trust, Renewal])
        .filter(pulse_answer::Column::PulseId.eq(pulse.id))
        .order_by_asc(Id)
        .into_tuple()
        .all(db)
        .await?;
    let score = |score| u8::try_from(score).unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|(id, department, a, b, c, d)| (id, department, [a, b, c, d].map(score)))
        .collect())
}
