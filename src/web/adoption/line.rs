//! The indicators as lines of a table: the organisation, and beside it a department.

use entity::id::PeriodId;
use serde::Serialize;

use super::{
    chart::Spark,
    figure::{self, Figure},
};
use crate::{
    domain::adoption::{
        ledger::{Cell, Indicator, Published, Trend, Unit},
        measure::{Form, Measure},
        report::Organisation,
    },
    web::context::Context,
};

/// A measure with its lines.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    pub code: &'static str,
    pub name: String,
    pub lines: Vec<Line>,
}

/// One figure.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub code: &'static str,
    pub name: String,
    /// Nothing: too few answers.
    pub figure: Option<Figure>,
    /// Of the department beside it.
    pub own: Option<Figure>,
    /// Through time, of the organisation, or of the department where there is one.
    pub spark: Option<Spark>,
    /// It has a figure a theme or workshop, and none for the whole.
    pub split: bool,
}

/// A department beside the organisation, with all that was published of it.
pub type Beside<'a> = Option<(&'a Unit, &'a [Published<Cell>])>;

/// Every measure but the ladder.
pub fn groups(cx: &Context, house: &Organisation, period: PeriodId, beside: Beside<'_>) -> Vec<Group> {
    let group = |measure: Measure| Group {
        code: measure.code(),
        name: figure::measure(cx, measure),
        lines: lines(cx, house, period, (measure, beside)),
    };
    Measure::ALL.into_iter().filter(|measure| *measure != Measure::Ladder).map(group).collect()
}

fn lines(
    cx: &Context,
    house: &Organisation,
    period: PeriodId,
    (measure, beside): (Measure, Beside<'_>),
) -> Vec<Line> {
    let unit = house.unit(period).map(|unit| unit.id);
    let whole = measure.indicators().iter().filter(|indicator| **indicator != Indicator::Promise);
    let line = |indicator: &Indicator| {
        let cell = unit.and_then(|unit| figure::find(house.cells(), unit, *indicator));
        let own = beside.and_then(|(unit, cells)| figure::find(cells, unit.id, *indicator));
        Line {
            code: indicator.code(),
            name: figure::name(cx, *indicator),
            figure: cell.map(|cell| Figure::new(cx, cell, None)),
            own: own.map(|cell| Figure::new(cx, cell, None)),
            spark: spark(cx, house, beside.map_or(house.cells(), |(_, cells)| cells), *indicator),
            split: cell.is_none() && measure.is_split(),
        }
    };
    whole.map(line).collect()
}

/// The figure over all periods, the oldest first.
pub fn spark(
    cx: &Context,
    house: &Organisation,
    cells: &[Published<Cell>],
    indicator: Indicator,
) -> Option<Spark> {
    let of = |period: PeriodId| {
        cells
            .iter()
            .find(|cell| cell.period == period && cell.indicator == indicator && cell.subject.is_empty())
    };
    let found: Vec<_> = house.periods.iter().rev().map(|period| of(period.id)).collect();
    let values: Vec<_> = found.iter().map(|cell| cell.map(|cell| cell.value)).collect();
    let said = |cell: &Option<&Published<Cell>>| {
        cell.map_or_else(|| figure::too_few(cx), |cell| Figure::new(cx, cell, None).value)
    };
    let label = found.iter().map(said).collect::<Vec<_>>().join(", ");
    let most = values.iter().flatten().copied().fold(1.0, f64::max);
    let range = match Form::of(indicator) {
        Form::Share => (0.0, 1.0),
        Form::Mean => (1.0, 10.0),
        Form::Count => (0.0, most),
    };
    Spark::new(&values, range, label)
}

impl Group {
    /// For samples: one figure of each kind, and too few answers.
    pub fn samples() -> Vec<Self> {
        let spark = || Spark::new(&[Some(0.4), Some(0.6)], (0.0, 1.0), "40 %, 60 %".into());
        let line = |code, figure: Option<Figure>, split| Line {
            code,
            name: "Gespreksbereik".into(),
            own: figure.clone(),
            spark: figure.as_ref().and_then(|_| spark()),
            figure,
            split,
        };
        let trends = Trend::ALL.iter().map(|trend| Some(Figure::sample("63 %", Some(*trend))));
        let all = trends.chain([Some(Figure::sample("minder dan 10 %", None)), None]);
        let many = Measure::Values.indicators().iter().zip(all.clone());
        vec![
            Self {
                code: "reach",
                name: "Gespreksbereik".into(),
                lines: vec![line("reach", all.clone().next().flatten(), false)],
            },
            Self {
                code: "values",
                name: "Kernwaarden".into(),
                lines: many.map(|(one, figure)| line(one.code(), figure, false)).collect(),
            },
            Self { code: "useful", name: "Bruikbaar".into(), lines: vec![line("useful", None, true)] },
            Self { code: "on-time", name: "Op tijd".into(), lines: vec![line("on-time", None, false)] },
        ]
    }
}
