//! What makes the pages with everything on one screen worth looking at: cost centres, a limit to who is away, and heads who ask
//! for a date.

use chrono::TimeDelta;
use entity::{department::DepartmentKind, id::*};

use super::{agenda::Planned, persona::Persona};
use crate::domain::{
    actor::Actor,
    change::House,
    error::{Error, Result},
    learning::{
        away::{self, most_at_once},
        cover,
        date_wish::{self, Wish},
    },
    people::{department, person},
};

/// The first cost centre; the others follow.
const FIRST: usize = 4_100;
/// How far ahead one looks for who is away.
const AHEAD: TimeDelta = TimeDelta::weeks(4);

/// Every department gets a cost centre; teams book on that of their department, and the organisation itself has none.
pub(super) async fn book(house: &House) -> Result<()> {
    let all = department::list(&house.db.reader).await?;
    let booked =
        all.iter().filter(|one| matches!(one.kind, DepartmentKind::Domain | DepartmentKind::Department));
    let booked: Vec<_> = booked.zip((FIRST..).step_by(10)).collect();
    let booked = &booked;
    house
        .write(&Actor::operator(), |change| async move {
            for (one, code) in booked {
                department::set_cost_centre(&change, one.id, &code.to_string()).await?;
            }
            Ok(())
        })
        .await
}

/// The head's team has as many people away as may be, and the head asks for a date.
pub(super) async fn ask(house: &House, cast: &[Persona], sessions: &[Planned]) -> Result<()> {
    let Some(head) = cast.iter().find(|persona| persona.key == "head") else { return Ok(()) };
    let (db, now, today) = (&house.db.reader, house.now(), house.policy.day(house.now()));
    let actor = person::actor(db, head.person, today).await?;
    let Some(department) = actor.departments.first().copied() else { return Ok(()) };
    let gone = away::of_departments(db, &actor.departments, today, (now, now + AHEAD), 500).await?;
    let most = i32::try_from(most_at_once(&gone, department)).unwrap_or(i32::MAX).max(2);
    let limit = |change: std::sync::Arc<_>| async move { cover::set(&change, department, Some(most)).await };
    house.write(&actor, limit).await?;
    let Some(workshop) = scarce(sessions, house) else { return Ok(()) };
    let wish = &Wish {
        department,
        workshop,
        people: 12,
        from: today + TimeDelta::weeks(4),
        until: today + TimeDelta::weeks(10),
        note: "Liefst op een ochtend, in twee groepen.".into(),
    };
    match house.write(&actor, |change| async move { date_wish::ask(&change, wish).await }).await {
        Ok(_) | Err(Error::Invalid(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The last workshop of the agenda.
fn scarce(sessions: &[Planned], house: &House) -> Option<WorkshopId> {
    let mut coming = sessions.iter().filter(|one| one.for_all && one.starts_at > house.now());
    coming.next_back().map(|one| one.workshop)
}
