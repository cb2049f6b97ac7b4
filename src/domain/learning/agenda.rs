//! Lists of sessions: the catalogue's dates, a trainer's sessions, a planner's overview.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    core_value::CoreValue,
    id::*,
    meeting, person,
    session::{self, SessionState},
    trainer,
    workshop::{self, Offering, WorkshopForm, WorkshopState},
    workshop_value,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, FromQueryResult,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, Select,
    sea_query::Expr,
};

use super::{draw, seat};
use crate::domain::{
    error::{Error, Result},
    page::{Page, Window},
};

/// What is asked. All that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub workshop: Option<WorkshopId>,
    pub value: Option<CoreValue>,
    pub form: Option<WorkshopForm>,
    pub offering: Option<Offering>,
    /// Starts at or after.
    pub from: Option<DateTime<Utc>>,
    /// Ends at or after: also what began before and goes on.
    pub ends_from: Option<DateTime<Utc>>,
    /// Starts before.
    pub until: Option<DateTime<Utc>>,
    /// Enrolment is possible (or, when false, is not).
    pub open: Option<bool>,
    /// Has a seat for a newcomer.
    pub free: bool,
    /// Given by this person.
    pub trainer: Option<PersonId>,
    /// Has fewer people than it needs, or people who wait.
    pub attention: bool,
    /// Has fewer people than it needs.
    pub few: bool,
    /// Has people who wait.
    pub queue: bool,
    /// Awaits a decision whether it goes on.
    pub undecided: bool,
    /// Words of title and summary.
    pub search: String,
    /// Also those that only planners see, and those called off.
    pub all_states: bool,
    /// Of these, only those in this state.
    pub state: Option<SessionState>,
}

/// A session in a list.
#[derive(Clone, Debug)]
pub struct Item {
    pub session: session::Model,
    pub workshop: workshop::Model,
    pub values: Vec<CoreValue>,
    pub meetings: Vec<meeting::Model>,
    pub trainers: Vec<person::Model>,
    /// How many have asked for a place in a draw that is still to come.
    pub asked: u64,
}

/// Sessions in order of start, a page at a time: four queries, whatever the number of rows.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    filter: &Filter,
    window: &Window,
    now: DateTime<Utc>,
) -> Result<Page<Item>> {
    let found = seat::read(now).find_also_related(workshop::Entity).filter(condition(filter, now));
    let mut query = found.order_by_asc(session::Column::StartsAt).order_by_asc(session::Column::Id);
    if let Some(cursor) = &window.after {
        let (at, id) = (cursor.key::<DateTime<Utc>>()?, SessionId(cursor.id()));
        let later = session::Column::StartsAt.gt(at);
        query = query.filter(later.or(session::Column::StartsAt.eq(at).and(session::Column::Id.gt(id))));
    }
    let rows = query.limit(window.limit + 1).all(db).await?;
    let page = window.cut(rows, |(session, _)| (session.starts_at.to_rfc3339(), session.id.0));
    let items = fill(db, page.items).await?;
    Ok(Page { items, next: page.next })
}

/// How many sessions the filter finds.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, filter: &Filter, now: DateTime<Utc>) -> Result<u64> {
    let found = session::Entity::find().find_also_related(workshop::Entity).filter(condition(filter, now));
    Ok(found.count(db).await?)
}

/// One session.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn find(db: &impl ConnectionTrait, id: SessionId, now: DateTime<Utc>) -> Result<Item> {
    of(db, &[id], now).await?.remove(&id).ok_or(Error::Missing("session"))
}

/// These sessions with all that belongs to them, in any order.
///
/// # Errors
/// When the database fails.
pub async fn of(
    db: &impl ConnectionTrait,
    sessions: &[SessionId],
    now: DateTime<Utc>,
) -> Result<HashMap<SessionId, Item>> {
    if sessions.is_empty() {
        return Ok(HashMap::new());
    }
    let some = seat::read(now).filter(session::Column::Id.is_in(sessions.iter().copied()));
    let rows = some.find_also_related(workshop::Entity).all(db).await?;
    Ok(fill(db, rows).await?.into_iter().map(|item| (item.session.id, item)).collect())
}

/// The dates to come of a workshop.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Coming {
    pub workshop_id: WorkshopId,
    pub first: DateTime<Utc>,
    pub dates: i64,
}

/// The dates to come of these workshops; one without any is not in it.
///
/// # Errors
/// When the database fails.
pub async fn coming(
    db: &impl ConnectionTrait,
    workshops: &[WorkshopId],
    now: DateTime<Utc>,
) -> Result<HashMap<WorkshopId, Coming>> {
    let found = session::Entity::find()
        .select_only()
        .column(session::Column::WorkshopId)
        .column_as(session::Column::StartsAt.min(), "first")
        .column_as(session::Column::Id.count(), "dates")
        .filter(session::Column::WorkshopId.is_in(workshops.iter().copied()))
        .filter(session::Column::State.eq(SessionState::Open))
        .filter(session::Column::StartsAt.gt(now))
        .group_by(session::Column::WorkshopId)
        .into_model::<Coming>()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|coming| (coming.workshop_id, coming)).collect())
}

