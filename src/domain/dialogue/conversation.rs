//! Conversations: who finds them. Below what is published only whoever holds one and the programme manager do.

use entity::{conversation, id::*};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use crate::domain::{
    actor::Actor,
    error::{Error, Result},
};

pub use entity::conversation::Model as Conversation;

/// The conversations whose record somebody may open: all for the programme manager, their own for a facilitator, none for
/// anybody else.
pub(in crate::domain) fn open_to(actor: &Actor) -> Condition {
    let all = Condition::all();
    match actor.person {
        _ if actor.may_hear_all() => all,
        Some(person) if actor.may_facilitate() => all.add(conversation::Column::FacilitatorId.eq(person)),
        _ => all.add(conversation::Column::Id.is_null()),
    }
}

/// A conversation whose record the actor may open.
///
/// # Errors
/// [`Error::Missing`] also for one of somebody else.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: ConversationId) -> Result<Conversation> {
    let found = conversation::Entity::find_by_id(id).filter(open_to(actor)).one(db).await?;
    found.ok_or(Error::Missing("conversation"))
}
