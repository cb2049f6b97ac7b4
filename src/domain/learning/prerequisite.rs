//! Workshops that must have been followed before another.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    prerequisite,
    session::{self, SessionState},
    workshop,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult,
    IntoActiveModel as _, JoinType, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    RelationTrait as _, Set,
};

use super::{attendance, before::Before};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
};

/// A workshop that must come first.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Required {
    /// Before this one.
    pub workshop_id: WorkshopId,
    pub id: WorkshopId,
    pub title: String,
}

/// What these workshops ask for, by title.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, workshops: &[WorkshopId]) -> Result<Vec<Required>> {
    let rows = prerequisite::Entity::find()
        .select_only()
        .column(prerequisite::Column::WorkshopId)
        .column(workshop::Column::Id)
        .column(workshop::Column::Title)
        .join(JoinType::InnerJoin, prerequisite::Relation::Required.def())
        .filter(prerequisite::Column::WorkshopId.is_in(workshops.iter().copied()))
        .order_by_asc(workshop::Column::Title);
    Ok(rows.into_model().all(db).await?)
}

/// When somebody has (or will have) followed workshops: the end of the first session with a confirmed place.
pub type Followed = HashMap<WorkshopId, DateTime<Utc>>;

/// What somebody has followed, or has a place for, of these workshops. Who was at none of the meetings that were kept a
/// register of has not followed it.
///
/// # Errors
/// When the database fails.
pub async fn followed(
    db: &impl ConnectionTrait,
    person: PersonId,
    workshops: &[WorkshopId],
) -> Result<Followed> {
    if workshops.is_empty() {
        return Ok(Followed::new());
    }
    let rows: Vec<(WorkshopId, DateTime<Utc>)> = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::WorkshopId)
        .column_as(session::Column::EndsAt.min(), "ends_at")
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::Column::WorkshopId.is_in(workshops.iter().copied()))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(attendance::was_there())
        .group_by(enrolment::Column::WorkshopId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// What stands in the way of taking a session, by what somebody has followed: a workshop that is not repeated, or one
/// that must come first.
#[must_use]
pub fn barrier(
    required: &[Required],
    followed: &Followed,
    (session, workshop): (&session::Model, &workshop::Model),
    now: DateTime<Utc>,
) -> Option<Refusal> {
    if !workshop.repeatable && followed.get(&workshop.id).is_some_and(|ends| *ends <= now) {
        return Some(Refusal::AlreadyFollowed);
    }
    let lacks = |first: &&Required| {
        first.workshop_id == workshop.id
            && followed.get(&first.id).is_none_or(|ends| *ends > session.starts_at)
    };
    let first = required.iter().find(lacks)?;
    Some(Refusal::NeedsFirst { workshop: first.id, title: first.title.clone() })
}

/// Refuses somebody who has followed it already, or has not followed what must come first.
///
/// # Errors
/// [`Refusal::AlreadyFollowed`], [`Refusal::NeedsFirst`].
pub(super) async fn check(
    change: &Change,
    session: &session::Model,
    person: PersonId,
    before: &Before,
) -> Result<()> {
    let workshop = &before.workshop;
    let required = of(change.db(), &[workshop.id]).await?;
    let once = (!workshop.repeatable && before.was_placed()).then_some(workshop.id);
    let ids: Vec<_> = required.iter().map(|first| first.id).chain(once).collect();
    let followed = followed(change.db(), person, &ids).await?;
    barrier(&required, &followed, (session, workshop), change.now).map_or(Ok(()), |no| Err(no.into()))
}

/// What a workshop asks of who takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// Whoever has followed it may follow it again.
    pub repeatable: bool,
    /// These must have been followed before.
    pub required: Vec<WorkshopId>,
}

/// Sets what a workshop asks. Whoever has a place keeps it.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`], field `prerequisites` for an unknown workshop or a circle.
pub async fn set(change: &Change, id: WorkshopId, conditions: &Conditions) -> Result<()> {
    if !change.actor.may_plan() {
        return Err(Error::Forbidden);
    }
    let before = super::workshop::find(change.db(), id).await?;
    let mut changes = serde_json::Map::new();
    if before.repeatable != conditions.repeatable {
        changes.insert("repeatable".into(), serde_json::Value::Null);
    }
    let mut row = before.into_active_model();
    row.repeatable = Set(conditions.repeatable);
    row.update(change.db()).await?;
    let wanted: HashSet<_> = conditions.required.iter().copied().collect();
    if comes_before(change.db(), id, &wanted).await? {
        return Err(Field::new("prerequisites", "prerequisite-circle").into());
    }
    let known = workshop::Entity::find()
        .filter(workshop::Column::Id.is_in(wanted.iter().copied()))
        .count(change.db())
        .await?;
    if known != wanted.len() as u64 {
        return Err(Field::new("prerequisites", "unknown").into());
    }
    let mine = prerequisite::Column::WorkshopId.eq(id);
    let before = prerequisite::Entity::find().filter(mine.clone()).all(change.db()).await?;
    if before.iter().map(|row| row.required_id).collect::<HashSet<_>>() != wanted {
        changes.insert("prerequisites".into(), serde_json::Value::Null);
    }
    prerequisite::Entity::delete_many().filter(mine).exec(change.db()).await?;
    if !wanted.is_empty() {
        let row = |first| prerequisite::ActiveModel { workshop_id: Set(id), required_id: Set(first) };
        let rows = wanted.into_iter().map(row);
        prerequisite::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    if changes.is_empty() {
        return Ok(());
    }
    change.record(Event::WorkshopChanged { workshop: id, changes: changes.into() }).await
}

/// Whether a workshop must come before one of these, directly or not, or is one of them.
async fn comes_before(
    db: &impl ConnectionTrait,
    workshop: WorkshopId,
    wanted: &HashSet<WorkshopId>,
) -> Result<bool> {
    // The whole table is as small as the catalogue.
    let all = prerequisite::Entity::find().all(db).await?;
    let (mut seen, mut next) = (HashSet::new(), wanted.iter().copied().collect::<Vec<_>>());
    while let Some(id) = next.pop() {
        if id == workshop {
            return Ok(true);
        }
        if seen.insert(id) {
            next.extend(all.iter().filter(|row| row.workshop_id == id).map(|row| row.required_id));
        }
    }
    Ok(false)
}
