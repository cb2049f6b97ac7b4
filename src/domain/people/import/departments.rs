//! The department tree from a file: recognised by code. A parent may come later in the file than its children; a
//! department that the file lacks stays as it is.

use std::collections::{HashMap, HashSet};

use entity::{department::DepartmentKind, id::*, import::ImportKind};
use sea_orm::ConnectionTrait;

use super::{
    columns::{self, CODE, COST_CENTRE, KIND, NAME, PARENT},
    department_rows::{changes, parents_first},
    diff::{Diff, Entry, Remark},
    read::{Row, Table},
};
use crate::domain::{
    error::Result,
    people::department::{Department, ended, list},
};

/// What the file changes, and how.
#[derive(Debug)]
pub struct Plan {
    pub diff: Diff,
    /// New and changed ones, parents before their children.
    pub(super) rows: Vec<Department>,
}

/// A row that is well by itself.
struct Record {
    line: u64,
    code: String,
    name: String,
    /// Nothing when the file has no such column.
    parent: Option<String>,
    kind: Option<DepartmentKind>,
    /// Nothing when the file has no such column.
    cost_centre: Option<String>,
}

/// Compares the file with the house.
///
/// # Errors
/// Field `file` when a column is missing; when the database fails.
pub async fn plan(db: &impl ConnectionTrait, table: &Table) -> Result<Plan> {
    let mut diff = Diff::new(ImportKind::Departments);
    let records = parse(table, &mut diff)?;
    let known: HashMap<String, Department> =
        list(db).await?.into_iter().map(|d| (d.code.to_lowercase(), d)).collect();
    let titles = known.values().map(|one| (one.id, one.name.clone())).collect();
    let records = without_merged(records, &ended(db).await?, &titles, &mut diff);
    let records = with_sound_parents(records, &known, &mut diff);
    let rows = compare(&records, &known, &mut diff);
    diff.sort();
    Ok(Plan { diff, rows })
}

impl Plan {
    /// Rows to write.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.rows.len()
    }
}

/// Refuses what the house merged: the file is older than the tree.
fn without_merged(
    records: Vec<Record>,
    ended: &[Department],
    names: &HashMap<DepartmentId, String>,
    diff: &mut Diff,
) -> Vec<Record> {
    let gone = |code: &str| ended.iter().find(|one| one.code.to_lowercase() == code.to_lowercase());
    let (good, bad): (Vec<_>, Vec<_>) = records.into_iter().partition(|record| gone(&record.code).is_none());
    diff.refused.extend(bad.iter().filter_map(|record| {
        let one = gone(&record.code)?;
        let into = one.successor_id.and_then(|id| names.get(&id)).map_or("", String::as_str);
        Some(Remark::new(record.line, "code-merged").with("code", &one.code).with("into", into))
    }));
    good
}

fn parse(table: &Table, diff: &mut Diff) -> Result<Vec<Record>> {
    let (code, name) = (columns::require(table, CODE)?, columns::require(table, NAME)?);
    let (parent, kind) = (columns::find(table, PARENT), columns::find(table, KIND));
    let cost_centre = columns::find(table, COST_CENTRE);
    let (mut records, mut seen) = (Vec::new(), HashMap::new());
    for row in &table.rows {
        let record = Record {
            line: row.line,
            code: row.cell(code).into(),
            name: row.cell(name).into(),
            parent: parent.map(|at| row.cell(at).to_lowercase()),
            kind: None,
            cost_centre: cost_centre.map(|at| row.cell(at).into()),
        };
        match sound(row, table, record, kind) {
            Err(remark) => diff.refused.push(remark),
            Ok(record) => match seen.get(&record.code.to_lowercase()) {
                Some(first) => diff.refused.push(
                    Remark::new(row.line, "code-twice").with("code", &record.code).with("first", first),
                ),
                None => {
                    seen.insert(record.code.to_lowercase(), record.line);
                    records.push(record);
                }
            },
        }
    }
    Ok(records)
}

fn sound(
    row: &Row,
    table: &Table,
    record: Record,
    kind: Option<usize>,
) -> std::result::Result<Record, Remark> {
    if row.overflows(table.header.len()) {
        return Err(Remark::new(row.line, "too-many-cells"));
    }
    if record.code.is_empty() {
        return Err(Remark::new(row.line, "no-code"));
    }
    if record.name.is_empty() {
        return Err(Remark::new(row.line, "no-name"));
    }
    let word = kind.map(|at| row.cell(at)).filter(|word| !word.is_empty());
    let kind = word
        .map(|word| kind_of(word).ok_or_else(|| Remark::new(row.line, "kind-unknown").with("kind", word)));
    Ok(Record { kind: kind.transpose()?, ..record })
}

fn kind_of(word: &str) -> Option<DepartmentKind> {
    match word.to_lowercase().as_str() {
        "organisatie" | "organisation" | "gemeente" => Some(DepartmentKind::Organisation),
        "domein" | "domain" | "directie" => Some(DepartmentKind::Domain),
        "afdeling" | "department" => Some(DepartmentKind::Department),
        "team" => Some(DepartmentKind::Team),
        _ => None,
    }
}

