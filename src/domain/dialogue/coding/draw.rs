//! Drawing the sample: by a number that is shown, so that anybody can draw it again.
//!
//! The order is that of SHA-256 over `seed:conversation`, the smallest first.

use chrono::NaiveDate;
use entity::{
    conversation, conversation_note as note,
    id::*,
    person,
    role::{self, RoleKind},
    theme_coding as coding,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
};

use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Voting,
    people::person::{Person, welcome},
    secret,
};

/// The most that one draw asks of somebody.
pub const MOST: i32 = 50;

/// What is drawn, and who reads it.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    pub number: i32,
    pub seed: i32,
    pub coder: PersonId,
}

/// Asks a second coder to give themes to so many held conversations with notes that somebody else held, and that were not drawn before;
/// to as many as there are when they are fewer. Returns how many.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor is the programme manager; fields `number`, `seed` and `coder` (somebody who may not hold
/// conversations, or for whom there is none to read).
pub async fn draw(change: &Change, sample: &Sample) -> Result<usize> {
    if !change.actor.may_hear_all() {
        return Err(Error::Forbidden);
    }
    let mut wrong = Vec::new();
    if !(1..=MOST).contains(&sample.number) {
        wrong.push(Field::new("number", "out-of-range").with("min", 1).with("max", MOST));
    }
    if sample.seed < 0 {
        wrong.push(Field::new("seed", "out-of-range").with("min", 0).with("max", i32::MAX));
    }
    let today = change.policy.day(change.now);
    if !coders(change.db(), today).await?.iter().any(|one| one.id == sample.coder) {
        wrong.push(Field::new("coder", "not-a-choice"));
    }
    all_well(wrong)?;
    let mut all = can_code(change.db(), sample.coder).await?;
    all.sort_by_cached_key(|id| secret::hash(format!("{}:{id}", sample.seed)));
    all.truncate(usize::try_from(sample.number).unwrap_or_default());
    if all.is_empty() {
        return Err(Field::new("coder", "nothing-to-code").into());
    }
    let row = |id: &ConversationId| coding::Model {
        id: CodingId::new(),
        conversation_id: *id,
        coder_id: Some(sample.coder),
        seed: sample.seed,
        asked_at: change.now,
        done_on: None,
    };
    let rows = all.iter().map(|id| row(id).into_active_model().reset_all());
    coding::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    let event = Voting::CodingDrawn { person: sample.coder, conversations: all.len(), seed: sample.seed };
    change.record(event.into()).await?;
    Ok(all.len())
}

/// The conversations that somebody can be asked to read, in the order of their ids.
///
/// # Errors
/// When the database fails.
pub async fn can_code(db: &impl ConnectionTrait, coder: PersonId) -> Result<Vec<ConversationId>> {
    let noted = note::Entity::find().select_only().column(note::Column::ConversationId);
    let noted = noted.filter(note::Column::Text.ne("")).into_query();
    let drawn = coding::Entity::find().select_only().column(coding::Column::ConversationId).into_query();
    let holder = conversation::Column::FacilitatorId;
    let held = conversation::Entity::find()
        .select_only()
        .column(conversation::Column::Id)
        .filter(conversation::Column::HeldOn.is_not_null())
        .filter(conversation::Column::CalledOffAt.is_null())
        .filter(conversation::Column::ErasedOn.is_null())
        .filter(holder.is_null().or(holder.ne(coder)))
        .filter(conversation::Column::Id.in_subquery(noted))
        .filter(conversation::Column::Id.not_in_subquery(drawn))
        .order_by_asc(conversation::Column::Id);
    Ok(held.into_tuple().all(db).await?)
}

/// Who can be a second coder: who may hold conversations and works with us today, by name.
///
/// # Errors
/// When the database fails.
pub async fn coders(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<Person>> {
    let may = role::Entity::find()
        .select_only()
        .column(role::Column::PersonId)
        .filter(role::Column::Kind.is_in([RoleKind::Facilitator, RoleKind::ProgrammeManager]));
    let all = person::Entity::find()
        .filter(person::Column::Id.in_subquery(may.into_query()))
        .filter(welcome(today))
        .order_by_asc(person::Column::Surname)
        .order_by_asc(person::Column::GivenName)
        .order_by_asc(person::Column::Id);
    Ok(all.all(db).await?)
}
