//! The record of a conversation: what was noted and by how many. Confidential: whoever holds it and the programme manager read
//! it, and each time that one of them opens it is written down.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{conversation_look, core_value::CoreValue, department, id::*, person};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Set,
};

use super::{
    Conversation, find, locked,
    note::{self, Note, Noted},
    reference::{self, Quote, Theme, Words},
};
use crate::domain::{
    actor::Actor,
    change::Change,
    dialogue::theme,
    error::{Field, Result, all_well},
    event::Talking,
    people::person::full_name,
};

/// How often somebody's reading is written down at most.
const LOOK: TimeDelta = TimeDelta::hours(1);
/// Looks that the record shows.
const LOOKS: u64 = 20;
/// The most participants.
pub const MOST_PEOPLE: i32 = 1_000;
/// The longest conversation, in minutes.
pub const MOST_MINUTES: i32 = 600;
/// What a quote may be long, in characters.
pub const QUOTE_LENGTH: usize = 1_000;
/// What a free word may be long, in characters.
pub const TAG_LENGTH: usize = 60;
/// The most free words.
pub const MOST_TAGS: usize = 20;
/// The most quotes.
pub const MOST_QUOTES: usize = 40;

/// Everything that is written down of a conversation.
#[derive(Clone, Debug)]
pub struct Record {
    pub row: Conversation,
    pub teams: Vec<department::Model>,
    pub facilitator: Option<String>,
    pub notes: Vec<Note>,
    pub values: Vec<CoreValue>,
    pub themes: Vec<(Theme, bool)>,
    pub tags: Vec<String>,
    pub quotes: Vec<Quote>,
    /// Who read it, the last first.
    pub looks: Vec<Look>,
}

/// Somebody read it.
#[derive(Clone, Debug)]
pub struct Look {
    /// Nobody: somebody who was erased.
    pub who: Option<String>,
    pub at: DateTime<Utc>,
}

/// What is written down beside the notes, and the version of the conversation it was written on.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Nothing as long as it was not held.
    pub held: Option<Held>,
    pub values: Vec<CoreValue>,
    pub themes: Vec<ThemeId>,
    pub tags: Vec<String>,
    pub quotes: Vec<Words>,
    pub version: i32,
}

/// That it was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub on: NaiveDate,
    pub participants: i32,
    /// Minutes.
    pub lasted: i32,
}

/// What became of a record that was sent as a whole.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Somebody wrote other facts meanwhile; those stand there still.
    pub overtaken: bool,
    pub notes: Vec<Noted>,
}

/// Opens the record for the actor, and writes down that they read it.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`] also for one of somebody else.
pub async fn open(change: &Change, id: ConversationId) -> Result<Record> {
    let row = find(change.db(), &change.actor, id).await?;
    look(change, row.id).await?;
    read(change.db(), &change.actor, id).await
}

/// Whether the record of a conversation was read by anybody, for tests of who may.
///
/// # Errors
/// When the database fails.
pub async fn looks(db: &impl ConnectionTrait, id: ConversationId) -> Result<Vec<Look>> {
    let rows = conversation_look::Entity::find()
        .filter(conversation_look::Column::ConversationId.eq(id))
        .find_also_related(person::Entity)
        .order_by_desc(conversation_look::Column::LookedAt)
        .order_by_desc(conversation_look::Column::Id)
        .limit(LOOKS);
    let look = |(row, who): (conversation_look::Model, Option<person::Model>)| Look {
        who: who.as_ref().map(full_name),
        at: row.looked_at,
    };
    Ok(rows.all(db).await?.into_iter().map(look).collect())
}

/// Keeps what was sent: each note on its own version, the facts on theirs. What is overtaken is not kept, and said.
///
/// # Errors
/// As [`note::save_all`]; fields `heldOn`, `participants`, `lasted`, `tags`, `quotes` and `themes`.
pub async fn keep(
    change: &Change,
    id: ConversationId,
    facts: &Facts,
    notes: Vec<note::Draft>,
) -> Result<Kept> {
    let row = locked(change, id).await?;
    checked(change, &row, facts).await?;
    let notes = note::write(change, &row, notes).await?;
    if row.version != facts.version {
        return Ok(Kept { overtaken: true, notes });
    }
    let (id, version) = (row.id, row.version + 1);
    let mut set = row.into_active_model();
    set.held_on = Set(facts.held.map(|held| held.on));
    set.participants = Set(facts.held.map(|held| held.participants));
    set.lasted = Set(facts.held.map(|held| held.lasted));
    set.version = Set(version);
    set.update(change.db()).await?;
    reference::set_values(change, id, &facts.values).await?;
    reference::set_themes(change, id, &facts.themes).await?;
    reference::set_tags(change, id, &facts.tags).await?;
    reference::set_quotes(change, id, &facts.quotes).await?;
    change.record(Talking::ConversationRecorded { conversation: id }.into()).await?;
    Ok(Kept { overtaken: false, notes })
}

