//! What people of the cast and others did of dates behind us: the employee followed some, and here and there somebody cancelled too
//! late: the day before, by themselves, with a reason.

use chrono::{DateTime, TimeDelta, Utc};
use entity::enrolment::EnrolmentStatus;

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
    learning::{enrolment, roll},
};

/// Of every so many people with a place, one cancels too late.
const ONE_OF: usize = 9;

/// So many dates the employee of the cast took a place in.
const FOLLOWED: usize = 3;

/// Lets the employee of the cast take a place in the first dates, so that there is something to look back on.
pub(super) async fn follow(
    house: &House,
    cast: &[Persona],
    sessions: &[Planned],
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(employee) = cast.iter().find(|persona| persona.key == "employee") else { return Ok(()) };
    let over = sessions.iter().filter(|session| session.for_all && session.starts_at < now);
    for planned in over.take(FOLLOWED) {
        let then = at(house, planned.starts_at - TimeDelta::days(12));
        let place = wish(planned.id, employee.person, true);
        let place = &place;
        then.write(&Actor::house(), |change| async move { if_allowed(&change, place).await }).await?;
    }
    Ok(())
}

/// Cancels, in every session that is over.
pub(super) async fn cancel(house: &House, sessions: &[Planned], now: DateTime<Utc>) -> Result<()> {
    for planned in sessions.iter().filter(|session| session.starts_at < now) {
        let then = at(house, planned.starts_at - TimeDelta::days(1));
        let rows = roll::with_people(&house.db.reader, planned.id).await?;
        let seated = rows.iter().filter(|(row, _)| row.status == EnrolmentStatus::Confirmed);
        for (row, person) in seated.skip(2).step_by(ONE_OF) {
            let leave = |change: std::sync::Arc<_>| async move {
                enrolment::withdraw(&change, row.id, Some("Ik ben ziek.")).await
            };
            match then.write(&Actor::employee(person.id), leave).await {
                Ok(_) | Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}
