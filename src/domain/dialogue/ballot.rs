//! The vote in the room: everybody scores the four core values on their own phone, by nobody known. Sealed until whoever holds the
//! conversation closes it; then the votes are counted and erased, and of fewer than five nothing stays.

mod closing;
pub mod hand;
mod keeping;
pub mod outcome;
pub mod seen;

use entity::{ballot, conversation, core_value::CoreValue, id::*, vote};
use rand::Rng as _;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::{Expr, LockType, OnConflict, Query},
};

use super::conversation::Conversation;
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Voting,
};

pub use self::seen::for_team as result_for_team;
pub use self::{
    closing::{close, close_left},
    keeping::tidy,
};
pub use entity::ballot::Model as Ballot;

/// Votes of which numbers are kept, at least.
pub const FEWEST: i32 = 5;
/// Votes that one ballot takes, at most: no room holds more, and who guesses an address cannot fill the table.
pub const MOST: i32 = 1_000;
/// The worst and the best score.
pub const SCORES: std::ops::RangeInclusive<i32> = 1..=5;
/// The signs of an address: none that is taken for another when it is read from a screen.
const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// 31 to the power of 8: who tries a thousand a second for a day finds an open vote with a chance of one in ten thousand.
const KEY_LENGTH: usize = 8;

/// A score for each value, in the order of [`CoreValue::ALL`].
pub type Scores = [i32; CoreValue::ALL.len()];

/// How it ended when somebody voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// It counts; also when it was sent before.
    Counted,
    /// The vote is closed, or was not opened.
    Over,
    /// There are as many as one ballot takes.
    Full,
}

/// Opens the vote of a conversation. Opening what is open leaves it so.
///
/// # Errors
/// [`Error::Missing`] for a conversation that is not the actor's; [`Refusal::NotPossibleNow`] when it was called off, and when the
/// vote was closed: that is final.
pub async fn open(change: &Change, id: ConversationId) -> Result<Ballot> {
    let conversation = of_conversation(change, id).await?;
    match find(change.db(), id).await? {
        Some(row) if row.closed_at.is_none() => Ok(row),
        Some(_) => Err(Refusal::NotPossibleNow.into()),
        None => {
            let row = Ballot { opened_at: Some(change.now), ..fresh(&conversation) };
            add(change, &row).await?;
            change.record(Voting::VoteOpened { conversation: id }.into()).await?;
            Ok(row)
        }
    }
}

/// The conversation, locked, when a vote can be held in it.
async fn of_conversation(change: &Change, id: ConversationId) -> Result<Conversation> {
    let found = conversation::Entity::find_by_id(id).filter(super::conversation::open_to(&change.actor));
    let found = found.lock_exclusive().one(change.db()).await?.ok_or(Error::Missing("conversation"))?;
    if found.called_off_at.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    Ok(found)
}

fn fresh(conversation: &Conversation) -> Ballot {
    let mut chance = rand::rng();
    let sign = |_| char::from(SIGNS[chance.random_range(0..SIGNS.len())]);
    Ballot {
        id: BallotId::new(),
        conversation_id: conversation.id,
        link_key: (0..KEY_LENGTH).map(sign).collect(),
        opened_at: None,
        closed_at: None,
        by_hand: false,
        votes: None,
    }
}

async fn add(change: &Change, row: &Ballot) -> Result<()> {
    let row = row.clone().into_active_model().reset_all();
    ballot::Entity::insert(row).exec_without_returning(change.db()).await?;
    Ok(())
}

/// The ballot of a conversation.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &impl ConnectionTrait, id: ConversationId) -> Result<Option<Ballot>> {
    Ok(ballot::Entity::find().filter(ballot::Column::ConversationId.eq(id)).one(db).await?)
}

