//! Readings from a file: a line for each period of a promise. A period that has a reading already is corrected when the line says why.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::id::*;
use sea_orm::ConnectionTrait;

use super::{Cells, Sheet};
use crate::domain::{
    change::Change,
    error::Result,
    people::import::{
        Changed, Entry, Remark,
        columns::{self, Names},
        read::Table,
    },
    service::{
        decimal,
        period::Period,
        promise::{self, Promise},
        reading::{self, Beside, Figure, Given, Reading, ReadingWay},
    },
};

const CODE: Names = &["code", "belofte", "promise"];
const PERIOD: Names = &["periode", "period"];
const VALUE: Names = &["waarde", "value"];
const MET: Names = &["gehaald", "optijd", "met"];
const CASES: Names = &["totaal", "aantal", "cases", "total"];
const NOTE: Names = &["toelichting", "reden", "note"];
const BESIDE: [(Beside, Names); 6] = [
    (Beside::Abandoned, &["afgehaakt", "abandonedshare"]),
    (Beside::OwnTerm, &["eigennorm", "owntermshare"]),
    (Beside::LegalTerm, &["wettelijketermijn", "legaltermshare"]),
    (Beside::MedianDays, &["mediaandagen", "mediandays"]),
    (Beside::P90Days, &["p90dagen", "p90days"]),
    (Beside::OutOf, &["van", "outof"]),
];
/// Readings of which a file is compared.
const MOST: u64 = 20_000;

/// The columns of a template, in order; those of [`Beside`] follow by what fits the unit.
pub const COLUMNS: [&str; 6] = ["code", "periode", "waarde", "gehaald", "totaal", "toelichting"];

impl Beside {
    /// The name of its column in a template.
    #[must_use]
    pub fn column(self) -> &'static str {
        let found = BESIDE.iter().find(|(one, _)| *one == self);
        found.and_then(|(_, names)| names.first().copied()).unwrap_or_default()
    }
}

/// What a file of readings does, and how.
#[derive(Debug, Default)]
pub struct Readings {
    pub sheet: Sheet,
    pub given: Vec<Given>,
}

/// Compares a file with the readings that there are. With one promise, its code may be left out, and a line of another is refused.
///
/// # Errors
/// Field `file` when a column is missing; when the database fails.
pub async fn readings(
    db: &impl ConnectionTrait,
    table: &Table,
    only: Option<&Promise>,
    today: NaiveDate,
) -> Result<Readings> {
    columns::require(table, PERIOD)?;
    if only.is_none() {
        columns::require(table, CODE)?;
    }
    if columns::find(table, MET).is_none() {
        columns::require(table, VALUE)?;
    }
    let all = promise::all(db).await?;
    let ids: Vec<_> = all.iter().map(|row| row.id).collect();
    let before: HashMap<(PromiseId, NaiveDate), Reading> = reading::latest(db, &ids, MOST)
        .await?
        .into_values()
        .flatten()
        .map(|row| ((row.promise_id, row.begins_on), row))
        .collect();
    let mut found = Readings::default();
    let mut seen: HashSet<(PromiseId, NaiveDate)> = HashSet::new();
    for row in &table.rows {
        let cells = Cells { table, row };
        match given(&cells, (&all, only), today) {
            Err(remark) => found.sheet.refused.push(remark),
            Ok((_, given)) if !seen.insert((given.promise, given.begins_on)) => {
                found.sheet.refused.push(cells.refuse("period-twice"));
            }
            Ok((promise, given)) => {
                let before = before.get(&(given.promise, given.begins_on));
                found.take(&cells, (promise, before), given);
            }
        }
    }
    Ok(found)
}

