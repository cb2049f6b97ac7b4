//! Votes in the conversations that there are: most with a result, one with too few to keep, one on paper, and one that is open now; and a
//! second coder who read some of their notes.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{core_value::CoreValue, id::*, role::RoleKind};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};

use super::{at, persona::Persona};
use crate::domain::{
    actor::Actor,
    change::House,
    dialogue::{
        ballot::{self, FEWEST, Scores, hand, outcome::Counts},
        coding::{self, Sample},
        conversation::{
            Conversation,
            list::{self, Filter, Which},
        },
    },
    error::Result,
    page::Window,
};

/// Its own, so that nobody else in the demo draws another lot.
const SEED: u64 = 5_204;
/// Votes of the one of which nothing was kept.
const FEW: i32 = FEWEST - 1;
/// Votes in a room of which nobody noted how many were there.
const ROOM: i32 = 9;
/// More conversations than there are.
const MOST: u64 = 100;
/// Votes so far in what is open now.
const SO_FAR: i32 = 6;
/// What the second coder was asked to read, and how many of it are still to be done.
const SAMPLE: usize = 8;
const TO_DO: usize = 2;

/// Votes in what was held, and in what is held today.
pub(super) async fn vote(house: &House, now: DateTime<Utc>) -> Result<()> {
    let mut chance = StdRng::seed_from_u64(SEED);
    let all = conversations(house, now).await?;
    let today = house.policy.day(now);
    let now_on = |one: &&Conversation| house.policy.day(one.starts_at) == today && one.held_on.is_none();
    if let Some(one) = all.iter().find(now_on) {
        fill(&at(house, now), one, SO_FAR, &mut chance).await?;
    }
    for (number, one) in all.iter().filter(|one| one.held_on.is_some()).enumerate() {
        let then = at(house, one.starts_at + TimeDelta::minutes(40));
        let people = one.participants.unwrap_or(ROOM);
        match number {
            0 => on_paper(&then, one, people, &mut chance).await?,
            1 => held(&then, one, FEW.min(people), &mut chance).await?,
            // Not every room votes.
            _ if number % 6 == 5 => {}
            _ => held(&then, one, people, &mut chance).await?,
        }
    }
    Ok(())
}

/// All of them, those that were held from the last one on.
async fn conversations(house: &House, now: DateTime<Utc>) -> Result<Vec<Conversation>> {
    let manager = Actor { roles: vec![RoleKind::ProgrammeManager], ..Actor::nobody() };
    let window = Window { limit: MOST, after: None };
    let mut all = Vec::new();
    for which in Which::ALL {
        let filter = Filter { which, teams: None };
        let page = list::page(&house.db.reader, &manager, &filter, &window, now).await?;
        all.extend(page.items.into_iter().map(|line| line.row));
    }
    Ok(all)
}

/// Whoever holds it.
fn holder(one: &Conversation) -> Actor {
    let role = if one.facilitator_id.is_some() { RoleKind::Facilitator } else { RoleKind::ProgrammeManager };
    Actor { person: one.facilitator_id, roles: vec![role], ..Actor::nobody() }
}

async fn fill(house: &House, one: &Conversation, votes: i32, chance: &mut StdRng) -> Result<()> {
    let (actor, id) = (holder(one), one.id);
    let row = house.write(&actor, |change| async move { ballot::open(&change, id).await }).await?;
    let leaning = leaning(chance);
    let given: Vec<Scores> = (0..votes).map(|_| scores(leaning, chance)).collect();
    let (key, given) = (row.link_key.as_str(), &given);
    let all = |change: std::sync::Arc<_>| async move {
        for scores in given {
            ballot::cast(&change, key, VoteId::by_chance(), *scores).await?;
        }
        Ok(())
    };
    house.write(&Actor::nobody(), all).await
}

async fn held(house: &House, one: &Conversation, votes: i32, chance: &mut StdRng) -> Result<()> {
    fill(house, one, votes, chance).await?;
    let id = one.id;
    house.write(&holder(one), |change| async move { ballot::close(&change, id).await }).await
}

async fn on_paper(house: &House, one: &Conversation, votes: i32, chance: &mut StdRng) -> Result<()> {
    let leaning = leaning(chance);
    let counts = &Counts::of((0..votes).map(|_| scores(leaning, chance)));
    let id = one.id;
    house.write(&holder(one), |change| async move { hand::fill_in(&change, id, counts).await }).await
}

/// How a room thinks of each value: around a score, or divided.
fn leaning(chance: &mut StdRng) -> [(i32, bool); CoreValue::ALL.len()] {
    [(); CoreValue::ALL.len()].map(|()| (chance.random_range(2..=4), chance.random_range(0..100) < 25))
}

fn scores(leaning: [(i32, bool); CoreValue::ALL.len()], chance: &mut StdRng) -> Scores {
    leaning.map(|(middle, divided)| {
        let score = match divided {
            true if chance.random_range(0..2) == 0 => chance.random_range(1..=2),
            true => chance.random_range(4..=5),
            false => middle + [-1, 0, 0, 0, 1][chance.random_range(0..5)],
        };
        score.clamp(1, 5)
    })
}

/// Somebody else reads eight of the held conversations and gives most of them themes, as far as there are any to read.
pub(super) async fn code(house: &House, cast: &[Persona], now: DateTime<Utc>) -> Result<()> {
    let manager = cast.iter().find(|persona| persona.key == "hr").map(|persona| persona.person);
    let manager = Actor { person: manager, roles: vec![RoleKind::ProgrammeManager], ..Actor::nobody() };
    let mut best = None;
    for one in coding::coders(&house.db.reader, house.policy.day(now)).await? {
        let many = coding::can_code(&house.db.reader, one.id).await?.len();
        best = best.filter(|(most, _)| *most >= many).or(Some((many, one.id)));
    }
    let Some((SAMPLE.., coder)) = best else { return Ok(()) };
    let number = i32::try_from(SAMPLE).unwrap_or_default();
    let sample = &Sample { number, seed: 4_711, coder };
    let then = at(house, now - TimeDelta::days(3));
    then.write(&manager, |change| async move { coding::draw(&change, sample).await }).await?;
    let coder = Actor { roles: vec![RoleKind::Facilitator], ..Actor::employee(coder) };
    let asked = coding::waiting(&house.db.reader, &coder, SAMPLE as u64).await?;
    for one in asked.iter().take(SAMPLE - TO_DO) {
        let id = one.row.id;
        let read = |change: std::sync::Arc<_>| async move {
            let reading = coding::read(&change, id).await?;
            coding::give(&change, id, &heard(&reading)).await
        };
        then.write(&coder, read).await?;
    }
    Ok(())
}

/// The themes of which a word stands in the notes.
fn heard(reading: &coding::Reading) -> Vec<ThemeId> {
    let text: String = reading.notes.iter().map(|note| note.text.to_lowercase()).collect();
    let named = |name: &str| name.to_lowercase().split(' ').any(|word| word.len() > 4 && text.contains(word));
    reading.themes.iter().filter(|theme| named(&theme.name_nl)).map(|theme| theme.id).collect()
}
