//! Departments side by side, in the order of the tree and never ranked: how far each is, and the four values of each.

use std::collections::HashMap;

use entity::id::{DepartmentId, UnitId};
use serde::Serialize;

use super::figure::{self, Figure};
use crate::{
    domain::adoption::{
        ledger::{Cell, Indicator, Published, Unit, UnitKind},
        measure::Measure,
        report::Ticks,
    },
    web::{context::Context, sentence::Sentence},
};

/// The conditions of the ladder in its order, each with the measure whose figure it reads.
const CONDITIONS: [(&str, Measure); 6] = [
    ("talking", Measure::TeamCoverage),
    ("action-done", Measure::OnTime),
    ("ideas-answered", Measure::Answered),
    ("learning", Measure::TrainingReach),
    ("applying", Measure::Applied),
    ("noticed", Measure::Promises),
];

/// How far one department is.
#[derive(Clone, Debug, Serialize)]
pub struct Rung {
    pub name: String,
    /// What it lies in, when it lies in a cluster.
    pub within: Option<String>,
    /// Nothing for units that were put together.
    pub href: Option<String>,
    pub step: i32,
    /// In the period before, when it stood elsewhere.
    pub before: Option<i32>,
    pub ticks: Vec<Tick>,
}

/// One condition.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    pub condition: &'static str,
    /// The measure whose figure it reads.
    pub measure: &'static str,
    pub met: bool,
}

/// The four values of one unit.
#[derive(Clone, Debug, Serialize)]
pub struct Warm {
    pub name: String,
    pub within: Option<String>,
    pub href: Option<String>,
    /// In the order of the values; nothing: too few answers.
    pub figures: Vec<Option<Figure>>,
}

/// Where everything was one period earlier.
pub type Before = HashMap<DepartmentId, i32>;

/// The conditions of a unit, in the order of the ladder.
pub fn ticks(ticks: &Ticks, unit: UnitId) -> Vec<Tick> {
    let known = ticks.get(&unit).map_or(&[][..], Vec::as_slice);
    let tick = |(condition, measure): (&'static str, Measure)| {
        let (_, met) = known.iter().find(|(code, _)| code == condition)?;
        Some(Tick { condition, measure: measure.code(), met: *met })
    };
    CONDITIONS.into_iter().filter_map(tick).collect()
}

/// What a unit is called.
pub fn name(cx: &Context, unit: &Unit) -> String {
    if unit.kind == UnitKind::Rest {
        return cx.say(&Sentence::new("spread-rest").with("name", unit.name.clone()));
    }
    unit.name.clone()
}

/// Where the page of a unit is; nothing for units that were put together.
pub fn href(unit: &Unit, period: &str) -> Option<String> {
    unit.department.map(|id| format!("/adoption/units/{id}?period={period}"))
}

impl Rung {
    /// Of a unit on the ladder.
    pub fn new(
        cx: &Context,
        unit: &Unit,
        within: Option<&Unit>,
        more: (&Ticks, &Before, &str),
    ) -> Option<Self> {
        let (all, before, period) = more;
        let step = unit.step?;
        let before = unit.department.and_then(|id| before.get(&id).copied());
        Some(Self {
            name: name(cx, unit),
            within: within.map(|unit| unit.name.clone()),
            href: href(unit, period),
            step,
            before: before.filter(|before| *before != step),
            ticks: ticks(all, unit.id),
        })
    }

    /// For samples.
    pub fn samples() -> Vec<Self> {
        let tick = |met| {
            move |(condition, measure): (&'static str, Measure)| Tick {
                condition,
                measure: measure.code(),
                met,
            }
        };
        let rung = |name: &str, step: i32, before: Option<i32>| Self {
            name: name.into(),
            within: before.map(|_| "Dienstverlening".into()),
            href: Some("/adoption/units/0190a1b2-0000-7000-8000-000000000001?period=2026-h1".into()),
            step,
            before,
            ticks: CONDITIONS.into_iter().map(tick(step > 1)).collect(),
        };
        (0..6).map(|step| rung(&format!("Afdeling {step}"), step, (step > 0).then_some(step - 1))).collect()
    }
}

impl Warm {
    /// Of a unit, from the pulse or from votes.
    pub fn new(
        cx: &Context,
        (unit, within): (&Unit, Option<&Unit>),
        cells: &[Published<Cell>],
        (measure, period): (Measure, &str),
    ) -> Self {
        let value = |indicator: &Indicator| {
            figure::find(cells, unit.id, *indicator).map(|cell| Figure::new(cx, cell, None))
        };
        Self {
            name: name(cx, unit),
            within: within.map(|unit| unit.name.clone()),
            href: href(unit, period),
            figures: measure.indicators().iter().map(value).collect(),
        }
    }

    /// For samples.
    pub fn samples() -> Vec<Self> {
        let figure = |shade| Some(Figure { shade: Some(shade), ..Figure::sample("63 %", None) });
        let warm = |name: &str, href: Option<&str>, values| Self {
            name: name.into(),
            within: href.map(|_| "Dienstverlening".into()),
            href: href.map(Into::into),
            figures: values,
        };
        let page = Some("/adoption/units/0190a1b2-0000-7000-8000-000000000001?period=2026-h1");
        vec![
            warm("Burgerzaken", page, (0..4).map(figure).collect()),
            warm("Overige teams", None, vec![figure(4), None, None, None]),
        ]
    }
}
