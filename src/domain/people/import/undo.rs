//! Putting back what an import found. Whether anything depends on it is seen by `learning::import::undo`, which knows the
//! areas that could.

use entity::{
    department, department_version,
    id::*,
    import::{self, ImportKind},
    import_trace, person, placement,
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, QuerySelect as _, QueryTrait as _,
    sea_query::{Expr, OnConflict},
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    SLICE, heads,
    trace::{self, DepartmentWas, PersonWas, PlacementWas, Trace},
    upload,
};
use crate::domain::{
    change::{Change, locks_rows},
    error::{Refusal, Result},
    people::word,
};

/// An import that can be undone, as far as it knows itself.
#[derive(Clone, Debug)]
pub struct Undoing {
    pub import: import::Model,
    pub traces: Vec<Trace>,
}

impl Undoing {
    /// What the import made, which goes.
    #[must_use]
    pub fn made(&self) -> Vec<Uuid> {
        self.traces.iter().filter(|one| one.before.is_none()).map(|one| one.subject_id).collect()
    }

    /// What the import changed, with what it was.
    pub fn changed(&self) -> impl Iterator<Item = (Uuid, &Value)> {
        self.traces.iter().filter_map(|one| Some((one.subject_id, one.before.as_ref()?)))
    }
}

/// What there is to undo.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`]; [`Refusal::ImportNotLast`] when a later file of its kind was applied;
/// [`Refusal::ImportNotUndoable`] when it was not applied, was undone, or is too old.
pub async fn ready(db: &impl ConnectionTrait, id: ImportId) -> Result<Undoing> {
    let import = allowed(db, id).await?;
    Ok(Undoing { traces: trace::of(db, id).await?, import })
}

/// As [`ready`], without what there is to undo: that is a trace of every row.
///
/// # Errors
/// As [`ready`].
pub async fn allowed(db: &impl ConnectionTrait, id: ImportId) -> Result<import::Model> {
    let import = upload::one(db, id).await?;
    let Some(applied) = import.applied_at.filter(|_| import.undone_at.is_none()) else {
        return Err(Refusal::ImportNotUndoable.into());
    };
    use import::Column::{AppliedAt, Kind, StartedAt};
    let later = import::Entity::find().filter(Kind.eq(import.kind)).filter(AppliedAt.gt(applied));
    let begun = import::Entity::find().filter(Kind.eq(import.kind)).filter(StartedAt.gt(applied));
    if later.count(db).await? + begun.filter(AppliedAt.is_null()).count(db).await? > 0 {
        return Err(Refusal::ImportNotLast.into());
    }
    if import.restore.is_none() {
        return Err(Refusal::ImportNotUndoable.into());
    }
    Ok(import)
}

/// Puts people back: who is new goes, who changed is as before, and works where they worked.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn people(change: &Change, undoing: &Undoing) -> Result<()> {
    let changed: Vec<_> = undoing.changed().collect();
    let made = undoing.made();
    for slice in changed.chunks(SLICE) {
        // Numbers and addresses may have changed hands: nobody has one while they are given out again.
        person::Entity::update_many()
            .col_expr(person::Column::Email, Expr::value(Option::<String>::None))
            .col_expr(person::Column::EmployeeNumber, Expr::value(Option::<String>::None))
            .filter(person::Column::Id.is_in(slice.iter().map(|(id, _)| *id)))
            .exec(change.db())
            .await?;
    }
    for slice in made.chunks(SLICE) {
        let these = person::Column::Id.is_in(slice.iter().copied());
        person::Entity::delete_many().filter(these).exec(change.db()).await?;
    }
    for slice in changed.chunks(SLICE) {
        put_back(change, slice).await?;
    }
    let gone = import_trace::Entity::find()
        .select_only()
        .column(import_trace::Column::SubjectId)
        .filter(import_trace::Column::ImportId.eq(undoing.import.id))
        .filter(import_trace::Column::Before.is_null());
    person::Entity::update_many()
        .col_expr(person::Column::ManagerId, Expr::value(Option::<PersonId>::None))
        .filter(person::Column::ManagerId.in_subquery(gone.into_query()))
        .exec(change.db())
        .await?;
    let managers = undoing.import.restore.as_ref().and_then(|facts| facts.get("managers")?.as_bool());
    if managers == Some(true) { heads::refresh(change).await } else { Ok(()) }
}

