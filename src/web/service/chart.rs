//! A chart as a drawing: where everything stands in a field of 400 by 210, and what is seen in it as sentences.

use serde::Serialize;

use super::figure;
use crate::{
    domain::service::{
        chart::{LEAST, Limits, limits, median},
        period::Period,
        promise::{Promise, PromiseUnit},
        reading::{Reading, is_kept},
    },
    web::{context::Context, sentence::Sentence},
};

/// The field in which points stand.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 392.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 176.0;

/// The drawing.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Chart {
    /// "x,y x,y …" of the values, and of the limits and targets as steps; empty without limits.
    line: String,
    upper: String,
    lower: String,
    target: String,
    /// Height of the middle: p̄ or the median.
    middle: f64,
    dots: Vec<Dot>,
    /// Height and text of the scale.
    scale: Vec<(f64, String)>,
    /// Place, side and text of the first and last period.
    ends: Vec<(f64, &'static str, String)>,
    /// Whether there are limits.
    limited: bool,
    pub title: String,
    /// What is seen, in a sentence or two.
    pub seen: String,
    /// Which points lie outside the limits, by first day.
    #[serde(skip)]
    pub outside: Vec<chrono::NaiveDate>,
    /// The middle and the limits of each point, for the table.
    pub numbers: Vec<Number>,
    pub middle_text: String,
}

/// A point.
#[derive(Clone, Copy, Debug, Serialize)]
struct Dot {
    x: f64,
    y: f64,
    outside: bool,
}

/// A line of the table under the chart.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Number {
    period: String,
    value: String,
    target: String,
    low: Option<String>,
    high: Option<String>,
}

impl Chart {
    /// Of readings in the order of time; nothing for fewer than two.
    pub(super) fn new(cx: &Context, promise: &Promise, rows: &[Reading]) -> Option<Self> {
        let values: Vec<f64> = rows.iter().map(|row| row.value).collect();
        if rows.len() < 2 {
            return None;
        }
        let limits = limits_of(promise, rows);
        let middle = limits.as_ref().map(|limits| limits.centre).or_else(|| median(&values))?;
        let outside = limits.as_ref().map_or_else(Vec::new, |limits| limits.outside(&values));
        let field = Field::new(promise.unit, rows, limits.as_ref());
        let dot = |(at, value): (usize, &f64)| Dot {
            x: field.x(at),
            y: field.y(*value),
            outside: outside.contains(&at),
        };
        let bound = |of: fn(&(f64, f64)) -> f64| {
            let bounds = limits.iter().flat_map(|limits| limits.bounds.iter().map(of));
            field.steps(&bounds.collect::<Vec<_>>())
        };
        let label =
            |row: &Reading| figure::period(cx, promise.every, Period::of(promise.every, row.begins_on));
        let (first, last) = (rows.first()?, rows.last()?);
        Some(Self {
            line: field.line(&values),
            upper: bound(|bounds| bounds.1),
            lower: bound(|bounds| bounds.0),
            target: field.steps(&rows.iter().map(|row| row.target).collect::<Vec<_>>()),
            middle: field.y(middle),
            dots: values.iter().enumerate().map(dot).collect(),
            scale: field.scale(cx, promise.unit),
            ends: vec![(LEFT, "start", label(first)), (RIGHT, "end", label(last))],
            limited: limits.is_some(),
            title: cx.say(&title(promise, limits.is_some(), (label(first), label(last)))),
            seen: seen(cx, promise, rows, (limits.is_some(), outside.len())),
            outside: outside.iter().filter_map(|at| Some(rows.get(*at)?.begins_on)).collect(),
            numbers: numbers(cx, promise, rows, limits.as_ref(), label),
            middle_text: figure::value(cx, promise.unit, middle),
        })
    }

    /// For samples.
    pub(super) fn sample(limited: bool) -> Self {
        let dot = |x, outside| Dot { x, y: 80.0, outside };
        let bound = limited.then(|| "81 %".to_owned());
        Self {
            line: "44,80 392,80".into(),
            upper: if limited { "44,40 392,40".into() } else { String::new() },
            lower: if limited { "44,120 392,120".into() } else { String::new() },
            target: "44,60 392,60".into(),
            middle: 90.0,
            dots: vec![dot(44.0, false), dot(392.0, limited)],
            scale: vec![(176.0, "0 %".into()), (12.0, "100 %".into())],
            ends: vec![(LEFT, "start", "januari 2026".into()), (RIGHT, "end", "februari 2026".into())],
            limited,
            title: "Van januari 2026 tot en met februari 2026".into(),
            seen: "Er ligt geen punt buiten de grenzen.".into(),
            outside: vec![],
            numbers: vec![Number {
                period: "januari 2026".into(),
                value: "72 %".into(),
                target: "90 %".into(),
                low: bound.clone(),
                high: bound,
            }],
            middle_text: "72 %".into(),
        }
    }
}

