//! The catalogue from a file: recognised by code, published at once. A workshop that the file lacks stays as it is.

use std::collections::HashMap;

use entity::{
    id::*,
    import::ImportKind,
    workshop::{self, Cover, WorkshopState},
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{
    super::workshop::{Draft, create, rewrite, set_state, values_of},
    workshop_row::{self, Cells},
};
use crate::domain::{
    change::Change,
    error::Result,
    people::import::{
        Changed, Diff, Entry, Remark, Run, Shown,
        read::Table,
        trace::{self, Found},
        undo::Undoing,
    },
};

/// Workshops in one transaction: each takes some statements.
const SLICE: usize = 20;

/// What the file changes, and how.
#[derive(Debug)]
pub struct Plan {
    pub diff: Diff,
    /// Without an id: a new one.
    writes: Vec<(Option<WorkshopId>, Draft)>,
}

/// Compares the file with the catalogue.
///
/// # Errors
/// Field `file` when a column is missing; when the database fails.
pub async fn plan(db: &impl ConnectionTrait, table: &Table) -> Result<Plan> {
    workshop_row::required(table)?;
    let known = known(db).await?;
    let mut plan = Plan { diff: Diff::new(ImportKind::Workshops), writes: Vec::new() };
    let mut seen: HashMap<String, u64> = HashMap::new();
    for row in &table.rows {
        let cells = Cells { table, row };
        let code = cells.code();
        let before = known.get(&code);
        match (cells.draft(before.map(|(_, draft)| draft)), seen.get(&code)) {
            (Err(remark), _) => plan.diff.refused.push(remark),
            (Ok(draft), Some(first)) => {
                plan.diff
                    .refused
                    .push(Remark::new(row.line, "code-twice").with("code", draft.code).with("first", first));
            }
            (Ok(draft), None) => {
                seen.insert(code, row.line);
                plan.compare(row.line, before, draft);
            }
        }
    }
    Ok(plan)
}

/// Writes the plan; new workshops are published.
///
/// # Errors
/// [`crate::domain::error::Error::Forbidden`] unless the actor may plan; field by field what a form would not take; when the database fails.
pub async fn write(run: &Run<'_>, plan: &Plan) -> Result<()> {
    let import = run.import;
    for slice in plan.writes.chunks(SLICE) {
        run.slice(slice.len(), |change| async move { write_slice(&change, import, slice).await }).await?;
    }
    Ok(())
}

async fn write_slice(change: &Change, import: ImportId, slice: &[(Option<WorkshopId>, Draft)]) -> Result<()> {
    let known: Vec<_> = slice.iter().filter_map(|(id, _)| Some(id.as_ref()?.0)).collect();
    let before = as_now(change.db(), &known).await?;
    let mut ids = known;
    for (id, draft) in slice {
        match id {
            Some(id) => rewrite(change, *id, draft).await?,
            None => {
                let id = create(change, draft).await?;
                set_state(change, id, WorkshopState::Published).await?;
                ids.push(id.0);
            }
        }
    }
    trace::keep(change, import, &before, &as_now(change.db(), &ids).await?).await
}

impl Plan {
    /// Rows to write.
    pub const fn size(&self) -> usize {
        self.writes.len()
    }
}

/// These workshops as they are now.
///
/// # Errors
/// When the database fails.
pub async fn as_now(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Found> {
    let rows =
        workshop::Entity::find().filter(workshop::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let mut values = values_of(db, rows.iter().map(|row| row.id).collect()).await?;
    let now = |row: workshop::Model| {
        let (id, values) = (row.id, values.remove(&row.id).unwrap_or_default());
        Ok((id.0, trace::value(&Draft::of(row, values))?))
    };
    rows.into_iter().map(now).collect()
}

/// Puts these workshops back as they were, and takes away those that the file made.
///
/// # Errors
/// As [`rewrite`].
pub async fn put_back(change: &Change, undoing: &Undoing) -> Result<()> {
    for slice in undoing.made().chunks(SLICE) {
        let these = workshop::Column::Id.is_in(slice.iter().copied());
        workshop::Entity::delete_many().filter(these).exec(change.db()).await?;
    }
    // Codes stay what they are, so that no two are in each other's way.
    for (id, before) in undoing.changed() {
        rewrite(change, WorkshopId(id), &trace::read(before)?).await?;
    }
    Ok(())
}

/// Every workshop by its code in lower case.
async fn known(db: &impl ConnectionTrait) -> Result<HashMap<String, (WorkshopId, Draft)>> {
    let rows = workshop::Entity::find().all(db).await?;
    let mut values = values_of(db, rows.iter().map(|row| row.id).collect()).await?;
    let mut draft = |row: workshop::Model| {
        let values = values.remove(&row.id).unwrap_or_default();
        Draft::of(row, values)
    };
    Ok(rows.into_iter().map(|row| (row.code.to_lowercase(), (row.id, draft(row)))).collect())
}

impl Plan {
    fn compare(&mut self, line: u64, before: Option<&(WorkshopId, Draft)>, draft: Draft) {
        let fields = before.map(|(_, before)| changes(before, &draft));
        let entry =
            |fields| Entry { line: Some(line), key: draft.code.clone(), name: draft.title.clone(), fields };
        match fields {
            None => self.diff.added.push(entry(Vec::new())),
            Some(fields) if fields.is_empty() => {
                self.diff.unchanged += 1;
                return;
            }
            Some(fields) => self.diff.changed.push(entry(fields)),
        }
        self.writes.push((before.map(|(id, _)| *id), draft));
    }
}

/// Texts of more than a sentence only say that they change.
fn changes(before: &Draft, after: &Draft) -> Vec<Changed> {
    let at = |field, show: &dyn Fn(&Draft) -> Shown| {
        let (old, new) = (show(before), show(after));
        (old != new).then(|| Changed::new(field, old, new))
    };
    let long = |field, differs: bool| differs.then(|| Changed::long(field));
    let changes = [
        at("title", &|d| d.title.as_str().into()),
        at("summary", &|d| d.summary.as_str().into()),
        long("description", before.description != after.description),
        long("goals", before.goals != after.goals),
        at("values", &|d| d.values.iter().map(|value| value.code()).collect::<Vec<_>>().into()),
        at("form", &|d| [d.form.code()].into()),
        at("durationMinutes", &|d| Some(d.duration_minutes).into()),
        at("parts", &|d| Some(d.parts).into()),
        at("minimum", &|d| d.minimum.into()),
        at("maximum", &|d| d.maximum.into()),
        at("audience", &|d| d.audience.as_str().into()),
        at("languages", &|d| d.languages.iter().map(|one| one.code()).collect::<Vec<_>>().into()),
        at("cover", &|d| d.cover.map(Cover::code).map_or(Shown::Nothing, |code| [code].into())),
        at("offering", &|d| [d.offering.code()].into()),
    ];
    changes.into_iter().flatten().collect()
}
