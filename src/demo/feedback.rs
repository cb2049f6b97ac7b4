//! What residents say: a year of grades by every channel, some with words, forms in three places, thanks, and how many contacts there were.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use entity::{
    compliment::{Shape, Telling},
    feedback::{Channel, FeedbackWay},
    id::*,
};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};

use crate::domain::{
    actor::Actor,
    change::House,
    error::Result,
    people::department::{self, Tree},
    service::{
        compliment, contact_volume,
        feedback::{Entry, Said, file, form},
    },
};

/// Its own, so that nobody else in the demo draws another lot.
const SEED: u64 = 6_402;
const GRADES: usize = 400;
const YEAR: u64 = 365;
const MONTHS: u32 = 12;

/// A channel, how many contacts it has in a month, the grade around which people grade it, and what most of it is about.
const CHANNELS: [(Channel, i32, i32, &str); 7] = [
    (Channel::Counter, 4_200, 8, "BAL"),
    (Channel::Telephone, 9_500, 7, "TEL"),
    (Channel::Chat, 1_100, 7, "TEL"),
    (Channel::Post, 2_300, 6, "POST"),
    (Channel::SocialMedia, 600, 6, "COM"),
    (Channel::WhatsApp, 1_700, 8, "TEL"),
    (Channel::Online, 7_800, 7, "BZ"),
];

const SAID: [&str; 14] = [
    "Binnen tien minuten klaar. De mevrouw aan de balie legde alles rustig uit.",
    "Ik werd netjes teruggebeld, precies op de dag die beloofd was.",
    "Drie keer doorverbonden en steeds opnieuw mijn verhaal gedaan.",
    "De brief begreep ik pas nadat mijn dochter hem had gelezen.",
    "Via WhatsApp had ik binnen een uur antwoord. Zo hoort het.",
    "Het formulier op de site liep vast bij stap drie.",
    "Fijn dat er iemand meedacht over wat wél kon.",
    "Lang wachten aan de telefoon, en een bandje dat niets zegt.",
    "De afspraak begon op tijd en alles lag klaar.",
    "Niemand kon zeggen hoe het met mijn aanvraag staat.",
    "Duidelijke uitleg over de vergunning, ook over wat niet mag.",
    "Ik kreeg twee verschillende antwoorden op dezelfde vraag.",
    "Heel vriendelijk geholpen, dank.",
    "De hal is koud, verder prima.",
];

const FORMS: [(&str, Channel, Option<&str>); 3] = [
    ("Poster in de hal", Channel::Counter, Some("BAL")),
    ("Link onder brieven", Channel::Post, None),
    ("Na een gesprek op de site", Channel::Online, Some("BZ")),
];

/// What came, for whom, and who may be told.
const THANKS: [(Shape, &str, Option<&str>, Telling); 10] = [
    (Shape::Cake, "Een appeltaart, voor alle hulp rond de uitvaart.", Some("BEG"), Telling::Team),
    (
        Shape::Words,
        "Jullie hebben naar me geluisterd. Dat was ik niet meer gewend.",
        Some("WMO"),
        Telling::Organisation,
    ),
    (Shape::Card, "Een kaartje: dank voor het meedenken over de schuur.", Some("VERG"), Telling::Everybody),
    (
        Shape::Flowers,
        "Bloemen voor de balie na een huwelijk dat op het laatste moment doorging.",
        Some("BAL"),
        Telling::Organisation,
    ),
    (
        Shape::Words,
        "Wat een rust aan de telefoon, terwijl ik zelf in paniek was.",
        Some("TEL"),
        Telling::Team,
    ),
    (Shape::Words, "De straat was dezelfde dag nog schoon.", Some("BOR"), Telling::Everybody),
    (
        Shape::Words,
        "Een collega van een andere gemeente: jullie brieven zijn een voorbeeld.",
        Some("COM"),
        Telling::Organisation,
    ),
    (Shape::Words, "Dank dat jullie terugbelden, ook al was het antwoord nee.", Some("INK"), Telling::Team),
    (
        Shape::Other,
        "Een tekening van een kind, voor iedereen in het gemeentehuis.",
        None,
        Telling::Organisation,
    ),
    (Shape::Words, "Snel mijn paspoort, en een grapje erbij.", Some("BZ"), Telling::Team),
];
const COMPLIMENTS: usize = 25;

