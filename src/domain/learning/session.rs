//! Planning sessions: one run of a workshop with its meetings, seats and trainers.

use chrono::{DateTime, Utc};
use entity::{
    id::*,
    meeting, person,
    session::{self, SessionState},
    trainer as giving,
    workshop::{self, WorkshopState},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, Set,
};

use super::{
    audience::{self, Owner},
    interest, seat, trainer, waiting_list,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Event,
};

/// What a planner gives.
#[derive(Clone, Debug)]
pub struct Plan {
    pub workshop: WorkshopId,
    /// Nothing: no limit. 0: no place at all.
    pub capacity: Option<i32>,
    pub minimum: Option<i32>,
    pub meetings: Vec<MeetingPlan>,
    pub trainers: Vec<PersonId>,
    pub enrolment_opens: Option<DateTime<Utc>>,
    pub enrolment_closes: Option<DateTime<Utc>>,
    pub withdraw_until: Option<DateTime<Utc>>,
    /// Nothing: as the workshop says.
    pub audience: Option<String>,
    /// Open at once, or planned and seen by planners only.
    pub open: bool,
    /// When planners are asked whether it goes on with fewer than `minimum`.
    pub decide_by: Option<DateTime<Utc>>,
    /// What it costs, in cents of a euro.
    pub cost_cents: Option<i64>,
    /// Why a trainer who is somewhere else at that time gives it all the same.
    pub clash_reason: Option<String>,
    /// Who has to follow the workshop waits before those of the open programme.
    pub targeted_first: bool,
}

/// One date.
#[derive(Clone, Debug)]
pub struct MeetingPlan {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub location: String,
    pub link: Option<String>,
}

impl From<&meeting::Model> for MeetingPlan {
    fn from(row: &meeting::Model) -> Self {
        Self {
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            location: row.location.clone(),
            link: row.link.clone(),
        }
    }
}

/// A session with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Details {
    pub session: session::Model,
    pub workshop: workshop::Model,
    pub meetings: Vec<meeting::Model>,
    pub trainers: Vec<person::Model>,
}

/// Makes a session.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Invalid`] field by field, [`Refusal::NotPublished`] for a workshop that is not in the
/// catalogue.
pub async fn plan(change: &Change, plan: &Plan) -> Result<SessionId> {
    if !change.actor.may_plan() {
        return Err(Error::Forbidden);
    }
    let workshop = workshop::Entity::find_by_id(plan.workshop).one(change.db()).await?;
    let workshop = workshop.ok_or_else(|| Error::from(Field::new("workshopId", "unknown")))?;
    if workshop.state != WorkshopState::Published {
        return Err(Refusal::NotPublished.into());
    }
    let (starts_at, ends_at) = validate(plan)?;
    let row = session::ActiveModel {
        id: Set(SessionId::new()),
        workshop_id: Set(workshop.id),
        state: Set(if plan.open { SessionState::Open } else { SessionState::Planned }),
        taken: Set(0),
        held: Set(0),
        waiting: Set(0),
        revision: Set(0),
        starts_at: Set(starts_at),
        ends_at: Set(ends_at),
        created_at: Set(change.now),
        ..fields(plan)
    };
    let id = row.insert(change.db()).await?.id;
    insert_meetings(change, id, &plan.meetings).await?;
    set_audience(change, id, plan).await?;
    trainer::set(change, id, plan).await?;
    change.record(Event::SessionPlanned { session: id }).await?;
    if plan.open {
        interest::announce(change, workshop.id).await?;
    }
    Ok(id)
}

/// The columns that a planner fills directly.
fn fields(plan: &Plan) -> session::ActiveModel {
    session::ActiveModel {
        capacity: Set(plan.capacity),
        minimum: Set(plan.minimum),
        enrolment_opens: Set(plan.enrolment_opens),
        enrolment_closes: Set(plan.enrolment_closes),
        withdraw_until: Set(plan.withdraw_until),
        audience: Set(plan.audience.clone().filter(|text| !text.trim().is_empty())),
        decide_by: Set(plan.decide_by),
        cost_cents: Set(plan.cost_cents),
        targeted_first: Set(plan.targeted_first),
        ..Default::default()
    }
}

/// Start of the first and end of the last meeting.
fn validate(plan: &Plan) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
    let mut wrong = Vec::new();
    if plan.capacity.is_some_and(|n| n < 0) {
        wrong.push(Field::new("capacity", "negative"));
    }
    if plan.minimum.is_some_and(|n| n < 0) {
        wrong.push(Field::new("minimum", "negative"));
    }
    if let (Some(minimum), Some(capacity)) = (plan.minimum, plan.capacity)
        && minimum > capacity
    {
        wrong.push(Field::new("minimum", "above-capacity"));
    }
    let (start, end) = match span(&plan.meetings) {
        Ok(span) => span,
        Err(problems) => {
            wrong.extend(problems);
            return Err(Error::Invalid(wrong));
        }
    };
    if let (Some(opens), Some(closes)) = (plan.enrolment_opens, plan.enrolment_closes)
        && closes <= opens
    {
        wrong.push(Field::new("enrolmentCloses", "closes-before-opens"));
    }
    if plan.enrolment_opens.is_some_and(|at| at >= start) {
        wrong.push(Field::new("enrolmentOpens", "after-start"));
    }
    if plan.withdraw_until.is_some_and(|at| at > start) {
        wrong.push(Field::new("withdrawUntil", "after-start"));
    }
    if plan.decide_by.is_some_and(|at| at >= start) {
        wrong.push(Field::new("decideBy", "after-start"));
    }
    if plan.decide_by.is_some() && plan.minimum.is_none() {
        wrong.push(Field::new("minimum", "minimum-needed"));
    }
    if plan.cost_cents.is_some_and(|cents| cents < 0) {
        wrong.push(Field::new("cost", "negative"));
    }
    all_well(wrong).map(|()| (start, end))
}

