//! 11: what became of promises to residents, and how many were kept. What was due and not done counts as missed. Of a promise about
//! call-backs each department has its own figure too, and its own chart by month. What is said of a share against before is what its
//! control chart says. A promise about grades is told as a grade, since people gave it.

use std::collections::{BTreeMap, HashMap};

use chrono::Months;
use entity::{
    call_back_day as day,
    id::*,
    promise::{self, PromiseUnit},
    reading,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};

use super::Scope;
use crate::domain::{
    adoption::{
        ledger::{Draft, Figure, Indicator, Trend, Work},
        statistics::Share,
    },
    error::Result,
    service::{chart, promise::keeps},
};

/// Of fewer cases no share is shown.
const CASES: f64 = 20.0;
/// So far back a department's own chart of call-backs goes: as many points as a chart is made of.
#[expect(clippy::cast_possible_truncation, reason = "36")]
const MONTHS: u32 = chart::POINTS as u32;

/// What came in of one promise.
#[derive(Default)]
struct Measured {
    part: f64,
    of: f64,
    /// In the unit of the promise, the newest last.
    values: Vec<f64>,
    /// The target that the newest was measured against.
    target: f64,
    /// What was met of how many cases, also before the period; nothing where only the value is known.
    points: Vec<Option<(i32, i32)>>,
}

impl Measured {
    fn take(&mut self, row: &reading::Model) {
        self.target = row.target;
        self.part += f64::from(row.met.unwrap_or_default());
        self.of += f64::from(row.cases.unwrap_or_default());
        self.values.push(row.value);
    }

    /// A month of call-backs that were due, in the period or before it.
    #[expect(clippy::cast_possible_truncation, reason = "there are not so many cases")]
    fn count(&mut self, month: Share, in_period: bool) {
        self.points.push(Some((month.part as i32, month.of as i32)));
        if in_period {
            self.part += month.part;
            self.of += month.of;
            self.values.push(month.value());
        }
    }

    /// Whether points of the period lie outside the limits of the chart, all on one side.
    fn trend(&self) -> Trend {
        let from = self.points.len().saturating_sub(chart::POINTS);
        let points: Option<Vec<_>> = self.points.iter().skip(from).copied().collect();
        let Some(points) = points.filter(|points| points.len() >= chart::LEAST) else {
            return Trend::TooLittle;
        };
        // Without limits everything was met all the time, or nothing was.
        let Some(limits) = chart::limits(&points) else { return Trend::NoDifference };
        let new = self.values.iter().rev().zip(limits.bounds.iter().rev());
        let (mut above, mut below) = (false, false);
        for (value, (low, high)) in new {
            above |= value > high;
            below |= value < low;
        }
        match (above, below) {
            (true, false) => Trend::Higher,
            (false, true) => Trend::Lower,
            _ => Trend::NoDifference,
        }
    }
}

/// Every promise, and how many of those that were measured were kept.
pub(super) async fn add<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    let promises = promise::Entity::find().order_by_asc(promise::Column::Code).all(scope.db).await?;
    let measured = measured(scope).await?;
    let call_backs = call_backs(scope).await?;
    let (mut kept, mut all) = (0.0, 0.0);
    for one in &promises {
        let at = one.department_id.map_or(0, |department| scope.units.at(department));
        let figure = measured.get(&one.id).and_then(|measured| figure(one, measured));
        if let Some(units) = call_backs.get(&one.id) {
            below(scope, draft, (one, at), units);
        }
        let value = match (one.unit, figure) {
            (PromiseUnit::Grade, _) => {
                let grade = draft.find(scope.units.nodes[0].id, Indicator::Grade, "");
                // Only what is certainly above it.
                grade.and_then(|grade| grade.interval).map(|(low, _)| low)
            }
            (_, Some((value, figure))) => {
                draft.counted(scope.units, at, (Work::Promise, &one.code), &figure);
                Some(value)
            }
            (_, None) => None,
        };
        let Some(value) = value else { continue };
        all += 1.0;
        // The target of its time; one that is counted from grades may have no reading.
        let target = measured.get(&one.id).map_or(one.target, |measured| measured.target);
        kept += f64::from(u8::from(keeps(one.direction, value, target)));
    }
    if all > 0.0 {
        draft.counted(scope.units, 0, (Work::PromisesKept, ""), &Figure::number(kept, Some(all)));
    }
    Ok(())
}

