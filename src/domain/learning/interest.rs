//! Who wants to hear when a date of a workshop is planned.

use chrono::TimeDelta;
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    interest, session,
    workshop::WorkshopState,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, RelationTrait as _, Set, sea_query::OnConflict,
};

use crate::domain::{
    change::{Asked, Change},
    error::{Error, Result},
    event::Event,
    task::Letter,
};

/// A letter waits this long, so that dates that are planned one after the other come in one letter.
const GATHERS: TimeDelta = TimeDelta::minutes(10);

/// Asks to hear of new dates, or no longer. Saying it twice changes nothing.
///
/// # Errors
/// [`Error::Forbidden`] for a token, [`Error::Missing`] for an outsider, for whom there is no catalogue, and for a draft that the actor does not write.
pub async fn express(change: &Change, workshop: WorkshopId, wanted: bool) -> Result<()> {
    let person = change.actor.person.filter(|_| change.actor.scopes.is_none()).ok_or(Error::Forbidden)?;
    if change.actor.is_outsider() {
        return Err(Error::Missing("workshop"));
    }
    let found = super::workshop::find(change.db(), workshop).await?;
    if found.state == WorkshopState::Draft && !change.actor.may_plan() {
        return Err(Error::Missing("workshop"));
    }
    if wanted {
        let row = interest::ActiveModel {
            workshop_id: Set(workshop),
            person_id: Set(person),
            created_at: Set(change.now),
        };
        let once = OnConflict::columns([interest::Column::WorkshopId, interest::Column::PersonId])
            .do_nothing()
            .to_owned();
        match interest::Entity::insert(row).on_conflict(once).exec_without_returning(change.db()).await {
            Ok(_) | Err(DbErr::RecordNotInserted) => {}
            Err(error) => return Err(error.into()),
        }
    } else {
        interest::Entity::delete_by_id((workshop, person)).exec(change.db()).await?;
        change.never(&key(workshop, person)).await?;
    }
    change.record(Event::InterestExpressed { workshop, person, wanted }).await
}

/// Whether somebody wants to hear of new dates.
///
/// # Errors
/// When the database fails.
pub async fn has(db: &impl ConnectionTrait, workshop: WorkshopId, person: PersonId) -> Result<bool> {
    Ok(interest::Entity::find_by_id((workshop, person)).one(db).await?.is_some())
}

/// Writes to all who wanted to hear and have no place yet: a date has opened.
///
/// # Errors
/// When the database fails.
pub(super) async fn announce(change: &Change, workshop: WorkshopId) -> Result<()> {
    let placed = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::PersonId)
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(enrolment::Column::WorkshopId.eq(workshop))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .filter(session::Column::EndsAt.gt(change.now));
    let people: Vec<PersonId> = interest::Entity::find()
        .select_only()
        .column(interest::Column::PersonId)
        .filter(interest::Column::WorkshopId.eq(workshop))
        .filter(interest::Column::PersonId.not_in_subquery(placed.into_query()))
        .into_tuple()
        .all(change.db())
        .await?;
    let letter = |person| Asked {
        task: Letter::DatePlanned { workshop, person }.into(),
        due: change.now + GATHERS,
        key: Some(key(workshop, person)),
    };
    change.later_all(people.into_iter().map(letter).collect()).await
}

fn key(workshop: WorkshopId, person: PersonId) -> String {
    format!("date-planned:{workshop}:{person}")
}
