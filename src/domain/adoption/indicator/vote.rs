//! The four values as people voted in a room. A room of fewer than five keeps no numbers, and each room has seen its own: so each is a
//! set that was published already, and units are sums of whole rooms.

use std::collections::{BTreeMap, HashMap};

use entity::{
    ballot, ballot_tally as tally,
    conversation::{self, ConversationKind},
    conversation_team,
    core_value::CoreValue,
    id::*,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    RelationTrait as _,
};

use super::{
    Scope,
    answer::{Source, publish},
};
use crate::domain::{
    adoption::{
        disclosure::Atom,
        ledger::{Answers, Draft, Family, Opinion},
    },
    error::Result,
};

const SOURCE: Source =
    Source { family: Family::Votes, opinion: Opinion::Vote, apart: true, everybody: false };

/// What one room voted.
#[derive(Default)]
struct Room {
    good: [f64; 4],
    votes: i32,
}

/// The shares of every unit.
pub(super) async fn add<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    let rooms = rooms(scope).await?;
    if rooms.is_empty() {
        return Ok(());
    }
    let places = places(scope).await?;
    let at = |talk: &ConversationId| places.get(talk).copied().unwrap_or_default();
    let mut rooms: Vec<_> =
        rooms.into_iter().map(|((talk, ballot), room)| (at(&talk), ballot, room)).collect();
    rooms.sort_by_key(|(at, ballot, _)| (*at, *ballot));
    let (mut answers, mut good, mut of) = (Answers::default(), Vec::new(), Vec::new());
    for (number, (at, ballot, room)) in (0..).zip(rooms) {
        answers.atoms.push(Atom::from([(number, u64::try_from(room.votes).unwrap_or_default())]));
        answers.at.push(at);
        answers.ids.push(vec![ballot.0]);
        good.push(room.good);
        of.push(f64::from(room.votes));
    }
    publish(scope, draft, &SOURCE, (&answers, &(good, of)));
    Ok(())
}

async fn rooms<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
) -> Result<BTreeMap<(ConversationId, BallotId), Room>> {
    type Row = (ConversationId, BallotId, Option<i32>, CoreValue, i32, i32);
    let rows: Vec<Row> = tally::Entity::find()
        .select_only()
        .columns([ballot::Column::ConversationId, ballot::Column::Id, ballot::Column::Votes])
        .columns([tally::Column::Value, tally::Column::Score, tally::Column::Votes])
        .join(JoinType::InnerJoin, tally::Relation::Ballot.def())
        .join(JoinType::InnerJoin, ballot::Relation::Conversation.def())
        .filter(conversation::Column::Kind.eq(ConversationKind::Team))
        .filter(conversation::Column::HeldOn.between(scope.period.begins_on, scope.period.ends_on))
        .into_tuple()
        .all(scope.db)
        .await?;
    let mut rooms: BTreeMap<_, Room> = BTreeMap::new();
    for (talk, ballot, all, value, score, votes) in rows {
        let room = rooms.entry((talk, ballot)).or_default();
        room.votes = all.unwrap_or_default();
        let place = CoreValue::ALL.iter().position(|one| *one == value).unwrap_or_default();
        room.good[place] += f64::from(if score >= 4 { votes } else { 0 });
    }
    Ok(rooms)
}

/// The smallest unit that holds all teams of a conversation.
async fn places<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<HashMap<ConversationId, usize>> {
    let rows: Vec<(ConversationId, DepartmentId)> = conversation_team::Entity::find()
        .select_only()
        .columns([conversation_team::Column::ConversationId, conversation_team::Column::DepartmentId])
        .join(JoinType::InnerJoin, conversation_team::Relation::Conversation.def())
        .filter(conversation::Column::HeldOn.between(scope.period.begins_on, scope.period.ends_on))
        .into_tuple()
        .all(scope.db)
        .await?;
    let mut places: HashMap<_, usize> = HashMap::new();
    for (talk, team) in rows {
        let at = scope.units.at(team);
        places.entry(talk).and_modify(|place| *place = scope.units.common(*place, at)).or_insert(at);
    }
    Ok(places)
}
