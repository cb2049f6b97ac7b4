//! How far the round of conversations is: with which teams there was one since it began, with which one is planned, and who is
//! next. Everybody has to be reached.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{conversation, conversation_round, conversation_team, id::*, placement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _, Set,
    sea_query::{Expr, Func, SimpleExpr},
};

use super::unit::units;
use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well, is_duplicate},
    event::Talking,
    people::{
        department::{self, Tree},
        placement::on,
    },
};

pub use entity::conversation_round::Model as Round;

/// Characters of the name of a round.
pub const NAME: usize = 80;

/// How it is with one team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    pub id: DepartmentId,
    pub name: String,
    /// The department above it; nothing at the top.
    pub above: Option<String>,
    /// How many people work there today.
    pub people: i64,
    /// The last conversation ever.
    pub last: Option<NaiveDate>,
    /// Whether there was one since the round began.
    pub spoken: bool,
    /// The largest number of participants of one conversation in this round.
    pub participants: i64,
    /// The first that is planned, or was held and not written down yet.
    pub planned: Option<DateTime<Utc>>,
}

impl Team {
    /// How it is, as a code of the sentence.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match (self.spoken, self.planned.is_some()) {
            (true, _) => "spoken",
            (false, true) => "planned",
            (false, false) => "not-yet",
        }
    }
}

/// All teams, in the order of the tree.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// Nothing before the first round: then all that ever was counts.
    pub round: Option<Round>,
    pub teams: Vec<Team>,
    /// Conversations of the round that were held, and who took part in them.
    pub held: i64,
    pub participants: i64,
    /// People who work in a department that has teams, and in none of these: they are in no team to speak with.
    pub elsewhere: i64,
}

impl Coverage {
    /// How many teams there are of this state.
    #[must_use]
    pub fn count(&self, state: &str) -> usize {
        self.teams.iter().filter(|team| team.state() == state).count()
    }

    /// With whom to speak next: nothing is planned with them; never spoken with first, then the longest ago, then the largest.
    #[must_use]
    pub fn next(&self) -> Vec<&Team> {
        let mut next: Vec<_> =
            self.teams.iter().filter(|team| team.state() == "not-yet" && team.people > 0).collect();
        next.sort_by_key(|team| (team.last, -team.people));
        next
    }

    /// Only these teams, without how many took part elsewhere.
    #[must_use]
    pub fn only(mut self, own: &[DepartmentId]) -> Self {
        self.teams.retain(|team| own.contains(&team.id));
        Self { held: 0, participants: 0, elsewhere: 0, ..self }
    }
}

/// How far it is today: five statements, whatever the number of teams.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Coverage> {
    let round = current(db, today).await?;
    let since = round.as_ref().map_or(NaiveDate::default(), |round| round.begins_on);
    let tree = department::tree(db).await?;
    let people = people(db, today).await?;
    let mut talks = talks(db, since).await?;
    let (held, participants) = totals(db, since).await?;
    let units = units(&tree);
    let of: BTreeSet<_> = units.iter().map(|unit| unit.id).collect();
    let elsewhere = people.iter().filter(|(id, _)| !of.contains(id)).map(|(_, count)| count).sum();
    let team = |unit: &&department::Department| {
        let talk = talks.remove(&unit.id).unwrap_or_default();
        Team {
            id: unit.id,
            name: unit.name.clone(),
            above: above(&tree, unit),
            people: people.get(&unit.id).copied().unwrap_or_default(),
            spoken: talk.last.is_some_and(|day| day >= since),
            last: talk.last,
            participants: talk.participants.unwrap_or_default(),
            planned: talk.planned,
        }
    };
    Ok(Coverage { round, teams: units.iter().map(team).collect(), held, participants, elsewhere })
}

