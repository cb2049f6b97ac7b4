//! The team of a head: who works there, what they have, and for whom the head may act. Rules stay rules: a head sets none
//! aside.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    session,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::place::{self, Place, still};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Result},
    page::{Page, Window},
    people::{
        directory::{self, Filter},
        person::Person,
        placement,
    },
};

/// Somebody of the team.
#[derive(Clone, Debug)]
pub struct Member {
    pub person: Person,
    /// Where this person works today.
    pub departments: Vec<DepartmentId>,
    /// What this person has, gets or waits for, in order of start.
    pub places: Vec<Place>,
}

/// Whether the actor enrols and withdraws this person: themselves, the people of a head, or for staff anybody.
///
/// # Errors
/// When the database fails.
pub async fn may_enrol(change: &Change, person: PersonId) -> Result<bool> {
    if change.actor.may_enrol(person) {
        return Ok(true);
    }
    leads(change.db(), &change.actor, person, change.policy.day(change.now)).await
}

/// Whether the actor heads somebody on a day.
///
/// # Errors
/// When the database fails.
pub async fn leads(
    db: &impl ConnectionTrait,
    actor: &Actor,
    person: PersonId,
    today: NaiveDate,
) -> Result<bool> {
    if actor.departments.is_empty() {
        return Ok(false);
    }
    Ok(actor.leads(&placement::departments(db, person, today).await?))
}

/// Whom a head has (a filter): the departments they head, with all below them.
#[must_use]
pub fn filter(actor: &Actor, search: &str) -> Filter {
    Filter { search: search.to_owned(), within: Some(actor.departments.clone()), ..Filter::default() }
}

/// The people of a head by surname, a page at a time, each with what they have.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn members(
    db: &impl ConnectionTrait,
    actor: &Actor,
    search: &str,
    window: &Window,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<Page<Member>> {
    let page = directory::list(db, actor, &filter(actor, search), window, today).await?;
    let ids: Vec<_> = page.items.iter().map(|entry| entry.person.id).collect();
    let mut places = places(db, &ids, now).await?;
    Ok(page.map(|entry| Member {
        places: places.remove(&entry.person.id).unwrap_or_default(),
        person: entry.person,
        departments: entry.departments,
    }))
}

/// How many people a search finds in the team, as pages say it.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, actor: &Actor, search: &str, today: NaiveDate) -> Result<u64> {
    directory::count_for_page(db, actor, &filter(actor, search), today).await
}

/// What these people have, get or wait for.
pub(super) async fn places(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, Vec<Place>>> {
    let rows = enrolment::Entity::find()
        .find_also_related(session::Entity)
        .filter(enrolment::Column::PersonId.is_in(people.iter().copied()))
        .filter(still(now))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(enrolment::Column::Id)
        .all(db)
        .await?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for place in place::places(db, rows, now).await? {
        found.entry(place.enrolment.person_id).or_default().push(place);
    }
    Ok(found)
}

/// One place of somebody of the team.
///
/// # Errors
/// [`Error::Missing`] when there is none, and just so when it is of somebody whom the actor does not head.
pub async fn place(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: EnrolmentId,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<Place> {
    let row = super::enrolment::find(db, id).await?;
    if !leads(db, actor, row.person_id, today).await? {
        return Err(Error::Missing("enrolment"));
    }
    place::find(db, row.person_id, id, now).await
}

/// What these people have, get or wait for in one session.
///
/// # Errors
/// When the database fails.
pub async fn in_session(
    db: &impl ConnectionTrait,
    session: SessionId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, enrolment::Model>> {
    let rows = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::Column::PersonId.is_in(people.iter().copied()))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row)).collect())
}
