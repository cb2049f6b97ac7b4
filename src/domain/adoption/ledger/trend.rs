//! What may be said against the period before: one of four words, by the rule of the indicator.

use std::collections::HashMap;

use entity::{adoption_cell as cell, adoption_period, adoption_unit, id::*};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{Draft, Indicator, Level, Trend, UnitKind};
use crate::domain::{
    adoption::{
        period::Period,
        statistics::{Difference, Mean, Share, discoveries},
        unit::Units,
    },
    error::Result,
};

/// At most so much of what is called a difference between departments may be none.
const FALSE_PART: f64 = 0.1;
/// A value has to differ by so much before it is said of the organisation, and of a department.
const POINTS: (f64, f64) = (0.05, 0.1);
/// What is left of a rounding.
const HAIR: f64 = 1e-9;

/// Which figure: of the same department, the whole organisation without one.
type Key = (Option<DepartmentId>, Indicator, String, Level);

/// The figures of the period before; nothing when there was none.
#[derive(Debug, Default)]
pub struct Before(Option<HashMap<Key, cell::Model>>);

impl Before {
    /// Those of the last period that was closed before this one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(db: &impl ConnectionTrait, period: &Period) -> Result<Self> {
        let last = adoption_period::Entity::find()
            .filter(adoption_period::Column::ClosedAt.is_not_null())
            .filter(adoption_period::Column::BeginsOn.lt(period.begins_on))
            .order_by_desc(adoption_period::Column::BeginsOn)
            .one(db)
            .await?;
        let Some(last) = last else { return Ok(Self(None)) };
        let units = adoption_unit::Entity::find().filter(adoption_unit::Column::PeriodId.eq(last.id)).all(db);
        // What is put together differs from period to period.
        let units = units.await?.into_iter().filter(|unit| unit.kind != UnitKind::Rest);
        let department =
            |unit: &adoption_unit::Model| unit.department_id.filter(|_| unit.parent_id.is_some());
        let units: HashMap<_, _> = units.map(|unit| (unit.id, department(&unit))).collect();
        let cells = cell::Entity::find().filter(cell::Column::PeriodId.eq(last.id)).all(db).await?;
        let key = |one: cell::Model| {
            let unit = units.get(&one.unit_id)?;
            Some(((*unit, one.indicator, one.subject.clone(), one.level), one))
        };
        Ok(Self(Some(cells.into_iter().filter_map(key).collect())))
    }

    /// What was published.
    #[must_use]
    pub fn value(&self, unit: Option<DepartmentId>, indicator: Indicator, subject: &str) -> Option<f64> {
        Some(self.cell(unit, indicator, subject)?.value)
    }

    /// The lower end of its interval.
    #[must_use]
    pub fn low(&self, unit: Option<DepartmentId>, indicator: Indicator, subject: &str) -> Option<f64> {
        self.cell(unit, indicator, subject)?.low
    }

    fn cell(&self, unit: Option<DepartmentId>, indicator: Indicator, subject: &str) -> Option<&cell::Model> {
        self.0.as_ref()?.get(&(unit, indicator, subject.to_owned(), Level::Internal))
    }
}

/// How an indicator is compared.
enum Test {
    /// A count: nothing is said.
    None,
    /// A control chart, which has more to go by than two periods: it has its word.
    Chart,
    /// Values: the interval of the difference, many departments at once, and large enough to matter.
    Values,
    /// The interval of the difference.
    Difference,
    /// Two means.
    Means,
}

const fn test(indicator: Indicator) -> Test {
    use Indicator as I;
    match indicator {
        I::ValueConnection | I::ValueCraft | I::ValueTrust | I::ValueRenewal => Test::Values,
        I::VoteConnection | I::VoteCraft | I::VoteTrust | I::VoteRenewal => Test::Values,
        I::OnTime | I::Answered | I::Useful | I::Applied | I::GradeHigh | I::GradeLow => Test::Difference,
        I::Grade => Test::Means,
        I::Reach | I::TeamCoverage | I::ThemeSpread | I::TrainingReach | I::Assigned => Test::None,
        I::PromisesKept | I::OilStain => Test::None,
        I::Promise => Test::Chart,
    }
}

/// Gives every figure its word.
pub fn compare(draft: &mut Draft, units: &Units, before: &Before) {
    let Some(before) = &before.0 else { return };
    let nodes: HashMap<_, _> = units.nodes.iter().map(|node| (node.id, node)).collect();
    // Departments are looked at together, a value at a time.
    let mut together: HashMap<(Indicator, Level, UnitKind), Vec<(usize, Difference)>> = HashMap::new();
    for (at, now) in draft.cells.iter_mut().enumerate() {
        let Some(node) = nodes.get(&now.unit_id).filter(|node| node.kind != UnitKind::Rest) else { continue };
        let department = node.department.filter(|_| node.parent.is_some());
        let then = before.get(&(department, now.indicator, now.subject.clone(), now.level));
        now.trend = match (test(now.indicator), then) {
            (Test::None, _) => None,
            (Test::Chart, _) => now.trend,
            (_, None) => Some(Trend::TooLittle),
            (Test::Means, Some(then)) => Some(means(now, then)),
            (Test::Difference, Some(then)) => {
                let difference = Difference::new(made_of(now), made_of(then));
                Some(word(difference.is_demonstrable(), difference.value()))
            }
            (Test::Values, Some(then)) => {
                let difference = Difference::new(made_of(now), made_of(then));
                if node.kind == UnitKind::Organisation {
                    let large = difference.value().abs() + HAIR >= POINTS.0;
                    Some(word(difference.is_demonstrable() && large, difference.value()))
                } else {
                    together.entry((now.indicator, now.level, node.kind)).or_default().push((at, difference));
                    None
                }
            }
        };
    }
    for group in together.into_values() {
        departments(draft, &group);
    }
}

fn departments(draft: &mut Draft, group: &[(usize, Difference)]) {
    let chances: Vec<_> = group.iter().map(|(_, difference)| difference.chance()).collect();
    for ((at, difference), found) in group.iter().zip(discoveries(&chances, FALSE_PART)) {
        let large = difference.value().abs() + HAIR >= POINTS.1;
        let sure = found && large && difference.is_demonstrable();
        draft.cells[*at].trend = Some(word(sure, difference.value()));
    }
}

fn made_of(cell: &cell::Model) -> Share {
    let share = Share::new(cell.positive.unwrap_or_default(), cell.total.unwrap_or_default());
    Share { population: cell.population, ..share }
}

fn means(now: &cell::Model, then: &cell::Model) -> Trend {
    let mean =
        |cell: &cell::Model| Some(Mean { value: cell.positive?, variance: cell.spread?, of: cell.total? });
    let both = mean(now).zip(mean(then));
    let Some(more) = both.and_then(|(now, then)| now.more_than(&then)) else { return Trend::TooLittle };
    word(more.0 > 0.0 || more.1 < 0.0, f64::midpoint(more.0, more.1))
}

const fn word(demonstrable: bool, more: f64) -> Trend {
    match (demonstrable, more > 0.0) {
        (false, _) => Trend::NoDifference,
        (true, true) => Trend::Higher,
        (true, false) => Trend::Lower,
    }
}