/// The ballot of an address, as somebody typed it or a phone read it.
///
/// # Errors
/// [`Error::Missing`] for an address that we never gave.
pub async fn by_key(db: &impl ConnectionTrait, key: &str) -> Result<Ballot> {
    let found = ballot::Entity::find().filter(ballot::Column::LinkKey.eq(plain(key)));
    found.one(db).await?.ok_or(Error::Missing("vote"))
}

/// An address without what people add when they type it over. Longer ones are none of ours.
#[must_use]
pub fn plain(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).take(KEY_LENGTH + 1).collect::<String>().to_uppercase()
}

/// Votes, as nobody: one statement, that looks for the ballot, sees that it is open and writes; a second one only says why nothing was
/// written. There is no event, no time and no person. On PostgreSQL a vote waits for who is closing, and finds it closed.
///
/// # Errors
/// [`Error::Missing`] for an address that we never gave; field `vote` for an id that is not by chance, and the value for a score
/// outside 1 to 5.
pub async fn cast(change: &Change, key: &str, id: VoteId, scores: Scores) -> Result<Cast> {
    if id.0.get_version_num() != 4 {
        return Err(Field::new("vote", "not-a-choice").into());
    }
    for (value, score) in CoreValue::ALL.iter().zip(scores) {
        if !SCORES.contains(&score) {
            return Err(Field::new(value.code(), "not-a-choice").into());
        }
    }
    if insert(change, &plain(key), id, scores).await? {
        return Ok(Cast::Counted);
    }
    Ok(standing_of(change.db(), key, id).await?.unwrap_or(Cast::Full))
}

/// How it stands with a vote that was perhaps sent before; nothing when the ballot is open and does not know it.
///
/// # Errors
/// [`Error::Missing`] for an address that we never gave.
pub async fn standing_of(db: &impl ConnectionTrait, key: &str, id: VoteId) -> Result<Option<Cast>> {
    let ballot = by_key(db, key).await?;
    if ballot.opened_at.is_none() || ballot.closed_at.is_some() {
        return Ok(Some(Cast::Over));
    }
    let before = vote::Entity::find_by_id(id).filter(vote::Column::BallotId.eq(ballot.id));
    Ok(before.one(db).await?.map(|_| Cast::Counted))
}

/// Whether a row was written.
async fn insert(change: &Change, key: &str, id: VoteId, scores: Scores) -> Result<bool> {
    use ballot::Column::{ClosedAt, Id, LinkKey, OpenedAt};
    let others = Query::select()
        .expr(Expr::col((vote::Entity, vote::Column::Id)).count())
        .from(vote::Entity)
        .and_where(Expr::col((vote::Entity, vote::Column::BallotId)).equals((ballot::Entity, Id)))
        .take();
    let mut open = Query::select();
    open.expr(Expr::val(id)).column((ballot::Entity, Id));
    open.exprs(scores.map(Expr::val));
    open.from(ballot::Entity)
        .and_where(LinkKey.eq(key))
        .and_where(OpenedAt.is_not_null())
        .and_where(ClosedAt.is_null())
        .and_where(Expr::val(i64::from(MOST)).gt(Expr::SubQuery(None, Box::new(others.into()))))
        .lock(LockType::Share);
    let mut insert = Query::insert();
    insert
        .into_table(vote::Entity)
        .columns([
            vote::Column::Id,
            vote::Column::BallotId,
            vote::Column::Connection,
            vote::Column::Craft,
            vote::Column::Trust,
            vote::Column::Renewal,
        ])
        .on_conflict(OnConflict::column(vote::Column::Id).do_nothing().to_owned());
    insert.select_from(open).map_err(|error| sea_orm::DbErr::Custom(error.to_string()))?;
    Ok(change.db().execute(&insert).await?.rows_affected() > 0)
}

/// How many voted in what is open. The number alone: what they said is sealed.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, id: BallotId) -> Result<u64> {
    Ok(vote::Entity::find().filter(vote::Column::BallotId.eq(id)).count(db).await?)
}
