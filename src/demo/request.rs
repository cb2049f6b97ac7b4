//! What waits for the head of the cast: people of the team who ask for a place that needs approval, and seats that the head
//! holds for them.

use std::collections::HashSet;

use chrono::TimeDelta;
use entity::{
    id::{DepartmentId, PersonId},
    workshop::ApprovalRule,
};

use super::{
    agenda::Planned,
    at,
    persona::Persona,
    seats::{if_allowed, wish},
};
use crate::domain::{
    actor::Actor,
    change::House,
    error::{Error, Result},
    learning::{
        draw,
        held_seat::{self, Hold},
        session, team,
        workshop::{self, Draft},
    },
    page::{MAX_LIMIT, Window},
    people::{directory, person},
};

/// Far enough away to decide about, and to hold seats of.
const AHEAD: TimeDelta = TimeDelta::days(12);
/// How many ask.
const ASK: usize = 4;
/// How many seats the head holds.
const SEATS: i32 = 3;

/// Lets the team ask, and the head hold.
pub(super) async fn wait(house: &House, cast: &[Persona], sessions: &[Planned]) -> Result<()> {
    let Some(head) = cast.iter().find(|persona| persona.key == "head") else { return Ok(()) };
    let (db, now) = (&house.db.reader, house.now());
    let today = house.policy.day(now);
    let actor = person::actor(db, head.person, today).await?;
    let window = Window { limit: MAX_LIMIT, after: None };
    let people = directory::list(db, &actor, &team::filter(&actor, ""), &window, today).await?.items;
    let team: Vec<_> = people.iter().map(|entry| entry.person.id).filter(|id| *id != head.person).collect();
    let coming: Vec<_> = sessions.iter().filter(|one| one.for_all && one.starts_at > now + AHEAD).collect();
    // The last workshops, so that the scenes of others stay as they are; more than one where a rule says no to some.
    let (mut asked, mut workshops) = (HashSet::new(), HashSet::new());
    for date in coming.iter().rev() {
        if asked.len() == ASK {
            break;
        }
        if is_free(house, date).await? && agree(house, date).await? {
            ask(house, date, &team, &mut asked).await?;
            workshops.insert(date.workshop);
        }
    }
    let others: Vec<_> = coming.iter().rev().filter(|one| !workshops.contains(&one.workshop)).collect();
    for session in others {
        if hold(house, &actor, session, actor.departments.first().copied()).await? {
            break;
        }
    }
    Ok(())
}

/// Whether nobody waits for it, and no lots are drawn.
async fn is_free(house: &House, date: &Planned) -> Result<bool> {
    let details = session::details(&house.db.reader, date.id, house.now()).await?;
    Ok(!draw::collects(&details.session) && details.session.waiting == 0)
}

/// Its workshop asks for the head's approval; `false` for one that cannot.
async fn agree(house: &House, session: &Planned) -> Result<bool> {
    let row = workshop::find(&house.db.reader, session.workshop).await?;
    let values =
        workshop::values_of(&house.db.reader, vec![row.id]).await?.remove(&row.id).unwrap_or_default();
    let draft = &Draft { approval: ApprovalRule::Head, ..Draft::of(row, values) };
    let write =
        |change: std::sync::Arc<_>| async move { workshop::rewrite(&change, session.workshop, draft).await };
    match house.write(&Actor::operator(), write).await {
        Ok(()) => Ok(true),
        Err(Error::Invalid(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Those of the team who did not ask yet do so, one a day.
async fn ask(house: &House, date: &Planned, team: &[PersonId], asked: &mut HashSet<PersonId>) -> Result<()> {
    for person in team {
        if asked.len() == ASK || asked.contains(person) {
            continue;
        }
        let days = TimeDelta::days(i64::try_from(ASK - asked.len()).unwrap_or_default());
        let (then, own) = (at(house, house.now() - days), Actor::employee(*person));
        let wish = &wish(date.id, *person, true);
        if then.write(&own, |change| async move { if_allowed(&change, wish).await }).await?.is_some() {
            asked.insert(*person);
        }
    }
    Ok(())
}

/// The head holds seats; `false` when a rule says no.
async fn hold(
    house: &House,
    head: &Actor,
    session: &Planned,
    department: Option<DepartmentId>,
) -> Result<bool> {
    let Some(department) = department else { return Ok(true) };
    let wish = &Hold { session: session.id, department, seats: SEATS, days_before: held_seat::DAYS_BEFORE };
    match house.write(head, |change| async move { held_seat::hold(&change, wish).await }).await {
        Ok(_) => Ok(true),
        Err(Error::Refused(_) | Error::Invalid(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
