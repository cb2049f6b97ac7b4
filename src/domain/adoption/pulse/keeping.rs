//! What is held of people in the pulse, and how long it stays.

use chrono::NaiveDate;
use entity::{id::*, pulse, pulse_answer as answer, pulse_invitation as invitation};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};

use super::SLICE;
use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known, Word},
};

/// Throws away answers to a pulse that was over before a day, at most some thousand at once; the counters of a pulse go with its
/// last answer. What was published of it stays in the ledger. Returns how many answers went.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change, before: NaiveDate) -> Result<u64> {
    let db = change.db();
    let over = pulse::Entity::find()
        .select_only()
        .column(pulse::Column::Id)
        .filter(pulse::Column::ClosedOn.lt(before))
        .into_query();
    let old: Vec<PulseAnswerId> = answer::Entity::find()
        .select_only()
        .column(answer::Column::Id)
        .filter(answer::Column::PulseId.in_subquery(over))
        .limit(5 * SLICE)
        .into_tuple()
        .all(db)
        .await?;
    if old.is_empty() {
        pulse::Entity::delete_many().filter(pulse::Column::ClosedOn.lt(before)).exec(db).await?;
        return Ok(0);
    }
    let gone = answer::Entity::delete_many().filter(answer::Column::Id.is_in(old)).exec(db).await?;
    Ok(gone.rows_affected)
}

/// That somebody was asked, as long as that is known. Whether they answered is told in their `own` report only; what, nobody knows.
///
/// # Errors
/// When the database fails.
pub async fn held(db: &impl ConnectionTrait, person: PersonId, own: bool) -> Result<Holding> {
    let rows = invitation::Entity::find()
        .find_also_related(pulse::Entity)
        .filter(invitation::Column::PersonId.eq(person))
        .order_by_asc(invitation::Column::Id)
        .all(db)
        .await?;
    Ok(Holding::new("pulses", rows, |(row, pulse)| {
        let answered = Word::new("held-code-", if row.answered { "answered" } else { "not-answered" });
        Known::default()
            .with("until", pulse.map(|pulse| pulse.closes_on))
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
