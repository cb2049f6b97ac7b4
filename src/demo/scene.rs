//! What the employee of the cast finds on coming in: a place that is certain, a place in a queue, and an offer that
//! waits for an answer.

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use entity::{enrolment::EnrolmentStatus, id::*};

use super::{
    agenda::Planned,
    at,
    persona::Persona,
    seats::{if_allowed, wish},
};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    learning::{
        draw, enrolment,
        guest::{self, Invite},
        prerequisite::{self, Conditions},
        roll,
    },
};

/// Far enough away that a place that comes free is offered.
const AHEAD: TimeDelta = TimeDelta::days(9);
/// From today, a moment before every session on the stage.
const DRAW: TimeDelta = TimeDelta::days(5);
/// How many more wait behind the employee.
const BEHIND: usize = 2;

/// Sessions of five workshops, and who plays in them. Nobody plays in a house without an employee.
pub(super) struct Scene<'a> {
    stage: Option<Stage<'a>>,
}

struct Stage<'a> {
    employee: PersonId,
    /// Where a place comes free.
    offer: &'a Planned,
    /// Where the employee has a place.
    certain: &'a Planned,
    /// Where the employee waits.
    queue: &'a Planned,
    /// Where lots are drawn.
    draw: &'a Planned,
    /// Of a workshop that comes after that of the draw.
    after: &'a Planned,
}

impl<'a> Scene<'a> {
    /// Chooses sessions of five workshops that are for all.
    pub(super) fn cast(cast: &[Persona], sessions: &'a [Planned], now: DateTime<Utc>) -> Self {
        let mut chosen: Vec<&Planned> = Vec::new();
        for session in sessions.iter().filter(|session| session.for_all && session.starts_at > now + AHEAD) {
            if chosen.iter().all(|other| other.workshop != session.workshop) {
                chosen.push(session);
            }
        }
        let employee = cast.iter().find(|persona| persona.key == "employee");
        let stage = match (employee, chosen.as_slice()) {
            (Some(employee), [offer, certain, queue, draw, after, ..]) => {
                Some(Stage { employee: employee.person, offer, certain, queue, draw, after })
            }
            _ => None,
        };
        Self { stage }
    }

    /// Whether a workshop is on the stage: who followed it before could not play.
    pub(super) fn plays(&self, workshop: WorkshopId) -> bool {
        self.stage.as_ref().is_some_and(|stage| {
            let on = [stage.offer, stage.certain, stage.queue, stage.draw, stage.after];
            on.iter().any(|one| one.workshop == workshop)
        })
    }

    /// The sessions that chance may fill.
    pub(super) fn without_stage<'b>(&self, sessions: &'b [Planned]) -> Vec<&'b Planned> {
        let on_stage = |session: &Planned| {
            self.stage.as_ref().is_some_and(|stage| {
                [stage.offer, stage.certain, stage.queue, stage.draw].iter().any(|one| one.id == session.id)
            })
        };
        sessions.iter().filter(|session| !on_stage(session)).collect()
    }

    /// What happened before today: one session filled by half and two whole, and the employee joined both queues.
    pub(super) async fn prepare(&self, house: &House, pool: &[PersonId], now: DateTime<Utc>) -> Result<()> {
        let Some(stage) = &self.stage else { return Ok(()) };
        let then = at(house, now - TimeDelta::days(6));
        let (front, back) = pool.split_at(pool.len() / 2);
        then.write(&Actor::house(), |change| async move {
            let seats = |session: &Planned| usize::try_from(session.capacity).unwrap_or(0);
            fill(&change, stage.offer, front, seats(stage.offer)).await?;
            fill(&change, stage.certain, back, seats(stage.certain) / 2).await?;
            fill(&change, stage.queue, back, seats(stage.queue) + BEHIND).await?;
            draw::set(&change, stage.draw.id, Some(noon(house, now + DRAW))).await?;
            fill(&change, stage.draw, front, seats(stage.draw) + BEHIND).await
        })
        .await?;
        let then = at(house, now - TimeDelta::days(3));
        then.write(&Actor::house(), |change| async move {
            for session in [stage.offer, stage.queue] {
                if_allowed(&change, &wish(session.id, stage.employee, false)).await?;
            }
            let last = front.iter().rev().take(BEHIND);
            for person in last {
                if_allowed(&change, &wish(stage.offer.id, *person, false)).await?;
            }
            Ok(())
        })
        .await
    }

    /// What happens today, with letters that leave: the employee takes a place, a guest is invited to the same date, and
    /// elsewhere a place comes free.
    pub(super) async fn play(&self, house: &House) -> Result<()> {
        let Some(stage) = &self.stage else { return Ok(()) };
        house
            .write(&Actor::house(), |change| async move {
                if_allowed(&change, &wish(stage.certain.id, stage.employee, false)).await?;
                let guest = Invite {
                    session: stage.certain.id,
                    name: "Joost Hemel".into(),
                    email: "joost@desluis.example".into(),
                    agency: Some("Woningstichting De Sluis".into()),
                    override_reason: None,
                };
                guest::invite(&change, &guest).await?;
                let first = Conditions { repeatable: true, required: vec![stage.draw.workshop] };
                prerequisite::set(&change, stage.after.workshop, &first).await?;
                let all = roll::with_people(change.db(), stage.offer.id).await?;
                let seated = all.iter().find(|(row, _)| row.status == EnrolmentStatus::Confirmed);
                if let Some((row, _)) = seated {
                    enrolment::withdraw(&change, row.id, None).await?;
                }
                Ok(())
            })
            .await
    }
}

/// Noon of that day, so that what people read is a moment that somebody would choose.
fn noon(house: &House, at: DateTime<Utc>) -> DateTime<Utc> {
    let noon = house.policy.day(at).and_time(NaiveTime::MIN + TimeDelta::hours(12));
    house.policy.zone.from_local_datetime(&noon).earliest().map_or(at, |local| local.to_utc())
}

/// Lets so many of these people take a place, or join the queue.
async fn fill(change: &Change, session: &Planned, people: &[PersonId], count: usize) -> Result<()> {
    let mut left = count;
    for person in people {
        if left == 0 {
            break;
        }
        left -= usize::from(if_allowed(change, &wish(session.id, *person, false)).await?.is_some());
    }
    Ok(())
}
