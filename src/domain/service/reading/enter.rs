//! Entering readings, one or many: the only way in, whether by form, file or program, or counted by the house.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, promise, reading, reading_figure};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Set, sea_query::Expr,
};

use super::{Beside, Reading, ReadingWay};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Measuring,
    service::{
        period::Period,
        promise::{Promise, PromiseUnit},
    },
};

/// What a note may be long, in characters.
pub const NOTE: usize = 400;
/// So many rows fit in one statement.
const AT_ONCE: usize = 500;
/// Nothing was measured before.
const FIRST_YEAR: i32 = 2000;
/// No figure is larger.
const MOST: f64 = 1_000_000.0;
const MOST_CASES: i32 = 100_000_000;

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// So many were met of so many that were due.
    Cases { met: i32, cases: i32 },
    /// In the unit of the promise; with how many cases or answers, where that is known.
    Value { value: f64, cases: Option<i32> },
}

/// A reading as somebody gives it.
#[derive(Clone, Debug)]
pub struct Given {
    pub promise: PromiseId,
    /// First day of the period.
    pub begins_on: NaiveDate,
    pub figure: Figure,
    pub beside: Vec<(Beside, f64)>,
    /// Why a period that has a reading gets another; else what there is to know, and it may be empty.
    pub note: String,
    pub way: ReadingWay,
}

impl Figure {
    /// The value that the figure stands for.
    #[must_use]
    pub fn value(self) -> f64 {
        match self {
            Self::Cases { met, cases } => f64::from(met) / f64::from(cases.max(1)),
            Self::Value { value, .. } => value,
        }
    }

    const fn cases(self) -> (Option<i32>, Option<i32>) {
        match self {
            Self::Cases { met, cases } => (Some(cases), Some(met)),
            Self::Value { cases, .. } => (cases, None),
        }
    }

    /// Whether a reading says just this.
    #[must_use]
    pub fn is_of(self, row: &Reading) -> bool {
        (row.value - self.value()).abs() < 1e-9 && (row.cases, row.met) == self.cases()
    }
}

/// Enters a reading. A period that has one already is corrected, and needs a reason.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Error::Missing`] for a promise that there is not; as [`checked`]; field `note`
/// for a correction without a reason.
pub async fn enter(change: &Change, given: &Given) -> Result<ReadingId> {
    let made = enter_all(change, std::slice::from_ref(given)).await?;
    made.first().copied().ok_or(Error::Missing("reading"))
}

/// As [`enter`], many at once; what says the same as before is left out, but for one that is entered alone.
///
/// # Errors
/// As [`enter`].
pub async fn enter_all(change: &Change, all: &[Given]) -> Result<Vec<ReadingId>> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    let today = change.policy.day(change.now);
    let promises = locked(change, all).await?;
    let before = standing(change, &promises).await?;
    let mut rows: Vec<(Reading, &Given, Option<ReadingId>)> = Vec::new();
    for given in all {
        let promise = promises.get(&given.promise).ok_or(Error::Missing("promise"))?;
        checked(promise, given, today)?;
        let old = before.get(&(given.promise, given.begins_on));
        if old.is_some_and(|old| given.way == ReadingWay::Counted && given.figure.is_of(old)) {
            continue;
        }
        if old.is_some() && given.note.trim().is_empty() && given.way != ReadingWay::Counted {
            return Err(Field::new("note", "reading-reason").into());
        }
        rows.push((row(change, (promise, old), given), given, old.map(|old| old.id)));
    }
    write(change, &rows).await?;
    Ok(rows.iter().map(|(row, ..)| row.id).collect())
}

