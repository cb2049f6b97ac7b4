//! What is asked of somebody who wants a place, and again of somebody who gets one from the waiting list.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting, person,
    session::{self, SessionState},
    trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    RelationTrait as _, Select,
};

use super::audience::{self, Owner};
use crate::domain::{
    change::Change,
    error::{Refusal, Result},
};

/// Who wants a place, and where.
pub struct Application<'a> {
    pub session: &'a session::Model,
    pub person: &'a person::Model,
    /// Staff set the window and the overlap aside.
    pub overridden: bool,
}

/// All rules, in the order in which one would want to hear them.
///
/// # Errors
/// The first [`Refusal`] that applies.
pub async fn check(change: &Change, application: &Application<'_>) -> Result<()> {
    let Application { session, person, overridden } = application;
    open(session, change.now, *overridden)?;
    if alive_in(change.db(), session.id, person.id).await? {
        return Err(Refusal::AlreadyEnrolled.into());
    }
    recheck(change, application).await
}

/// The rules that can change while somebody waits (rule 8).
///
/// # Errors
/// The first [`Refusal`] that applies.
pub async fn recheck(change: &Change, application: &Application<'_>) -> Result<()> {
    let Application { session, person, overridden } = application;
    employed(change, session, person)?;
    admitted(change, session, person).await?;
    one_per_workshop(change, session, person.id).await?;
    if *overridden { Ok(()) } else { no_overlap(change, session, person.id).await }
}

/// The window: called off, not yet, no more.
///
/// # Errors
/// A [`Refusal`].
pub fn open(session: &session::Model, now: DateTime<Utc>, overridden: bool) -> Result<()> {
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    if session.ends_at <= now {
        return Err(Refusal::EnrolmentClosed.into());
    }
    if overridden {
        return Ok(());
    }
    if session.state == SessionState::Planned || session.starts_at <= now || session.enrolment_closes.is_some_and(|at| at <= now) {
        return Err(Refusal::EnrolmentClosed.into());
    }
    match session.enrolment_opens {
        Some(opens) if opens > now => Err(Refusal::EnrolmentNotOpen { opens }.into()),
        _ => Ok(()),
    }
}

fn employed(change: &Change, session: &session::Model, person: &person::Model) -> Result<()> {
    let last = change.policy.day(session.ends_at);
    let (from, until) = (person.employed_from, person.employed_until);
    if from.is_some_and(|day| day > last) || until.is_some_and(|day| day < last) {
        return Err(Refusal::NotEmployed.into());
    }
    Ok(())
}

async fn admitted(change: &Change, session: &session::Model, person: &person::Model) -> Result<()> {
    let day = change.policy.day(change.now);
    let owner = if session.audience.is_some() { Owner::Session(session.id) } else { Owner::Workshop(session.workshop_id) };
    if audience::admits(change.db(), owner, person, day).await? {
        return Ok(());
    }
    let audience = match &session.audience {
        Some(text) => text.clone(),
        None => workshop::Entity::find_by_id(session.workshop_id).one(change.db()).await?.map_or_else(String::new, |w| w.audience),
    };
    Err(Refusal::NotInAudience { audience }.into())
}

/// Whether this person has, gets or waits for a place in the session.
///
/// # Errors
/// When the database fails.
pub async fn alive_in(db: &impl ConnectionTrait, session: SessionId, person: PersonId) -> Result<bool> {
    let found = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::Column::Status.is_in(EnrolmentStatus::ALIVE))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// One confirmed, offered or requested place per workshop, as long as that session has not ended.
async fn one_per_workshop(change: &Change, session: &session::Model, person: PersonId) -> Result<()> {
    let other = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::Column::WorkshopId.eq(session.workshop_id))
        .filter(enrolment::Column::SessionId.ne(session.id))
        .filter(enrolment::Column::Status.is_in([
            EnrolmentStatus::Confirmed,
            EnrolmentStatus::Offered,
            EnrolmentStatus::Requested,
        ]))
        .find_also_related(session::Entity)
        .filter(session::Column::EndsAt.gt(change.now))
        .one(change.db())
        .await?;
    match other {
        Some((_, Some(other))) => {
            Err(Refusal::AlreadyInWorkshop { session: other.id, starts: other.starts_at }.into())
        }
        _ => Ok(()),
    }
}

#[derive(FromQueryResult)]
struct Busy {
    session_id: SessionId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    title: String,
}

/// No other meeting at the same time, as participant or as trainer; touching is fine.
async fn no_overlap(change: &Change, session: &session::Model, person: PersonId) -> Result<()> {
    let wanted = meeting::Entity::find().filter(meeting::Column::SessionId.eq(session.id)).all(change.db()).await?;
    let seated = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SessionId)
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::Column::Status.is_in([EnrolmentStatus::Confirmed, EnrolmentStatus::Offered]));
    let trained = trainer::Entity::find().select_only().column(trainer::Column::SessionId).filter(trainer::Column::PersonId.eq(person));
    let clash = |busy: Vec<Busy>, as_trainer| {
        let hit = busy.into_iter().find(|b| wanted.iter().any(|w| w.ends_at > b.starts_at && w.starts_at < b.ends_at));
        hit.map_or(Ok(()), |b| {
            let refusal = Refusal::Overlaps { session: b.session_id, title: b.title, starts: b.starts_at, as_trainer };
            Err(refusal.into())
        })
    };
    let as_participant = within(session).filter(meeting::Column::SessionId.ne(session.id));
    let as_participant = as_participant.filter(meeting::Column::SessionId.in_subquery(sea_orm::QueryTrait::into_query(seated)));
    clash(as_participant.into_model().all(change.db()).await?, false)?;
    let as_trainer = within(session).filter(meeting::Column::SessionId.in_subquery(sea_orm::QueryTrait::into_query(trained)));
    clash(as_trainer.into_model().all(change.db()).await?, true)
}

/// Meetings of sessions that go on, in the span of this session.
fn within(session: &session::Model) -> Select<meeting::Entity> {
    meeting::Entity::find()
        .select_only()
        .columns([meeting::Column::SessionId, meeting::Column::StartsAt, meeting::Column::EndsAt])
        .column(workshop::Column::Title)
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(meeting::Column::StartsAt.lt(session.ends_at))
        .filter(meeting::Column::EndsAt.gt(session.starts_at))
        .order_by_asc(meeting::Column::StartsAt)
}
