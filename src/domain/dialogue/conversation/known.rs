//! What is held of somebody by conversations, what of it goes when they are erased, and what goes because its time is over.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{conversation, conversation_look, conversation_note, id::*, quote};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known, Word},
};

/// Conversations that are emptied in one change.
const AT_ONCE: u64 = 500;

/// What somebody held, wrote and read. What others said in it is not theirs, and is not told.
///
/// # Errors
/// When the database fails.
pub async fn held(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Holding>> {
    let holds = conversation::Entity::find().filter(conversation::Column::FacilitatorId.eq(person));
    let holds = holds.order_by_asc(conversation::Column::StartsAt).all(db).await?;
    let notes = conversation_note::Entity::find().filter(conversation_note::Column::SavedBy.eq(person));
    let notes = notes.order_by_asc(conversation_note::Column::SavedAt).all(db).await?;
    let looks = conversation_look::Entity::find().filter(conversation_look::Column::PersonId.eq(person));
    let looks = looks.order_by_asc(conversation_look::Column::LookedAt).all(db).await?;
    Ok(vec![
        Holding::new("conversations", holds, |row| {
            Known::default().with("start", row.starts_at).with("place", row.place)
        }),
        Holding::new("conversation-notes", notes, |row| {
            Known::default()
                .with("topic", Word::new("record-topic-", row.topic.code()))
                .with("savedAt", row.saved_at)
        }),
        Holding::new("conversation-looks", looks, |row| Known::default().with("at", row.looked_at)),
    ])
}

/// Whether somebody still has a conversation to hold.
///
/// # Errors
/// When the database fails.
pub async fn has_future(db: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<bool> {
    use conversation::Column::{CalledOffAt, FacilitatorId, StartsAt};
    let coming = conversation::Entity::find().filter(FacilitatorId.eq(person)).filter(CalledOffAt.is_null());
    Ok(coming.filter(StartsAt.gt(now)).count(db).await? > 0)
}

/// That they held, wrote and read; what others said stays.
///
/// # Errors
/// When the database fails.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    let nobody = || Expr::value(Option::<PersonId>::None);
    conversation::Entity::update_many()
        .col_expr(conversation::Column::FacilitatorId, nobody())
        .filter(conversation::Column::FacilitatorId.eq(person))
        .exec(change.db())
        .await?;
    conversation_note::Entity::update_many()
        .col_expr(conversation_note::Column::SavedBy, nobody())
        .filter(conversation_note::Column::SavedBy.eq(person))
        .exec(change.db())
        .await?;
    conversation_look::Entity::update_many()
        .col_expr(conversation_look::Column::PersonId, nobody())
        .filter(conversation_look::Column::PersonId.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Erases notes, quotes and who read them of what was held long enough ago; of what was never held, from the day it was planned
/// for. Summaries, themes, values and numbers stay. Returns of how many conversations.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change, stays: TimeDelta) -> Result<u64> {
    use conversation::Column::{ErasedOn, HeldOn, Id, StartsAt};
    let limit = change.now - stays;
    let day = change.policy.day(limit);
    let old = HeldOn.lt(day).or(HeldOn.is_null().and(StartsAt.lt(limit)));
    let ids: Vec<ConversationId> = conversation::Entity::find()
        .select_only()
        .column(Id)
        .filter(ErasedOn.is_null())
        .filter(old)
        .limit(AT_ONCE)
        .into_tuple()
        .all(change.db())
        .await?;
    if ids.is_empty() {
        return Ok(0);
    }
    let db = change.db();
    let of = |column: conversation_note::Column| column.is_in(ids.clone());
    conversation_note::Entity::delete_many()
        .filter(of(conversation_note::Column::ConversationId))
        .exec(db)
        .await?;
    quote::Entity::delete_many().filter(quote::Column::ConversationId.is_in(ids.clone())).exec(db).await?;
    conversation_look::Entity::delete_many()
        .filter(conversation_look::Column::ConversationId.is_in(ids.clone()))
        .exec(db)
        .await?;
    conversation::Entity::update_many()
        .col_expr(ErasedOn, Expr::value(change.policy.day(change.now)))
        .filter(Id.is_in(ids.clone()))
        .exec(db)
        .await?;
    Ok(u64::try_from(ids.len()).unwrap_or_default())
}
