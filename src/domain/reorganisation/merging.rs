//! Two departments become one: what each area keeps of the one is of the other.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{assignment_group, audience, compliment, feedback, feedback_form, held_seat, id::*, promise};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait, PaginatorTrait as _, QueryFilter as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    dialogue::{conversation, improvement},
    error::Result,
    learning::date_wish,
    people::{
        department::{self, Department},
        person::Person,
        placement, reorganise, role,
    },
};

/// Whom and what a merger touches.
#[derive(Clone, Debug)]
pub struct Effect {
    pub department: Department,
    pub into: Department,
    /// Who works there on the day.
    pub people: Vec<Person>,
    /// Departments right below it.
    pub below: Vec<Department>,
    /// Who heads it, and whether they will head the other.
    pub heads: Vec<Person>,
    pub heads_stay: bool,
    /// Audiences that name it.
    pub audiences: u64,
}

/// What a merger would touch; writes nothing.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`] when one of them is not.
pub async fn effect(
    db: &impl ConnectionTrait,
    (id, into): (DepartmentId, DepartmentId),
    from: NaiveDate,
) -> Result<Effect> {
    let (department, into) = (department::living(db, id).await?, department::living(db, into).await?);
    let all = department::list(db).await?;
    let heads = role::heads_of(db, id).await?;
    let named = audience::Entity::find().filter(audience::Column::DepartmentId.eq(id));
    Ok(Effect {
        people: placement::people_of(db, id, from).await?,
        below: all.into_iter().filter(|one| one.parent_id == Some(id)).collect(),
        heads_stay: role::heads_of(db, into.id).await?.is_empty(),
        audiences: named.count(db).await?,
        department,
        into,
        heads,
    })
}

/// Merges a department into another from a day on, and lets audiences and assignments follow.
///
/// # Errors
/// As [`reorganise::rename`]; field `into` when it lies below the department itself.
pub async fn merge(change: &Change, (id, into): (DepartmentId, DepartmentId), from: NaiveDate) -> Result<()> {
    reorganise::merge(change, (id, into), from).await?;
    let named = |of: DepartmentId| audience::Entity::find().filter(audience::Column::DepartmentId.eq(of));
    let owner = |row: &audience::Model| (row.workshop_id, row.session_id);
    let there: HashSet<_> = named(into).all(change.db()).await?.iter().map(owner).collect();
    let (twice, follow): (Vec<_>, Vec<_>) =
        named(id).all(change.db()).await?.into_iter().partition(|row| there.contains(&owner(row)));
    let ids = |rows: Vec<audience::Model>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    audience::Entity::delete_many().filter(audience::Column::Id.is_in(ids(twice))).exec(change.db()).await?;
    audience::Entity::update_many()
        .col_expr(audience::Column::DepartmentId, Expr::value(into))
        .filter(audience::Column::Id.is_in(ids(follow)))
        .exec(change.db())
        .await?;
    move_rows::<assignment_group::Entity>(change, assignment_group::Column::DepartmentId, (id, into)).await?;
    move_rows::<held_seat::Entity>(change, held_seat::Column::DepartmentId, (id, into)).await?;
    date_wish::follow(change, (id, into)).await?;
    conversation::follow(change, (id, into)).await?;
    improvement::follow(change, (id, into)).await?;
    // Who answers for a promise, and whom feedback and thanks are about. What was counted of call-backs stays where it was: a
    // closing counts it where the department went.
    move_rows::<promise::Entity>(change, promise::Column::DepartmentId, (id, into)).await?;
    move_rows::<feedback::Entity>(change, feedback::Column::DepartmentId, (id, into)).await?;
    move_rows::<feedback_form::Entity>(change, feedback_form::Column::DepartmentId, (id, into)).await?;
    move_rows::<compliment::Entity>(change, compliment::Column::DepartmentId, (id, into)).await
}

/// What names the one department names the other.
async fn move_rows<E: EntityTrait>(
    change: &Change,
    column: E::Column,
    (id, into): (DepartmentId, DepartmentId),
) -> Result<()> {
    let rows = E::update_many().col_expr(column, Expr::value(into)).filter(column.eq(id));
    rows.exec(change.db()).await?;
    Ok(())
}
