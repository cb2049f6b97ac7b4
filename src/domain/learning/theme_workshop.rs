//! Workshops that help with a theme. Here, because the workshops are of learning.

use entity::{
    id::*,
    theme, theme_workshop,
    workshop::{self, WorkshopState},
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, Set, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    dialogue::theme::manage,
    error::{Error, Field, Result},
    event::Improving,
};

/// Chooses the workshops that help with a theme, in the stead of those there were.
///
/// # Errors
/// [`Error::Missing`] unless the actor is the programme manager, and for a theme that there is not; field `workshops` for one that
/// is not in the catalogue.
pub async fn choose(change: &Change, theme: ThemeId, workshops: &[WorkshopId]) -> Result<()> {
    let there = theme::Entity::find_by_id(theme).one(change.db()).await?;
    if !change.actor.may_hear_all() || there.is_none() {
        return Err(Error::Missing("theme"));
    }
    let published: Vec<WorkshopId> = workshop::Entity::find()
        .select_only()
        .column(workshop::Column::Id)
        .filter(workshop::Column::Id.is_in(workshops.iter().copied()))
        .filter(workshop::Column::State.eq(WorkshopState::Published))
        .into_tuple()
        .all(change.db())
        .await?;
    if workshops.iter().any(|id| !published.contains(id)) {
        return Err(Field::new("workshops", "not-a-choice").into());
    }
    theme_workshop::Entity::delete_many()
        .filter(theme_workshop::Column::ThemeId.eq(theme))
        .exec(change.db())
        .await?;
    let row = |id: &WorkshopId| theme_workshop::ActiveModel { theme_id: Set(theme), workshop_id: Set(*id) };
    if !published.is_empty() {
        let rows = published.iter().map(row);
        theme_workshop::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    change.record(Improving::HelpChosen { theme, workshops: published.len() }.into()).await
}

/// Makes a theme part of another, with its workshops.
///
/// # Errors
/// As [`manage::merge`].
pub async fn merge(change: &Change, id: ThemeId, into: ThemeId) -> Result<()> {
    use theme_workshop::Column::{ThemeId as Of, WorkshopId as Helps};
    manage::merge(change, id, into).await?;
    let there = theme_workshop::Entity::find().select_only().column(Helps).filter(Of.eq(into));
    theme_workshop::Entity::delete_many()
        .filter(Of.eq(id))
        .filter(Helps.in_subquery(there.into_query()))
        .exec(change.db())
        .await?;
    theme_workshop::Entity::update_many()
        .col_expr(Of, Expr::value(into))
        .filter(Of.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// The workshops in the catalogue that help with a theme, by title.
///
/// # Errors
/// When the database fails.
pub async fn of_theme(db: &impl ConnectionTrait, theme: ThemeId) -> Result<Vec<workshop::Model>> {
    let ids = theme_workshop::Entity::find()
        .select_only()
        .column(theme_workshop::Column::WorkshopId)
        .filter(theme_workshop::Column::ThemeId.eq(theme));
    let rows = workshop::Entity::find()
        .filter(workshop::Column::Id.in_subquery(ids.into_query()))
        .filter(workshop::Column::State.eq(WorkshopState::Published));
    Ok(rows.order_by_asc(workshop::Column::Title).all(db).await?)
}

/// The themes in use with which a workshop helps, by Dutch name.
///
/// # Errors
/// When the database fails.
pub async fn of_workshop(db: &impl ConnectionTrait, workshop: WorkshopId) -> Result<Vec<theme::Model>> {
    let ids = theme_workshop::Entity::find()
        .select_only()
        .column(theme_workshop::Column::ThemeId)
        .filter(theme_workshop::Column::WorkshopId.eq(workshop));
    let rows = theme::Entity::find()
        .filter(theme::Column::Id.in_subquery(ids.into_query()))
        .filter(theme::Column::RetiredOn.is_null());
    Ok(rows.order_by_asc(theme::Column::NameNl).all(db).await?)
}
