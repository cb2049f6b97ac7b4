//! What teams said could be better, at every step: asked, put off, agreed on, moved, done at once, and answered too late.

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::*;

use super::{at, persona::Persona};
use crate::domain::{
    actor::Actor,
    change::House,
    dialogue::improvement::{
        raise::{self, Idea},
        step::{self, Reply},
    },
    error::Result,
    people::{department, person, placement},
};

/// How far one came. Days count from the day on which it was raised; those of a due date from today.
enum Far {
    Asked,
    No(i64, &'static str),
    Later(i64, &'static str),
    Yes(i64),
    /// Agreed after, due in, and moved to.
    Agreed(i64, i64, Option<i64>),
    /// Done after, with what it changed.
    Done(i64, &'static str),
    Fixed(&'static str),
}

use Far::{Agreed, Asked, Done, Fixed, Later, No, Yes};

/// Code of the team, how many days ago, what could be better, and how far it came.
const IDEAS: [(&str, i64, &str, Far); 35] = [
    ("TEL", 240, "De wachtmuziek zachter", Fixed("Bellers verstaan ons meteen als we opnemen.")),
    ("BZ", 260, "Een lijst met wie welk land kent", Fixed("De juiste collega zit nu direct aan tafel.")),
    (
        "ICT",
        120,
        "Een vast nummer voor spoed bij de balies",
        Fixed("De balie wacht niet meer in de gewone rij."),
    ),
    ("WMO", 150, "Zeggen wanneer we terugbellen", Fixed("Mensen bellen minder vaak nog eens.")),
    (
        "TEL",
        61,
        "Het lange bandje voor het klanttevredenheidsonderzoek stoppen",
        Fixed("Bellers krijgen meteen iemand. Dat scheelt 40 seconden per gesprek."),
    ),
    (
        "TEL",
        52,
        "Terugbelnotities met een vast onderwerp",
        Done(12, "Notities komen nu bij het goede team aan."),
    ),
    ("TEL", 44, "Zien wie van de backoffice vandaag bereikbaar is", Agreed(9, 20, None)),
    (
        "TEL",
        41,
        "Eigen toon in de chat in plaats van standaardzinnen",
        Done(25, "De teksten zijn korter en van ons."),
    ),
    ("TEL", 6, "Een rustige plek voor moeilijke gesprekken", Asked),
    ("BAL", 55, "Koffie en water in de wachtruimte", Done(5, "Bezoekers wachten rustiger.")),
    (
        "BAL",
        37,
        "Een tweede zuil om je te melden",
        No(12, "De zuil wordt volgend jaar voor alle balies vervangen."),
    ),
    ("BAL", 30, "Borden met gewone woorden bij de balies", Agreed(8, 12, Some(33))),
    ("BAL", 9, "Een kaart met wie waarover gaat", Asked),
    ("KCC", 48, "Meelopen bij Vergunningen, een ochtend per maand", Agreed(10, -4, None)),
    ("BZ", 58, "Naam en nummer onder elke brief", Done(13, "Inwoners bellen direct de goede persoon.")),
    (
        "BZ",
        33,
        "Bij een aangifte van overlijden een eigen tafel",
        Done(26, "Nabestaanden zitten niet meer in de rij."),
    ),
    ("BZ", 29, "Later open op donderdag", Later(15, "Eerst kijken we hoe druk de dinsdagavond wordt.")),
    ("BZ", 22, "Een sms als het paspoort klaarligt", Yes(16)),
    ("BZ", 11, "De bel bij balie 3 zachter", Fixed("De bel staat zachter. Het was een knopje.")),
    ("BZ", 3, "Formulieren ook in grote letters", Asked),
    ("BOR", 46, "Meldingen terugkoppelen met een foto", Agreed(9, 30, None)),
    (
        "BOR",
        43,
        "Eén nummer voor de wachtdienst",
        Done(8, "Collega’s bellen niet meer drie mensen na elkaar."),
    ),
    ("BOR", 40, "Weten wat de balie aan bewoners belooft", Asked),
    (
        "BOR",
        25,
        "Een eigen auto voor spoed",
        No(14, "Twee andere auto’s staan vaak stil. Die delen we eerst."),
    ),
    ("BOR", 13, "Zelf een afspraak kunnen maken met de melder", Asked),
    ("BOR", 4, "Dezelfde namen voor straten als op de kaart van bewoners", Asked),
    ("VERG", 57, "Spreekuur voor wie nog geen aanvraag deed", Agreed(12, -11, None)),
    (
        "VERG",
        34,
        "Een zin die uitlegt waarom we onpartijdig blijven",
        Done(18, "De zin staat onder elke mail."),
    ),
    ("VERG", 31, "Aanvragers vooraf bellen bij een weigering", Yes(14)),
    ("WMO", 39, "Eén vast gezicht per gezin", Later(17, "Dit kan pas als de caseload kleiner is.")),
    ("ICT", 36, "Een storing melden met één foto", Done(9, "Melden duurt een minuut.")),
    ("ICT", 27, "Telefoon bij thuiswerken niet op de voicemail", Agreed(13, 5, None)),
    (
        "POST",
        45,
        "Post voor thuiswerkers scannen en mailen",
        Done(11, "Niemand komt meer voor een brief naar kantoor."),
    ),
    ("POST", 18, "Een kast met een naam per team", Fixed("Er hangen naamkaartjes. De post ligt goed.")),
    ("INK", 24, "Een brief minder bij een nieuwe uitkering", Yes(20)),
];

/// Everything, until this morning.
pub(super) async fn raise(house: &House, cast: &[Persona], now: DateTime<Utc>) -> Result<()> {
    let Some(manager) = cast.iter().find(|persona| persona.key == "hr") else { return Ok(()) };
    let actor = person::actor(&house.db.reader, manager.person, house.policy.day(now)).await?;
    let all = department::list(&house.db.reader).await?;
    for (code, ago, title, far) in &IDEAS {
        let Some(team) = all.iter().find(|one| one.code == *code) else { continue };
        let day = |after: i64| at(house, (now - TimeDelta::days(ago - after)).min(now));
        let fixed = if let Fixed(effect) = far { Some((*effect).to_owned()) } else { None };
        let idea = &Idea { department: Some(team.id), title: (*title).into(), fixed, ..Idea::default() };
        let id = day(0).write(&actor, |change| async move { raise::raise(&change, idea).await }).await?;
        further(house, (&actor, team.id), id, (far, &day, now)).await?;
    }
    Ok(())
}

async fn further(
    house: &House,
    (actor, team): (&Actor, DepartmentId),
    id: ImprovementId,
    (far, day, now): (&Far, &(impl Fn(i64) -> House + Sync), DateTime<Utc>),
) -> Result<()> {
    let (after, reply) = match far {
        Asked | Fixed(_) => return Ok(()),
        No(after, why) => (*after, Reply::No((*why).into())),
        Later(after, why) => (*after, Reply::Later((*why).into())),
        Yes(after) => (*after, Reply::Yes),
        Done(after, effect) => {
            let finish =
                |change: std::sync::Arc<_>| async move { step::finish(&change, id, 1, effect).await };
            return day(*after).write(actor, finish).await;
        }
        Agreed(after, due, later) => {
            let today = house.policy.day(now);
            let people = placement::people_of(&house.db.reader, team, today).await?;
            let Some(owner) = people.first().map(|person| person.id) else { return Ok(()) };
            let due = today + TimeDelta::days(*due);
            let later = later.map(|days| today + TimeDelta::days(days));
            let agree = |change: std::sync::Arc<_>| async move {
                step::agree(&change, id, 1, (owner, due)).await?;
                match later {
                    Some(later) => step::move_day(&change, id, 2, later).await,
                    None => Ok(()),
                }
            };
            return day(*after).write(actor, agree).await;
        }
    };
    let reply = &reply;
    day(after).write(actor, |change| async move { step::answer(&change, id, 1, reply).await }).await
}
