//! The sentences above the report: what changed since the period before, and where it stands still. Four trend words, no ranking.

use entity::id::PeriodId;

use super::{
    chart::{Share, Stain},
    figure::{self, Figure},
    ladder::Before,
    when,
};
use crate::{
    domain::adoption::{
        ledger::{Indicator, Trend},
        measure::Measure,
        period::Period,
        report::{Departments, Organisation},
    },
    web::{context::Context, sentence::Sentence},
};

/// Names in one sentence; what is more is counted.
const MOST: usize = 8;
/// Steps of the ladder.
const STEPS: usize = 5;

/// What changed in the organisation, from its published figures.
pub fn changed(cx: &Context, house: &Organisation, period: &Period) -> Vec<String> {
    let Some(before) = house.before(period) else { return vec![cx.say(&Sentence::new("spread-said-first"))] };
    let before = when::name(cx, before);
    let trends = [
        (Trend::Higher, "spread-said-higher"),
        (Trend::Lower, "spread-said-lower"),
        (Trend::NoDifference, "spread-said-no-difference"),
        (Trend::TooLittle, "spread-said-too-little"),
    ];
    let said = |(trend, key): (Trend, &'static str)| {
        let names = with_trend(cx, house, period.id, trend);
        let sentence = Sentence::new(key).with("before", before.clone()).with("what", list(cx, &names));
        (!names.is_empty()).then(|| cx.say(&sentence))
    };
    let said: Vec<_> = trends.into_iter().filter_map(said).collect();
    if said.is_empty() { vec![cx.say(&Sentence::new("spread-said-nothing"))] } else { said }
}

/// The figures of the organisation with this trend, as they are called.
fn with_trend(cx: &Context, house: &Organisation, period: PeriodId, trend: Trend) -> Vec<String> {
    let Some(unit) = house.unit(period) else { return Vec::new() };
    let indicators = Measure::ALL.iter().flat_map(|measure| measure.indicators());
    let has = |indicator: &&Indicator| {
        let cell = figure::find(house.cells(), unit.id, **indicator);
        cell.is_some_and(|cell| cell.trend == Some(trend))
    };
    let name = |indicator: &Indicator| {
        let name = figure::name(cx, *indicator);
        let votes = Measure::of(*indicator) == Measure::Votes;
        if votes { cx.say(&Sentence::new("spread-said-vote").with("name", name)) } else { name }
    };
    indicators.filter(has).map(name).collect()
}

/// Where it goes on, and where it stands still, for whoever sees all departments.
pub fn standing(cx: &Context, departments: &Departments, before: &Before) -> Vec<String> {
    let all: Vec<_> = departments.on_the_ladder().collect();
    let was = |unit: &&&crate::domain::adoption::ledger::Unit| {
        unit.department.and_then(|id| before.get(&id).copied()).zip(unit.step)
    };
    let names = |keep: &dyn Fn(i32, i32) -> bool| -> Vec<String> {
        let moved = all.iter().filter(|unit| was(unit).is_some_and(|(was, is)| keep(was, is)));
        moved.map(|unit| unit.name.clone()).collect()
    };
    let still = all.iter().filter(|unit| unit.step.is_some_and(|step| step <= 1));
    let still: Vec<_> = still.map(|unit| unit.name.clone()).collect();
    let parts = [
        ("spread-said-further", names(&|was, is| is > was)),
        ("spread-said-back", names(&|was, is| is < was)),
        ("spread-said-still", still),
    ];
    let said = |(key, names): (&'static str, Vec<String>)| {
        let sentence = Sentence::new(key).with("count", names.len()).with("what", list(cx, &names));
        (!names.is_empty()).then(|| cx.say(&sentence))
    };
    parts.into_iter().filter_map(said).collect()
}

/// "a, b en c"; after eight, how many more.
pub fn list(cx: &Context, names: &[String]) -> String {
    let (shown, more) = names.split_at(names.len().min(MOST));
    if !more.is_empty() {
        let all = shown.join(", ");
        return cx.say(&Sentence::new("spread-and-more").with("names", all).with("count", more.len()));
    }
    match shown {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            cx.say(&Sentence::new("spread-and").with("names", first.join(", ")).with("last", last.clone()))
        }
    }
}

/// The oil stain up to this period; nothing before there is one.
pub fn stain(cx: &Context, house: &Organisation, period: &Period) -> Option<Stain> {
    let periods: Vec<_> =
        house.periods.iter().rev().filter(|one| one.begins_on <= period.begins_on).collect();
    let share = |period: &Period, step: usize| -> Share {
        let unit = house.unit(period.id);
        let cell = unit.and_then(|unit| {
            let subject = step.to_string();
            let of = |cell: &&_| oil(cell, unit.id, &subject);
            house.cells().iter().find(of)
        });
        let said = cell.map_or_else(|| figure::too_few(cx), |cell| Figure::new(cx, cell, None).value);
        (cell.map(|cell| cell.value), said)
    };
    let steps: Vec<Vec<Share>> =
        (1..=STEPS).map(|step| periods.iter().map(|period| share(period, step)).collect()).collect();
    let now = |step: usize| steps.get(step - 1).and_then(|shares| shares.last()).cloned();
    let ((first, said), (_, learns)) = now(1).zip(now(3))?;
    first?;
    let sentence = Sentence::new("spread-said-stain").with("talking", said).with("learning", learns);
    let named: Vec<_> = periods.iter().map(|one| (when::name(cx, one), when::code(one))).collect();
    Some(Stain::new(&named, &steps, cx.say(&sentence)))
}

fn oil(
    cell: &crate::domain::adoption::ledger::Published<crate::domain::adoption::ledger::Cell>,
    unit: entity::id::UnitId,
    subject: &str,
) -> bool {
    cell.unit == unit && cell.indicator == Indicator::OilStain && cell.subject == subject
}
