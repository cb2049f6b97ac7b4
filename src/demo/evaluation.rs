//! What people thought: a workshop of three months ago with results of both kinds, newer ones with more and with fewer answers, and for
//! the employee of the cast a question that waits.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    attendance::Mark,
    evaluation::EvaluationKind as Kind,
    evaluation_answer::Applied,
    id::*,
    workshop::{self, WorkshopForm},
};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};

use super::{
    agenda::Planned,
    at,
    persona::Persona,
    scene::Scene,
    seats::{if_allowed, wish},
    today,
};
use crate::domain::{
    actor::Actor,
    change::House,
    error::Result,
    learning::{
        attendance,
        evaluation::{
            answer::{Answer, Reason, Said, give},
            mine, release, round,
        },
        roll,
        session::{self, Plan},
        workshop::published,
    },
};

/// Its own, so that nobody else in the demo draws another lot.
const SEED: u64 = 9_105;
/// How many took part three months ago, beside the employee.
const PEOPLE: usize = 16;
/// So long ago that was: twelve weeks, and the time in which others answered.
const AGO: TimeDelta = TimeDelta::days(88);
/// Of how many sessions of the last weeks people answered, the first of them few.
const RECENT: usize = 4;
const FEW: usize = 3;

const BETTER: [&str; 7] = [
    "Meer oefenen met echte situaties, minder theorie.",
    "De zaal was warm. Verder niets.",
    "Graag een half uur langer, we kwamen niet toe aan de laatste oefening.",
    "Stuur de voorbeelden vooraf, dan kan ik mijn eigen brief meenemen.",
    "Niets, goed tempo en veel herkenning.",
    "Een vervolg na een paar maanden zou helpen.",
    "Voor de buitendienst zijn de voorbeelden te veel van kantoor.",
];

const USED: [&str; 5] = [
    "Ik vat nu aan het eind van elk gesprek samen. Dat scheelt terugbellen.",
    "De vragenkaart ligt op mijn bureau.",
    "In drukke weken val ik terug in mijn oude manier.",
    "Met een collega bespreken we elke vrijdag één brief.",
    "Ons systeem laat alleen standaardbrieven toe.",
];

