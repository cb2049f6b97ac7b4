//! What the demonstration needs: in which conversations nobody voted yet, and one to vote in when there is none.

use chrono::{DateTime, Utc};
use entity::{
    ballot,
    conversation::{self, ConversationKind},
    conversation_team,
    id::*,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
};

use crate::domain::{change::Change, dialogue::conversation::Conversation, error::Result};

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

/// A conversation of the actor with a team, now.
///
/// # Errors
/// When the database fails.
pub async fn begin(change: &Change, team: DepartmentId, starts_at: DateTime<Utc>) -> Result<()> {
    let row = conversation::Model {
        id: ConversationId::new(),
        kind: ConversationKind::Team,
        starts_at,
        minutes: 90,
        place: "Werf, kantine".into(),
        partner: None,
        service_area: None,
        facilitator_id: change.actor.person,
        called_off_at: None,
        held_on: None,
        participants: None,
        lasted: None,
        version: 1,
        summary: String::new(),
        released_at: None,
        erased_on: None,
    };
    let of = conversation_team::Model { conversation_id: row.id, department_id: team };
    let row = row.into_active_model().reset_all();
    conversation::Entity::insert(row).exec_without_returning(change.db()).await?;
    let of = of.into_active_model().reset_all();
    conversation_team::Entity::insert(of).exec_without_returning(change.db()).await?;
    Ok(())
}
