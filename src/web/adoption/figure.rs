//! A published figure in words: the same on every page, in every file and on paper.

use serde::Serialize;

use crate::{
    domain::adoption::{
        ledger::{Cell, Indicator, Published, Side, Trend},
        measure::{Form, Measure, detectable},
        report::{Promise, PromiseUnit},
    },
    text::number,
    web::{context::Context, sentence::Sentence},
};

/// A figure as it is said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// "63 %", "minder dan 10 %", "7,8".
    pub value: String,
    /// "53–85 %".
    pub interval: Option<String>,
    /// How many answers or cases: "20–49".
    pub band: Option<String>,
    /// Against the period before, by code.
    pub trend: Option<&'static str>,
    pub indicative: bool,
    /// From 0 to 4, for a share.
    pub shade: Option<u8>,
    /// From how many points on a change would show, in words; nothing where no test belongs to it.
    pub detect: Option<String>,
}

impl Figure {
    /// Of a cell; a promise has its own unit.
    pub fn new(cx: &Context, cell: &Published<Cell>, promise: Option<&Promise>) -> Self {
        let write = |value| written(cx, cell.indicator, promise, value);
        let value = write(cell.value);
        let kept = cell.indicator == Indicator::PromisesKept;
        let bound = |key: &'static str| cx.say(&Sentence::new(key).with("value", value.clone()));
        let said = match cell.side {
            // How many of how many: here the band is what was measured.
            Side::Exact if kept => bound_of(cx, &value, cell.band.as_deref()),
            Side::Exact => value.clone(),
            Side::Below => bound("spread-less"),
            Side::Above => bound("spread-more"),
            Side::Band => range(&value, &write(cell.value + 0.25)),
        };
        let share = Form::of(cell.indicator) == Form::Share && cell.indicator != Indicator::Promise;
        Self {
            value: said,
            interval: cell.interval.map(|(low, high)| range(&write(low), &write(high))),
            band: cell.band.as_deref().filter(|_| !kept).map(|band| band.replace('-', "–")),
            trend: cell.trend.map(Trend::code),
            indicative: cell.indicative,
            shade: share.then(|| shade(cell.value)),
            // A control chart compares points with their limits, not two numbers of answers.
            detect: cell
                .trend
                .and(cell.band.as_deref())
                .filter(|_| cell.indicator != Indicator::Promise)
                .map(|band| said_detectable(cx, band)),
        }
    }

    /// For samples.
    pub fn sample(value: &str, trend: Option<Trend>) -> Self {
        Self {
            value: value.into(),
            interval: Some("53–85 %".into()),
            band: Some("20–49".into()),
            trend: trend.map(Trend::code),
            indicative: trend.is_none(),
            shade: Some(3),
            detect: trend.map(|_| "Een verschil blijkt hier pas vanaf ongeveer 23 punten.".into()),
        }
    }
}

/// What a figure is called; the values as the organisation says them.
pub fn name(cx: &Context, indicator: Indicator) -> String {
    let key = match indicator {
        Indicator::ValueConnection | Indicator::VoteConnection => "value-verbinding".into(),
        Indicator::ValueCraft | Indicator::VoteCraft => "value-vakmanschap".into(),
        Indicator::ValueTrust | Indicator::VoteTrust => "value-vertrouwen".into(),
        Indicator::ValueRenewal | Indicator::VoteRenewal => "value-vernieuwing".into(),
        other => format!("spread-indicator-{}", other.code()),
    };
    cx.words().say(cx.language(), &key, &[])
}

/// What a measure is called.
pub fn measure(cx: &Context, measure: Measure) -> String {
    cx.words().say(cx.language(), &format!("spread-measure-{}", measure.code()), &[])
}

/// What stands in the place of every figure that is not shown, whatever the reason.
pub fn too_few(cx: &Context) -> String {
    cx.say(&Sentence::new("spread-too-few"))
}

/// The cell of a figure without a subject.
pub fn find(
    cells: &[Published<Cell>],
    unit: entity::id::UnitId,
    indicator: Indicator,
) -> Option<&Published<Cell>> {
    cells.iter().find(|cell| cell.unit == unit && cell.indicator == indicator && cell.subject.is_empty())
}

fn bound_of(cx: &Context, value: &str, all: Option<&str>) -> String {
    let sentence = Sentence::new("spread-kept").with("count", value).with("all", all.unwrap_or_default());
    cx.say(&sentence)
}

fn written(cx: &Context, indicator: Indicator, promise: Option<&Promise>, value: f64) -> String {
    let plain = |decimals| number(cx.language(), value, Some(decimals));
    let percent = || format!("{}\u{a0}%", number(cx.language(), (value * 100.0).round(), Some(0)));
    if indicator == Indicator::Promise {
        return match promise.map(|promise| promise.unit) {
            Some(PromiseUnit::Share) | None => percent(),
            Some(PromiseUnit::Ratio) => plain(2),
            Some(PromiseUnit::Count) => plain(0),
            Some(PromiseUnit::Grade) => plain(1),
        };
    }
    match Form::of(indicator) {
        Form::Share => percent(),
        Form::Mean => plain(1),
        Form::Count => plain(0),
    }
}

/// "53–85 %": the unit stands once.
fn range(low: &str, high: &str) -> String {
    format!("{}–{high}", low.strip_suffix("\u{a0}%").unwrap_or(low))
}

/// Five fixed steps: up to 50, 60, 70, 80 % and more.
fn shade(share: f64) -> u8 {
    [0.5, 0.6, 0.7, 0.8].iter().filter(|step| share >= **step).count() as u8
}

fn said_detectable(cx: &Context, band: &str) -> String {
    let sentence = match detectable(band) {
        Some(points) => Sentence::new("spread-detect").with("points", points),
        None => Sentence::new("spread-detect-none"),
    };
    cx.say(&sentence)
}
