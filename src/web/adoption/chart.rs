//! Drawings: the oil stain and the small line beside a figure. Coordinates only; templates draw them, and words and a table say the
//! same beside them.

use std::fmt::Write as _;

use serde::Serialize;

/// The edges of the oil stain in its picture, which is 480 wide and 240 high.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 452.0;
const TOP: f64 = 12.0;
const FLOOR: f64 = 208.0;
/// How close two labels may come.
const APART: f64 = 15.0;

/// The share of staff in departments at each step or further, over the periods.
#[derive(Clone, Debug, Serialize)]
pub struct Stain {
    /// From step 1 up: the largest area first.
    pub steps: Vec<Step>,
    pub periods: Vec<Moment>,
    /// What is seen.
    pub sentence: String,
}

/// One step.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    pub step: usize,
    area: String,
    line: String,
    /// Where its number stands, right of the line.
    label: f64,
    /// The share in the last period, in words.
    pub now: String,
}

/// One period: where it stands and the shares of all steps in words.
#[derive(Clone, Debug, Serialize)]
pub struct Moment {
    pub name: String,
    /// Short, as under the line.
    pub code: String,
    x: f64,
    pub shares: Vec<String>,
}

/// A share in a period: the value, from 0 to 1, and how it is said.
pub type Share = (Option<f64>, String);

impl Stain {
    /// From the shares of each step, over periods with a name and a code, the oldest first.
    pub fn new(periods: &[(String, String)], steps: &[Vec<Share>], sentence: String) -> Self {
        let x = |at| across(at, periods.len());
        let mut labels: Vec<f64> = steps.iter().map(|step| last_height(step)).collect();
        keep_apart(&mut labels);
        let step = |(at, shares): (usize, &Vec<Share>)| Step {
            step: at + 1,
            area: area(shares),
            line: points(&line(shares)),
            label: labels.get(at).copied().unwrap_or(FLOOR),
            now: shares.last().map(|(_, said)| said.clone()).unwrap_or_default(),
        };
        let moment = |(at, (name, code)): (usize, &(String, String))| Moment {
            name: name.clone(),
            code: code.clone(),
            x: x(at),
            shares: steps.iter().filter_map(|step| Some(step.get(at)?.1.clone())).collect(),
        };
        Self {
            steps: steps.iter().enumerate().map(step).collect(),
            periods: periods.iter().enumerate().map(moment).collect(),
            sentence,
        }
    }

    /// For samples.
    pub fn sample() -> Self {
        let periods: Vec<_> = ["2025-h2", "2026-h1"].map(|code| (code.to_owned(), code.to_owned())).into();
        let step = |shares: [f64; 2]| -> Vec<Share> {
            shares.iter().map(|share| (Some(*share), format!("{} %", share * 100.0))).collect()
        };
        let steps = [[0.5, 0.75], [0.25, 0.5], [0.0, 0.25], [0.0, 0.25], [0.0, 0.0]].map(step);
        Self::new(&periods, &steps, "De olievlek wordt groter.".into())
    }

    /// The picture by itself, for paper: without words, in these colours, from the lightest to the darkest.
    pub fn svg(&self, colours: &[String; 2]) -> String {
        let [light, dark] = colours;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{LEFT} {TOP} {} {}">"#,
            RIGHT - LEFT,
            FLOOR - TOP + 1.0
        );
        for height in [TOP, (TOP + FLOOR) / 2.0, FLOOR] {
            let _ = write!(svg, r##"<path d="M{LEFT} {height}H{RIGHT}" stroke="#999" stroke-width="0.5"/>"##);
        }
        for step in &self.steps {
            let _ = write!(
                svg,
                r#"<polygon points="{}" fill="{light}" fill-opacity="0.55"/><polyline points="{}" fill="none" stroke="{dark}" stroke-width="1.5"/>"#,
                step.area, step.line
            );
        }
        svg.push_str("</svg>");
        svg
    }
}

/// The small line of one figure over the periods.
#[derive(Clone, Debug, Serialize)]
pub struct Spark {
    /// Broken where there is no figure.
    path: String,
    /// Of every figure.
    dots: Vec<(f64, f64)>,
    /// All of it in words.
    label: String,
}

impl Spark {
    /// Of values between the lowest and highest that there can be; nothing for fewer than two.
    pub fn new(values: &[Option<f64>], (least, most): (f64, f64), label: String) -> Option<Self> {
        let many = values.len().max(2) - 1;
        let spot = |(at, value): (usize, &Option<f64>)| {
            let height = (value.as_ref()? - least) / (most - least).max(f64::EPSILON);
            Some((4.0 + 88.0 * at as f64 / many as f64, 28.0 - 24.0 * height.clamp(0.0, 1.0)))
        };
        let spots: Vec<_> = values.iter().enumerate().map(spot).collect();
        let dots: Vec<_> = spots.iter().flatten().map(|(x, y)| (round(*x), round(*y))).collect();
        let mut path = String::new();
        let mut joined = false;
        for place in &spots {
            if let Some((x, y)) = place {
                let _ = write!(path, "{}{} {}", if joined { "L" } else { "M" }, round(*x), round(*y));
            }
            joined = place.is_some();
        }
        (dots.len() > 1).then_some(Self { path, dots, label })
    }
}

fn across(at: usize, many: usize) -> f64 {
    if many < 2 { (LEFT + RIGHT) / 2.0 } else { round(LEFT + (RIGHT - LEFT) * at as f64 / (many - 1) as f64) }
}

fn height(share: f64) -> f64 {
    round(FLOOR - (FLOOR - TOP) * share.clamp(0.0, 1.0))
}

fn last_height(shares: &[Share]) -> f64 {
    height(shares.last().and_then(|(share, _)| *share).unwrap_or(0.0))
}

/// Through all periods; one by itself is as wide as the picture.
fn line(shares: &[Share]) -> Vec<(f64, f64)> {
    let at = |(at, (share, _)): (usize, &Share)| Some((across(at, shares.len()), height((*share)?)));
    let spots: Vec<_> = shares.iter().enumerate().filter_map(at).collect();
    match spots.as_slice() {
        [(_, only)] => vec![(LEFT, *only), (RIGHT, *only)],
        _ => spots,
    }
}

fn area(shares: &[Share]) -> String {
    let mut spots = line(shares);
    if let (Some((first, _)), Some((last, _))) = (spots.first().copied(), spots.last().copied()) {
        spots.extend([(last, FLOOR), (first, FLOOR)]);
    }
    points(&spots)
}

fn points(spots: &[(f64, f64)]) -> String {
    spots.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

/// Moves labels up until none lies over another; the first is the highest on the picture.
fn keep_apart(labels: &mut [f64]) {
    let mut below = FLOOR + APART;
    for label in labels.iter_mut().rev() {
        *label = label.min(below - APART);
        below = *label;
    }
}

fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_lie_over_each_other() {
        let mut labels = [150.0, 208.0, 208.0, 208.0];
        keep_apart(&mut labels);
        assert!(labels.windows(2).all(|two| two[1] - two[0] >= APART - 0.1), "{labels:?}");
    }

    #[test]
    fn a_line_is_broken_where_there_is_no_figure() {
        let spark = Spark::new(&[Some(0.5), None, Some(0.5), Some(1.0)], (0.0, 1.0), String::new());
        assert_eq!(spark.expect("a line").path, "M4 16M62.7 16L92 4");
        assert!(Spark::new(&[None, Some(0.5)], (0.0, 1.0), String::new()).is_none());
    }
}