/// Start of the first and end of the last meeting, or what is wrong with them.
pub(super) fn span(
    meetings: &[MeetingPlan],
) -> std::result::Result<(DateTime<Utc>, DateTime<Utc>), Vec<Field>> {
    let mut wrong = Vec::new();
    if meetings.iter().any(|m| m.ends_at <= m.starts_at) {
        wrong.push(Field::new("meetings", "end-before-start"));
    }
    let mut sorted: Vec<&MeetingPlan> = meetings.iter().collect();
    sorted.sort_by_key(|m| m.starts_at);
    if sorted.windows(2).any(|pair| pair[0].ends_at > pair[1].starts_at) {
        wrong.push(Field::new("meetings", "meetings-overlap"));
    }
    if meetings.iter().filter_map(|m| m.link.as_deref()).any(|link| !link.starts_with("https://")) {
        wrong.push(Field::new("meetings", "link-https"));
    }
    match sorted.first().zip(sorted.last()) {
        Some((first, last)) if wrong.is_empty() => Ok((first.starts_at, last.ends_at)),
        Some(_) => Err(wrong),
        None => Err(vec![Field::new("meetings", "meetings-none")]),
    }
}

/// A meeting as a row.
pub(super) fn meeting_row(
    change: &Change,
    (session, id): (SessionId, MeetingId),
    m: &MeetingPlan,
) -> meeting::ActiveModel {
    meeting::ActiveModel {
        id: Set(id),
        session_id: Set(session),
        starts_at: Set(m.starts_at),
        ends_at: Set(m.ends_at),
        zone: Set(change.policy.zone.name().into()),
        location: Set(m.location.trim().into()),
        link: Set(m.link.clone()),
        closed_at: Set(None),
        closed_by: Set(None),
        check_in_key: Set(None),
        reminded_at: Set(None),
        escalated_at: Set(None),
    }
}

async fn insert_meetings(change: &Change, session: SessionId, meetings: &[MeetingPlan]) -> Result<()> {
    let rows = meetings.iter().map(|m| meeting_row(change, (session, MeetingId::new()), m));
    meeting::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    Ok(())
}

async fn set_audience(change: &Change, session: SessionId, plan: &Plan) -> Result<()> {
    let text = plan.audience.as_deref().unwrap_or_default();
    audience::set_strictly(change, Owner::Session(session), text).await
}

/// Changes seats, window, deadline, audience and trainers. Lowering the capacity removes nobody; raising it moves the
/// queue. The meetings stay as they are.
///
/// # Errors
/// As [`plan`].
pub async fn change(change: &Change, id: SessionId, plan: &Plan) -> Result<()> {
    if !change.actor.may_plan() {
        return Err(Error::Forbidden);
    }
    let session = waiting_list::settle(change, id).await?;
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    validate(plan)?;
    let asks_anew = session.decide_by != plan.decide_by;
    let (workshop, opened) = (session.workshop_id, session.state == SessionState::Planned && plan.open);
    let mut row = session.into_active_model();
    let given = fields(plan);
    row.capacity = given.capacity;
    row.minimum = given.minimum;
    row.enrolment_opens = given.enrolment_opens;
    row.enrolment_closes = given.enrolment_closes;
    row.withdraw_until = given.withdraw_until;
    row.audience = given.audience;
    row.cost_cents = given.cost_cents;
    row.targeted_first = given.targeted_first;
    if asks_anew {
        row.decide_by = given.decide_by;
        row.decision_asked_at = Set(None);
        row.decided_at = Set(None);
    }
    if opened {
        row.state = Set(SessionState::Open);
    }
    // `taken` and `waiting` are unchanged in the row and so stay out of the UPDATE.
    row.update(change.db()).await?;
    set_audience(change, id, plan).await?;
    trainer::set(change, id, plan).await?;
    if opened {
        change.record(Event::SessionOpened { session: id }).await?;
        interest::announce(change, workshop).await?;
    } else {
        change.record(Event::SessionChanged { session: id }).await?;
    }
    waiting_list::promote(change, id).await
}

/// A session with its workshop, meetings and trainers, as it is at this moment.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn details(db: &impl ConnectionTrait, id: SessionId, now: DateTime<Utc>) -> Result<Details> {
    let one = seat::read(now).filter(session::Column::Id.eq(id));
    let found = one.find_also_related(workshop::Entity).one(db).await?;
    let Some((session, Some(workshop))) = found else { return Err(Error::Missing("session")) };
    let meetings = meeting::Entity::find()
        .filter(meeting::Column::SessionId.eq(id))
        .order_by_asc(meeting::Column::StartsAt)
        .all(db)
        .await?;
    let trainers = giving::Entity::find()
        .filter(giving::Column::SessionId.eq(id))
        .find_also_related(person::Entity)
        .order_by_asc(person::Column::Surname)
        .all(db)
        .await?;
    let trainers = trainers.into_iter().filter_map(|(_, person)| person).collect();
    Ok(Details { session, workshop, meetings, trainers })
}

pub use super::trainer::trains;