/// Refuses rows whose parent is unknown, or is below themselves. A refused row can be the parent of another one, so this
/// goes on until nothing more is refused.
fn with_sound_parents(
    mut records: Vec<Record>,
    known: &HashMap<String, Department>,
    diff: &mut Diff,
) -> Vec<Record> {
    loop {
        let parents = parents(&records, known);
        let (good, bad): (Vec<_>, Vec<_>) =
            records.into_iter().partition(|record| trouble(&record.code.to_lowercase(), &parents).is_none());
        diff.refused.extend(bad.iter().map(|record| {
            let key = trouble(&record.code.to_lowercase(), &parents).unwrap_or("parent-unknown");
            Remark::new(record.line, key)
                .with("parent", record.parent.as_deref().unwrap_or_default().to_uppercase())
        }));
        if bad.is_empty() {
            return good;
        }
        records = good;
    }
}

/// The parent of every code once the file is applied.
fn parents(records: &[Record], known: &HashMap<String, Department>) -> HashMap<String, Option<String>> {
    let codes: HashMap<DepartmentId, &String> = known.iter().map(|(code, d)| (d.id, code)).collect();
    let before = |d: &Department| d.parent_id.and_then(|id| codes.get(&id)).map(|code| (*code).clone());
    let mut parents: HashMap<_, _> = known.iter().map(|(code, d)| (code.clone(), before(d))).collect();
    for record in records {
        let code = record.code.to_lowercase();
        match &record.parent {
            Some(parent) => {
                let parent = Some(parent.clone()).filter(|parent| !parent.is_empty());
                parents.insert(code, parent);
            }
            None => {
                parents.entry(code).or_default();
            }
        }
    }
    parents
}

/// What is wrong with the way up from this code, if anything.
fn trouble(code: &str, parents: &HashMap<String, Option<String>>) -> Option<&'static str> {
    let parent = parents.get(code)?.as_ref()?;
    if !parents.contains_key(parent) {
        return Some("parent-unknown");
    }
    let mut passed = HashSet::new();
    let mut at = Some(parent);
    while let Some(next) = at {
        if next == code {
            return Some("parent-circle");
        }
        // A circle further up: it is told of the rows that are in it.
        if !passed.insert(next) {
            return None;
        }
        at = parents.get(next).and_then(Option::as_ref);
    }
    None
}

fn compare(records: &[Record], known: &HashMap<String, Department>, diff: &mut Diff) -> Vec<Department> {
    let mut ids: HashMap<String, DepartmentId> = known.iter().map(|(code, d)| (code.clone(), d.id)).collect();
    for record in records {
        ids.entry(record.code.to_lowercase()).or_insert_with(DepartmentId::new);
    }
    let names = names(records, known, &ids);
    let mut rows = Vec::new();
    for record in records {
        let before = known.get(&record.code.to_lowercase());
        let after = merged(record, before, &ids);
        let entry = |fields| Entry {
            line: Some(record.line),
            key: after.code.clone(),
            name: after.name.clone(),
            fields,
        };
        match before.map(|before| changes(before, &after, &names)) {
            None => diff.added.push(entry(Vec::new())),
            Some(fields) if fields.is_empty() => {
                diff.unchanged += 1;
                continue;
            }
            Some(fields) => diff.changed.push(entry(fields)),
        }
        rows.push(after);
    }
    parents_first(rows)
}

fn merged(record: &Record, before: Option<&Department>, ids: &HashMap<String, DepartmentId>) -> Department {
    let parent = |code: &String| ids.get(code).copied();
    Department {
        id: ids.get(&record.code.to_lowercase()).copied().unwrap_or_else(DepartmentId::new),
        code: before.map_or_else(|| record.code.clone(), |before| before.code.clone()),
        name: record.name.clone(),
        parent_id: record.parent.as_ref().map_or_else(|| before.and_then(|d| d.parent_id), parent),
        kind: record.kind.or(before.map(|d| d.kind)).unwrap_or(DepartmentKind::Department),
        cover_limit: before.and_then(|d| d.cover_limit),
        begins_on: before.and_then(|d| d.begins_on),
        ends_on: None,
        successor_id: None,
        cost_centre: match &record.cost_centre {
            Some(text) => Some(text.clone()).filter(|text| !text.is_empty()),
            None => before.and_then(|d| d.cost_centre.clone()),
        },
    }
}

/// What departments are called: as the file has it, else as the house has it.
fn names<'a>(
    records: &'a [Record],
    known: &'a HashMap<String, Department>,
    ids: &HashMap<String, DepartmentId>,
) -> HashMap<DepartmentId, &'a str> {
    let house = known.values().map(|department| (department.id, &*department.name));
    let file =
        records.iter().filter_map(|record| Some((*ids.get(&record.code.to_lowercase())?, &*record.name)));
    house.chain(file).collect()
}
