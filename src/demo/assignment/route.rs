//! A track of the department of the cast's head, with people in every state: what somebody followed before it was assigned, a
//! register that is open, more time for some, and a workshop of which there is no date yet.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{duty::Answer, enrolment::EnrolmentStatus, id::*, workshop::WorkshopState};

use super::{Planned, Roles, actor, at, make};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    learning::{
        assignment::{Draft, Due, Group, Subject},
        duty::{
            self, extension,
            list::{self, Filter, Line, Moment, State},
        },
        roll, track, workshop,
    },
    page::{MAX_LIMIT, Window},
    people::placement,
};

/// Whoever gets more time, of each workshop.
const MORE: usize = 4;

/// Makes the track, assigns it long ago with a day that has passed, and gives some people more time.
pub(super) async fn assign(
    house: &House,
    roles: &Roles,
    sessions: &[Planned],
    dated: WorkshopId,
) -> Result<()> {
    let now = house.now();
    let past: Vec<_> = sessions.iter().filter(|one| one.for_all && one.starts_at < now).collect();
    let (Some(followed), Some(attended)) =
        (of_team(house, roles, &past, true).await?, of_team(house, roles, &past, false).await?)
    else {
        return Ok(());
    };
    let manager = actor(house, roles.manager).await?;
    let undated = house.write(&manager, |change| async move { undated(&change, dated).await }).await?;
    let draft = &track::Draft {
        title: "Buiten aan het werk".into(),
        summary: "Voor iedereen die bewoners op straat spreekt.".into(),
        workshops: vec![followed, attended, dated, undated],
    };
    let id = house.write(&manager, |change| async move { track::create(&change, draft).await }).await?;
    let wanted = Draft {
        subject: Subject::Track(id),
        groups: vec![Group::Department(roles.department)],
        due: Due::On(house.policy.day(now) - TimeDelta::days(3)),
        reason: "Bewoners spreken ons op straat aan. Dan is het fijn als je weet wat je kunt zeggen.".into(),
        repeat_years: None,
    };
    let then = at(house, now - TimeDelta::days(70));
    let assignment = make(&then, roles.head, &wanted).await?;
    vary(house, roles, assignment, now).await
}

/// The workshop of the first of these sessions that somebody of the team completed, or was at while its register is open.
async fn of_team(
    house: &House,
    roles: &Roles,
    past: &[&Planned],
    completed: bool,
) -> Result<Option<WorkshopId>> {
    let today = house.policy.day(house.now());
    let team = placement::people_of(&house.db.reader, roles.department, today).await?;
    for one in past {
        let rows = roll::with_people(&house.db.reader, one.id).await?;
        let found = rows.iter().any(|(row, person)| {
            row.status == EnrolmentStatus::Confirmed
                && row.outcome.is_some() == completed
                && team.iter().any(|member| member.id == person.id)
        });
        if found {
            return Ok(Some(one.workshop));
        }
    }
    Ok(None)
}

/// A workshop like another, of which no date is planned.
async fn undated(change: &Change, like: WorkshopId) -> Result<WorkshopId> {
    let row = workshop::find(change.db(), like).await?;
    let values = workshop::values_of(change.db(), vec![like]).await?.remove(&like).unwrap_or_default();
    let draft = workshop::Draft {
        code: "BUI-01".into(),
        title: "Aangesproken op straat".into(),
        summary: "Wat je zegt als een bewoner je buiten iets vraagt, en wanneer je doorverwijst.".into(),
        ..workshop::Draft::of(row, values)
    };
    let id = workshop::create(change, &draft).await?;
    workshop::set_state(change, id, WorkshopState::Published).await?;
    Ok(id)
}

/// One person does not have to follow it, and of each workshop some get more time.
async fn vary(house: &House, roles: &Roles, id: AssignmentId, now: DateTime<Utc>) -> Result<()> {
    let moment = Moment { now, today: house.policy.day(now), open: Vec::new() };
    let filter = Filter { assignment: Some(id), state: Some(State::Overdue), ..Filter::default() };
    let window = Window { limit: MAX_LIMIT, after: None };
    let lines = list::list(&house.db.reader, &filter, &window, &moment).await?.items;
    let head = actor(house, roles.head).await?;
    let mut more: Vec<&Line> = Vec::new();
    for line in lines.iter().filter(|line| line.person.id != roles.head) {
        let of = |one: &&&Line| one.workshop.id == line.workshop.id;
        let same = more.iter().filter(of).count();
        let placed = more.iter().filter(of).any(|one| one.place.is_some());
        if same < MORE || (line.place.is_some() && !placed) {
            more.push(line);
        }
    }
    if let Some((line, rest)) = more.split_first() {
        let (exempt, reason) = (line.duty.id, Some("Werkt alleen binnen."));
        house.write(&head, |change| async move { duty::exempt(&change, exempt, reason).await }).await?;
        for line in rest {
            give_time(house, line, &head).await?;
        }
    }
    Ok(())
}

async fn give_time(house: &House, line: &Line, head: &Actor) -> Result<()> {
    let (id, until) = (line.duty.id, line.duty.due_on + TimeDelta::days(60));
    let asks = actor(house, line.person.id).await?;
    let ask = |change: std::sync::Arc<_>| async move {
        extension::ask(&change, id, Some(until), "Het was erg druk op de werf.").await
    };
    house.write(&asks, ask).await?;
    house.write(head, |change| async move { extension::answer(&change, id, Answer::Granted).await }).await
}
