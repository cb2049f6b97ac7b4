//! Promises from a file: recognised by their code. A promise that the file lacks stays as it is.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;

use super::{Cells, Places, Sheet};
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
        promise::{self, Direction, Draft, Every, Origin, Promise, PromiseUnit},
    },
};

const CODE: Names = &["code", "beloftecode", "promisecode"];
const TEXT: Names = &["belofte", "promise", "text", "textnl"];
const TEXT_EN: Names = &["belofteengels", "texten", "promiseen"];
const INDICATOR: Names = &["indicator", "indicatornl"];
const INDICATOR_EN: Names = &["indicatorengels", "indicatoren"];
const DIRECTION: Names = &["richting", "direction"];
const TARGET: Names = &["doel", "norm", "target"];
const UNIT: Names = &["eenheid", "unit"];
const EVERY: Names = &["periode", "every", "period"];
const DEPARTMENT: Names = &["afdeling", "afdelingscode", "department", "departmentcode"];
const MEASURED_BY: Names = &["gemetendoor", "measuredby"];
const SOURCE: Names = &["bron", "gegevensbron", "datasource", "source"];
const DEFINITION: Names = &["definitie", "definition", "definitionnl"];
const DEFINITION_EN: Names = &["definitieengels", "definitionen"];

/// What a file of promises does, and how.
#[derive(Debug, Default)]
pub struct Promises {
    pub sheet: Sheet,
    makes: Vec<Draft>,
    rewrites: Vec<(Promise, Draft)>,
}

/// Compares a file with the promises that there are.
///
/// # Errors
/// Field `file` when a column is missing; when the database fails.
pub async fn promises(db: &impl ConnectionTrait, table: &Table) -> Result<Promises> {
    for needed in [CODE, TEXT, INDICATOR, DIRECTION, TARGET, UNIT, EVERY] {
        columns::require(table, needed)?;
    }
    let places = Places::read(db).await?;
    let known: HashMap<_, _> =
        promise::all(db).await?.into_iter().map(|row| (row.code.clone(), row)).collect();
    let mut found = Promises::default();
    let mut seen: HashMap<String, u64> = HashMap::new();
    for row in &table.rows {
        let cells = Cells { table, row };
        let code = cells.text(CODE).unwrap_or_default().to_uppercase();
        let before = known.get(&code);
        match (draft(&cells, &places, before), seen.get(&code)) {
            (Err(remark), _) => found.sheet.refused.push(remark),
            (Ok(_), Some(first)) => {
                found.sheet.refused.push(cells.refuse("code-twice").with("code", code).with("first", first));
            }
            (Ok(draft), None) => {
                seen.insert(code, row.line);
                found.take(row.line, before, draft);
            }
        }
    }
    Ok(found)
}

impl Promises {
    fn take(&mut self, line: u64, before: Option<&Promise>, draft: Draft) {
        let entry = |fields| Entry {
            line: Some(line),
            key: draft.code.to_uppercase(),
            name: draft.text_nl.clone(),
            fields,
        };
        match before {
            None => {
                self.sheet.added.push(entry(Vec::new()));
                self.makes.push(draft);
            }
            Some(row) => {
                let fields = changes(&Draft::of(row), &draft);
                if fields.is_empty() {
                    self.sheet.unchanged += 1;
                } else {
                    self.sheet.changed.push(entry(fields));
                    self.rewrites.push((row.clone(), draft));
                }
            }
        }
    }
}