async fn put_back(change: &Change, slice: &[(Uuid, &Value)]) -> Result<()> {
    let ids = || slice.iter().map(|(id, _)| *id);
    let now = person::Entity::find().filter(person::Column::Id.is_in(ids())).all(change.db()).await?;
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    for person in now {
        let Some((_, before)) = slice.iter().find(|(id, _)| *id == person.id.0) else { continue };
        let (was, id): (PersonWas, _) = (trace::read(before)?, person.id);
        rows.push(was.over(person));
        places.extend(was.placements.into_iter().map(|place| (id, place)));
    }
    use person::Column::{
        BlockedAt, Email, EmployedFrom, EmployedUntil, EmployeeNumber, GivenName, Id, JobTitle, Kind,
        ManagerId, Prefix, Surname,
    };
    let mut again = OnConflict::column(Id);
    again.update_columns([Kind, EmployeeNumber, GivenName, Prefix, Surname, Email, JobTitle, ManagerId]);
    again.update_columns([EmployedFrom, EmployedUntil, BlockedAt]);
    if !rows.is_empty() {
        word::keep(change, &rows).await?;
        let rows = rows.into_iter().map(|row| row.into_active_model().reset_all());
        person::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    }
    put_places_back(change, ids(), places).await
}

async fn put_places_back(
    change: &Change,
    people: impl Iterator<Item = Uuid>,
    places: Vec<(PersonId, PlacementWas)>,
) -> Result<()> {
    let kept: Vec<_> = places.iter().map(|(_, place)| place.id).collect();
    placement::Entity::delete_many()
        .filter(placement::Column::PersonId.is_in(people))
        .filter(placement::Column::Id.is_not_in(kept))
        .exec(change.db())
        .await?;
    let rows = places.into_iter().map(|(person, place)| placement::ActiveModel {
        id: Set(place.id),
        person_id: Set(person),
        department_id: Set(place.department),
        starts_on: Set(place.starts_on),
        ends_on: Set(place.ends_on),
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Ok(());
    }
    use placement::Column::{DepartmentId, EndsOn, StartsOn};
    let mut again = OnConflict::column(placement::Column::Id);
    again.update_columns([DepartmentId, StartsOn, EndsOn]);
    placement::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    Ok(())
}

/// Puts departments back, with what they had of a past.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn departments(change: &Change, undoing: &Undoing) -> Result<()> {
    for (id, before) in undoing.changed() {
        let was: DepartmentWas = trace::read(before)?;
        let row = department::ActiveModel {
            id: Set(DepartmentId(id)),
            name: Set(was.name),
            parent_id: Set(was.parent),
            kind: Set(was.kind),
            cost_centre: Set(was.cost_centre),
            ..Default::default()
        };
        department::Entity::update(row).exec(change.db()).await?;
        department_version::Entity::delete_many()
            .filter(department_version::Column::DepartmentId.eq(id))
            .filter(department_version::Column::Id.is_not_in(was.versions))
            .exec(change.db())
            .await?;
    }
    let made = undoing.made();
    let these = || department::Column::Id.is_in(made.iter().copied());
    department::Entity::update_many()
        .col_expr(department::Column::ParentId, Expr::value(Option::<DepartmentId>::None))
        .filter(these())
        .exec(change.db())
        .await?;
    department::Entity::delete_many().filter(these()).exec(change.db()).await?;
    Ok(())
}

/// Holds what the import made until the change is done, so that nobody comes to depend on it meanwhile. SQLite holds
/// everything anyway.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn hold(change: &Change, undoing: &Undoing) -> Result<()> {
    if !locks_rows(change) {
        return Ok(());
    }
    let kind = undoing.import.kind;
    for slice in undoing.made().chunks(SLICE) {
        let slice = slice.iter().copied();
        match kind {
            ImportKind::People => {
                let rows = person::Entity::find().filter(person::Column::Id.is_in(slice));
                rows.lock_exclusive().all(change.db()).await?;
            }
            ImportKind::Departments => {
                let rows = department::Entity::find().filter(department::Column::Id.is_in(slice));
                rows.lock_exclusive().all(change.db()).await?;
            }
            ImportKind::Workshops => {
                let rows = entity::workshop::Entity::find().filter(entity::workshop::Column::Id.is_in(slice));
                rows.lock_exclusive().all(change.db()).await?;
            }
        }
    }
    Ok(())
}