/// A year of it, until today.
pub(super) async fn hear(house: &House) -> Result<()> {
    let mut chance = StdRng::seed_from_u64(SEED);
    let today = house.policy.day(house.now());
    let tree = &department::tree(&house.db.reader).await?;
    let entries = &(0..GRADES).map(|_| entry(tree, today, &mut chance)).collect::<Vec<_>>();
    let thanks = &(0..COMPLIMENTS).map(|at| thanks(tree, today, at, &mut chance)).collect::<Vec<_>>();
    let months = &(1..=MONTHS).map(|ago| month(today, ago, &mut chance)).collect::<Vec<_>>();
    let all = |change: std::sync::Arc<_>| async move {
        file::load(&change, entries, true).await?;
        for (name, channel, code) in FORMS {
            let department = code.and_then(|code| find(tree, code));
            form::open(&change, &form::New { name: name.into(), channel, department }).await?;
        }
        for one in thanks {
            compliment::enter(&change, one).await?;
        }
        for (month, counted) in months {
            contact_volume::write(&change, *month, counted).await?;
        }
        Ok(())
    };
    house.write(&Actor::operator(), all).await
}

fn find(tree: &Tree, code: &str) -> Option<DepartmentId> {
    tree.nodes().iter().find(|node| node.department.code == code).map(|node| node.department.id)
}

fn entry(tree: &Tree, today: NaiveDate, chance: &mut StdRng) -> Entry {
    let (channel, _, around, code) = CHANNELS[chance.random_range(0..CHANNELS.len())];
    let ago = chance.random_range(1..YEAR);
    // It gets better in the course of the year.
    let better = i32::from(chance.random_range(0..YEAR) > ago);
    let grade = (around + better + [-3, -1, -1, 0, 0, 0, 0, 1, 1][chance.random_range(0..9)]).clamp(1, 10);
    let writes = chance.random_range(0..100) < 30;
    let text = if writes { SAID[chance.random_range(0..SAID.len())] } else { "" };
    let effort = (chance.random_range(0..100) < 60).then(|| (6 - grade / 2).clamp(1, 5));
    let way = [FeedbackWay::Form, FeedbackWay::Form, FeedbackWay::Colleague, FeedbackWay::Paper];
    // Of a conversation one knows with whom it was.
    let spoken = matches!(channel, Channel::Counter | Channel::Telephone | Channel::Chat | Channel::WhatsApp);
    let known = chance.random_range(0..100) < 80 || spoken;
    Entry {
        channel,
        said: Said { grade: Some(grade), effort, text: text.into() },
        department: known.then(|| find(tree, code)).flatten(),
        received_on: today.checked_sub_days(Days::new(ago)).unwrap_or(today),
        way: way[chance.random_range(0..way.len())],
    }
}

fn thanks(tree: &Tree, today: NaiveDate, at: usize, chance: &mut StdRng) -> compliment::New {
    let (shape, text, code, telling) = THANKS[at % THANKS.len()];
    // The first of them this month, the rest in the course of the year.
    let ago = if at < 8 { chance.random_range(1..25) } else { chance.random_range(30..YEAR) };
    compliment::New {
        shape,
        asked: shape == Shape::Words && at.is_multiple_of(3),
        text: text.into(),
        channel: None,
        department: code.and_then(|code| find(tree, code)),
        received_on: today.checked_sub_days(Days::new(ago)).unwrap_or(today),
        telling,
    }
}

fn month(today: NaiveDate, ago: u32, chance: &mut StdRng) -> (NaiveDate, BTreeMap<Channel, i32>) {
    let this = today.with_day(1).unwrap_or(today);
    let month = this.checked_sub_months(Months::new(ago)).unwrap_or(this);
    let counted = CHANNELS.map(|(channel, usual, ..)| (channel, usual * chance.random_range(85..=115) / 100));
    (month, counted.into())
}
