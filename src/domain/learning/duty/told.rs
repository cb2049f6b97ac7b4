//! What letters about duties tell: read when they leave, from what is true then.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{assignment, duty, enrolment::EnrolmentStatus, id::*, person, track, workshop};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde::Serialize;

use super::{of_departments, open, state};
use crate::domain::{
    error::{Error, Result},
    people::person::full_name,
    policy::Policy,
};

/// How many people a letter names; the rest is a click away.
const NAMED: u64 = 20;

/// What a letter tells.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Told {
    /// The track or the workshop.
    pub title: String,
    /// What of it is still to be followed.
    pub workshops: Vec<String>,
    /// The first last day of them.
    pub due: Option<NaiveDate>,
    /// Why it has to be followed.
    pub reason: String,
    /// What was said to a wish for more time: `granted` or `declined`.
    pub answer: &'static str,
    /// Who is too late, at most so many.
    pub late: Vec<Late>,
    /// How many duties are too late.
    pub count: u64,
}

/// Somebody who is too late.
#[derive(Clone, Debug, Serialize)]
pub struct Late {
    pub name: String,
    pub workshop: String,
    pub due: NaiveDate,
}

impl Told {
    /// Nothing to tell any more.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.workshops.is_empty() && self.late.is_empty()
    }

    /// The same, with every text made fit for a letter.
    #[must_use]
    pub fn tidied(&self, tidy: fn(&str) -> String) -> Self {
        let late = |one: &Late| Late { name: tidy(&one.name), workshop: tidy(&one.workshop), due: one.due };
        Self {
            title: tidy(&self.title),
            workshops: self.workshops.iter().map(|title| tidy(title)).collect(),
            reason: tidy(&self.reason),
            late: self.late.iter().map(late).collect(),
            ..self.clone()
        }
    }
}

/// What of an assignment somebody still has to follow; or only that of which no date was chosen.
///
/// # Errors
/// [`Error::Missing`] when there is no such assignment.
pub async fn of_assignment(
    db: &impl ConnectionTrait,
    (id, person): (AssignmentId, PersonId),
    without_date: bool,
) -> Result<Told> {
    let dated = without_date.then(|| state::enrolled(&EnrolmentStatus::ALIVE).not());
    let mine = Condition::all().add(duty::Column::AssignmentId.eq(id)).add(duty::Column::PersonId.eq(person));
    let rows = duty::Entity::find()
        .filter(open())
        .filter(mine.add_option(dated))
        .find_also_related(workshop::Entity)
        .order_by_asc(duty::Column::DueOn)
        .order_by_asc(duty::Column::Id)
        .all(db)
        .await?;
    let row = assignment::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("assignment"))?;
    let workshops: Vec<_> =
        rows.iter().filter_map(|(_, workshop)| workshop.as_ref().map(|one| one.title.clone())).collect();
    let track = match row.track_id {
        Some(track) => track::Entity::find_by_id(track).one(db).await?.map(|track| track.title),
        None => None,
    };
    Ok(Told {
        title: track.or_else(|| workshops.first().cloned()).unwrap_or_default(),
        workshops,
        due: rows.first().map(|(duty, _)| duty.due_on),
        reason: row.reason,
        ..Told::default()
    })
}

/// Who of these departments is too late, the longest first.
///
/// # Errors
/// When the database fails.
pub async fn late(
    db: &impl ConnectionTrait,
    departments: Vec<DepartmentId>,
    (policy, now): (&Policy, DateTime<Utc>),
) -> Result<Told> {
    let today = policy.day(now);
    let late = duty::Entity::find()
        .filter(open())
        .filter(of_departments(&departments, today))
        .filter(duty::Column::DueOn.lt(today));
    let count = late.clone().count(db).await?;
    let rows = late.order_by_asc(duty::Column::DueOn).order_by_asc(duty::Column::Id).limit(NAMED);
    let rows = rows.all(db).await?;
    let people = rows.iter().map(|row| row.person_id);
    let people = person::Entity::find().filter(person::Column::Id.is_in(people)).all(db).await?;
    let workshops = rows.iter().map(|row| row.workshop_id);
    let workshops = workshop::Entity::find().filter(workshop::Column::Id.is_in(workshops)).all(db).await?;
    let line = |row: duty::Model| {
        let person = people.iter().find(|one| one.id == row.person_id)?;
        let workshop = workshops.iter().find(|one| one.id == row.workshop_id)?;
        Some(Late { name: full_name(person), workshop: workshop.title.clone(), due: row.due_on })
    };
    Ok(Told { late: rows.into_iter().filter_map(line).collect(), count, ..Told::default() })
}

/// What was said to a wish for more time, and to whom.
///
/// # Errors
/// [`Error::Missing`] when there is no such duty, or nothing was said.
pub async fn answer(db: &impl ConnectionTrait, id: DutyId) -> Result<(PersonId, Told)> {
    let found = duty::Entity::find_by_id(id).find_also_related(workshop::Entity).one(db).await?;
    let Some((row, Some(workshop))) = found else { return Err(Error::Missing("duty")) };
    let answer = row.answer.ok_or(Error::Missing("duty"))?;
    let told = Told {
        title: workshop.title.clone(),
        workshops: vec![workshop.title],
        due: Some(row.due_on),
        answer: answer.code(),
        ..Told::default()
    };
    Ok((row.person_id, told))
}
