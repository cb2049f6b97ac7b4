//! What the demonstration needs: in which conversations nobody voted yet.

use entity::{ballot, conversation};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};

use crate::domain::{dialogue::conversation::Conversation, error::Result};

/// Conversations without a vote that were not called off, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn unvoted(db: &impl ConnectionTrait) -> Result<Vec<Conversation>> {
    let voted = ballot::Entity::find().select_only().column(ballot::Column::ConversationId).into_query();
    let rows = conversation::Entity::find()
        .filter(conversation::Column::CalledOffAt.is_null())
        .filter(conversation::Column::Id.not_in_subquery(voted))
        .order_by_desc(conversation::Column::StartsAt)
        .order_by_desc(conversation::Column::Id);
    Ok(rows.all(db).await?)
}