impl Readings {
    fn take(&mut self, cells: &Cells<'_>, (promise, before): (&Promise, Option<&Reading>), given: Given) {
        let period = Period::of(promise.every, given.begins_on);
        let shown = |value: f64| decimal::round(value, 4).to_string();
        let value = shown(given.figure.value());
        let entry = |fields| Entry {
            line: Some(cells.row.line),
            key: promise.code.clone(),
            name: format!("{} {value}", period.code()),
            fields,
        };
        match before {
            None => self.sheet.added.push(entry(Vec::new())),
            Some(row) if given.figure.is_of(row) => {
                self.sheet.unchanged += 1;
                return;
            }
            Some(_) if given.note.is_empty() => {
                self.sheet.refused.push(cells.refuse("reading-reason"));
                return;
            }
            Some(row) => {
                let old = shown(row.value);
                self.sheet.changed.push(entry(vec![Changed::new("value", old.as_str(), value.as_str())]));
            }
        }
        self.given.push(given);
    }
}

fn given<'a>(
    cells: &Cells<'_>,
    (all, only): (&'a [Promise], Option<&'a Promise>),
    today: NaiveDate,
) -> std::result::Result<(&'a Promise, Given), Remark> {
    if cells.row.overflows(cells.table.header.len()) {
        return Err(cells.refuse("too-many-cells"));
    }
    let code = cells.text(CODE).map(str::to_uppercase);
    let unknown = |code: &str| cells.refuse("promise-unknown").with("code", code);
    let promise = match (only, &code) {
        (Some(only), Some(code)) if *code != only.code => {
            return Err(cells.refuse("promise-other").with("code", code));
        }
        (Some(only), _) => only,
        (None, None) => return Err(cells.refuse("no-code")),
        (None, Some(code)) => all.iter().find(|one| one.code == *code).ok_or_else(|| unknown(code))?,
    };
    let period = cells.text(PERIOD).unwrap_or_default();
    let period = Period::from_code(promise.every, period)
        .ok_or_else(|| cells.refuse("period-malformed").with("value", period))?;
    let given = Given {
        promise: promise.id,
        begins_on: period.begins_on,
        figure: figure(cells)?,
        beside: beside(cells)?,
        note: cells.text(NOTE).unwrap_or_default().to_owned(),
        way: ReadingWay::File,
    };
    reading::checked(promise, &given, today).map_err(|error| cells.wrong(error))?;
    Ok((promise, given))
}

fn figure(cells: &Cells<'_>) -> std::result::Result<Figure, Remark> {
    let whole = |names: Names| {
        let number = |text: &str| text.parse::<i32>().ok();
        let text = cells.text(names);
        text.map(|text| number(text).ok_or_else(|| cells.refuse("number-malformed").with("value", text)))
            .transpose()
    };
    match (whole(MET)?, whole(CASES)?, cells.text(VALUE)) {
        (Some(met), Some(cases), None) => Ok(Figure::Cases { met, cases }),
        // A file that came from here tells both.
        (Some(met), Some(cases), Some(text)) if agrees(met, cases, text) => Ok(Figure::Cases { met, cases }),
        (Some(_), ..) => Err(cells.refuse("value-or-cases")),
        (None, cases, Some(text)) => {
            let value = decimal::read(text).ok_or_else(|| cells.refuse("not-a-decimal"))?;
            Ok(Figure::Value { value, cases })
        }
        (None, _, None) => Err(cells.refuse("no-value")),
    }
}

fn agrees(met: i32, cases: i32, text: &str) -> bool {
    let value = Figure::Cases { met, cases }.value();
    decimal::read(text).is_some_and(|told| (told - value).abs() < 0.000_5)
}

fn beside(cells: &Cells<'_>) -> std::result::Result<Vec<(Beside, f64)>, Remark> {
    let mut all = Vec::new();
    for (beside, names) in BESIDE {
        if let Some(text) = cells.text(names) {
            all.push((beside, decimal::read(text).ok_or_else(|| cells.refuse("not-a-decimal"))?));
        }
    }
    Ok(all)
}

/// Writes what the file does.
///
/// # Errors
/// As [`reading::enter_all`].
pub async fn write_readings(change: &Change, given: &[Given]) -> Result<usize> {
    Ok(reading::enter_all(change, given).await?.len())
}
