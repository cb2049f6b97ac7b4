//! What an import found before it wrote: kept with every slice, so that it can be put back. Of each row also how the
//! import left it, as a fingerprint: what differs later was changed by somebody else.

use std::collections::BTreeMap;

use entity::{department, department_version, id::*, import_trace, person, person::PersonKind, placement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, sea_query::OnConflict,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use uuid::Uuid;

use crate::domain::{
    change::Change,
    error::{Error, Result},
    people::person::Person,
    secret,
};

pub use entity::import_trace::Model as Trace;

/// Rows by id, as an import finds or leaves them.
pub type Found = BTreeMap<Uuid, Value>;

/// What a staff file writes of somebody.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonWas {
    kind: PersonKind,
    employee_number: Option<String>,
    given_name: String,
    prefix: String,
    surname: String,
    email: Option<String>,
    job_title: String,
    manager_id: Option<PersonId>,
    employed_from: Option<chrono::NaiveDate>,
    employed_until: Option<chrono::NaiveDate>,
    blocked_at: Option<chrono::DateTime<chrono::Utc>>,
    /// In order of id.
    pub placements: Vec<PlacementWas>,
}

/// Where somebody worked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlacementWas {
    pub id: PlacementId,
    pub department: DepartmentId,
    pub starts_on: Option<chrono::NaiveDate>,
    pub ends_on: Option<chrono::NaiveDate>,
}

/// What a file of departments writes of one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DepartmentWas {
    pub name: String,
    pub parent: Option<DepartmentId>,
    pub kind: department::DepartmentKind,
    pub cost_centre: Option<String>,
    /// Whether it was merged.
    ended: bool,
    /// What it was before, in order of id.
    pub versions: Vec<DepartmentVersionId>,
}

impl PersonWas {
    fn of(row: Person, placements: Vec<PlacementWas>) -> Self {
        Self {
            kind: row.kind,
            employee_number: row.employee_number,
            given_name: row.given_name,
            prefix: row.prefix,
            surname: row.surname,
            email: row.email,
            job_title: row.job_title,
            manager_id: row.manager_id,
            employed_from: row.employed_from,
            employed_until: row.employed_until,
            blocked_at: row.blocked_at,
            placements,
        }
    }

    /// The same person with this put back; what no file writes stays.
    pub fn over(&self, now: Person) -> Person {
        let was = self.clone();
        Person {
            kind: was.kind,
            employee_number: was.employee_number,
            given_name: was.given_name,
            prefix: was.prefix,
            surname: was.surname,
            email: was.email,
            job_title: was.job_title,
            manager_id: was.manager_id,
            employed_from: was.employed_from,
            employed_until: was.employed_until,
            blocked_at: was.blocked_at,
            ..now
        }
    }
}

/// These people as they are now.
///
/// # Errors
/// When the database fails.
pub async fn people(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Found> {
    let these = placement::Column::PersonId.is_in(ids.iter().copied());
    let rows = placement::Entity::find().filter(these).order_by_asc(placement::Column::Id).all(db).await?;
    let mut placements: BTreeMap<PersonId, Vec<PlacementWas>> = BTreeMap::new();
    for row in rows {
        placements.entry(row.person_id).or_default().push(PlacementWas {
            id: row.id,
            department: row.department_id,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
        });
    }
    let rows = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let was = |row: Person| {
        let id = row.id;
        Ok((id.0, value(&PersonWas::of(row, placements.remove(&id).unwrap_or_default()))?))
    };
    rows.into_iter().map(was).collect()
}

/// These departments as they are now.
///
/// # Errors
/// When the database fails.
pub async fn departments(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Found> {
    let these = department_version::Column::DepartmentId.is_in(ids.iter().copied());
    let past = department_version::Entity::find().filter(these);
    let past = past.order_by_asc(department_version::Column::Id).all(db).await?;
    let rows = department::Entity::find().filter(department::Column::Id.is_in(ids.iter().copied()));
    let was = |row: department::Model| {
        let of = past.iter().filter(|version| version.department_id == row.id);
        let was = DepartmentWas {
            name: row.name,
            parent: row.parent_id,
            kind: row.kind,
            cost_centre: row.cost_centre,
            ended: row.ends_on.is_some(),
            versions: of.map(|version| version.id).collect(),
        };
        Ok((row.id.0, value(&was)?))
    };
    rows.all(db).await?.into_iter().map(was).collect()
}

/// Keeps what was found, and how it was left. What an interrupted import found first stays what it found.
///
/// # Errors
/// When the database fails.
pub async fn keep(change: &Change, import: ImportId, before: &Found, after: &Found) -> Result<()> {
    use import_trace::Column::{After, ImportId, SubjectId};
    let row = |(id, left): (&Uuid, &Value)| import_trace::ActiveModel {
        import_id: Set(import),
        subject_id: Set(*id),
        before: Set(before.get(id).cloned()),
        after: Set(fingerprint(left)),
    };
    let rows: Vec<_> = after.iter().map(row).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let again = OnConflict::columns([ImportId, SubjectId]).update_column(After).to_owned();
    import_trace::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    Ok(())
}

/// All that an import left a trace of.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, import: ImportId) -> Result<Vec<Trace>> {
    let rows = import_trace::Entity::find().filter(import_trace::Column::ImportId.eq(import));
    Ok(rows.order_by_asc(import_trace::Column::SubjectId).all(db).await?)
}

/// How many an import made, and how many it changed.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &impl ConnectionTrait, import: ImportId) -> Result<(usize, usize)> {
    let of = || import_trace::Entity::find().filter(import_trace::Column::ImportId.eq(import));
    let made = of().filter(import_trace::Column::Before.is_null()).count(db).await?;
    let all = of().count(db).await?;
    let whole = |many: u64| usize::try_from(many).unwrap_or(usize::MAX);
    Ok((whole(made), whole(all - made)))
}

/// The first of these that is not as the import left it.
#[must_use]
pub fn changed_since(traces: &[&Trace], now: &Found) -> Option<Uuid> {
    let same = |trace: &Trace| now.get(&trace.subject_id).map(fingerprint).as_ref() == Some(&trace.after);
    traces.iter().find(|trace| !same(trace)).map(|trace| trace.subject_id)
}

fn fingerprint(value: &Value) -> String {
    secret::hash(value.to_string())
}

/// As it is kept.
///
/// # Errors
/// Never for what is kept here: all of it can be written as JSON.
pub fn value(was: &impl Serialize) -> Result<Value> {
    serde_json::to_value(was).map_err(unreadable)
}

/// What was kept, read back.
///
/// # Errors
/// When the row is not one of ours.
pub fn read<T: DeserializeOwned>(before: &Value) -> Result<T> {
    serde_json::from_value(before.clone()).map_err(unreadable)
}

fn unreadable(error: serde_json::Error) -> Error {
    DbErr::Json(error.to_string()).into()
}
