//! The catalogue: what one can learn.

use std::collections::HashMap;

use entity::{
    core_value::CoreValue,
    id::*,
    workshop::{self, ApprovalRule, Offering, TaughtIn, WorkshopForm, WorkshopState},
    workshop_value,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, Select, Set, sea_query::Expr,
};

mod draft;

pub use draft::{Draft, languages};

use super::{
    audience::{self, Owner},
    draw, history,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well, is_duplicate},
    event::Event,
    page::{Page, Window},
    search,
};

/// What of the catalogue is asked. All that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub value: Option<CoreValue>,
    pub form: Option<WorkshopForm>,
    pub offering: Option<Offering>,
    pub search: String,
    /// Also drafts and what was retired, for planners.
    pub all_states: bool,
    /// Of these, only those in this state.
    pub state: Option<WorkshopState>,
}

/// A workshop in a list.
#[derive(Clone, Debug)]
pub struct Item {
    pub workshop: workshop::Model,
    pub values: Vec<CoreValue>,
}

/// Writes a new workshop; it is a draft until it is published.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Invalid`] field by field, [`Refusal::Taken`] when the code is in use.
pub async fn create(change: &Change, draft: &Draft) -> Result<WorkshopId> {
    may_write(change)?;
    validate(draft)?;
    let row = workshop::ActiveModel {
        id: Set(WorkshopId::new()),
        state: Set(WorkshopState::Draft),
        created_at: Set(change.now),
        ..fields(draft)
    };
    let id = match row.insert(change.db()).await {
        Ok(workshop) => workshop.id,
        Err(error) => return Err(or_taken(error, draft)),
    };
    set_values(change, id, &draft.values).await?;
    audience::set(change, Owner::Workshop(id), &draft.audience).await?;
    change.record(Event::WorkshopMade { workshop: id }).await?;
    Ok(id)
}

/// Writes a workshop anew.
///
/// # Errors
/// As [`create`]; [`Error::Missing`].
pub async fn rewrite(change: &Change, id: WorkshopId, draft: &Draft) -> Result<()> {
    may_write(change)?;
    validate(draft)?;
    let before = find(change.db(), id).await?;
    let values = values_of(change.db(), vec![id]).await?.remove(&id).unwrap_or_default();
    if draft.approval != before.approval
        && draft.approval != ApprovalRule::Nobody
        && draw::is_planned(change.db(), id).await?
    {
        return Err(Field::new("approval", "approval-with-draw").into());
    }
    let changes = history::changes(&Draft::of(before, values), draft);
    let row = workshop::ActiveModel { id: Set(id), ..fields(draft) };
    row.update(change.db()).await.map_err(|error| or_taken(error, draft))?;
    set_values(change, id, &draft.values).await?;
    audience::set(change, Owner::Workshop(id), &draft.audience).await?;
    change.record(Event::WorkshopChanged { workshop: id, changes }).await
}

/// Puts a workshop in the catalogue, takes it out, or back to the drawing board.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`].
pub async fn set_state(change: &Change, id: WorkshopId, state: WorkshopState) -> Result<()> {
    may_write(change)?;
    let mut row = find(change.db(), id).await?.into_active_model();
    row.state = Set(state);
    row.update(change.db()).await?;
    change
        .record(match state {
            WorkshopState::Draft => Event::WorkshopChanged { workshop: id, changes: serde_json::json!({}) },
            WorkshopState::Published => Event::WorkshopPublished { workshop: id },
            WorkshopState::Retired => Event::WorkshopRetired { workshop: id },
        })
        .await
}

fn may_write(change: &Change) -> Result<()> {
    if change.actor.may_plan() { Ok(()) } else { Err(Error::Forbidden) }
}

fn or_taken(error: sea_orm::DbErr, draft: &Draft) -> Error {
    if is_duplicate(&error) { Refusal::Taken { value: draft.code.clone() }.into() } else { error.into() }
}

pub(super) fn validate(draft: &Draft) -> Result<()> {
    let mut wrong = Vec::new();
    for (name, text, most) in [("code", &draft.code, 20), ("title", &draft.title, 120)] {
        if text.trim().is_empty() {
            wrong.push(Field::new(name, "required"));
        } else if text.chars().count() > most {
            wrong.push(Field::new(name, "too-long").with("max", most));
        }
    }
    if draft.summary.chars().count() > 400 {
        wrong.push(Field::new("summary", "too-long").with("max", 400));
    }
    if !(1..=24 * 60).contains(&draft.duration_minutes) {
        wrong.push(Field::new("duration", "duration"));
    }
    if !(1..=20).contains(&draft.parts) {
        wrong.push(Field::new("parts", "parts"));
    }
    if let (Some(minimum), Some(maximum)) = (draft.minimum, draft.maximum)
        && minimum > maximum
    {
        wrong.push(Field::new("minimum", "above-maximum"));
    }
    all_well(wrong)
}

