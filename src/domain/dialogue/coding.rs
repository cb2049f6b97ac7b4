//! A second coder: somebody other than who held a conversation reads its notes and gives it themes, without seeing those that it has.
//! How far the two agree, says how far themes can be counted on.

mod draw;
pub mod kappa;

use std::collections::HashMap;

use entity::{
    conversation, conversation_note as note, id::*, theme_coding as coding, theme_coding_theme as given,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Set,
};

use super::{
    conversation::{Conversation, record},
    theme,
};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Result},
    event::Voting,
    page::{Page, Window},
};

pub use self::draw::{MOST, Sample, can_code, coders, draw};
pub use entity::{conversation_note::Model as Note, theme::Model as Theme, theme_coding::Model as Coding};

/// A conversation of a sample, with who was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub row: Coding,
    pub conversation: Conversation,
}

/// What the second coder reads: what was noted, and the themes that there are.
#[derive(Clone, Debug)]
pub struct Reading {
    pub conversation: Conversation,
    pub notes: Vec<Note>,
    pub themes: Vec<Theme>,
}

fn of(actor: &Actor) -> Condition {
    match actor.person.filter(|_| actor.may_facilitate()) {
        Some(person) => Condition::all().add(coding::Column::CoderId.eq(person)),
        None => Condition::all().add(coding::Column::Id.is_null()),
    }
}

/// What the actor was asked and did not do yet, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn waiting(db: &impl ConnectionTrait, actor: &Actor, most: u64) -> Result<Vec<Asked>> {
    let rows = coding::Entity::find().filter(of(actor)).filter(coding::Column::DoneOn.is_null());
    let rows = rows.order_by_asc(coding::Column::AskedAt).order_by_asc(coding::Column::Id).limit(most);
    let rows = rows.find_also_related(conversation::Entity).all(db).await?;
    Ok(rows.into_iter().filter_map(|(row, held)| Some(Asked { row, conversation: held? })).collect())
}

/// All that was asked, in the order of asking, for the programme manager.
///
/// # Errors
/// [`Error::Forbidden`] for anybody else; field `cursor` when it is of another list.
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, window: &Window) -> Result<Page<Asked>> {
    if !actor.may_hear_all() {
        return Err(Error::Forbidden);
    }
    let columns = (coding::Column::AskedAt, coding::Column::Id);
    let page = window.read(db, coding::Entity::find(), columns, |row| (row.asked_at, row.id.0)).await?;
    let ids = page.items.iter().map(|row| row.conversation_id);
    let held = conversation::Entity::find().filter(conversation::Column::Id.is_in(ids)).all(db).await?;
    let held: HashMap<_, _> = held.into_iter().map(|one| (one.id, one)).collect();
    let items = page.items.into_iter();
    let items =
        items.filter_map(|row| Some(Asked { conversation: held.get(&row.conversation_id)?.clone(), row }));
    Ok(Page { items: items.collect(), next: page.next })
}

/// How many were asked.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(coding::Entity::find().count(db).await?)
}

/// What the second coder was asked to read, as long as it is not done.
async fn open(db: &impl ConnectionTrait, actor: &Actor, id: CodingId) -> Result<(Coding, Conversation)> {
    let found = coding::Entity::find_by_id(id).filter(of(actor)).filter(coding::Column::DoneOn.is_null());
    match found.find_also_related(conversation::Entity).one(db).await? {
        Some((row, Some(held))) => Ok((row, held)),
        _ => Err(Error::Missing("coding")),
    }
}

/// Opens the notes of a conversation for its second coder, and notes that they were looked at: once a day. Themes that it has are not
/// among what is read.
///
/// # Errors
/// [`Error::Missing`] for who was not asked, and once it is done.
pub async fn read(change: &Change, id: CodingId) -> Result<Reading> {
    let (row, conversation) = open(change.db(), &change.actor, id).await?;
    record::look(change, row.conversation_id).await?;
    let notes = note::Entity::find().filter(note::Column::ConversationId.eq(row.conversation_id));
    let notes = notes.filter(note::Column::Text.ne("")).all(change.db()).await?;
    Ok(Reading { conversation, notes, themes: theme::choices(change.db()).await? })
}

/// Gives the themes; none is an answer too. It cannot be changed afterwards.
///
/// # Errors
/// [`Error::Missing`] as [`read`]; field `themes` for one that cannot be given.
pub async fn give(change: &Change, id: CodingId, chosen: &[ThemeId]) -> Result<()> {
    let (row, _) = open(change.db(), &change.actor, id).await?;
    let living = theme::choices(change.db()).await?;
    if chosen.iter().any(|one| living.iter().all(|theme| theme.id != *one)) {
        return Err(Field::new("themes", "not-a-choice").into());
    }
    let mut chosen = chosen.to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    if !chosen.is_empty() {
        let rows = chosen.iter().map(|theme| given::Model { coding_id: id, theme_id: *theme });
        let rows = rows.map(|row| row.into_active_model().reset_all());
        given::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    let conversation = row.conversation_id;
    let mut row = row.into_active_model();
    row.done_on = Set(Some(change.policy.day(change.now)));
    row.update(change.db()).await?;
    change.record(Voting::CodingDone { conversation }.into()).await
}

/// Which theme each theme is part of by now: itself, or what it was merged into.
async fn by_now(db: &impl ConnectionTrait) -> Result<(Vec<Theme>, HashMap<ThemeId, ThemeId>)> {
    let all = entity::theme::Entity::find().all(db).await?;
    let into: HashMap<_, _> = all.iter().filter_map(|one| Some((one.id, one.merged_into_id?))).collect();
    let last = |id: ThemeId| {
        // No longer than there are themes: somebody could have made a circle in the table by hand.
        (0..all.len()).fold(id, |id, _| into.get(&id).copied().unwrap_or(id))
    };
    let ends = all.iter().map(|one| (one.id, last(one.id))).collect();
    Ok((all, ends))
}
