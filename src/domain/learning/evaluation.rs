//! Evaluations: what people think of a workshop on the day it closes, and what they did with it twelve weeks later.
//!
//! Who was asked is known as long as one can answer; what was answered never leads to who it was
//! (`docs/decisions/0025-answers-that-lead-to-nobody.md`). So an answer
//! leaves no event, no time and no key under which a second press would be remembered, and is shown only in groups of five.

pub mod answer;
pub mod figure;
pub mod keeping;
pub mod link;
pub mod list;
pub mod mine;
pub mod release;
pub mod result;
pub mod round;

use chrono::TimeDelta;
use entity::{
    evaluation::{self, EvaluationKind as Kind},
    id::*,
};
use sea_orm::{EntityTrait as _, Set, sea_query::OnConflict};

use super::seat;
use crate::domain::{answer_code, change::Change, error::Result};

/// Fewer answers are never shown, and no fewer are ever added to what is shown.
pub const FEWEST: usize = 5;

/// So long after the last meeting people are asked what they did with it.
const LATER: TimeDelta = TimeDelta::weeks(12);

/// How long one can answer.
#[must_use]
pub const fn lasts(kind: Kind) -> TimeDelta {
    match kind {
        Kind::AfterClosing => TimeDelta::days(14),
        Kind::AfterTwelveWeeks => TimeDelta::weeks(4),
    }
}

/// Plans both evaluations of a session whose registers are closed. After a correction: asks who was there after all, and no
/// longer asks who was not.
///
/// # Errors
/// When the database fails.
pub async fn plan(change: &Change, id: SessionId) -> Result<()> {
    let session = seat::lock(change, id).await?;
    let today = change.policy.day(change.now);
    let later = change.policy.day(session.ends_at) + LATER;
    let row = |(kind, opens_on): (Kind, chrono::NaiveDate)| evaluation::ActiveModel {
        id: Set(EvaluationId::new()),
        session_id: Set(id),
        workshop_id: Set(session.workshop_id),
        kind: Set(kind),
        opens_on: Set(opens_on),
        closes_on: Set(opens_on + lasts(kind) - TimeDelta::days(1)),
        link_key: Set(answer_code::fresh_key()),
        invited: Set(0),
        answered: Set(0),
        counted: Set(0),
        sifted_on: Set(today),
        asked_on: Set(None),
        reminded_on: Set(None),
        closed_on: Set(None),
    };
    let both = [(Kind::AfterClosing, today), (Kind::AfterTwelveWeeks, Ord::max(later, today))];
    let once = [evaluation::Column::SessionId, evaluation::Column::Kind];
    evaluation::Entity::insert_many(both.map(row))
        .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
        .exec_without_returning(change.db())
        .await?;
    round::correct(change, id).await
}