fn changes(before: &Draft, after: &Draft) -> Vec<Changed> {
    let text = |field, old: &str, new: &str| (old != new).then(|| Changed::new(field, old, new));
    let long = |field, old: &str, new: &str| (old != new).then(|| Changed::long(field));
    let number = |value: f64| value.to_string();
    [
        text("text", &before.text_nl, &after.text_nl),
        text("textEn", &before.text_en, &after.text_en),
        text("indicator", &before.indicator_nl, &after.indicator_nl),
        text("indicatorEn", &before.indicator_en, &after.indicator_en),
        text("target", &number(before.target), &number(after.target)),
        text("direction", before.direction.code(), after.direction.code()),
        (before.department != after.department).then(|| Changed::long("departmentId")),
        text("measuredBy", &before.measured_by, &after.measured_by),
        text("dataSource", &before.data_source, &after.data_source),
        long("definition", &before.definition_nl, &after.definition_nl),
        long("definitionEn", &before.definition_en, &after.definition_en),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The promise as the row has it: its columns over what was known.
fn draft(cells: &Cells<'_>, places: &Places, before: Option<&Promise>) -> std::result::Result<Draft, Remark> {
    if cells.row.overflows(cells.table.header.len()) {
        return Err(cells.refuse("too-many-cells"));
    }
    let needed = |names: Names, key: &'static str| cells.text(names).ok_or_else(|| cells.refuse(key));
    let code = needed(CODE, "no-code")?.to_uppercase();
    let target = needed(TARGET, "not-a-decimal")?;
    let mut draft = Draft {
        code,
        text_nl: needed(TEXT, "no-title")?.to_owned(),
        indicator_nl: needed(INDICATOR, "no-indicator")?.to_owned(),
        direction: word(cells, DIRECTION, direction)?,
        target: decimal::read(target).ok_or_else(|| cells.refuse("not-a-decimal"))?,
        unit: word(cells, UNIT, unit)?,
        every: word(cells, EVERY, every)?,
        ..before.map_or_else(blank, Draft::of)
    };
    let texts = [
        (TEXT_EN, &mut draft.text_en),
        (INDICATOR_EN, &mut draft.indicator_en),
        (MEASURED_BY, &mut draft.measured_by),
        (SOURCE, &mut draft.data_source),
        (DEFINITION, &mut draft.definition_nl),
        (DEFINITION_EN, &mut draft.definition_en),
    ];
    for (names, field) in texts {
        if let Some(text) = cells.text(names) {
            text.clone_into(field);
        }
    }
    if columns::find(cells.table, DEPARTMENT).is_some() {
        let unknown = |text: &str| cells.refuse("department-unknown").with("department", text);
        let place = |text: &str| places.find(text).ok_or_else(|| unknown(text));
        draft.department = cells.text(DEPARTMENT).map(place).transpose()?;
    }
    if before.is_some_and(|row| row.unit != draft.unit || row.every != draft.every) {
        return Err(cells.refuse("promise-fixed"));
    }
    promise::checked(&draft).map_err(|error| cells.wrong(error))?;
    Ok(draft)
}

fn word<T>(cells: &Cells<'_>, names: Names, read: fn(&str) -> Option<T>) -> std::result::Result<T, Remark> {
    let text = cells.text(names).unwrap_or_default();
    let field = names.first().copied().unwrap_or_default();
    read(&text.to_lowercase())
        .ok_or_else(|| cells.refuse("word-unknown").with("value", text).with("field", field))
}

const fn blank() -> Draft {
    Draft {
        code: String::new(),
        text_nl: String::new(),
        text_en: String::new(),
        indicator_nl: String::new(),
        indicator_en: String::new(),
        direction: Direction::AtLeast,
        target: 0.0,
        unit: PromiseUnit::Share,
        every: Every::Month,
        origin: Origin::Entered,
        department: None,
        measured_by: String::new(),
        data_source: String::new(),
        definition_nl: String::new(),
        definition_en: String::new(),
    }
}

fn direction(word: &str) -> Option<Direction> {
    match word {
        "minimaal" | "minstens" | "min" => Some(Direction::AtLeast),
        "maximaal" | "hoogstens" | "max" => Some(Direction::AtMost),
        code => Direction::from_code(code),
    }
}

fn unit(word: &str) -> Option<PromiseUnit> {
    match word {
        "aandeel" | "percentage" | "%" => Some(PromiseUnit::Share),
        "verhouding" => Some(PromiseUnit::Ratio),
        "aantal" | "diensten" => Some(PromiseUnit::Count),
        "rapportcijfer" | "cijfer" => Some(PromiseUnit::Grade),
        code => PromiseUnit::from_code(code),
    }
}

fn every(word: &str) -> Option<Every> {
    match word {
        "maand" => Some(Every::Month),
        "kwartaal" => Some(Every::Quarter),
        "jaar" => Some(Every::Year),
        code => Every::from_code(code),
    }
}

/// Writes what the file does.
///
/// # Errors
/// As [`promise::make_all`] and [`promise::rewrite_all`].
pub async fn write_promises(change: &Change, found: &Promises) -> Result<()> {
    promise::make_all(change, &found.makes).await?;
    promise::rewrite_all(change, &found.rewrites).await
}
