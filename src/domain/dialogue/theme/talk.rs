//! Of what conversations were: how many had a theme, where, and whether that is enough for others to know.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use entity::{
    conversation::{self, ConversationKind},
    conversation_team, conversation_theme,
    id::*,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};

use crate::domain::{error::Result, people::department::Tree};

/// A theme leaves the teams that spoke of it from so many conversations of different teams,
pub const TALKS: usize = 3;
/// with so many people in them.
pub const PEOPLE: i32 = 15;

/// A conversation that was held with teams of the house.
#[derive(Clone, Debug)]
pub struct Talk {
    pub id: ConversationId,
    pub held_on: NaiveDate,
    pub participants: i32,
    pub teams: Vec<DepartmentId>,
    pub themes: Vec<ThemeId>,
}

/// In how many departments a theme was spoken of, of those that had a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub with: usize,
    pub of: usize,
}

/// Every conversation that was held with teams, in three statements.
///
/// # Errors
/// When the database fails.
pub async fn talks(db: &impl ConnectionTrait) -> Result<Vec<Talk>> {
    let held = Condition::all()
        .add(conversation::Column::HeldOn.is_not_null())
        .add(conversation::Column::CalledOffAt.is_null())
        .add(conversation::Column::Kind.eq(ConversationKind::Team));
    let rows: Vec<(ConversationId, NaiveDate, Option<i32>)> = conversation::Entity::find()
        .select_only()
        .columns([conversation::Column::Id])
        .columns([conversation::Column::HeldOn])
        .columns([conversation::Column::Participants])
        .filter(held)
        .into_tuple()
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut teams: HashMap<ConversationId, Vec<DepartmentId>> = HashMap::new();
    for row in conversation_team::Entity::find().all(db).await? {
        teams.entry(row.conversation_id).or_default().push(row.department_id);
    }
    let mut themes: HashMap<ConversationId, Vec<ThemeId>> = HashMap::new();
    for row in conversation_theme::Entity::find().all(db).await? {
        themes.entry(row.conversation_id).or_default().push(row.theme_id);
    }
    let talk = |(id, held_on, participants): (ConversationId, NaiveDate, Option<i32>)| Talk {
        id,
        held_on,
        participants: participants.unwrap_or_default(),
        teams: teams.remove(&id).unwrap_or_default(),
        themes: themes.remove(&id).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(talk).collect())
}

/// Of each theme of which enough was spoken: in how many conversations.
#[must_use]
pub fn published(talks: &[Talk]) -> HashMap<ThemeId, u64> {
    let found = by_theme(talks.iter());
    found.into_iter().filter(|(_, some)| is_enough(some)).map(|(id, some)| (id, some.len() as u64)).collect()
}

/// Of each theme and department, the teams of which count with it: in how many conversations. For who reads all of them.
#[must_use]
pub fn by_office(talks: &[Talk], tree: &Tree) -> BTreeMap<(ThemeId, DepartmentId), u64> {
    let mut cells = BTreeMap::new();
    for talk in talks {
        let offices: BTreeSet<_> = talk.teams.iter().map(|team| tree.office(*team)).collect();
        for theme in &talk.themes {
            for office in &offices {
                *cells.entry((*theme, *office)).or_default() += 1;
            }
        }
    }
    cells
}

/// How far each theme spread: the departments among these with a conversation about it, of those with a conversation in the
/// days. Only of themes of which enough was spoken there.
#[must_use]
pub fn spread(
    talks: &[Talk],
    tree: &Tree,
    within: &HashSet<DepartmentId>,
    (from, until): (NaiveDate, NaiveDate),
) -> HashMap<ThemeId, Spread> {
    let here = |talk: &&Talk| {
        (from..=until).contains(&talk.held_on) && talk.teams.iter().any(|team| within.contains(team))
    };
    let talks: Vec<&Talk> = talks.iter().filter(here).collect();
    let offices = |talks: &[&Talk]| {
        let teams = talks.iter().flat_map(|talk| &talk.teams).filter(|team| within.contains(team));
        teams.map(|team| tree.office(*team)).collect::<HashSet<_>>().len()
    };
    let of = offices(&talks);
    let enough = by_theme(talks.into_iter()).into_iter().filter(|(_, some)| is_enough(some));
    enough.map(|(theme, some)| (theme, Spread { with: offices(&some), of })).collect()
}

fn by_theme<'a>(talks: impl Iterator<Item = &'a Talk>) -> HashMap<ThemeId, Vec<&'a Talk>> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for talk in talks {
        for theme in &talk.themes {
            found.entry(*theme).or_default().push(talk);
        }
    }
    found
}

/// Whether nobody can tell from a theme which team spoke of it.
fn is_enough(talks: &[&Talk]) -> bool {
    different(talks) >= TALKS && people(talks) >= PEOPLE
}

/// In how many of them, at most, each is of a team of its own.
fn different(talks: &[&Talk]) -> usize {
    let mut taken = HashMap::new();
    (0..talks.len()).filter(|at| seat(talks, *at, &mut taken, &mut HashSet::new())).count()
}

/// Gives a conversation a team of its own, and one that has it already another.
fn seat(
    talks: &[&Talk],
    at: usize,
    taken: &mut HashMap<DepartmentId, usize>,
    tried: &mut HashSet<DepartmentId>,
) -> bool {
    for team in &talks[at].teams {
        if !tried.insert(*team) {
            continue;
        }
        let free = match taken.get(team).copied() {
            Some(other) => seat(talks, other, taken, tried),
            None => true,
        };
        if free {
            taken.insert(*team, at);
            return true;
        }
    }
    false
}

/// How many people took part: of the same teams only the largest conversation, for the same people come again.
fn people(talks: &[&Talk]) -> i32 {
    let mut largest: HashMap<BTreeSet<DepartmentId>, i32> = HashMap::new();
    for talk in talks {
        let most = largest.entry(talk.teams.iter().copied().collect()).or_default();
        *most = talk.participants.max(*most);
    }
    largest.values().fold(0, |all, some| all.saturating_add(*some))
}
