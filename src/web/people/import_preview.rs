//! What a file would change, on a page.

use chrono::NaiveDate;
use entity::import::{self, ImportKind};
use serde::Serialize;

use crate::{
    domain::people::import::{Brake, Changed, Diff, Entry, Remark, Shown},
    web::{context::Context, refill::FormView, sentence::Sentence, view::View},
};

/// Rows of one kind that are shown; of a file of thousands nobody reads more, and the counts tell of the rest.
const MOST_ROWS: usize = 200;

/// The preview of one file.
#[derive(Serialize)]
pub struct Preview {
    form: FormView,
    id: String,
    file: String,
    kind: ImportKind,
    /// Added, moved, changed, leaving; empty ones are left out.
    groups: Vec<Group>,
    unchanged: usize,
    refused: Remarks,
    warnings: Remarks,
    brake: Option<Disappearing>,
    nothing: bool,
    /// Rows that are stored already, of how many, when applying it was interrupted.
    halfway: Option<(i32, i32)>,
}

/// Rows that meet with the same.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// `added`, `moved`, `changed` or `left`.
    what: &'static str,
    count: usize,
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
#[derive(Clone, Debug, Serialize)]
pub struct Remarks {
    count: usize,
    rows: Vec<Said>,
}

/// What is to be said about a row.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    line: u64,
    text: String,
}

/// So many would disappear.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Disappearing {
    gone: usize,
    of: usize,
}

impl View for Preview {
    const TEMPLATE: &'static str = "people/import/preview.html";

    fn title(&self) -> Sentence {
        Sentence::new("import-page-preview-title")
    }

    fn samples() -> Vec<Self> {
        let row =
            Row { line: Some(3), key: "100234".into(), name: "Fenna de Boer".into(), fields: changes() };
        let group = |what| Group {
            what,
            count: 1,
            detailed: what == "moved" || what == "changed",
            lines: what != "left",
            rows: vec![row.clone()],
        };
        let said = |count| Remarks {
            count,
            rows: vec![Said { line: 7, text: "De achternaam ontbreekt.".into() }; count],
        };
        let preview = |groups: Vec<Group>, wrong: usize, brake| Self {
            form: FormView::new(),
            id: "1".into(),
            file: "personeel.csv".into(),
            kind: ImportKind::People,
            nothing: groups.is_empty(),
            groups,
            unchanged: 12,
            refused: said(wrong),
            warnings: said(wrong),
            brake,
            halfway: brake.map(|_| (400, 1_000)),
        };
        let all = ["added", "moved", "changed", "left"].map(group).to_vec();
        vec![
            preview(all.clone(), 2, Some(Disappearing { gone: 60, of: 100 })),
            preview(all, 0, None),
            preview(Vec::new(), 0, None),
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
    /// Of a kept file.
    pub(super) fn new(cx: &Context, row: &import::Model, diff: &Diff, form: FormView) -> Self {
        let groups = [
            ("added", &diff.added),
            ("moved", &diff.moved),
            ("changed", &diff.changed),
            ("left", &diff.left),
        ];
        let filled = groups.into_iter().filter(|(_, entries)| !entries.is_empty());
        Self {
            form,
            id: row.id.to_string(),
            file: row.file_name.clone(),
            halfway: (row.done > 0).then_some((row.done, row.total)),
            kind: diff.kind,
            groups: filled.map(|(what, entries)| Group::new(what, entries)).collect(),
            unchanged: diff.unchanged,
            refused: Remarks::new(cx, &diff.refused),
            warnings: Remarks::new(cx, &diff.warnings),
            brake: diff.brake.map(|Brake { gone, of }| Disappearing { gone, of }),
            nothing: diff.is_empty(),
        }
    }
}

impl Group {
    fn new(what: &'static str, entries: &[Entry]) -> Self {
        let row = |entry: &Entry| Row {
            line: entry.line,
            key: entry.key.clone(),
            name: entry.name.clone(),
            fields: entry.fields.clone(),
        };
        let detailed = entries.iter().any(|entry| !entry.fields.is_empty());
        let lines = entries.iter().all(|entry| entry.line.is_some());
        Self {
            what,
            count: entries.len(),
            detailed,
            lines,
            rows: entries.iter().take(MOST_ROWS).map(row).collect(),
        }
    }
}

impl Remarks {
    fn new(cx: &Context, remarks: &[Remark]) -> Self {
        let said = |remark: &Remark| {
            let args: Vec<_> =
                remark.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
            let text = cx.words().say(cx.language(), &format!("import-{}", remark.key), &args);
            Said { line: remark.line, text }
        };
        Self { count: remarks.len(), rows: remarks.iter().take(MOST_ROWS).map(said).collect() }
    }
}
