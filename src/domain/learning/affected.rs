//! Whom a change of a session would touch: shown before it is made.

use std::collections::HashMap;

use entity::{enrolment::EnrolmentStatus, id::*, person};
use sea_orm::ConnectionTrait;

use super::{
    clash::{self, Clash, Room},
    roll,
    session::{Details, MeetingPlan},
};
use crate::domain::error::Result;

/// Whom it concerns, and what would be at the same time.
#[derive(Clone, Debug)]
pub struct Affected {
    /// Who has a place or is offered one, in order of joining.
    pub participants: Vec<person::Model>,
    /// Who waits, or asked for a place.
    pub waiting: Vec<person::Model>,
    pub trainers: Vec<person::Model>,
    /// What these people have at the time of the new meetings.
    pub clashes: Vec<(person::Model, Clash)>,
    pub rooms: Vec<Room>,
}

/// Whom a session concerns; with its meetings as they would be.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, details: &Details, meetings: &[MeetingPlan]) -> Result<Affected> {
    let id = details.session.id;
    let alive = roll::with_people(db, id).await?.into_iter().filter(|(row, _)| row.status.alive());
    let (seated, waiting): (Vec<_>, Vec<_>) = alive.partition(|(row, _)| row.status.seated());
    let trainers = details.trainers.clone();
    let confirmed = seated.iter().filter(|(row, _)| row.status == EnrolmentStatus::Confirmed);
    let bound: HashMap<PersonId, &person::Model> =
        confirmed.map(|(_, person)| person).chain(&trainers).map(|person| (person.id, person)).collect();
    let people: Vec<_> = bound.keys().copied().collect();
    let clashes = clash::of_people(db, &people, Some(id), meetings).await?;
    let named = |clash: Clash| Some(((*bound.get(&clash.person_id)?).clone(), clash));
    let clashes = clashes.into_iter().filter_map(named).collect();
    let rooms = clash::of_rooms(db, Some(id), meetings).await?;
    let person = |(_, person)| person;
    Ok(Affected {
        participants: seated.into_iter().map(person).collect(),
        waiting: waiting.into_iter().map(person).collect(),
        trainers,
        clashes,
        rooms,
    })
}