/// Starts a round, from a day on.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor runs the programme; fields `name` and `begins`.
pub async fn start(change: &Change, name: &str, begins: NaiveDate) -> Result<()> {
    if !change.actor.may_hear_all() {
        return Err(Error::Forbidden);
    }
    let name = name.trim();
    let mut wrong = Vec::new();
    if name.is_empty() {
        wrong.push(Field::new("name", "required"));
    }
    if name.chars().count() > NAME {
        wrong.push(Field::new("name", "too-long").with("max", NAME));
    }
    all_well(wrong)?;
    let row = conversation_round::ActiveModel { begins_on: Set(begins), name: Set(name.to_owned()) };
    let inserted = conversation_round::Entity::insert(row).exec_without_returning(change.db()).await;
    match inserted {
        Ok(_) => change.record(Talking::RoundStarted { from: begins }.into()).await,
        Err(error) if is_duplicate(&error) => Err(Field::new("begins", "round-that-day").into()),
        Err(error) => Err(error.into()),
    }
}

/// The round that lasts on this day.
async fn current(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Option<Round>> {
    use conversation_round::Column::BeginsOn;
    let begun = conversation_round::Entity::find().filter(BeginsOn.lte(today));
    Ok(begun.order_by_desc(BeginsOn).one(db).await?)
}

fn above(tree: &Tree, unit: &department::Department) -> Option<String> {
    unit.parent_id.and_then(|id| tree.get(id)).map(|one| one.name.clone())
}

/// How many people work in each department itself. The placement of who leaves ends, so the people themselves are not read: there
/// may be 200,000.
async fn people(db: &impl ConnectionTrait, today: NaiveDate) -> Result<HashMap<DepartmentId, i64>> {
    let rows: Vec<(DepartmentId, i64)> = placement::Entity::find()
        .select_only()
        .column(placement::Column::DepartmentId)
        .column_as(placement::Column::Id.count(), "people")
        .filter(on(today))
        .group_by(placement::Column::DepartmentId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// What there was and is to come with one team.
#[derive(Default)]
struct Talks {
    last: Option<NaiveDate>,
    participants: Option<i64>,
    planned: Option<DateTime<Utc>>,
}

async fn talks(db: &impl ConnectionTrait, since: NaiveDate) -> Result<HashMap<DepartmentId, Talks>> {
    use conversation::Column::{CalledOffAt, HeldOn, Participants, StartsAt};
    let of = |column: conversation::Column| Expr::col((conversation::Entity, column));
    let when = |condition: SimpleExpr, column| Expr::case(condition, of(column));
    let counted = when(of(HeldOn).gte(since), Participants);
    let planned = when(of(HeldOn).is_null(), StartsAt);
    type Row = (DepartmentId, Option<NaiveDate>, Option<i32>, Option<DateTime<Utc>>);
    let rows: Vec<Row> = conversation_team::Entity::find()
        .select_only()
        .column(conversation_team::Column::DepartmentId)
        .column_as(HeldOn.max(), "last")
        .expr_as(Func::max(counted), "participants")
        .expr_as(Func::min(planned), "planned")
        .join(JoinType::InnerJoin, conversation_team::Relation::Conversation.def())
        .filter(CalledOffAt.is_null())
        .group_by(conversation_team::Column::DepartmentId)
        .into_tuple()
        .all(db)
        .await?;
    let talks = |(id, last, participants, planned): (_, _, Option<i32>, _)| {
        (id, Talks { last, participants: participants.map(i64::from), planned })
    };
    Ok(rows.into_iter().map(talks).collect())
}

/// How many conversations were held since a day, and how many took part.
async fn totals(db: &impl ConnectionTrait, since: NaiveDate) -> Result<(i64, i64)> {
    use conversation::Column::{HeldOn, Id, Participants};
    let found: Option<(i64, Option<i64>)> = conversation::Entity::find()
        .select_only()
        .column_as(Id.count(), "held")
        .column_as(Participants.sum(), "participants")
        .filter(HeldOn.gte(since))
        .into_tuple()
        .one(db)
        .await?;
    let (held, participants) = found.unwrap_or_default();
    Ok((held, participants.unwrap_or_default()))
}
