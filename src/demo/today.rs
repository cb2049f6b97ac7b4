//! What the trainer of the cast finds on coming in: a date that has just begun, with its register to keep.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    id::*,
    workshop::{self, WorkshopForm},
};

use super::{
    at,
    persona::Persona,
    seats::{if_allowed, wish},
};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    learning::{
        need::{self, Needs},
        session::{self, MeetingPlan, Plan},
        workshop::published,
    },
};

/// How many are in the room.
const PEOPLE: i32 = 9;
/// Meetings begin on a quarter of an hour.
const QUARTER: i64 = 15 * 60;

/// Plans the date a month ago, lets people from the end of the pool take a place, and has it begin at the last quarter
/// of an hour. Whatever weekday it is: who looks on a Sunday wants to see it too.
pub(super) async fn begin(
    house: &House,
    cast: &[Persona],
    pool: &[PersonId],
    now: DateTime<Utc>,
) -> Result<()> {
    let all = published(&house.db.reader).await?;
    let fits = |one: &&workshop::Model| {
        one.parts == 1 && one.form == WorkshopForm::OnSite && one.audience.trim() == "iedereen"
    };
    let trainer = cast.iter().find(|persona| persona.key == "trainer");
    let (Some(workshop), Some(trainer)) = (all.iter().rfind(fits), trainer) else {
        return Ok(());
    };
    let starts_at = now - TimeDelta::seconds(now.timestamp().rem_euclid(QUARTER));
    let lasts = TimeDelta::minutes(workshop.duration_minutes.max(60).into());
    let plan = &plan(workshop.id, trainer.person, starts_at, lasts);
    let then = at(house, now - TimeDelta::days(30));
    let first = then.write(&Actor::house(), |change| async move { fill(&change, plan, pool).await }).await?;
    let Some((place, person)) = first else { return Ok(()) };
    let needs = &Needs { access: "Een plek vooraan, ik hoor minder goed.".into(), diet: String::new() };
    let say = |change: std::sync::Arc<_>| async move { need::state(&change, place, needs).await };
    then.write(&Actor::employee(person), say).await
}

pub(super) fn plan(
    workshop: WorkshopId,
    trainer: PersonId,
    starts_at: DateTime<Utc>,
    lasts: TimeDelta,
) -> Plan {
    Plan {
        workshop,
        capacity: Some(PEOPLE + 3),
        minimum: None,
        meetings: vec![MeetingPlan {
            starts_at,
            ends_at: starts_at + lasts,
            location: "Stadhuis, zaal 1.01".into(),
            link: None,
        }],
        trainers: vec![trainer],
        enrolment_opens: None,
        enrolment_closes: None,
        withdraw_until: None,
        audience: None,
        open: true,
        decide_by: None,
        cost_cents: None,
        // Chance may have given the trainer something else at this hour.
        clash_reason: Some("Een collega neemt het andere over.".into()),
        targeted_first: false,
    }
}

/// Gives the first who has a place.
async fn fill(change: &Change, plan: &Plan, pool: &[PersonId]) -> Result<Option<(EnrolmentId, PersonId)>> {
    let id = session::plan(change, plan).await?;
    let (mut left, mut first) = (PEOPLE, None);
    for person in pool.iter().rev() {
        if left == 0 {
            break;
        }
        if let Some(place) = if_allowed(change, &wish(id, *person, false)).await? {
            left -= 1;
            first = first.or(Some((place.id, *person)));
        }
    }
    Ok(first)
}
