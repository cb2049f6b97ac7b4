//! Letters about a conversation.

use chrono::{DateTime, Utc};
use entity::id::*;

use crate::{
    domain::{
        change::House,
        dialogue::conversation::{self, Talk},
        error::Result,
        people::reader::{self, Reader},
    },
    mail::letter::About,
};

/// What one of these letters says; with the number of its calendar entry, if it has one.
pub(super) async fn about(
    house: &House,
    person: PersonId,
    (id, sequence): (ConversationId, Option<i32>),
) -> Result<(Option<Reader>, About)> {
    let (db, now) = (&house.db.reader, house.now());
    let talk = Box::new(conversation::talk(db, id).await?);
    Ok((reader::of(db, person, now).await?, About::Talk { talk, sequence }))
}

/// That it is to come says nothing once it has begun or was called off; that it is off, always does.
pub(super) fn is_overtaken(talk: &Talk, name: &str, now: DateTime<Utc>) -> bool {
    let over = talk.row.called_off_at.is_some() || talk.row.starts_at <= now;
    over && matches!(name, "conversation-planned" | "conversation-moved")
}
