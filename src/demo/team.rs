//! What the head of the cast did today: enrolled somebody of the team who has no mail address.

use chrono::TimeDelta;
use entity::enrolment::Origin;

use super::{
    agenda::Planned,
    persona::Persona,
    seats::{if_allowed, wish},
};
use crate::domain::{
    change::House,
    error::Result,
    learning::{enrolment::TakePlace, team},
    page::{MAX_LIMIT, Window},
    people::{directory, person},
};

/// Soon, and not tomorrow.
const AHEAD: TimeDelta = TimeDelta::days(7);

/// Takes the first place that the rules allow.
pub(super) async fn enrol(house: &House, cast: &[Persona], sessions: &[Planned]) -> Result<()> {
    let Some(head) = cast.iter().find(|persona| persona.key == "head") else { return Ok(()) };
    let (db, today) = (&house.db.reader, house.policy.day(house.now()));
    let actor = person::actor(db, head.person, today).await?;
    let window = Window { limit: MAX_LIMIT, after: None };
    let people = directory::list(db, &actor, &team::filter(&actor, ""), &window, today).await?.items;
    let Some(who) = people.iter().map(|entry| &entry.person).find(|person| person.email.is_none()) else {
        return Ok(());
    };
    house
        .write(&actor, |change| async move {
            let soon = sessions.iter().filter(|one| one.for_all && one.starts_at > change.now + AHEAD);
            for session in soon {
                let wish = TakePlace { origin: Origin::Head, ..wish(session.id, who.id, false) };
                if if_allowed(&change, &wish).await?.is_some() {
                    break;
                }
            }
            Ok(())
        })
        .await
}
