//! What is held of people in evaluations, and how long it stays.

use chrono::NaiveDate;
use entity::{
    evaluation, evaluation_answer as answer, evaluation_invitation as invitation,
    evaluation_remark as remark, id::*, workshop,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _, sea_query::SelectStatement,
};

use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known, Word},
};

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

/// That somebody was asked, as long as that is known. Whether they answered is told in their `own` report only; what, nobody knows.
///
/// # Errors
/// When the database fails.
pub async fn held(db: &impl ConnectionTrait, person: PersonId, own: bool) -> Result<Holding> {
    let rows = invitation::Entity::find()
        .find_also_related(evaluation::Entity)
        .find_also(evaluation::Entity, workshop::Entity)
        .filter(invitation::Column::PersonId.eq(person))
        .order_by_asc(invitation::Column::Id)
        .all(db)
        .await?;
    Ok(Holding::new("evaluations", rows, |(row, round, workshop)| {
        let answered = Word::new("held-code-", if row.answered { "answered" } else { "not-answered" });
        Known::default()
            .with("workshop", workshop.map(|one| one.title))
            .with("asked", round.as_ref().map(|round| Word::new("evaluation-kind-", round.kind.code())))
            .with("until", round.map(|round| round.closes_on))
            .with("answered", own.then_some(answered))
    }))
}

/// Takes the invitations of somebody who is erased. That they were asked stays counted; an answer cannot be found.
///
/// # Errors
/// When the database fails.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    invitation::Entity::delete_many()
        .filter(invitation::Column::PersonId.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
