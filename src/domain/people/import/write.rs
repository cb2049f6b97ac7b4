//! Writing a compared staff file: slices of rows, a fixed number of statements each.

use entity::{id::*, person, placement};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, Iterable as _, QueryFilter as _,
    sea_query::{Expr, OnConflict},
};

use uuid::Uuid;

use super::{
    SLICE, heads,
    people::{Plan, Write},
    run::Run,
    trace::{self, Found},
};
use crate::domain::{
    change::Change,
    error::{Error, Result},
    event::Event,
    people::{
        administration::{self, can_sign_in},
        word,
    },
};

/// Writes everybody who is new or changed. Who leaves is left to [`crate::domain::learning::import`].
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`crate::domain::error::Refusal::LastAdministrator`] when whoever would
/// have stayed lost the role since it was compared; when the database fails.
pub(in crate::domain) async fn people(run: &Run<'_>, plan: &Plan) -> Result<()> {
    if !run.actor.may_import() {
        return Err(Error::Forbidden);
    }
    let import = run.import;
    for slice in plan.freed.chunks(SLICE) {
        let ids = &slice.iter().map(|id| id.0).collect::<Vec<_>>();
        run.slice(0, |change| async move {
            let before = trace::people(change.db(), ids).await?;
            free(&change, slice).await?;
            keep(&change, (import, ids), &before).await
        })
        .await?;
    }
    for slice in plan.writes.chunks(SLICE) {
        let ids = &slice.iter().map(|write| write.person.id.0).collect::<Vec<_>>();
        run.slice(slice.len(), |change| async move {
            let before = trace::people(change.db(), ids).await?;
            write(&change, slice).await?;
            keep(&change, (import, ids), &before).await
        })
        .await?;
    }
    Ok(())
}

/// Keeps what these people were, and how they are left.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn keep(
    change: &Change,
    (import, ids): (ImportId, &[Uuid]),
    before: &Found,
) -> Result<()> {
    trace::keep(change, import, before, &trace::people(change.db(), ids).await?).await
}

/// Whoever the people of a department name as manager heads it. A file without managers changes nothing in that.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn heads(change: &Change, plan: &Plan) -> Result<()> {
    if plan.managers { heads::refresh(change).await } else { Ok(()) }
}

async fn free(change: &Change, people: &[PersonId]) -> Result<()> {
    person::Entity::update_many()
        .col_expr(person::Column::Email, Expr::value(Option::<String>::None))
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .exec(change.db())
        .await?;
    let freed = person::Entity::find().filter(person::Column::Id.is_in(people.iter().copied()));
    word::keep(change, &freed.all(change.db()).await?).await
}

async fn write(change: &Change, slice: &[Write]) -> Result<()> {
    let today = change.policy.day(change.now);
    let shuts_out = slice.iter().any(|write| !can_sign_in(&write.person, today));
    let administered = shuts_out && administration::goes_on(change).await?;
    let mut again = OnConflict::column(person::Column::Id);
    // The language is the person's own choice, and may have been made since the file was compared.
    let own = |column: &person::Column| {
        !matches!(column, person::Column::Id | person::Column::CreatedAt | person::Column::Language)
    };
    again.update_columns(person::Column::iter().filter(own));
    let rows = slice.iter().map(|write| write.person.clone().into_active_model().reset_all());
    person::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    word::keep(change, slice.iter().map(|write| &write.person)).await?;
    administration::still_goes_on(change, administered).await?;
    place(change, slice).await
}

async fn place(change: &Change, slice: &[Write]) -> Result<()> {
    end(change, slice).await?;
    let rows: Vec<_> = slice.iter().filter_map(begun).collect();
    if !rows.is_empty() {
        placement::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    let moved = |write: &Write| {
        let to = write.placing.begin.as_ref().filter(|_| write.placing.moves())?.department;
        Some(Event::PersonMoved { person: write.person.id, to })
    };
    change.record_all(slice.iter().filter_map(moved)).await
}

async fn end(change: &Change, slice: &[Write]) -> Result<()> {
    let yesterday = change.policy.day(change.now).pred_opt();
    let ended: Vec<_> = slice.iter().flat_map(|write| write.placing.end.iter().copied()).collect();
    if !ended.is_empty() {
        placement::Entity::update_many()
            .col_expr(placement::Column::EndsOn, Expr::value(yesterday))
            .filter(placement::Column::Id.is_in(ended))
            .exec(change.db())
            .await?;
    }
    let dropped: Vec<_> = slice.iter().flat_map(|write| write.placing.drop.iter().copied()).collect();
    if !dropped.is_empty() {
        let these = placement::Column::Id.is_in(dropped);
        placement::Entity::delete_many().filter(these).exec(change.db()).await?;
    }
    Ok(())
}

fn begun(write: &Write) -> Option<placement::ActiveModel> {
    write.placing.begin.as_ref().map(|begin| placement::ActiveModel {
        id: Set(PlacementId::new()),
        person_id: Set(write.person.id),
        department_id: Set(begin.department),
        starts_on: Set(begin.starts_on),
        ends_on: Set(begin.ends_on),
    })
}
