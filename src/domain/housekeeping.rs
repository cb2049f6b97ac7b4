//! Throws away what is kept no longer, as the schedule of the organisation says.

use entity::{idempotency, import, letter, sign_in, sign_in_code, sign_in_link, sign_in_try};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _, QueryFilter as _};

use super::{
    adoption::pulse,
    change::Change,
    dialogue::{ballot, conversation::known},
    error::Result,
    handover,
    learning::{bundle, deputy, evaluation::keeping, need},
    people::import::upload,
    privacy::retention::{self, Kind},
    service::feedback,
};

/// Throws away everything whose time has passed, and notes how much. People who left and the log have duties of their own.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change) -> Result<()> {
    let gone = [
        (Kind::Answers, answers(change).await?),
        (Kind::Letters, letters(change).await?),
        (Kind::Links, links(change).await?),
        (Kind::Uploads, uploads(change).await?),
        (Kind::Bundles, bundle::tidy(change, change.now - change.policy.retention.bundles).await?),
        (Kind::Evaluations, evaluations(change).await?),
        (Kind::Votes, votes(change).await?),
        (Kind::Pulses, pulses(change).await?),
        (Kind::Feedback, feedback(change).await?),
        (Kind::Notes, known::tidy(change, change.policy.retention.notes).await?),
        (Kind::Undoing, undoing(change).await?),
        (Kind::Needs, need::erase_due(change).await?),
        (Kind::Deputies, deputy::tidy(change).await?),
    ];
    for (kind, rows) in gone {
        retention::note(change, kind, rows).await?;
    }
    Ok(())
}

async fn answers(change: &Change) -> Result<u64> {
    let old = idempotency::Column::CreatedAt.lt(change.now - change.policy.retention.answers);
    Ok(idempotency::Entity::delete_many().filter(old).exec(change.db()).await?.rows_affected)
}

async fn letters(change: &Change) -> Result<u64> {
    let old = letter::Column::SentAt.lt(change.now - change.policy.retention.letters);
    // Nobody has read a letter that still waits to be given.
    let waiting = handover::waiting(change.now, change.policy.day(change.now));
    let old = old.and(letter::Column::Id.not_in_subquery(waiting));
    Ok(letter::Entity::delete_many().filter(old).exec(change.db()).await?.rows_affected)
}

async fn evaluations(change: &Change) -> Result<u64> {
    keeping::tidy(change, change.policy.day(change.now - change.policy.retention.evaluations)).await
}

async fn votes(change: &Change) -> Result<u64> {
    ballot::tidy(change, change.policy.day(change.now - change.policy.retention.votes)).await
}

async fn pulses(change: &Change) -> Result<u64> {
    pulse::keeping::tidy(change, change.policy.day(change.now - change.policy.retention.pulses)).await
}

async fn feedback(change: &Change) -> Result<u64> {
    feedback::keeping::tidy(change, change.policy.day(change.now - change.policy.retention.feedback)).await
}

async fn links(change: &Change) -> Result<u64> {
    let old = sign_in_link::Column::ExpiresAt.lt(change.now - change.policy.retention.links);
    let links = sign_in_link::Entity::delete_many().filter(old).exec(change.db()).await?.rows_affected;
    let codes = sign_in_code::Column::ExpiresAt.lt(change.now - change.policy.retention.links);
    let links =
        links + sign_in_code::Entity::delete_many().filter(codes).exec(change.db()).await?.rows_affected;
    // These are no links, and of no use when they count no more.
    let counted = sign_in_try::Column::ForgottenAt.lt(change.now);
    sign_in_try::Entity::delete_many().filter(counted).exec(change.db()).await?;
    let over = sign_in::Column::ExpiresAt.lt(change.now);
    Ok(links + sign_in::Entity::delete_many().filter(over).exec(change.db()).await?.rows_affected)
}

async fn uploads(change: &Change) -> Result<u64> {
    let old = import::Column::UploadedAt.lt(change.now - change.policy.retention.uploads);
    upload::empty(change, Condition::all().add(old)).await
}

/// What an import found holds people as they were: after a time the import stands.
async fn undoing(change: &Change) -> Result<u64> {
    use import::Column::{AppliedAt, StartedAt};
    let limit = change.now - change.policy.retention.undoing;
    // One that was cut off and never done again holds as much.
    let cut_off = AppliedAt.is_null().and(StartedAt.lt(limit));
    upload::forget(change, Condition::all().add(AppliedAt.lt(limit).or(cut_off))).await
}
