//! A vote on paper: whoever holds the conversation fills in how often each score was given. The same rule of five.

use entity::{core_value::CoreValue, id::ConversationId};

use super::{Ballot, MOST, add, closing::keep, find, fresh, of_conversation, outcome::Counts};
use crate::domain::{
    change::Change,
    error::{Field, Refusal, Result, all_well},
    event::Voting,
};

/// Fills in a vote that was held on paper, once.
///
/// # Errors
/// [`Missing`](crate::domain::error::Error::Missing) for a conversation that is not the actor's; [`Refusal::NotPossibleNow`] when a
/// vote was opened or filled in; a field with the code of the value when its scores are not as many as those of the first value, when
/// one is below 0, and when they are more than one ballot takes.
pub async fn fill_in(change: &Change, id: ConversationId, counts: &Counts) -> Result<()> {
    let conversation = of_conversation(change, id).await?;
    if find(change.db(), id).await?.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    check(counts)?;
    let mut row = Ballot { closed_at: Some(change.now), by_hand: true, ..fresh(&conversation) };
    row.votes = Some(counts.votes()).filter(|votes| *votes >= super::FEWEST);
    add(change, &row).await?;
    let kept = keep(change, row.id, counts).await?.is_some();
    change.record(Voting::VoteFilledIn { conversation: id, kept }.into()).await
}

fn check(counts: &Counts) -> Result<()> {
    let totals = counts.0.map(|scores| scores.iter().sum::<i32>());
    let mut wrong = Vec::new();
    for ((value, scores), total) in CoreValue::ALL.iter().zip(&counts.0).zip(totals) {
        if scores.iter().any(|votes| !(0..=MOST).contains(votes)) || !(1..=MOST).contains(&total) {
            wrong.push(Field::new(value.code(), "out-of-range").with("min", 1).with("max", MOST));
        } else if total != totals[0] {
            wrong.push(Field::new(value.code(), "vote-total").with("total", total).with("first", totals[0]));
        }
    }
    all_well(wrong)
}
