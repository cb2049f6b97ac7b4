//! How long the result of a vote stays.

use chrono::NaiveDate;
use entity::{ballot, ballot_tally as tally, conversation};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, sea_query::SelectStatement,
};

use crate::domain::{change::Change, error::Result};

/// Throws away what came of votes in conversations that were held before this day, or closed before it where nobody noted that day.
/// That there was a vote, and how many voted, stays.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change, day: NaiveDate) -> Result<u64> {
    let old =
        tally::Entity::delete_many().filter(tally::Column::BallotId.in_subquery(held_too_long(change, day)));
    Ok(old.exec(change.db()).await?.rows_affected)
}

/// Ballots of which the time is over.
fn held_too_long(change: &Change, day: NaiveDate) -> SelectStatement {
    let held = |held: Condition| {
        let some = conversation::Entity::find().select_only().column(conversation::Column::Id).filter(held);
        ballot::Column::ConversationId.in_subquery(some.into_query())
    };
    let closed = ballot::Column::ClosedAt.lt(change.policy.midnight(day));
    let unknown = held(Condition::all().add(conversation::Column::HeldOn.is_null())).and(closed);
    let old = held(Condition::all().add(conversation::Column::HeldOn.lt(day))).or(unknown);
    ballot::Entity::find().select_only().column(ballot::Column::Id).filter(old).into_query()
}
