//! 1 and 2: people in conversations, and teams with a conversation and an agreed action.

use std::collections::{HashMap, HashSet};

use entity::{
    conversation::{self, ConversationKind},
    conversation_team,
    id::*,
    improvement,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, JoinType, QueryFilter as _,
    QuerySelect as _, RelationTrait as _,
};

use super::{Counts, MANY, Scope};
use crate::domain::{
    adoption::{
        ledger::{Draft, Figure, Work},
        statistics::Share,
    },
    error::Result,
};

/// Of fewer teams coverage is not shown.
const TEAMS: f64 = 3.0;

/// Both.
pub(super) async fn add<C: ConnectionTrait>(
    scope: &Scope<'_, C>,
    draft: &mut Draft,
    counts: &mut Counts,
) -> Result<()> {
    let talks = talks(scope).await?;
    reach(scope, draft, &talks);
    let agreed = agreed(scope).await?;
    let (mut covered, mut teams) = (scope.none(), scope.none());
    for (team, at, _) in &scope.units.teams {
        teams[*at] += 1.0;
        covered[*at] += f64::from(u8::from(agreed.contains(team) && talks.contains_key(team)));
    }
    counts.covered = scope.shares(&covered, &teams);
    scope.publish(draft, (Work::TeamCoverage, TEAMS), &counts.covered);
    Ok(())
}

fn reach<C>(scope: &Scope<'_, C>, draft: &mut Draft, talks: &HashMap<DepartmentId, f64>) {
    let mut own = scope.none();
    for (team, participants) in talks {
        own[scope.units.at(*team)] += participants;
    }
    let people = scope.people();
    for ((at, spoken), people) in scope.units.sum(&own).into_iter().enumerate().zip(people) {
        let headcount = scope.units.nodes[at].headcount;
        if headcount < draft.headcount {
            continue;
        }
        let share = Share::new(spoken.min(people), people);
        let figure = if headcount < MANY { Figure::quarter(share) } else { Figure::work(share) };
        draft.counted(scope.units, at, (Work::Reach, ""), &figure);
    }
}

/// The largest number of people of each team in one conversation. Of a conversation with several teams each has the part that its
/// headcount is of theirs: who was there is not noted.
#[expect(clippy::cast_precision_loss, reason = "there are not so many people")]
async fn talks<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<HashMap<DepartmentId, f64>> {
    type Row = (ConversationId, DepartmentId, Option<i32>);
    let rows: Vec<Row> = conversation_team::Entity::find()
        .select_only()
        .column(conversation_team::Column::ConversationId)
        .column(conversation_team::Column::DepartmentId)
        .column(conversation::Column::Participants)
        .join(JoinType::InnerJoin, conversation_team::Relation::Conversation.def())
        .filter(conversation::Column::Kind.eq(ConversationKind::Team))
        .filter(conversation::Column::CalledOffAt.is_null())
        .filter(conversation::Column::HeldOn.between(scope.period.begins_on, scope.period.ends_on))
        .into_tuple()
        .all(scope.db)
        .await?;
    let people: HashMap<_, _> =
        scope.units.teams.iter().map(|(id, _, people)| (*id, *people as f64)).collect();
    let of = |team: &DepartmentId| people.get(team).copied().unwrap_or(1.0).max(1.0);
    let mut all: HashMap<ConversationId, f64> = HashMap::new();
    for (conversation, team, _) in &rows {
        *all.entry(*conversation).or_default() += of(team);
    }
    let mut most: HashMap<DepartmentId, f64> = HashMap::new();
    for (conversation, team, participants) in rows {
        let part = f64::from(participants.unwrap_or_default()) * of(&team) / all[&conversation];
        let most = most.entry(team).or_default();
        *most = most.max(part.min(of(&team)));
    }
    Ok(most)
}

/// Teams of which something that was raised in the period was agreed on, or fixed at once.
async fn agreed<C: ConnectionTrait>(scope: &Scope<'_, C>) -> Result<HashSet<DepartmentId>> {
    use improvement::Column::{DepartmentId as Team, DoneOn, FirstDueOn, RaisedOn};
    let rows: Vec<Option<DepartmentId>> = improvement::Entity::find()
        .select_only()
        .column(Team)
        .distinct()
        .filter(RaisedOn.between(scope.period.begins_on, scope.period.ends_on))
        .filter(FirstDueOn.is_not_null().or(DoneOn.is_not_null()))
        .filter(Team.is_not_null())
        .into_tuple()
        .all(scope.db)
        .await?;
    Ok(rows.into_iter().flatten().collect())
}
