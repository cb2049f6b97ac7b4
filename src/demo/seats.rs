//! Who took part or will: chance decides, over the past months, and the rules of the house say yes or no.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{enrolment::Origin, id::*};
use rand::{rngs::StdRng, seq::IndexedRandom as _};

use super::{agenda::Planned, at};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::{Error, Result},
    learning::enrolment::{self, TakePlace},
};

/// The days, counted back from now, on which people looked at the catalogue.
const ROUNDS: [i64; 14] = [84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 9, 5, 2];
/// Nobody looks further ahead than this.
const HORIZON: TimeDelta = TimeDelta::days(100);
/// How many ask for a place, in hundredths of the seats, one session after the other: some runs are full, some are not.
const LEVELS: [i32; 8] = [45, 130, 75, 25, 95, 140, 60, 85];

/// Who asked for which place, at one moment.
pub(super) struct Round {
    moment: DateTime<Utc>,
    wishes: Vec<TakePlace>,
}

/// What people asked for, round by round.
pub(super) fn wishes(
    sessions: &[&Planned],
    pool: &[PersonId],
    now: DateTime<Utc>,
    chance: &mut StdRng,
) -> Vec<Round> {
    let moments = ROUNDS.map(|days| now - TimeDelta::days(days));
    let mut rounds: Vec<Round> =
        moments.into_iter().map(|moment| Round { moment, wishes: Vec::new() }).collect();
    for (session, level) in sessions.iter().zip(LEVELS.iter().cycle()) {
        let possible: Vec<usize> = (0..moments.len())
            .filter(|round| {
                moments
                    .get(*round)
                    .is_some_and(|moment| (*moment..*moment + HORIZON).contains(&session.starts_at))
            })
            .collect();
        let count = usize::try_from(session.capacity * level / 100).unwrap_or(0).max(1);
        for person in pool.choose_multiple(chance, count) {
            let Some(round) = possible.choose(chance).and_then(|round| rounds.get_mut(*round)) else {
                continue;
            };
            round.wishes.push(wish(session.id, *person, round.wishes.len() % 3 == 0));
        }
    }
    rounds
}

/// Lets people take the places they asked for, as far as the rules allow.
pub(super) async fn take(house: &House, rounds: &[Round]) -> Result<()> {
    for round in rounds {
        let then = at(house, round.moment);
        then.write(&Actor::house(), |change| async move { all(&change, &round.wishes).await }).await?;
    }
    Ok(())
}

async fn all(change: &Change, wishes: &[TakePlace]) -> Result<()> {
    for wish in wishes {
        if_allowed(change, wish).await?;
    }
    Ok(())
}

/// The place, or nothing when a rule says no: chance knows no rules.
pub(super) async fn if_allowed(change: &Change, wish: &TakePlace) -> Result<Option<enrolment::Placement>> {
    match enrolment::take_place(change, wish).await {
        Ok(placement) => Ok(Some(placement)),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) const fn wish(session: SessionId, person: PersonId, short_notice: bool) -> TakePlace {
    TakePlace { session, person, origin: Origin::Person, short_notice, override_reason: None }
}
