//! What a file would do, before it does.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{figure, promise::Card, upload::Carried};
use crate::{
    domain::{
        people::import::{Entry, Remark},
        service::{
            call_back::{Count, Day},
            import::Readings,
            period::Period,
            promise::{Item, PromiseUnit},
        },
    },
    web::{context::Context, refill::FormView, sentence::Sentence, view::View},
};

/// Refused rows that are shown; the rest is counted.
const SHOWN: usize = 50;

/// The preview.
#[derive(Serialize)]
pub struct Preview {
    card: Card,
    form: FormView,
    file: String,
    counted: bool,
    /// Periods with their figure: new, and corrected.
    added: Vec<(String, String)>,
    changed: Vec<(String, String)>,
    unchanged: usize,
    refused: Remarks,
    /// Of call-backs: how many count, the first and last day on which they were due, and how many are not due yet.
    due: Option<Due>,
    /// What is sent on; nothing when there is nothing to write.
    rows: Option<String>,
}

/// Rows that are refused.
#[derive(Clone, Debug, Default, Serialize)]
struct Remarks {
    count: usize,
    rows: Vec<Said>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, Serialize)]
struct Said {
    line: Option<u64>,
    text: String,
}

/// Requests that were counted.
#[derive(Clone, Debug, Serialize)]
struct Due {
    due: i64,
    met: i64,
    from: chrono::NaiveDate,
    until: chrono::NaiveDate,
    to_come: usize,
}

impl View for Preview {
    const TEMPLATE: &'static str = "service/reading/preview.html";

    fn title(&self) -> Sentence {
        Sentence::new("readings-preview-title")
    }

    fn samples() -> Vec<Self> {
        let said = Said { line: Some(3), text: "Deze periode is nog niet voorbij.".into() };
        let period = ("januari 2026".to_owned(), "72 %".to_owned());
        let day = chrono::NaiveDate::default();
        let face = |due: Option<Due>, rows: Option<String>, refused: Vec<Said>| Self {
            card: Card::sample(Some("72 %"), false),
            form: FormView::new(),
            file: "januari.csv".into(),
            counted: due.is_some(),
            added: rows.iter().map(|_| period.clone()).collect(),
            changed: rows.iter().map(|_| period.clone()).collect(),
            unchanged: 1,
            refused: Remarks { count: refused.len(), rows: refused },
            due,
            rows,
        };
        let due = Due { due: 100, met: 72, from: day, until: day, to_come: 3 };
        vec![
            face(None, Some("[]".into()), vec![said.clone()]),
            face(Some(due), Some("[]".into()), vec![]),
            face(None, None, vec![said]),
        ]
    }
}

fn remarks(cx: &Context, all: &[Remark]) -> Remarks {
    let said = |remark: &Remark| {
        let args: Vec<_> = remark.args.iter().map(|(name, value)| (&**name, value.as_str().into())).collect();
        let text = cx.words().say(cx.language(), &format!("import-{}", remark.key), &args);
        Said { line: remark.line, text }
    };
    Remarks { count: all.len(), rows: all.iter().take(SHOWN).map(said).collect() }
}

fn carried(rows: &impl Serialize) -> Option<String> {
    serde_json::to_string(rows).ok()
}

impl Preview {
    fn empty(cx: &Context, item: &Item, file: &str, refused: &[Remark]) -> Self {
        Self {
            card: Card::new(cx, item, &[]),
            form: FormView::new(),
            file: file.to_owned(),
            counted: item.row.origin.counts_call_backs(),
            added: Vec::new(),
            changed: Vec::new(),
            unchanged: 0,
            refused: remarks(cx, refused),
            due: None,
            rows: None,
        }
    }

    /// Of readings.
    pub(super) fn of_readings(cx: &Context, item: &Item, file: &str, found: &Readings) -> Self {
        let shown = |entry: &Entry| {
            let (code, _) = entry.name.split_once(' ').unwrap_or((&entry.name, ""));
            let period = Period::from_code(item.row.every, code)?;
            let given = found.given.iter().find(|one| one.begins_on == period.begins_on)?;
            let value = figure::value(cx, item.row.unit, given.figure.value());
            Some((figure::period(cx, item.row.every, period), value))
        };
        let rows: Vec<_> = found.given.iter().map(Carried::new).collect();
        Self {
            added: found.sheet.added.iter().filter_map(shown).collect(),
            changed: found.sheet.changed.iter().filter_map(shown).collect(),
            unchanged: found.sheet.unchanged,
            rows: carried(&rows).filter(|_| !rows.is_empty()),
            ..Self::empty(cx, item, file, &found.sheet.refused)
        }
    }

    /// Of call-back requests: per period what of the file was due and met in it.
    pub(super) fn of_call_backs(cx: &Context, item: &Item, file: &str, count: &Count) -> Self {
        let days = &count.days;
        let sum = |of: fn(&Day) -> i32| days.iter().map(|day| i64::from(of(day))).sum();
        let due = days.first().zip(days.last()).map(|(first, last)| Due {
            due: sum(|day| day.due),
            met: sum(|day| day.met),
            from: first.due_on,
            until: last.due_on,
            to_come: count.to_come,
        });
        let mut periods: BTreeMap<Period, (i32, i32)> = BTreeMap::new();
        for day in days {
            let sum = periods.entry(Period::of(item.row.every, day.due_on)).or_default();
            *sum = (sum.0 + day.met, sum.1 + day.due);
        }
        let shown = |(period, (met, due)): (Period, (i32, i32))| {
            let share = figure::value(cx, PromiseUnit::Share, f64::from(met) / f64::from(due.max(1)));
            let of = Sentence::new("reading-met-of").with("met", met).with("cases", due);
            (figure::period(cx, item.row.every, period), format!("{share} ({})", cx.say(&of)))
        };
        Self {
            added: periods.into_iter().map(shown).collect(),
            due,
            rows: carried(days).filter(|_| !days.is_empty()),
            ..Self::empty(cx, item, file, &count.refused)
        }
    }
}