fn fields(draft: &Draft) -> workshop::ActiveModel {
    workshop::ActiveModel {
        code: Set(draft.code.trim().into()),
        title: Set(draft.title.trim().into()),
        summary: Set(draft.summary.trim().into()),
        description: Set(draft.description.clone()),
        goals: Set(draft.goals.trim().into()),
        form: Set(draft.form),
        duration_minutes: Set(draft.duration_minutes),
        parts: Set(draft.parts),
        minimum: Set(draft.minimum),
        maximum: Set(draft.maximum),
        audience: Set(draft.audience.trim().into()),
        offering: Set(draft.offering),
        languages: Set(codes(&draft.languages)),
        cover: Set(draft.cover),
        approval: Set(draft.approval),
        search: Set(search::fold(&format!("{} {} {}", draft.code, draft.title, draft.summary))),
        ..Default::default()
    }
}

fn codes(languages: &[TaughtIn]) -> String {
    let mut codes: Vec<_> = languages.iter().map(|one| one.code()).collect();
    codes.dedup();
    if codes.is_empty() { TaughtIn::Dutch.code().into() } else { codes.join(",") }
}

async fn set_values(change: &Change, id: WorkshopId, values: &[CoreValue]) -> Result<()> {
    workshop_value::Entity::delete_many()
        .filter(workshop_value::Column::WorkshopId.eq(id))
        .exec(change.db())
        .await?;
    if values.is_empty() {
        return Ok(());
    }
    let rows =
        values.iter().map(|value| workshop_value::ActiveModel { workshop_id: Set(id), value: Set(*value) });
    workshop_value::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    Ok(())
}

/// One workshop.
///
/// # Errors
/// [`Error::Missing`].
pub async fn find(db: &impl ConnectionTrait, id: WorkshopId) -> Result<workshop::Model> {
    workshop::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("workshop"))
}

/// The titles of these workshops.
///
/// # Errors
/// When the database fails.
pub async fn titles(db: &impl ConnectionTrait, ids: &[WorkshopId]) -> Result<HashMap<WorkshopId, String>> {
    let rows = workshop::Entity::find()
        .select_only()
        .columns([workshop::Column::Id])
        .columns([workshop::Column::Title])
        .filter(workshop::Column::Id.is_in(ids.iter().copied()));
    Ok(rows.into_tuple::<(WorkshopId, String)>().all(db).await?.into_iter().collect())
}

/// The core values of these workshops, in their fixed order.
///
/// # Errors
/// When the database fails.
pub async fn values_of(
    db: &impl ConnectionTrait,
    ids: Vec<WorkshopId>,
) -> Result<HashMap<WorkshopId, Vec<CoreValue>>> {
    let rows =
        workshop_value::Entity::find().filter(workshop_value::Column::WorkshopId.is_in(ids)).all(db).await?;
    let mut values: HashMap<WorkshopId, Vec<CoreValue>> = HashMap::new();
    for row in rows {
        values.entry(row.workshop_id).or_default().push(row.value);
    }
    values.values_mut().for_each(|list| list.sort_unstable());
    Ok(values)
}

/// The catalogue by title, a page at a time.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(db: &impl ConnectionTrait, filter: &Filter, window: &Window) -> Result<Page<Item>> {
    let columns = (workshop::Column::Title, workshop::Column::Id);
    let page =
        window.read(db, select(filter), columns, |w: &workshop::Model| (w.title.clone(), w.id.0)).await?;
    let mut values = values_of(db, page.items.iter().map(|w| w.id).collect()).await?;
    Ok(page.map(|workshop| Item { values: values.remove(&workshop.id).unwrap_or_default(), workshop }))
}

/// How many workshops the filter finds.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, filter: &Filter) -> Result<u64> {
    Ok(select(filter).count(db).await?)
}

/// All published workshops by title, for a choice in a form.
///
/// # Errors
/// When the database fails.
pub async fn published(db: &impl ConnectionTrait) -> Result<Vec<workshop::Model>> {
    Ok(select(&Filter::default()).order_by_asc(workshop::Column::Title).all(db).await?)
}

fn select(filter: &Filter) -> Select<workshop::Entity> {
    let with_value = |value: CoreValue| {
        let rows = workshop_value::Entity::find().select_only().column(workshop_value::Column::WorkshopId);
        workshop::Column::Id.in_subquery(rows.filter(workshop_value::Column::Value.eq(value)).into_query())
    };
    let condition = Condition::all()
        .add_option((!filter.all_states).then(|| workshop::Column::State.eq(WorkshopState::Published)))
        .add_option(filter.state.map(|state| workshop::Column::State.eq(state)))
        .add_option(filter.form.map(|form| workshop::Column::Form.eq(form)))
        .add_option(filter.offering.map(|offering| workshop::Column::Offering.eq(offering)))
        .add_option(filter.value.map(with_value))
        .add(matching(&filter.search));
    workshop::Entity::find().filter(condition)
}

/// Every word of the search stands in code, title or summary.
pub(super) fn matching(search: &str) -> Condition {
    search::patterns(search).into_iter().take(8).fold(Condition::all(), |all, pattern| {
        let column = Expr::col((workshop::Entity, workshop::Column::Search));
        all.add(column.like(sea_orm::sea_query::LikeExpr::new(pattern).escape('\\')))
    })
}
