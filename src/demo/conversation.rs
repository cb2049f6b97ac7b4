//! The round past all teams: a year of conversations, the last ones of this week still to be written down, and two teams that
//! nobody has spoken with yet.

use std::sync::Arc;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc, Weekday};
use entity::{conversation::ConversationKind, conversation_note::NoteTopic, core_value::CoreValue, id::*};

use super::{
    at,
    persona::Persona,
    talk::{NEEDS, OTHER, QUOTES, SERVING, SUMMARIES},
};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    dialogue::{
        conversation::{
            note::Draft as Note,
            plan::{self, Plan},
            record::{self, Facts, Held},
            reference::Words,
            summary::{self, Draft},
        },
        coverage,
        unit::units,
    },
    error::Result,
    people::{department, person, placement},
};

/// How many were held and written down, of these how many have no summary yet, how many are still to be written down, and how
/// many are to come.
const RECORDED: usize = 31;
const WITHOUT: usize = 6;
const OPEN: usize = 3;
const COMING: usize = 6;
/// Days between two conversations that were held.
const APART: u64 = 11;
/// The round began with so many conversations still to be held.
const IN_ROUND: usize = 15;
/// Nobody has spoken with these yet; the last is planned with nobody.
const LEFT: [&str; 2] = ["POST", "BEL"];

/// Plays a year of conversations about these themes. Nothing in a house without a facilitator.
pub(super) async fn hold(
    house: &House,
    cast: &[Persona],
    themes: Vec<ThemeId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let person = |key: &str| cast.iter().find(|one| one.key == key).map(|one| one.person);
    let (Some(holder), Some(manager)) = (person("facilitator"), person("hr")) else { return Ok(()) };
    let today = house.policy.day(now);
    let holder = person::actor(&house.db.reader, holder, today).await?;
    let manager = person::actor(&house.db.reader, manager, today).await?;
    let stage = Stage { house, holder, themes, teams: teams(house).await? };
    let begins = stage.day(today, RECORDED - IN_ROUND);
    house
        .write(&manager, |change| async move { coverage::start(&change, "Eerste ronde", begins).await })
        .await?;
    for number in 0..RECORDED {
        stage.held(number, stage.day(today, number)).await?;
    }
    for number in 0..OPEN {
        let day = if number == 0 { today } else { workday(today - Days::new(2 * number as u64)) };
        stage.plan(RECORDED + number, stage.moment(day, number), now).await?;
    }
    for number in 0..COMING {
        let day = workday(today + Days::new(3 + 4 * number as u64));
        stage.plan(RECORDED + OPEN + number, stage.moment(day, number), now).await?;
    }
    Ok(())
}

struct Stage<'a> {
    house: &'a House,
    holder: Actor,
    themes: Vec<ThemeId>,
    /// With how many people.
    teams: Vec<(DepartmentId, i32)>,
}

impl Stage<'_> {
    /// When the conversation with this number was: the first the longest ago.
    fn day(&self, today: NaiveDate, number: usize) -> NaiveDate {
        workday(today - Days::new(APART * (RECORDED - number) as u64))
    }

    /// In the morning or in the afternoon.
    fn moment(&self, day: NaiveDate, number: usize) -> DateTime<Utc> {
        let hours = if number.is_multiple_of(2) { 10 } else { 14 };
        let local = day.and_time(NaiveTime::MIN + TimeDelta::hours(hours));
        let zone = self.house.policy.zone;
        zone.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.to_utc())
    }

    /// Plans one as it was planned then: two weeks before, or some days ago.
    async fn plan(
        &self,
        number: usize,
        starts_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<ConversationId> {
        let (kind, partner, area) = match number % 20 {
            7 => (ConversationKind::RoundTable, "Woningstichting De Sluis", "Wonen"),
            17 => (ConversationKind::Panel, "Klantenpanel", "Burgerzaken"),
            _ => (ConversationKind::Team, "", ""),
        };
        let (team, _) = self.teams[number % self.teams.len()];
        let plan = &Plan {
            kind,
            teams: vec![team],
            partner: partner.into(),
            service_area: area.into(),
            starts_at,
            minutes: 90,
            place: ["Op de afdeling", "Stadhuis, zaal 0.08", "Gemeentewerf, kantine"][number % 3].into(),
            facilitator: None,
        };
        let then = at(self.house, (starts_at - TimeDelta::days(14)).min(now));
        then.write(&self.holder, |change| async move { plan::plan(&change, plan).await }).await
    }

    /// One that was held, written down, and most often summed up.
    async fn held(&self, number: usize, day: NaiveDate) -> Result<()> {
        let starts_at = self.moment(day, number);
        let id = self.plan(number, starts_at, starts_at).await?;
        let (facts, notes) = (&self.facts(number, day), &notes(number));
        let then = at(self.house, starts_at + TimeDelta::hours(2));
        let keep = |change: Arc<Change>| async move { record::keep(&change, id, facts, notes.clone()).await };
        then.write(&self.holder, keep).await?;
        if number + WITHOUT >= RECORDED {
            return Ok(());
        }
        let draft = &Draft {
            text: SUMMARIES[number % SUMMARIES.len()].into(),
            themes: facts.themes.clone(),
            version: 1,
        };
        let then = at(self.house, starts_at + TimeDelta::days(1));
        then.write(&self.holder, |change| async move { summary::release(&change, id, draft).await }).await
    }

    fn facts(&self, number: usize, on: NaiveDate) -> Facts {
        let (_, people) = self.teams[number % self.teams.len()];
        let value = |shift: usize| CoreValue::ALL[(number + shift) % CoreValue::ALL.len()];
        let theme = |shift: usize| self.themes[(number + shift) % self.themes.len()];
        let quote = |shift: usize| {
            let (text, sharing) = QUOTES[(number + shift) % QUOTES.len()];
            Words { text: text.into(), sharing }
        };
        Facts {
            held: Some(Held {
                on,
                participants: (people / 2).clamp(4, 24),
                lasted: 80 + (number % 3) as i32 * 10,
            }),
            values: vec![value(0), value(1)],
            themes: if number.is_multiple_of(4) { vec![theme(0)] } else { vec![theme(0), theme(2)] },
            tags: if number.is_multiple_of(5) { vec!["telefoonlijst".into()] } else { Vec::new() },
            quotes: vec![quote(0), quote(3)],
            version: 0,
        }
    }
}

fn notes(number: usize) -> Vec<Note> {
    let of = |topic, all: &[&str]| Note { topic, text: all[number % all.len()].into(), version: 0 };
    vec![of(NoteTopic::Serving, &SERVING), of(NoteTopic::Needs, &NEEDS), of(NoteTopic::Other, &OTHER)]
}

/// The teams with which one spoke, so that all but two had their turn.
async fn teams(house: &House) -> Result<Vec<(DepartmentId, i32)>> {
    let today = house.policy.day(house.now());
    let tree = department::tree(&house.db.reader).await?;
    let mut teams = Vec::new();
    for unit in units(&tree).into_iter().filter(|unit| !LEFT.contains(&unit.code.as_str())) {
        let people = placement::count_of(&house.db.reader, unit.id, today).await?;
        teams.push((unit.id, i32::try_from(people).unwrap_or(i32::MAX)));
    }
    Ok(teams)
}

/// The last working day until this one.
fn workday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day - Days::new(1),
        Weekday::Sun => day - Days::new(2),
        _ => day,
    }
}
