//! Teams that become one: what was planned with the one is with the other. What was held stays with the team as it was.

use std::collections::HashSet;

use entity::{conversation, conversation_team, id::*};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    JoinType, QueryFilter as _, QuerySelect as _, RelationTrait as _,
};

use crate::domain::{change::Change, error::Result};

/// Lets planned conversations follow a department that merged into another.
pub(in crate::domain) async fn follow(
    change: &Change,
    (id, into): (DepartmentId, DepartmentId),
) -> Result<()> {
    use conversation_team::Column::{ConversationId, DepartmentId};
    let db = change.db();
    let (ours, theirs) = (planned(db, id).await?, planned(db, into).await?);
    conversation_team::Entity::delete_many()
        .filter(DepartmentId.eq(id))
        .filter(ConversationId.is_in(ours.iter().copied()))
        .exec(db)
        .await?;
    let row = |&conversation_id| conversation_team::Model { conversation_id, department_id: into };
    let rows = ours.difference(&theirs).map(row).map(|row| row.into_active_model().reset_all());
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        conversation_team::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

async fn planned(db: &impl ConnectionTrait, team: DepartmentId) -> Result<HashSet<ConversationId>> {
    let found: Vec<_> = conversation_team::Entity::find()
        .select_only()
        .column(conversation_team::Column::ConversationId)
        .join(JoinType::InnerJoin, conversation_team::Relation::Conversation.def())
        .filter(conversation_team::Column::DepartmentId.eq(team))
        .filter(conversation::Column::HeldOn.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}
