//! Who is told of a step: the team that raised it, and who becomes its owner.

use entity::id::*;

use super::Improvement;
use crate::domain::{
    change::{Asked, Change},
    error::Result,
    people::placement,
    task::Letter,
};

/// Letters that are written down in one statement: more would be too many values for a database.
const AT_ONCE: usize = 1_000;

/// The team hears what was said to its idea.
pub(super) async fn answered(change: &Change, row: &Improvement) -> Result<()> {
    team(change, row, |person| Letter::IdeaAnswered { person, improvement: row.id }).await
}

/// The team hears that it was done.
pub(super) async fn done(change: &Change, row: &Improvement) -> Result<()> {
    team(change, row, |person| Letter::ImprovementDone { person, improvement: row.id }).await
}

/// Who does it hears so, but for who chose it themselves.
pub(super) async fn owned(change: &Change, row: &Improvement) -> Result<()> {
    match row.owner_id.filter(|owner| change.actor.person != Some(*owner)) {
        Some(person) => change.later(Letter::ImprovementOwned { person, improvement: row.id }).await,
        None => Ok(()),
    }
}

/// Everybody of the team but who did it. The last news takes the place of news that did not leave yet.
async fn team(change: &Change, row: &Improvement, letter: impl Fn(PersonId) -> Letter + Send) -> Result<()> {
    let Some(team) = row.department_id else { return Ok(()) };
    let people = placement::people_of(change.db(), team, change.policy.day(change.now)).await?;
    let others = people.into_iter().map(|person| person.id).filter(|id| change.actor.person != Some(*id));
    let asked = |person: PersonId| Asked {
        task: letter(person).into(),
        due: change.now,
        key: Some(format!("improvement:{}:{person}", row.id)),
    };
    let asked: Vec<_> = others.map(asked).collect();
    for part in asked.chunks(AT_ONCE) {
        change.later_all(part.to_vec()).await?;
    }
    Ok(())
}