/// Asks and answers, from three months ago until this morning.
pub(super) async fn ask(
    house: &House,
    (cast, pool): (&[Persona], &[PersonId]),
    (scene, sessions): (&Scene<'_>, &[Planned]),
    now: DateTime<Utc>,
) -> Result<()> {
    let mut chance = StdRng::seed_from_u64(SEED);
    let people = long_ago(house, (cast, pool), scene, now - AGO).await?;
    say(&at(house, now - AGO + TimeDelta::days(1)), &people, (Kind::AfterClosing, PEOPLE - 4), &mut chance)
        .await?;
    attend(&at(house, now - AGO + TimeDelta::days(3))).await?;
    attend(&at(house, now - AGO + TimeDelta::days(20))).await?;
    let (then, today) = (at(house, now - TimeDelta::days(2)), at(house, now));
    attend(&then).await?;
    say(&then, &people, (Kind::AfterTwelveWeeks, PEOPLE / 2), &mut chance).await?;
    for (number, planned) in recent(sessions, now).enumerate() {
        let all = roll::with_people(&house.db.reader, planned.id).await?;
        let all: Vec<_> = all.iter().map(|(_, person)| person.id).collect();
        let most = if number == 0 { FEW } else { all.len() * 3 / 5 };
        say(&then, &all, (Kind::AfterClosing, most), &mut chance).await?;
    }
    attend(&today).await
}

/// Those that closed while one could still answer when others did.
fn recent(sessions: &[Planned], now: DateTime<Utc>) -> impl Iterator<Item = &Planned> {
    let days = move |days| now - TimeDelta::days(days);
    sessions.iter().filter(move |one| one.starts_at > days(13) && one.starts_at < days(4)).take(RECENT)
}

/// What the house does by itself.
async fn attend(house: &House) -> Result<()> {
    release::attend(house).await?;
    round::attend(house).await
}

/// The trainer of the cast gave a workshop, and the employee was there among others. Returns the others.
async fn long_ago(
    house: &House,
    (cast, pool): (&[Persona], &[PersonId]),
    scene: &Scene<'_>,
    starts_at: DateTime<Utc>,
) -> Result<Vec<PersonId>> {
    let all = published(&house.db.reader).await?;
    let fits = |one: &&workshop::Model| {
        let free = one.parts == 1 && one.form == WorkshopForm::OnSite && one.audience.trim() == "iedereen";
        free && !scene.plays(one.id)
    };
    let who = |key: &str| cast.iter().find(|persona| persona.key == key).map(|persona| persona.person);
    let (Some(workshop), Some(trainer), Some(employee)) =
        (all.iter().find(fits), who("trainer"), who("employee"))
    else {
        return Ok(Vec::new());
    };
    let lasts = TimeDelta::minutes(workshop.duration_minutes.max(60).into());
    let plan = &Plan { capacity: Some(20), ..today::plan(workshop.id, trainer, starts_at, lasts) };
    let others: Vec<_> = pool.iter().copied().take(PEOPLE).collect();
    let people = &[others.as_slice(), &[employee]].concat();
    let id = at(house, starts_at - TimeDelta::days(20))
        .write(&Actor::house(), |change| async move {
            let id = session::plan(&change, plan).await?;
            for person in people {
                if_allowed(&change, &wish(id, *person, false)).await?;
            }
            Ok(id)
        })
        .await?;
    let then = at(house, starts_at + lasts);
    let meeting = session::details(&house.db.reader, id, then.now()).await?.meetings.remove(0).id;
    let places = roll::with_people(&house.db.reader, id).await?;
    let marks = &places.iter().map(|(row, _)| (row.id, Mark::Present)).collect::<Vec<_>>();
    then.write(&Actor::house(), |change| async move {
        attendance::mark(&change, meeting, marks).await?;
        attendance::closing::close(&change, meeting).await
    })
    .await?;
    attend(&then).await?;
    Ok(others)
}

/// So many of these people answer what they are asked.
async fn say(
    house: &House,
    people: &[PersonId],
    (kind, most): (Kind, usize),
    chance: &mut StdRng,
) -> Result<()> {
    let mut given = Vec::new();
    for person in people {
        let waiting = mine::waiting(&house.db.reader, *person, house.policy.day(house.now())).await?;
        if given.len() < most {
            let codes = waiting.into_iter().filter(|one| one.kind == kind).map(|one| one.code);
            given.extend(codes.map(|code| (code, answer(kind, chance))));
        }
    }
    let given = &given;
    house
        .write(&Actor::nobody(), |change| async move {
            for (code, answer) in given {
                give(&change, code, answer).await?;
            }
            Ok(())
        })
        .await
}

fn answer(kind: Kind, chance: &mut StdRng) -> Answer {
    let writes = chance.random_range(0..100) < 80;
    let mut score = || [5, 4, 4, 5, 3, 4, 2, 4][chance.random_range(0..8)];
    match kind {
        Kind::AfterClosing => {
            let said = Said::AfterClosing { useful: score(), clear: score(), recommend: score() };
            Answer { said, remark: text(&BETTER, writes, chance) }
        }
        Kind::AfterTwelveWeeks => {
            let applied = [Applied::Yes, Applied::Yes, Applied::Yes, Applied::No, Applied::NoOccasion];
            let applied = applied[chance.random_range(0..5)];
            let reasons = Reason::ALL.into_iter().filter(|_| chance.random_range(0..100) < 30).collect();
            let said = Said::AfterTwelveWeeks { applied, reasons };
            // Eight answer: enough of them write for what they wrote to be shown.
            Answer { said, remark: text(&USED, true, chance) }
        }
    }
}

fn text(all: &[&str], writes: bool, chance: &mut StdRng) -> String {
    if writes { all[chance.random_range(0..all.len())].to_owned() } else { String::new() }
}