/// The promises, locked, so that two who enter the same period follow each other.
async fn locked(change: &Change, all: &[Given]) -> Result<HashMap<PromiseId, Promise>> {
    let mut ids: Vec<_> = all.iter().map(|given| given.promise).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = promise::Entity::find().filter(promise::Column::Id.is_in(ids));
    let rows = rows.order_by_asc(promise::Column::Id).lock_exclusive().all(change.db()).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

async fn standing(
    change: &Change,
    promises: &HashMap<PromiseId, Promise>,
) -> Result<HashMap<(PromiseId, NaiveDate), Reading>> {
    let rows = reading::Entity::find()
        .filter(reading::Column::PromiseId.is_in(promises.keys().copied()))
        .filter(reading::Column::ReplacedAt.is_null())
        .all(change.db())
        .await?;
    Ok(rows.into_iter().map(|row| ((row.promise_id, row.begins_on), row)).collect())
}

fn row(change: &Change, (promise, old): (&Promise, Option<&Reading>), given: &Given) -> Reading {
    let (cases, met) = given.figure.cases();
    Reading {
        id: ReadingId::new(),
        promise_id: promise.id,
        begins_on: given.begins_on,
        value: given.figure.value(),
        target: target_of(promise, old),
        cases,
        met,
        way: given.way,
        note: given.note.trim().to_owned(),
        entered_by: change.actor.person.filter(|_| given.way != ReadingWay::Counted),
        entered_at: change.now,
        replaced_at: None,
    }
}

/// The target by which a period is judged: that of the reading which is corrected, else that of the promise as it is now.
#[must_use]
pub fn target_of(promise: &Promise, old: Option<&Reading>) -> f64 {
    old.map_or(promise.target, |old| old.target)
}

async fn write(change: &Change, rows: &[(Reading, &Given, Option<ReadingId>)]) -> Result<()> {
    let old: Vec<_> = rows.iter().filter_map(|(_, _, old)| *old).collect();
    for part in old.chunks(AT_ONCE) {
        reading::Entity::update_many()
            .col_expr(reading::Column::ReplacedAt, Expr::value(change.now))
            .filter(reading::Column::Id.is_in(part.iter().copied()))
            .exec(change.db())
            .await?;
    }
    for part in rows.chunks(AT_ONCE) {
        let rows = part.iter().map(|(row, ..)| row.clone().into_active_model().reset_all());
        reading::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
        let figures: Vec<_> = part.iter().flat_map(|(row, given, _)| figures(row.id, given)).collect();
        if !figures.is_empty() {
            reading_figure::Entity::insert_many(figures).exec_without_returning(change.db()).await?;
        }
        change.record_all(part.iter().map(|(row, _, old)| event(row, *old).into())).await?;
    }
    Ok(())
}

fn figures(id: ReadingId, given: &Given) -> impl Iterator<Item = reading_figure::ActiveModel> + '_ {
    given.beside.iter().map(move |(beside, value)| reading_figure::ActiveModel {
        reading_id: Set(id),
        code: Set(beside.code().to_owned()),
        value: Set(*value),
    })
}

fn event(row: &Reading, old: Option<ReadingId>) -> Measuring {
    let (promise, reading, period, way) = (row.promise_id, row.id, row.begins_on, row.way.code());
    match old {
        Some(before) => Measuring::ReadingCorrected { promise, reading, before, period, way },
        None => Measuring::ReadingEntered { promise, reading, period, way },
    }
}

/// Whether something can be a reading of this promise.
///
/// # Errors
/// Field `period` for a period that is no whole one of the promise, is not over, or lies before the year 2000; `value`, `met`,
/// `cases`, `note` and the codes of [`Beside`] for what cannot be.
pub fn checked(promise: &Promise, given: &Given, today: NaiveDate) -> Result<()> {
    use chrono::Datelike as _;
    let period = Period::of(promise.every, given.begins_on);
    let mut wrong = Vec::new();
    if period.begins_on != given.begins_on {
        wrong.push(Field::new("period", "period-not-whole"));
    } else if period.ends_on() >= today {
        wrong.push(Field::new("period", "period-not-over"));
    } else if given.begins_on.year() < FIRST_YEAR {
        wrong.push(Field::new("period", "period-too-old").with("first", FIRST_YEAR));
    }
    wrong.extend(figure(promise.unit, given.figure));
    for (beside, value) in &given.beside {
        let fits = Beside::of(promise.unit).contains(beside);
        let in_range =
            if beside.is_share() { (0.0..=1.0).contains(value) } else { (0.0..=MOST).contains(value) };
        if !fits || !in_range {
            wrong.push(Field::new(
                beside.code(),
                if beside.is_share() { "not-a-share" } else { "not-a-figure" },
            ));
        }
    }
    if given.note.trim().chars().count() > NOTE {
        wrong.push(Field::new("note", "too-long").with("max", NOTE));
    }
    all_well(wrong)
}

fn figure(unit: PromiseUnit, figure: Figure) -> Option<Field> {
    match figure {
        Figure::Cases { .. } if unit != PromiseUnit::Share => Some(Field::new("met", "not-for-this-unit")),
        Figure::Cases { cases, .. } if !(1..=MOST_CASES).contains(&cases) => {
            Some(Field::new("cases", "out-of-range").with("min", 1).with("max", MOST_CASES))
        }
        Figure::Cases { met, cases } if !(0..=cases).contains(&met) => {
            Some(Field::new("met", "out-of-range").with("min", 0).with("max", cases))
        }
        Figure::Value { cases: Some(cases), .. } if !(1..=MOST_CASES).contains(&cases) => {
            Some(Field::new("cases", "out-of-range").with("min", 1).with("max", MOST_CASES))
        }
        Figure::Cases { .. } => None,
        Figure::Value { value, .. } => value_of(unit, value).map(|key| Field::new("value", key)),
    }
}

fn value_of(unit: PromiseUnit, value: f64) -> Option<&'static str> {
    let (range, key) = match unit {
        PromiseUnit::Share => (0.0..=1.0, "not-a-share"),
        PromiseUnit::Grade => (1.0..=10.0, "not-a-grade"),
        PromiseUnit::Ratio | PromiseUnit::Count => (0.0..=MOST, "not-a-figure"),
    };
    if unit == PromiseUnit::Count && value.fract() != 0.0 {
        return Some("not-a-number");
    }
    (!range.contains(&value)).then_some(key)
}