fn figure(promise: &promise::Model, measured: &Measured) -> Option<(f64, Figure)> {
    match promise.unit {
        PromiseUnit::Share => {
            let share = Share::new(measured.part, measured.of);
            (share.of >= CASES).then(|| (share.value(), Figure::cases(share).charted(measured.trend())))
        }
        PromiseUnit::Ratio => {
            let value = chart::median(&measured.values)?;
            Some((value, Figure::number((value * 100.0).round() / 100.0, None)))
        }
        PromiseUnit::Count => measured.values.last().map(|value| (*value, Figure::number(*value, None))),
        PromiseUnit::Grade => None,
    }
}

/// The share of every unit but the one that answers for the promise, which the readings tell.
fn below<C>(
    scope: &Scope<'_, C>,
    draft: &mut Draft,
    (promise, at): (&promise::Model, usize),
    units: &[Measured],
) {
    for (unit, measured) in units.iter().enumerate().filter(|(_, measured)| measured.of >= CASES) {
        if unit != at && scope.units.nodes[unit].headcount >= draft.headcount {
            let share = Share::new(measured.part, measured.of);
            let figure = Figure::cases(share).charted(measured.trend());
            draft.counted(scope.units, unit, (Work::Promise, &promise.code), &figure);
        }
    }
}

async fn measured<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<HashMap<PromiseId, Measured>> {
    let rows = reading::Entity::find()
        .filter(reading::Column::ReplacedAt.is_null())
        .filter(reading::Column::BeginsOn.lte(scope.period.ends_on))
        .order_by_asc(reading::Column::BeginsOn)
        .all(scope.db)
        .await?;
    let mut found: HashMap<_, Measured> = HashMap::new();
    for row in rows {
        let one = found.entry(row.promise_id).or_default();
        one.points.push(row.met.zip(row.cases));
        if row.begins_on >= scope.period.begins_on {
            one.take(&row);
        }
    }
    found.retain(|_, one| !one.values.is_empty());
    Ok(found)
}

/// Of each promise about call-backs what became of them in every unit, with all below it, month by month.
async fn call_backs<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<BTreeMap<PromiseId, Vec<Measured>>> {
    use day::Column as Of;
    type Row = (PromiseId, Option<DepartmentId>, String, Option<i64>, Option<i64>);
    // Both databases write a day as 2026-05-31.
    let month = || Expr::cust("SUBSTR(CAST(due_on AS TEXT), 1, 7)");
    let first = scope.period.ends_on - Months::new(MONTHS);
    let rows: Vec<Row> = day::Entity::find()
        .select_only()
        .columns([Of::PromiseId, Of::DepartmentId])
        .column_as(month(), "month")
        .column_as(Of::Met.sum(), "met")
        .column_as(Of::Due.sum(), "due")
        .filter(Of::DueOn.gt(first).and(Of::DueOn.lte(scope.period.ends_on)))
        .group_by(Of::PromiseId)
        .group_by(Of::DepartmentId)
        .group_by(month())
        .into_tuple()
        .all(scope.db)
        .await?;
    let mut months: BTreeMap<_, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
    for (promise, department, month, met, due) in rows {
        let at = department.map_or(0, |department| scope.units.at(department));
        let (part, of) = months.entry((promise, month)).or_insert_with(|| (scope.none(), scope.none()));
        part[at] += number(met);
        of[at] += number(due);
    }
    let begins = scope.period.begins_on.format("%Y-%m").to_string();
    let mut found: BTreeMap<_, Vec<Measured>> = BTreeMap::new();
    for ((promise, month), (part, of)) in months {
        let units = found.entry(promise).or_default();
        units.resize_with(scope.units.nodes.len(), Measured::default);
        let shares = scope.shares(&part, &of);
        for (unit, share) in units.iter_mut().zip(shares).filter(|(_, share)| share.of > 0.0) {
            unit.count(share, month >= begins);
        }
    }
    Ok(found)
}

#[expect(clippy::cast_precision_loss, reason = "there are not so many cases")]
fn number(count: Option<i64>) -> f64 {
    count.unwrap_or_default() as f64
}
