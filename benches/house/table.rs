//! The one table that is printed.

use std::io::Write as _;

use crate::{
    rig::Rig,
    statistics::{Sample, median},
};

/// One figure of one database and one size of the house.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub database: &'static str,
    pub size: &'static str,
    pub name: String,
    pub sample: Sample,
    pub limit: Option<f64>,
    /// A figure that is no rate, with its unit.
    pub value: Option<(f64, &'static str)>,
    pub load: f64,
}

/// What is measured, and how large it is.
type House<'a> = (&'a Rig, &'static str);

#[derive(Default)]
pub struct Table(Vec<Line>);

impl Table {
    pub fn rate(&mut self, house: House<'_>, name: &str, samples: &[Sample], limits: &[Sample]) {
        self.add(house, name, Line::of(samples, limits));
    }

    /// How long all together took.
    pub fn samples(&mut self, house: House<'_>, name: &str, rounds: &[Sample]) {
        let Some(middle) = median(rounds, |round| -round.per_second) else { return };
        let took = middle.p50.max(200.0 / middle.per_second * 1000.0);
        let line = Line {
            sample: middle,
            value: Some((took, "ms")),
            load: crate::figure::load_now(),
            ..Line::default()
        };
        self.add(house, name, line);
    }

    pub fn value(&mut self, house: House<'_>, name: &str, value: f64, unit: &'static str) {
        let line = Line { value: Some((value, unit)), load: crate::figure::load_now(), ..Line::default() };
        self.add(house, name, line);
    }

    pub fn note(&mut self, rig: &Rig, name: &str, value: f64, unit: &'static str) {
        self.value((rig, "empty"), name, value, unit);
    }

    fn add(&mut self, (rig, size): House<'_>, name: &str, line: Line) {
        let line = Line { database: rig.engine.name(), size, name: name.to_owned(), ..line };
        progress(&line.row(None));
        self.0.push(line);
    }

    pub fn print(&self) {
        say(
            "\n| figure | database | house | value | p50 / p95 / p99 ms | limit | of the limit | against small | own | load |",
        );
        say("|---|---|---|---|---|---|---|---|---|---|");
        for line in &self.0 {
            let small = self.0.iter().find(|other| {
                line.size == "grown"
                    && other.size == "small"
                    && other.name == line.name
                    && other.database == line.database
            });
            say(&line.row(small));
        }
        say(
            "\nown: part of both cores that the load generator itself took. load: how many processes wanted a core.",
        );
    }
}

impl Line {
    /// How much worse (over 1) or better than in the small house.
    fn against(&self, small: &Self) -> f64 {
        match (self.value, small.value) {
            (Some((now, _)), Some((then, _))) => now / then,
            _ => small.sample.per_second / self.sample.per_second,
        }
    }

    fn row(&self, small: Option<&Self>) -> String {
        let Sample { per_second, p50, p95, p99, own_share, .. } = &self.sample;
        let value = match self.value {
            Some((value, unit)) => format!("{value:.1} {unit}"),
            None => format!("{per_second:.0}/s"),
        };
        let waits = if *p99 > 0.0 { format!("{p50:.1} / {p95:.1} / {p99:.1}") } else { String::new() };
        let limit = self.limit.map(|limit| format!("{limit:.0}/s")).unwrap_or_default();
        let share =
            self.limit.map(|limit| format!("{:.0} %", per_second / limit * 100.0)).unwrap_or_default();
        let own = if *own_share > 0.0 { format!("{:.0} %", own_share * 100.0) } else { String::new() };
        let against = small.map(|small| format!("{:.2}×", self.against(small))).unwrap_or_default();
        let Self { name, database, size, load, .. } = self;
        format!(
            "| {name} | {database} | {size} | {value} | {waits} | {limit} | {share} | {against} | {own} | {load:.1} |"
        )
    }
}

/// A line on standard output.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A line for who watches.
pub fn progress(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
