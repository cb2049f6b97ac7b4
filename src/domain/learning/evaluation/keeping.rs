//! How long evaluations stay.

use chrono::NaiveDate;
use entity::{evaluation, evaluation_answer as answer, evaluation_remark as remark, id::*};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
    sea_query::SelectStatement,
};

use crate::domain::{change::Change, error::Result};

/// Throws away answers, remarks and counters of before a day; those that were never shown go with the last evaluation of their
/// workshop. Returns how many answers went.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change, before: NaiveDate) -> Result<u64> {
    let db = change.db();
    evaluation::Entity::delete_many()
        .filter(evaluation::Column::ClosesOn.lt(before))
        .filter(evaluation::Column::ClosedOn.is_not_null())
        .exec(db)
        .await?;
    let old = Condition::any().add(remark::Column::ReleasedOn.lt(before)).add(
        Condition::all()
            .add(remark::Column::ReleasedOn.is_null())
            .add(remark::Column::WorkshopId.not_in_subquery(asked())),
    );
    remark::Entity::delete_many().filter(old).exec(db).await?;
    let old = Condition::any().add(answer::Column::ReleasedOn.lt(before)).add(
        Condition::all()
            .add(answer::Column::ReleasedOn.is_null())
            .add(answer::Column::WorkshopId.not_in_subquery(asked())),
    );
    Ok(answer::Entity::delete_many().filter(old).exec(db).await?.rows_affected)
}

/// Workshops of which an evaluation is known.
fn asked() -> SelectStatement {
    evaluation::Entity::find().select_only().column(evaluation::Column::WorkshopId).into_query()
}

/// Takes the invitations of somebody who is erased. That they were asked stays counted; an answer cannot be found.
///
/// # Errors
/// When the database fails.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    use entity::evaluation_invitation as invitation;
    invitation::Entity::delete_many()
        .filter(invitation::Column::PersonId.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
