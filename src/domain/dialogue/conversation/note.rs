//! Notes of a conversation, heading by heading. Each has a version of its own, so that two who write at once see it.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    conversation_note::{self, NoteTopic},
    id::*,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, Set,
};

use super::{Conversation, locked};
use crate::domain::{
    change::Change,
    error::{Field, Refusal, Result},
    event::Talking,
};

pub use entity::conversation_note::Model as Note;

/// What a note may be long, in characters.
pub const LENGTH: usize = 20_000;
/// A note that is written on is told once in this time in the log, or typing would fill it.
const TOLD: TimeDelta = TimeDelta::hours(1);

/// What somebody wrote under a heading, with the version they wrote on: 0 when there was nothing.
#[derive(Clone, Debug)]
pub struct Draft {
    pub topic: NoteTopic,
    pub text: String,
    pub version: i32,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// It stands there, with this version.
    Saved { topic: NoteTopic, version: i32, at: DateTime<Utc> },
    /// Something else was written meanwhile; that stands there still.
    Overtaken { topic: NoteTopic, text: String, version: i32, at: DateTime<Utc> },
}

/// Saves one note.
///
/// # Errors
/// As [`save_all`].
pub async fn save(change: &Change, id: ConversationId, draft: Draft) -> Result<Noted> {
    let topic = draft.topic;
    let noted = save_all(change, id, vec![draft]).await?;
    let unchanged = Noted::Saved { topic, version: 0, at: change.now };
    Ok(noted.into_iter().next().unwrap_or(unchanged))
}

/// Saves notes; of an empty one that was never written nothing is said.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`] for a conversation of somebody else; [`Refusal::NotPossibleNow`] when it was called off or its
/// notes were erased; field `text` when one is too long.
pub async fn save_all(change: &Change, id: ConversationId, drafts: Vec<Draft>) -> Result<Vec<Noted>> {
    let row = locked(change, id).await?;
    write(change, &row, drafts).await
}

/// As [`save_all`], of a conversation that is locked.
pub(super) async fn write(change: &Change, row: &Conversation, drafts: Vec<Draft>) -> Result<Vec<Noted>> {
    if row.called_off_at.is_some() || row.erased_on.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    if drafts.iter().any(|draft| draft.text.chars().count() > LENGTH) {
        return Err(Field::new("text", "too-long").with("max", LENGTH).into());
    }
    let there = of(change.db(), row.id).await?;
    let (mut noted, mut news) = (Vec::new(), false);
    for draft in drafts {
        let before = there.iter().find(|note| note.topic == draft.topic);
        news |= before.is_none_or(|note| note.saved_at + TOLD <= change.now);
        noted.extend(put(change, row.id, before, draft).await?);
    }
    if news && !noted.is_empty() {
        change.record(Talking::ConversationNoted { conversation: row.id }.into()).await?;
    }
    Ok(noted)
}

/// The notes of a conversation.
///
/// # Errors
/// When the database fails.
pub(super) async fn of(db: &impl ConnectionTrait, id: ConversationId) -> Result<Vec<Note>> {
    let notes = conversation_note::Entity::find().filter(conversation_note::Column::ConversationId.eq(id));
    Ok(notes.all(db).await?)
}

/// The same text as what stands there is no conflict, whatever version it was written on: it was sent twice.
async fn put(
    change: &Change,
    id: ConversationId,
    before: Option<&Note>,
    draft: Draft,
) -> Result<Option<Noted>> {
    let Draft { topic, text, version } = draft;
    let text = text.trim_end().to_owned();
    let saved = |version, at| Some(Noted::Saved { topic, version, at });
    let Some(before) = before else {
        if text.is_empty() {
            return Ok(None);
        }
        insert(change, id, topic, text).await?;
        return Ok(saved(1, change.now));
    };
    if before.text == text {
        return Ok(saved(before.version, before.saved_at));
    }
    if before.version != version {
        let (text, version, at) = (before.text.clone(), before.version, before.saved_at);
        return Ok(Some(Noted::Overtaken { topic, text, version, at }));
    }
    let mut row = before.clone().into_active_model();
    row.text = Set(text);
    row.version = Set(version + 1);
    row.saved_by = Set(change.actor.person);
    row.saved_at = Set(change.now);
    row.update(change.db()).await?;
    Ok(saved(version + 1, change.now))
}

async fn insert(change: &Change, id: ConversationId, topic: NoteTopic, text: String) -> Result<()> {
    let row = conversation_note::ActiveModel {
        id: Set(NoteId::new()),
        conversation_id: Set(id),
        topic: Set(topic),
        text: Set(text),
        version: Set(1),
        saved_by: Set(change.actor.person),
        saved_at: Set(change.now),
    };
    conversation_note::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(())
}
