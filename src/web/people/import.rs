//! Loading a file: choose it, see what it would change, apply it. Nothing is written before that.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    id::{ImportId, PersonId},
    import::{self, ImportKind},
};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        error::{Field, Result},
        learning::import as imports,
        people::import::{claim, comparison, upload},
        privacy::audit,
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Which file, and what was loaded before.
#[derive(Serialize)]
pub struct List {
    form: FormView,
    kinds: &'static [ImportKind],
    recent: Vec<Line>,
}

/// A file that was sent.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    id: String,
    kind: ImportKind,
    name: String,
    /// Who chose it; nothing for the operator of the machine.
    by: Option<String>,
    uploaded_at: DateTime<Utc>,
    applied_at: Option<DateTime<Utc>>,
    undone_at: Option<DateTime<Utc>>,
    runs: bool,
    counts: Counts,
}

/// How many rows did what.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Counts {
    pub added: u64,
    pub changed: u64,
    pub moved: u64,
    pub left: u64,
    pub unchanged: u64,
    pub refused: u64,
    pub warnings: u64,
    pub kept: u64,
    /// So many would disappear, when that must be confirmed, of `out_of`; else 0.
    pub gone: u64,
    pub out_of: u64,
}

impl Counts {
    pub(super) fn new(counts: &serde_json::Value) -> Self {
        let of = |name| counts.get(name).and_then(serde_json::Value::as_u64).unwrap_or_default();
        Self {
            added: of("added"),
            changed: of("changed"),
            moved: of("moved"),
            left: of("left"),
            unchanged: of("unchanged"),
            refused: of("refused"),
            warnings: of("warnings"),
            kept: of("kept"),
            gone: of("gone"),
            out_of: of("of"),
        }
    }

    pub(super) const fn of(&self, list: comparison::List) -> u64 {
        use comparison::List;
        match list {
            List::Added => self.added,
            List::Moved => self.moved,
            List::Changed => self.changed,
            List::Left => self.left,
            List::Refused => self.refused,
            List::Warnings => self.warnings,
            List::Kept => self.kept,
        }
    }
}

impl Line {
    fn new(row: &import::Model, names: &HashMap<PersonId, String>, now: DateTime<Utc>) -> Self {
        Self {
            id: row.id.to_string(),
            kind: row.kind,
            name: row.file_name.clone(),
            by: row.uploaded_by.and_then(|id| names.get(&id)).cloned(),
            uploaded_at: row.uploaded_at,
            applied_at: row.applied_at,
            undone_at: row.undone_at,
            runs: claim::runs(row, now),
            counts: Counts::new(&row.counts),
        }
    }
}

impl View for List {
    const TEMPLATE: &'static str = "people/import/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("import-page-title")
    }

    fn samples() -> Vec<Self> {
        let line = |applied_at: Option<DateTime<Utc>>, undone_at: Option<DateTime<Utc>>, runs| Line {
            id: "1".into(),
            kind: if undone_at.is_some() { ImportKind::Departments } else { ImportKind::People },
            name: "personeel.csv".into(),
            by: applied_at.map(|_| "Iris de Wit".into()),
            uploaded_at: DateTime::UNIX_EPOCH,
            applied_at,
            undone_at,
            runs,
            counts: Counts { added: 3, changed: 1, ..Counts::default() },
        };
        let then = Some(DateTime::UNIX_EPOCH);
        let list = |form, recent| Self { form, kinds: ImportKind::ALL, recent };
        let wrong = FormView::new().with("kind", "people").wrong("file", "Dit bestand is leeg.");
        vec![
            list(FormView::new(), Vec::new()),
            list(
                wrong,
                vec![
                    line(None, None, false),
                    line(None, None, true),
                    line(then, None, false),
                    line(then, then, false),
                ],
            ),
        ]
    }
}

/// Which file.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    cx.page(&list(&cx, FormView::new().with("kind", ImportKind::People.code())).await?)
}

async fn list(cx: &Context, form: FormView) -> Result<List> {
    let rows = upload::recent(cx.db()).await?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.uploaded_by).collect();
    let names = audit::names(cx.db(), &people).await?;
    let recent = rows.iter().map(|row| Line::new(row, &names, cx.now())).collect();
    Ok(List { form, kinds: ImportKind::ALL, recent })
}

/// Keeps a file and shows what it would change.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match keep(&cx, &form).await {
        Ok(id) => Ok(cx.go(format!("/import/{id}")).into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &list(&cx, form).await?)
        }
    }
}

async fn keep(cx: &Context, form: &Form) -> Result<ImportId> {
    let mut read = form.read();
    let kind = read.choice("kind", ImportKind::from_code);
    let kind = read.needed("kind", kind);
    if form.upload("file").is_none() {
        read.refuse(Field::new("file", "file-none"));
    }
    read.done()?;
    let (Some(kind), Some(file)) = (kind, form.upload("file")) else {
        return Err(Field::new("file", "file-none").into());
    };
    // A file without the columns it needs is refused here, before there is anything to keep.
    let plan = imports::plan(cx.house(), cx.actor(), kind, &file.content).await?;
    let (name, bytes) = (&file.name, &file.content);
    let id =
        cx.write_once(form, |change| async move { upload::keep(&change, kind, name, bytes).await }).await?;
    imports::remember(cx.house(), cx.actor(), id, plan.diff()).await?;
    Ok(id)
}
