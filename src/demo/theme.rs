//! What conversations of the programme are about: themes with a history, the roles they trouble, and the workshops that help.

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::*;

use super::{at, persona::Persona};
use crate::domain::{
    change::House,
    dialogue::theme::{
        dilemma::{self, Draft},
        manage::{self, Names},
    },
    error::Result,
    learning::{theme_workshop, workshop},
    people::person,
};

/// Dutch and English name, and the codes of workshops that help.
const THEMES: [(&str, &str, &[&str]); 6] = [
    ("Bereikbaar voor elkaar", "Within reach of each other", &["W04"]),
    ("Terugbellen", "Calling back", &["W03"]),
    ("Wat de balie weet van de rest", "What the front office knows of the rest", &["W07"]),
    ("De vraag achter de vraag", "The question behind the question", &["W01"]),
    ("Meedenken en onpartijdig blijven", "Thinking along and staying impartial", &["W05", "W06"]),
    ("Lange bandjes en wachten", "Long recorded messages and waiting", &["W08"]),
];

/// Theme, role and between what it stands, in both languages.
const DILEMMAS: [(usize, [&str; 2], [&str; 2]); 5] = [
    (
        4,
        ["Vergunningverlener", "Permit officer"],
        ["meedenken met de aanvrager en onpartijdig blijven", "thinking along and staying impartial"],
    ),
    (
        4,
        ["Toezichthouder", "Inspector"],
        ["de regel handhaven en de bedoeling ervan dienen", "upholding the rule and serving what it is for"],
    ),
    (
        0,
        ["Specialist", "Specialist"],
        ["ongestoord werken en de telefoon opnemen", "working undisturbed and answering the phone"],
    ),
    (
        3,
        ["Baliemedewerker", "Front desk clerk"],
        ["doorvragen en de rij kort houden", "asking further and keeping the queue short"],
    ),
    (
        1,
        ["Klantadviseur", "Customer adviser"],
        ["een belofte doen en afhangen van een collega", "promising something and depending on a colleague"],
    ),
];

/// What was called otherwise at first, and what became part of another.
const BEFORE: [(usize, &str, &str); 2] =
    [(0, "Interne bereikbaarheid", "Internal reachability"), (5, "Bandjes", "Recorded messages")];
const MERGED: (&str, &str, usize) = ("Niet teruggebeld worden", "Not being called back", 1);

/// Keeps the list as it came to be, and returns its themes in the order above.
pub(super) async fn keep(house: &House, cast: &[Persona], now: DateTime<Utc>) -> Result<Vec<ThemeId>> {
    let Some(manager) = cast.iter().find(|persona| persona.key == "hr") else { return Ok(Vec::new()) };
    let actor = person::actor(&house.db.reader, manager.person, house.policy.day(now)).await?;
    let first = at(house, now - TimeDelta::days(80));
    let themes = first
        .write(&actor, |change| async move {
            let mut themes = Vec::new();
            for (index, (nl, en, _)) in THEMES.iter().enumerate() {
                let was = BEFORE.iter().find(|(of, ..)| *of == index);
                let (nl, en) = was.map_or((*nl, *en), |(_, nl, en)| (*nl, *en));
                themes.push(manage::add(&change, &names(nl, en)).await?);
            }
            for (theme, role, between) in DILEMMAS {
                let draft = Draft { role: role.map(str::to_owned), between: between.map(str::to_owned) };
                dilemma::add(&change, themes[theme], &draft).await?;
            }
            Ok(themes)
        })
        .await?;
    let (helps, ids) = (&helping(house).await?, &themes);
    let later = at(house, now - TimeDelta::days(30));
    later
        .write(&actor, |change| async move {
            for (index, ..) in BEFORE {
                let (nl, en, _) = THEMES[index];
                manage::rename(&change, ids[index], &names(nl, en)).await?;
            }
            let (nl, en, into) = MERGED;
            let gone = manage::add(&change, &names(nl, en)).await?;
            theme_workshop::merge(&change, gone, ids[into]).await?;
            for (theme, workshops) in ids.iter().zip(helps) {
                theme_workshop::choose(&change, *theme, workshops).await?;
            }
            Ok(())
        })
        .await?;
    Ok(themes)
}

/// The workshops that help with each.
async fn helping(house: &House) -> Result<Vec<Vec<WorkshopId>>> {
    let all = workshop::published(&house.db.reader).await?;
    let of = |code: &&str| all.iter().find(|one| one.code == **code).map(|one| one.id);
    Ok(THEMES.iter().map(|(.., codes)| codes.iter().filter_map(of).collect()).collect())
}

fn names(nl: &str, en: &str) -> Names {
    Names { nl: nl.into(), en: en.into() }
}
