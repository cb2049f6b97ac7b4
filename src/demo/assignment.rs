//! What groups have to follow: of the department of the cast's head and of everybody, in every state that there is.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{id::*, role::RoleKind};

use super::{agenda::Planned, at, persona::Persona};
use crate::domain::{
    change::{Change, House},
    error::Result,
    learning::{
        assignment::{self, Draft, Due, Group, Subject},
        duty::{self, extension, list},
        track,
    },
    page::{MAX_LIMIT, Window},
    people::{department, person, role},
};

/// Who acts, and for which department.
struct Roles {
    head: PersonId,
    employee: PersonId,
    manager: PersonId,
    department: DepartmentId,
}

/// Assigns, long ago and lately.
pub(super) async fn assign(
    house: &House,
    cast: &[Persona],
    sessions: &[Planned],
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(roles) = roles(house, cast).await? else { return Ok(()) };
    let [late, soon, scarce, ..] = workshops(sessions, now)[..] else { return Ok(()) };
    let today = house.policy.day(now);
    let own = || vec![Group::Department(roles.department)];
    let draft = |workshop, groups, days, reason: &str| Draft {
        subject: Subject::Workshop(workshop),
        groups,
        due: Due::On(today + TimeDelta::days(days)),
        reason: reason.into(),
        repeat_years: None,
    };
    let first = draft(late, own(), -4, "Uit de gesprekken bleek dat we dit allemaal nodig hebben.");
    let second = Draft {
        repeat_years: Some(3),
        ..draft(soon, own(), 45, "Bewoners begrijpen onze brieven nog niet altijd.")
    };
    let then = at(house, now - TimeDelta::days(60));
    make(&then, roles.head, &first).await?;
    let other = Draft { groups: vec![Group::Person(roles.employee)], ..second.clone() };
    make(&then, roles.manager, &other).await?;
    let id = make(&then, roles.head, &second).await?;
    vary(house, &roles, id, today).await?;
    let everybody = department::tree(&house.db.reader).await?;
    let tops = everybody.nodes().into_iter().filter(|node| node.depth == 0);
    let tops = tops.map(|node| Group::Department(node.department.id)).collect();
    let all = draft(scarce, tops, 90, "Het college wil dat iedereen dit in het nieuwe jaar heeft gevolgd.");
    make(&at(house, now - TimeDelta::days(20)), roles.manager, &all).await?;
    basics(house, &roles, &[late, soon, scarce]).await
}

/// A track for whoever comes new: within half a year.
async fn basics(house: &House, roles: &Roles, workshops: &[WorkshopId]) -> Result<()> {
    let draft = &track::Draft {
        title: "Basis dienstverlening".into(),
        summary: "Voor iedereen die bewoners spreekt of schrijft.".into(),
        workshops: workshops.to_vec(),
    };
    let actor = actor(house, roles.manager).await?;
    let id = house.write(&actor, |change| async move { track::create(&change, draft).await }).await?;
    let wanted = Draft {
        subject: Subject::Track(id),
        groups: vec![Group::Person(roles.employee)],
        due: Due::After(180),
        reason: "Wie nieuw is, begint hiermee.".into(),
        repeat_years: None,
    };
    make(house, roles.manager, &wanted).await.map(|_| ())
}

/// One person does not have to, and the employee asks for more time.
async fn vary(house: &House, roles: &Roles, id: AssignmentId, today: NaiveDate) -> Result<()> {
    let moment = list::Moment { now: house.now(), today, open: Vec::new() };
    let filter = list::Filter { assignment: Some(id), ..list::Filter::default() };
    let window = Window { limit: MAX_LIMIT, after: None };
    let lines = list::list(&house.db.reader, &filter, &window, &moment).await?.items;
    let other = lines.iter().find(|line| ![roles.employee, roles.head].contains(&line.person.id));
    if let Some(line) = other {
        let (duty, head) = (line.duty.id, actor(house, roles.head).await?);
        let reason = Some("Geeft deze workshop zelf.");
        house.write(&head, |change| async move { duty::exempt(&change, duty, reason).await }).await?;
    }
    let asks = lines.iter().filter(|line| line.place.is_none() && line.person.id != roles.head);
    let own = asks.clone().find(|line| line.person.id == roles.employee).or_else(|| asks.clone().next_back());
    if let Some(line) = own {
        let (duty, until) = (line.duty.id, line.duty.due_on + TimeDelta::days(30));
        let ask = |change: std::sync::Arc<Change>| async move {
            extension::ask(&change, duty, Some(until), "Ik ben tot die tijd met verlof.").await
        };
        house.write(&actor(house, line.person.id).await?, ask).await?;
    }
    Ok(())
}

async fn make(house: &House, who: PersonId, draft: &Draft) -> Result<AssignmentId> {
    let actor = actor(house, who).await?;
    house.write(&actor, |change| async move { assignment::make(&change, draft).await }).await
}

async fn actor(house: &House, who: PersonId) -> Result<crate::domain::actor::Actor> {
    person::actor(&house.db.reader, who, house.policy.day(house.now())).await
}

async fn roles(house: &House, cast: &[Persona]) -> Result<Option<Roles>> {
    let of = |key: &str| cast.iter().find(|persona| persona.key == key).map(|persona| persona.person);
    let (Some(head), Some(employee), Some(manager)) = (of("head"), of("employee"), of("hr")) else {
        return Ok(None);
    };
    let held = role::of_person(&house.db.reader, head).await?;
    let heads = held.into_iter().filter(|row| row.kind == RoleKind::DepartmentHead);
    let department = heads.filter_map(|row| row.department_id).next();
    Ok(department.map(|department| Roles { head, employee, manager, department }))
}

/// Different workshops for all, of which there is a date to come.
fn workshops(sessions: &[Planned], now: DateTime<Utc>) -> Vec<WorkshopId> {
    let mut found = Vec::new();
    for session in sessions.iter().filter(|session| session.for_all && session.starts_at > now) {
        if !found.contains(&session.workshop) {
            found.push(session.workshop);
        }
    }
    found
}
