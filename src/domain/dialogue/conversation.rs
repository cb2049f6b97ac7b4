//! Conversations: who finds them. Below what is published only whoever holds one and the programme manager do.

pub mod known;
pub mod list;
mod merging;
pub mod naming;
pub mod note;
pub mod outside;
pub mod plan;
pub mod record;
pub mod reference;
pub mod summary;
mod told;

use entity::{conversation, conversation_team, department, id::*};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Result},
};

pub use entity::conversation::Model as Conversation;
pub(in crate::domain) use merging::follow;
pub use told::{Talk, of as talk};

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

/// As [`find`], locked: two who write at once do so one after the other.
pub(super) async fn locked(change: &Change, id: ConversationId) -> Result<Conversation> {
    let found = conversation::Entity::find_by_id(id).filter(open_to(&change.actor)).lock_exclusive();
    found.one(change.db()).await?.ok_or(Error::Missing("conversation"))
}

/// The teams of a conversation, by name.
///
/// # Errors
/// When the database fails.
pub async fn teams(db: &impl ConnectionTrait, id: ConversationId) -> Result<Vec<department::Model>> {
    let rows = conversation_team::Entity::find().filter(conversation_team::Column::ConversationId.eq(id));
    let rows = rows.find_also_related(department::Entity).order_by_asc(department::Column::Name);
    Ok(rows.all(db).await?.into_iter().filter_map(|(_, team)| team).collect())
}