/// Limits are of shares of which every period tells its cases.
fn limits_of(promise: &Promise, rows: &[Reading]) -> Option<Limits> {
    if promise.unit != PromiseUnit::Share {
        return None;
    }
    let points: Option<Vec<_>> = rows.iter().map(|row| row.met.zip(row.cases)).collect();
    limits(&points?)
}

fn title(promise: &Promise, limited: bool, (first, last): (String, String)) -> Sentence {
    let key = if limited { "chart-title-control" } else { "chart-title-run" };
    Sentence::new(key).with("code", promise.code.as_str()).with("first", first).with("last", last)
}

/// Points outside the limits, and how often the target was reached.
fn seen(cx: &Context, promise: &Promise, rows: &[Reading], (limited, outside): (bool, usize)) -> String {
    let kept = rows.iter().filter(|row| is_kept(promise, row)).count();
    let target = Sentence::new("chart-seen-target").with("kept", kept).with("of", rows.len());
    let spread = match (limited, promise.unit) {
        (true, _) => Sentence::new("chart-seen-outside").with("outside", outside),
        (false, PromiseUnit::Share) => Sentence::new("chart-seen-few").with("least", LEAST),
        (false, PromiseUnit::Ratio | PromiseUnit::Count | PromiseUnit::Grade) => {
            Sentence::new("chart-seen-run")
        }
    };
    format!("{} {}", cx.say(&target), cx.say(&spread))
}

fn numbers(
    cx: &Context,
    promise: &Promise,
    rows: &[Reading],
    limits: Option<&Limits>,
    label: impl Fn(&Reading) -> String,
) -> Vec<Number> {
    let value = |value| figure::value(cx, promise.unit, value);
    let number = |(at, row): (usize, &Reading)| {
        let bounds = limits.and_then(|limits| limits.bounds.get(at));
        Number {
            period: label(row),
            value: value(row.value),
            target: value(row.target),
            low: bounds.map(|bounds| value(bounds.0)),
            high: bounds.map(|bounds| value(bounds.1)),
        }
    };
    rows.iter().enumerate().rev().map(number).collect()
}

/// Where values and periods stand.
struct Field {
    low: f64,
    high: f64,
    points: usize,
}

impl Field {
    fn new(unit: PromiseUnit, rows: &[Reading], limits: Option<&Limits>) -> Self {
        let bounds =
            limits.iter().flat_map(|limits| limits.bounds.iter().flat_map(|(low, high)| [*low, *high]));
        let all = rows.iter().flat_map(|row| [row.value, row.target]).chain(bounds);
        let (low, high) =
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), one| (low.min(one), high.max(one)));
        // Whole steps, so that the scale reads easily.
        let step = match unit {
            PromiseUnit::Share | PromiseUnit::Ratio => 0.1,
            PromiseUnit::Grade => 0.5,
            PromiseUnit::Count => 5.0,
        };
        let (low, high) = (((low / step).floor() * step).max(0.0), (high / step).ceil() * step);
        let high = if unit == PromiseUnit::Share { high.min(1.0) } else { high };
        Self { low, high: if high > low { high } else { low + step }, points: rows.len() }
    }

    fn x(&self, at: usize) -> f64 {
        place(LEFT + (RIGHT - LEFT) * at as f64 / (self.points - 1).max(1) as f64)
    }

    fn y(&self, value: f64) -> f64 {
        place(BOTTOM - (BOTTOM - TOP) * (value - self.low) / (self.high - self.low))
    }

    fn line(&self, values: &[f64]) -> String {
        let point = |(at, value): (usize, &f64)| format!("{},{}", self.x(at), self.y(*value));
        values.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
    }

    /// A value for each point, that changes halfway between two.
    fn steps(&self, values: &[f64]) -> String {
        let half = (RIGHT - LEFT) / (self.points - 1).max(1) as f64 / 2.0;
        let step = |(at, value): (usize, &f64)| {
            let (x, y) = (self.x(at), self.y(*value));
            format!("{},{y} {},{y}", place((x - half).max(LEFT)), place((x + half).min(RIGHT)))
        };
        values.iter().enumerate().map(step).collect::<Vec<_>>().join(" ")
    }

    fn scale(&self, cx: &Context, unit: PromiseUnit) -> Vec<(f64, String)> {
        let middle = f64::midpoint(self.low, self.high);
        [self.low, middle, self.high].map(|value| (self.y(value), figure::value(cx, unit, value))).into()
    }
}

/// A tenth of a step is finer than anybody sees.
fn place(at: f64) -> f64 {
    (at * 10.0).round() / 10.0
}
