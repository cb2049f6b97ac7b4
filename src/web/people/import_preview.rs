//! What a file would change, on a page: the first rows of every list, and the rest of one a page at a time.

use chrono::NaiveDate;
use entity::import::{self, ImportKind};
use serde::Serialize;

use super::import::Counts;
use crate::{
    domain::{
        error::Result,
        people::import::{
            Changed, Entry, Remark, Shown,
            comparison::{self, List, Rows},
            upload,
        },
    },
    web::{context::Context, refill::FormView, sentence::Sentence, view::View},
};

/// The preview of one file.
#[derive(Serialize)]
pub struct Preview {
    form: FormView,
    id: String,
    file: String,
    kind: ImportKind,
    /// Added, moved, changed, leaving; empty ones are left out.
    groups: Vec<Group>,
    unchanged: u64,
    refused: Remarks,
    warnings: Remarks,
    /// Who stays whatever the file says.
    kept: Vec<String>,
    brake: Option<Disappearing>,
    nothing: bool,
    /// Rows that are stored already, of how many, when applying it was interrupted.
    halfway: Option<(i32, i32)>,
    /// It changes nothing by itself, but a file of its kind was cut off, and what that left undone is to be done.
    rest: bool,
}

/// Rows that meet with the same.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// `added`, `moved`, `changed` or `left`.
    what: &'static str,
    count: u64,
    /// Whether there are values to compare: a list, because a table of them is unreadable on a phone.
    detailed: bool,
    /// Whether they stand in the file: who is not in it has no line.
    lines: bool,
    rows: Vec<Row>,
}

/// One that is added, changed or leaves.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    line: Option<u64>,
    key: String,
    name: String,
    fields: Vec<Changed>,
}

/// What is to be said about rows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Remarks {
    count: u64,
    rows: Vec<Said>,
}

/// What is to be said about a row.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    line: Option<u64>,
    text: String,
}

/// So many would disappear.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Disappearing {
    gone: u64,
    of: u64,
}

impl View for Preview {
    const TEMPLATE: &'static str = "people/import/preview.html";

    fn title(&self) -> Sentence {
        Sentence::new("import-page-preview-title")
    }

    fn samples() -> Vec<Self> {
        let preview = |groups: Vec<Group>, wrong: usize, brake| Self {
            form: FormView::new(),
            id: "1".into(),
            file: "personeel.csv".into(),
            kind: ImportKind::People,
            nothing: groups.is_empty(),
            groups,
            unchanged: 12,
            refused: Remarks::sample(wrong),
            warnings: Remarks::sample(wrong),
            kept: vec!["Jij (Iris de Wit) blijft.".into(); wrong],
            brake,
            halfway: brake.map(|_| (400, 1_000)),
            rest: false,
        };
        let all = ["added", "moved", "changed", "left"].map(Group::sample).to_vec();
        vec![
            preview(all.clone(), 2, Some(Disappearing { gone: 60, of: 100 })),
            preview(all, 0, None),
            preview(Vec::new(), 0, None),
            Self { rest: true, nothing: false, ..preview(Vec::new(), 0, None) },
        ]
    }
}

/// A change of every sort.
fn changes() -> Vec<Changed> {
    vec![
        Changed::new("departmentId", "Burgerzaken", "Vergunningen"),
        Changed::new("email", Shown::Nothing, "f.deboer@gemeente.example"),
        Changed::new("employedUntil", Shown::Nothing, NaiveDate::from_ymd_opt(2027, 1, 31)),
        Changed::new("blocked", ["allowed"], ["blocked"]),
        Changed::new("values", ["vertrouwen"], ["verbinding", "vakmanschap"]),
        Changed::long("description"),
    ]
}

impl Preview {
    /// Of a kept file that was compared.
    pub(super) async fn new(cx: &Context, row: &import::Model, form: FormView) -> Result<Self> {
        let counts = Counts::new(&row.counts);
        let (mut groups, mut remarks) = (Vec::new(), Vec::new());
        for (list, rows) in comparison::first(cx.db(), row.id).await? {
            match rows {
                Rows::Entries(entries) if entries.is_empty() => {}
                Rows::Entries(entries) => groups.push(Group::new(list, counts.of(list), entries)),
                Rows::Remarks(rows) => remarks.push((list, Remarks::new(cx, counts.of(list), &rows))),
            }
        }
        let mut said = |list| {
            let at = remarks.iter().position(|(of, _)| *of == list);
            at.map(|at| remarks.swap_remove(at).1).unwrap_or_default()
        };
        let rest = groups.is_empty() && upload::cut_off(cx.db(), row.kind).await?.is_some();
        Ok(Self {
            form,
            id: row.id.to_string(),
            file: row.file_name.clone(),
            halfway: (row.done > 0).then_some((row.done, row.total)),
            kind: row.kind,
            unchanged: counts.unchanged,
            refused: said(List::Refused),
            warnings: said(List::Warnings),
            kept: said(List::Kept).rows.into_iter().map(|said| said.text).collect(),
            brake: (counts.out_of > 0).then_some(Disappearing { gone: counts.gone, of: counts.out_of }),
            nothing: groups.is_empty() && !rest,
            groups,
            rest,
        })
    }
}

impl Group {
    pub(super) fn sample(what: &'static str) -> Self {
        let row =
            Row { line: Some(3), key: "100234".into(), name: "Fenna de Boer".into(), fields: changes() };
        let detailed = what == "moved" || what == "changed";
        Self { what, count: 51, detailed, lines: what != "left", rows: vec![row] }
    }

    /// A page of a list of so many.
    pub(super) fn new(list: List, count: u64, entries: Vec<Entry>) -> Self {
        let detailed = entries.iter().any(|entry| !entry.fields.is_empty());
        let lines = entries.iter().all(|entry| entry.line.is_some());
        let row = |Entry { line, key, name, fields }: Entry| Row { line, key, name, fields };
        Self { what: list.code(), count, detailed, lines, rows: entries.into_iter().map(row).collect() }
    }
}

impl Remarks {
    pub(super) fn sample(count: usize) -> Self {
        let said = Said { line: Some(7), text: "De achternaam ontbreekt.".into() };
        Self { count: count as u64, rows: vec![said; count] }
    }

    /// A page of a list of so many.
    pub(super) fn new(cx: &Context, count: u64, remarks: &[Remark]) -> Self {
        let said = |remark: &Remark| {
            let args: Vec<_> =
                remark.args.iter().map(|(name, value)| (&**name, value.as_str().into())).collect();
            let text = cx.words().say(cx.language(), &format!("import-{}", remark.key), &args);
            Said { line: remark.line, text }
        };
        Self { count, rows: remarks.iter().map(said).collect() }
    }
}
