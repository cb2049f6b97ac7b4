//! Who sees what of a vote. While it is open nobody sees more than how many voted. Afterwards: whoever holds the conversation and the
//! programme manager; the phones in the room, that day; and who works in the team. Heads see nothing, also not of a team in which
//! they work themselves.

use chrono::NaiveDate;
use entity::{ballot, conversation_team, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};

use super::{
    Ballot, by_key, count, find,
    outcome::{Outcome, read},
};
use crate::domain::{
    actor::Actor,
    dialogue::conversation::{self, Conversation},
    error::Result,
    people::placement,
    policy::Policy,
};

/// How it stands with a vote.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Nobody opened it.
    None,
    Open {
        votes: u64,
    },
    /// Closed with fewer than five votes, of which nothing was kept.
    Few,
    Kept(Outcome),
    /// The result was kept long enough.
    Gone,
}

/// A vote as whoever holds the conversation sees it.
#[derive(Clone, Debug)]
pub struct Room {
    pub conversation: Conversation,
    pub ballot: Option<Ballot>,
    pub standing: Standing,
}

impl Room {
    /// More voted than there were people, as far as that is known.
    #[must_use]
    pub fn too_many(&self) -> Option<(u64, i32)> {
        let votes = match &self.standing {
            Standing::Open { votes } => *votes,
            Standing::Kept(outcome) => u64::try_from(outcome.votes).unwrap_or_default(),
            Standing::None | Standing::Few | Standing::Gone => 0,
        };
        let people = self.conversation.participants?;
        (votes > u64::try_from(people).unwrap_or_default()).then_some((votes, people))
    }
}

/// The vote of a conversation, for whoever holds it and the programme manager.
///
/// # Errors
/// [`Missing`](crate::domain::error::Error::Missing) for everybody else.
pub async fn room(db: &impl ConnectionTrait, actor: &Actor, id: ConversationId) -> Result<Room> {
    let conversation = conversation::find(db, actor, id).await?;
    let ballot = find(db, id).await?;
    let standing = match &ballot {
        None => Standing::None,
        Some(ballot) => standing(db, ballot).await?,
    };
    Ok(Room { conversation, ballot, standing })
}

async fn standing(db: &impl ConnectionTrait, ballot: &Ballot) -> Result<Standing> {
    if ballot.closed_at.is_none() {
        return Ok(Standing::Open { votes: count(db, ballot.id).await? });
    }
    Ok(match (ballot.votes, read(db, ballot).await?) {
        (None, _) => Standing::Few,
        (Some(_), Some(outcome)) => Standing::Kept(outcome),
        (Some(_), None) => Standing::Gone,
    })
}

/// The vote behind an address, for a phone in the room: while it is open not even how many voted, and the result until the end of the
/// day on which it was closed.
///
/// # Errors
/// [`Missing`](crate::domain::error::Error::Missing) for an address that we never gave.
pub async fn phone(
    db: &impl ConnectionTrait,
    key: &str,
    (policy, today): (&Policy, NaiveDate),
) -> Result<(Ballot, Standing)> {
    let ballot = by_key(db, key).await?;
    let standing = match ballot.closed_at {
        None => Standing::Open { votes: 0 },
        Some(closed) if policy.day(closed) == today => standing(db, &ballot).await?,
        Some(_) => Standing::Gone,
    };
    Ok((ballot, standing))
}

/// What came of the vote, for who works in one of its teams today. Nothing for heads, for who works elsewhere, for a token, as long as
/// it is open, and when there were too few votes.
///
/// # Errors
/// When the database fails.
pub async fn for_team(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ConversationId,
    today: NaiveDate,
) -> Result<Option<Outcome>> {
    let Some(person) = actor.person.filter(|_| actor.scopes.is_none() && !actor.is_head()) else {
        return Ok(None);
    };
    let teams = conversation_team::Entity::find()
        .filter(conversation_team::Column::ConversationId.eq(id))
        .all(db)
        .await?;
    let works = placement::departments(db, person, today).await?;
    let works = teams.iter().any(|team| works.contains(&team.department_id));
    match find(db, id).await?.filter(|ballot| works && ballot.closed_at.is_some()) {
        Some(ballot) => read(db, &ballot).await,
        None => Ok(None),
    }
}

/// Conversations that the actor holds, in which a vote is open.
///
/// # Errors
/// When the database fails.
pub async fn open_of(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Conversation>> {
    let open = ballot::Entity::find()
        .select_only()
        .column(ballot::Column::ConversationId)
        .filter(ballot::Column::OpenedAt.is_not_null())
        .filter(ballot::Column::ClosedAt.is_null());
    let own = entity::conversation::Column::FacilitatorId.eq(actor.person);
    let rows = entity::conversation::Entity::find().filter(own);
    let rows = rows.filter(entity::conversation::Column::Id.in_subquery(open.into_query()));
    Ok(rows.order_by_asc(entity::conversation::Column::StartsAt).all(db).await?)
}
