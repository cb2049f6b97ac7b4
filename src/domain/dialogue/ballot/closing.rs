//! Closing a vote: in one transaction it is counted per value and score, and the votes are erased. Of fewer than five nothing stays
//! but that there were too few.

use entity::{ballot, ballot_tally as tally, core_value::CoreValue, id::*, vote};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Set,
};

use super::{Ballot, FEWEST, of_conversation, outcome::Counts};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::{Refusal, Result},
    event::Voting,
};

/// Closes the vote of a conversation, for good.
///
/// # Errors
/// [`Missing`](crate::domain::error::Error::Missing) for a conversation that is not the actor's; [`Refusal::NotPossibleNow`] when no vote is open in it.
pub async fn close(change: &Change, id: ConversationId) -> Result<()> {
    of_conversation(change, id).await?;
    let row = ballot::Entity::find().filter(ballot::Column::ConversationId.eq(id));
    let row = row.lock_exclusive().one(change.db()).await?;
    seal(change, row.filter(is_open).ok_or(Refusal::NotPossibleNow)?).await
}

fn is_open(row: &Ballot) -> bool {
    row.opened_at.is_some() && row.closed_at.is_none()
}

/// Votes are counted and go. The ballot must be locked: on PostgreSQL who votes at this moment waits, and finds it closed.
async fn seal(change: &Change, row: Ballot) -> Result<()> {
    let votes = vote::Entity::find().filter(vote::Column::BallotId.eq(row.id)).all(change.db()).await?;
    let counts = Counts::of(votes.iter().map(|one| [one.connection, one.craft, one.trust, one.renewal]));
    vote::Entity::delete_many().filter(vote::Column::BallotId.eq(row.id)).exec(change.db()).await?;
    let (ballot, conversation) = (row.id, row.conversation_id);
    let mut row = row.into_active_model();
    row.closed_at = Set(Some(change.now));
    row.votes = Set(keep(change, ballot, &counts).await?);
    let kept = row.update(change.db()).await?.votes.is_some();
    change.record(Voting::VoteClosed { conversation, kept }.into()).await
}

/// Keeps how often each score was given, unless there are too few. Returns how many voted when it did.
pub(super) async fn keep(change: &Change, id: BallotId, counts: &Counts) -> Result<Option<i32>> {
    let votes = counts.votes();
    if votes < FEWEST {
        return Ok(None);
    }
    let given = CoreValue::ALL.iter().zip(counts.0).flat_map(|(value, scores)| {
        let row = move |(score, votes)| tally::Model { ballot_id: id, value: *value, score, votes };
        (1..).zip(scores).filter(|(_, votes)| *votes > 0).map(row)
    });
    let rows = given.map(|row| row.into_active_model().reset_all());
    tally::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    Ok(Some(votes))
}

/// Closes what nobody closed on the day that it was opened.
///
/// # Errors
/// When the database fails.
pub async fn close_left(house: &House) -> Result<()> {
    let midnight = house.policy.midnight(house.policy.day(house.now()));
    for id in left(&house.db.reader, midnight).await? {
        let close = |change: std::sync::Arc<Change>| async move {
            let row = ballot::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
            match row.filter(is_open) {
                Some(row) => seal(&change, row).await,
                None => Ok(()),
            }
        };
        house.write(&Actor::house(), close).await?;
    }
    Ok(())
}

async fn left(db: &impl ConnectionTrait, midnight: chrono::DateTime<chrono::Utc>) -> Result<Vec<BallotId>> {
    let open = ballot::Entity::find()
        .select_only()
        .column(ballot::Column::Id)
        .filter(ballot::Column::OpenedAt.lt(midnight))
        .filter(ballot::Column::ClosedAt.is_null())
        .order_by_asc(ballot::Column::OpenedAt);
    Ok(open.into_tuple().all(db).await?)
}