async fn read(db: &impl ConnectionTrait, actor: &Actor, id: ConversationId) -> Result<Record> {
    let row = find(db, actor, id).await?;
    let facilitator = match row.facilitator_id {
        Some(person) => person::Entity::find_by_id(person).one(db).await?,
        None => None,
    };
    Ok(Record {
        teams: super::teams(db, id).await?,
        facilitator: facilitator.as_ref().map(full_name),
        notes: note::of(db, id).await?,
        values: reference::values(db, id).await?,
        themes: reference::given(db, id).await?,
        tags: reference::tags(db, id).await?,
        quotes: reference::quotes(db, id).await?,
        looks: looks(db, id).await?,
        row,
    })
}

/// Once an hour for each reader.
/// Writes down that the actor reads what is confidential.
pub(in crate::domain::dialogue) async fn look(change: &Change, id: ConversationId) -> Result<()> {
    use conversation_look::Column::{ConversationId as Of, LookedAt, PersonId as Reader};
    let lately = conversation_look::Entity::find()
        .filter(Of.eq(id))
        .filter(Reader.eq(change.actor.person))
        .filter(LookedAt.gt(change.now - LOOK));
    if lately.count(change.db()).await? > 0 {
        return Ok(());
    }
    let look = conversation_look::ActiveModel {
        id: Set(ConversationLookId::new()),
        conversation_id: Set(id),
        person_id: Set(change.actor.person),
        looked_at: Set(change.now),
    };
    conversation_look::Entity::insert(look).exec_without_returning(change.db()).await?;
    Ok(())
}

async fn checked(change: &Change, row: &Conversation, facts: &Facts) -> Result<()> {
    let mut wrong = numbers(change, row, facts);
    if facts.tags.len() > MOST_TAGS {
        wrong.push(Field::new("tags", "too-many-lines").with("max", MOST_TAGS));
    }
    if facts.tags.iter().any(|tag| tag.trim().chars().count() > TAG_LENGTH) {
        wrong.push(Field::new("tags", "too-long").with("max", TAG_LENGTH));
    }
    if facts.quotes.len() > MOST_QUOTES {
        wrong.push(Field::new("quotes", "too-many-lines").with("max", MOST_QUOTES));
    }
    if facts.quotes.iter().any(|quote| quote.text.trim().chars().count() > QUOTE_LENGTH) {
        wrong.push(Field::new("quotes", "too-long").with("max", QUOTE_LENGTH));
    }
    // One that was retired since stays with the conversations that have it.
    let given = reference::given(change.db(), row.id).await?.into_iter().map(|(theme, _)| theme);
    let known: Vec<_> = theme::choices(change.db()).await?.into_iter().chain(given).collect();
    if facts.themes.iter().any(|id| known.iter().all(|one| one.id != *id)) {
        wrong.push(Field::new("themes", "not-a-choice"));
    }
    all_well(wrong)
}

fn numbers(change: &Change, row: &Conversation, facts: &Facts) -> Vec<Field> {
    let mut wrong = Vec::new();
    if let Some(held) = facts.held {
        if held.on > change.policy.day(change.now) {
            wrong.push(Field::new("heldOn", "in-the-future"));
        }
        for (name, number, most) in
            [("participants", held.participants, MOST_PEOPLE), ("lasted", held.lasted, MOST_MINUTES)]
        {
            if !(1..=most).contains(&number) {
                wrong.push(Field::new(name, "out-of-range").with("min", 1).with("max", most));
            }
        }
    }
    // Its summary was released: there is no way back to a conversation that was not held.
    if facts.held.is_none() && row.released_at.is_some() {
        wrong.push(Field::new("heldOn", "required"));
    }
    wrong
}
