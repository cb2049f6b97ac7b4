//! What people think of the core values, time after time: the front office leads and rises, ICT and the post room follow, and in the public
//! space nothing changes.

use std::collections::HashMap;

use chrono::{Days, Months, NaiveDate};
use entity::id::*;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};

use super::{at, persona::Persona};
use crate::domain::{
    actor::Actor,
    adoption::{
        period::Period,
        pulse::{self, Scores, many, round, sift},
    },
    change::House,
    error::Result,
    page::Window,
    people::{
        department,
        directory::{self, Filter},
    },
};

/// Its own, so that nobody else in the demo draws another lot.
const SEED: u64 = 3_107;
/// How many in a hundred answer, and how many so far of the pulse that is open.
const ANSWER: u32 = 68;
const SO_FAR: u32 = 41;
/// For how long one can answer.
const LASTS: Days = Days::new(20);
/// Since when the pulse that is open is so.
const AGO: Days = Days::new(8);

/// Where, how many in a hundred are glad at first, and how many more each time.
const STORY: [(&str, i32, i32); 7] = [
    ("DIR-D", 68, 7),
    ("KCC", 72, 8),
    ("BZ", 70, 7),
    ("ICT", 48, 8),
    ("POST", 45, 9),
    ("BOR", 50, 0),
    ("DIR-S", 58, 3),
];
/// Everywhere else.
const OTHERS: (i32, i32) = (54, 3);
/// How much gladder people are with each value than with all.
const VALUES: [i32; 4] = [4, 8, 2, -10];

/// The pulse of a period, the `wave`th from 0: in its last two months, or, in one that runs, for a week now.
pub(super) async fn ask(house: &House, cast: &[Persona], period: &Period, wave: i32) -> Result<()> {
    let today = house.policy.day(house.now());
    let runs = period.ends_on >= today;
    let late = period.begins_on.checked_add_months(Months::new(4)).unwrap_or(period.begins_on);
    let opens = if runs { today.checked_sub_days(AGO).unwrap_or(today).max(period.begins_on) } else { late };
    let percent = if runs { SO_FAR } else { ANSWER };
    answers_for(house, (period.id, opens), cast, (wave, percent)).await
}

/// The pulse of a period that opens on a day: everybody is asked, and so many in a hundred answer as they do the `wave`th time, from 0. One
/// of which the last day has passed is closed afterwards.
async fn answers_for(
    house: &House,
    (period, opens): (PeriodId, NaiveDate),
    cast: &[Persona],
    (wave, percent): (i32, u32),
) -> Result<()> {
    let closes = opens + LASTS;
    let mut chance = StdRng::seed_from_u64(SEED + u64::from(wave.unsigned_abs()));
    let then = at(house, house.policy.midnight(opens));
    let ask = |change: std::sync::Arc<_>| async move { pulse::ask(&change, period, (opens, closes)).await };
    let id = then.write(&Actor::operator(), ask).await?;
    round::attend(&then).await?;
    let given = &given(&then, cast, (wave, percent), &mut chance).await?;
    then.write(&Actor::house(), |change| async move { many::give(&change, id, given).await.map(|_| ()) })
        .await?;
    let now = house.policy.day(house.now()).min(closes + Days::new(1));
    let after = at(house, house.policy.midnight(now));
    sift::attend(&after).await?;
    round::attend(&after).await
}

/// Who answers, and what. Those whom a visitor can be do not, so that the question waits on the first page.
async fn given(
    house: &House,
    cast: &[Persona],
    (wave, percent): (i32, u32),
    chance: &mut StdRng,
) -> Result<HashMap<PersonId, Scores>> {
    let (db, today) = (&house.db.reader, house.policy.day(house.now()));
    let tree = department::tree(db).await?;
    let (mut given, mut window) = (HashMap::new(), Window { limit: 200, after: None });
    loop {
        let page = directory::list(db, &Actor::operator(), &Filter::default(), &window, today).await?;
        for entry in &page.items {
            let above = entry.departments.first().map(|id| tree.above(*id)).unwrap_or_default();
            let codes = above.iter().filter_map(|id| tree.get(*id)).map(|one| one.code.as_str());
            let glad = glad(codes, wave);
            let scores = VALUES.map(|more| score(glad + more, chance));
            let plays = cast.iter().any(|one| one.person == entry.person.id);
            if chance.random_range(0..100) < percent && !plays {
                given.insert(entry.person.id, scores);
            }
        }
        let Some(next) = page.next else { return Ok(given) };
        window.after = Some(next.parse()?);
    }
}

/// The nearest department that the story tells of.
fn glad<'a>(mut codes: impl Iterator<Item = &'a str>, wave: i32) -> i32 {
    let told = |code: &str| STORY.iter().find(|(name, ..)| *name == code);
    let (first, more) = codes.find_map(told).map_or(OTHERS, |(_, first, more)| (*first, *more));
    first + more * wave
}

fn score(glad: i32, chance: &mut StdRng) -> i32 {
    if chance.random_range(0..100) < glad {
        [4, 4, 5][chance.random_range(0..3)]
    } else {
        [3, 3, 2, 1][chance.random_range(0..4)]
    }
}