fn condition(filter: &Filter, now: DateTime<Utc>) -> Condition {
    use session::Column as S;
    let mut all = Condition::all();
    if !filter.all_states {
        all = all.add(S::State.eq(SessionState::Open)).add(workshop::Column::State.ne(WorkshopState::Draft));
    }
    all.add_option(filter.workshop.map(|id| S::WorkshopId.eq(id)))
        .add_option(filter.state.map(|state| S::State.eq(state)))
        .add_option(filter.form.map(|form| workshop::Column::Form.eq(form)))
        .add_option(filter.offering.map(|offering| workshop::Column::Offering.eq(offering)))
        .add_option(filter.from.map(|at| S::StartsAt.gte(at)))
        .add_option(filter.ends_from.map(|at| S::EndsAt.gte(at)))
        .add_option(filter.until.map(|at| S::StartsAt.lt(at)))
        .add_option(filter.free.then(|| has_seat(now)))
        .add_option(filter.attention.then(|| asks_attention(now)))
        .add_option(filter.few.then(|| has_few(now)))
        .add_option(filter.queue.then(|| S::Waiting.gt(0)))
        .add_option(filter.open.map(|wanted| if wanted { open_at(now) } else { open_at(now).not() }))
        .add_option(filter.undecided.then(|| super::decision::awaited(now)))
        .add_option(filter.value.map(|value| S::WorkshopId.in_subquery(with_value(value).into_query())))
        .add_option(filter.trainer.map(|person| S::Id.in_subquery(given_by(person).into_query())))
        .add(super::workshop::matching(&filter.search))
}

fn has_seat(now: DateTime<Utc>) -> Condition {
    let capacity = Expr::col((session::Entity, session::Column::Capacity));
    let room = session::Column::Capacity.is_null().or(seat::taken(now).lt(capacity));
    Condition::all().add(session::Column::Waiting.eq(0)).add(room)
}

fn asks_attention(now: DateTime<Utc>) -> Condition {
    Condition::any().add(has_few(now)).add(session::Column::Waiting.gt(0))
}

fn has_few(now: DateTime<Utc>) -> Expr {
    seat::people(now).lt(Expr::col((session::Entity, session::Column::Minimum)))
}

fn open_at(now: DateTime<Utc>) -> Condition {
    use session::Column as S;
    Condition::all()
        .add(S::State.eq(SessionState::Open))
        .add(S::StartsAt.gt(now))
        .add(S::EnrolmentOpens.is_null().or(S::EnrolmentOpens.lte(now)))
        .add(S::EnrolmentCloses.is_null().or(S::EnrolmentCloses.gt(now)))
}

fn with_value(value: CoreValue) -> Select<workshop_value::Entity> {
    workshop_value::Entity::find()
        .select_only()
        .column(workshop_value::Column::WorkshopId)
        .filter(workshop_value::Column::Value.eq(value))
}

fn given_by(person: PersonId) -> Select<trainer::Entity> {
    trainer::Entity::find()
        .select_only()
        .column(trainer::Column::SessionId)
        .filter(trainer::Column::PersonId.eq(person))
}

async fn fill(
    db: &impl ConnectionTrait,
    rows: Vec<(session::Model, Option<workshop::Model>)>,
) -> Result<Vec<Item>> {
    let sessions: Vec<SessionId> = rows.iter().map(|(session, _)| session.id).collect();
    let workshops: Vec<WorkshopId> = rows.iter().map(|(session, _)| session.workshop_id).collect();
    let values = super::workshop::values_of(db, workshops).await?;
    let asked = draw::asked(db, rows.iter().map(|(session, _)| session)).await?;
    let mut meetings: HashMap<SessionId, Vec<meeting::Model>> = HashMap::new();
    let found = meeting::Entity::find()
        .filter(meeting::Column::SessionId.is_in(sessions.clone()))
        .order_by_asc(meeting::Column::StartsAt)
        .all(db)
        .await?;
    for row in found {
        meetings.entry(row.session_id).or_default().push(row);
    }
    let mut trainers: HashMap<SessionId, Vec<person::Model>> = HashMap::new();
    let found = trainer::Entity::find()
        .filter(trainer::Column::SessionId.is_in(sessions))
        .find_also_related(person::Entity)
        .order_by_asc(person::Column::Surname)
        .all(db)
        .await?;
    for (row, person) in found {
        trainers.entry(row.session_id).or_default().extend(person);
    }
    let item = |(session, workshop): (session::Model, Option<workshop::Model>)| {
        Some(Item {
            values: values.get(&session.workshop_id).cloned().unwrap_or_default(),
            meetings: meetings.remove(&session.id).unwrap_or_default(),
            trainers: trainers.remove(&session.id).unwrap_or_default(),
            asked: asked.get(&session.id).copied().unwrap_or_default(),
            workshop: workshop?,
            session,
        })
    };
    Ok(rows.into_iter().filter_map(item).collect())
}
