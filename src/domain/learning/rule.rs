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
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, RelationTrait as _, Select,
    sea_query::{Expr, UnionType},
};

use super::{
    audience::{self, Owner},
    before::Before,
    cover, guest, prerequisite, seat,
};
use crate::domain::{
    change::Change,
    error::{Refusal, Result},
    policy::Policy,
};

/// Who wants a place, and where.
pub struct Application<'a> {
    pub session: &'a session::Model,
    pub person: &'a person::Model,
    /// Staff set the window, the overlap and the cover aside.
    pub overridden: bool,
    /// The place that goes as soon as this one is certain.
    pub replaces: Option<Replaced>,
    /// What the person has and had in the workshop.
    pub before: &'a Before,
}

/// A place somebody leaves for another: it stands in nobody's way.
#[derive(Clone, Copy, Debug)]
pub struct Replaced {
    pub enrolment: EnrolmentId,
    pub session: SessionId,
}

/// What may keep somebody from coming at that time, as [`admits`] found it.
pub struct Ties {
    busy: Vec<Busy>,
    /// Their teams with a limit.
    teams: Vec<DepartmentId>,
}

impl Ties {
    /// Whether the time of the session is of no matter.
    #[must_use]
    pub const fn are_none(&self) -> bool {
        self.busy.is_empty() && self.teams.is_empty()
    }
}

/// Who may have this place, in the order in which one would want to hear it. It holds while the person is held and the plan of
/// the session is as it was ([`seat::same_plan`]), so the session itself need not be held.
///
/// # Errors
/// The first [`Refusal`] that applies.
pub async fn admits(change: &Change, application: &Application<'_>) -> Result<Ties> {
    let Application { session, overridden, before, .. } = application;
    open(session, change.now, *overridden)?;
    if before.is_in(session.id) {
        return Err(Refusal::AlreadyEnrolled.into());
    }
    still_admits(change, application).await
}

/// All rules: who may, and when.
///
/// # Errors
/// The first [`Refusal`] that applies.
pub async fn check(change: &Change, application: &Application<'_>) -> Result<()> {
    let ties = admits(change, application).await?;
    at_that_time(change, application, &ties).await
}

/// The rules that can change while somebody waits (rule 8).
///
/// # Errors
/// The first [`Refusal`] that applies.
pub async fn recheck(change: &Change, application: &Application<'_>) -> Result<()> {
    let ties = still_admits(change, application).await?;
    at_that_time(change, application, &ties).await
}

async fn still_admits(change: &Change, application: &Application<'_>) -> Result<Ties> {
    let Application { session, person, overridden, replaces, before } = application;
    employed(&change.policy, session, person)?;
    // Whoever invites a guest has decided for whom this is, and that they can follow it.
    let invited = guest::is_invited(change.db(), session.id, person).await?;
    if !invited {
        admitted(change, session, person).await?;
    }
    if let Some(refusal) = before.elsewhere(session, *replaces, change.now) {
        return Err(refusal.into());
    }
    if !invited {
        prerequisite::check(change, session, person.id, before).await?;
    }
    if *overridden {
        return Ok(Ties { busy: Vec::new(), teams: Vec::new() });
    }
    let busy = busy(change.db(), person.id, (session.starts_at, session.ends_at), change.now).await?;
    Ok(Ties { busy, teams: cover::limited(change, session, person.id).await? })
}

/// Whether the person and their team can miss that time. The session is held, so that its meetings stay where they are.
///
/// # Errors
/// [`Refusal::Overlaps`], [`Refusal::TeamAway`].
pub async fn at_that_time(change: &Change, application: &Application<'_>, ties: &Ties) -> Result<()> {
    if ties.are_none() {
        return Ok(());
    }
    let Application { session, person, replaces, .. } = application;
    let wanted =
        meeting::Entity::find().filter(meeting::Column::SessionId.eq(session.id)).all(change.db()).await?;
    let left = replaces.map(|left| left.session);
    if let Some(refusal) = clash(&ties.busy, (session.id, left), &wanted) {
        return Err(refusal.into());
    }
    cover::check(change, (session, &wanted), person.id, &ties.teams).await
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
    if session.state == SessionState::Planned
        || session.starts_at <= now
        || session.enrolment_closes.is_some_and(|at| at <= now)
    {
        return Err(Refusal::EnrolmentClosed.into());
    }
    match session.enrolment_opens {
        Some(opens) if opens > now => Err(Refusal::EnrolmentNotOpen { opens }.into()),
        _ => Ok(()),
    }
}

/// Employed on the day of the last meeting.
///
/// # Errors
/// [`Refusal::NotEmployed`].
pub(super) fn employed(policy: &Policy, session: &session::Model, person: &person::Model) -> Result<()> {
    let last = policy.day(session.ends_at);
    let (from, until) = (person.employed_from, person.employed_until);
    if from.is_some_and(|day| day > last) || until.is_some_and(|day| day < last) {
        return Err(Refusal::NotEmployed.into());
    }
    Ok(())
}

/// Whose audience counts for this session: its own goes before the workshop's.
pub(super) const fn audience_of(session: &session::Model) -> Owner {
    if session.audience.is_some() { Owner::Session(session.id) } else { Owner::Workshop(session.workshop_id) }
}

async fn admitted(change: &Change, session: &session::Model, person: &person::Model) -> Result<()> {
    let day = change.policy.day(change.now);
    if audience::admits(change.db(), audience_of(session), person, day).await? {
        return Ok(());
    }
    let audience = match &session.audience {
        Some(text) => text.clone(),
        None => workshop::Entity::find_by_id(session.workshop_id)
            .one(change.db())
            .await?
            .map_or_else(String::new, |w| w.audience),
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
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .one(db)
        .await?;
    Ok(found.is_some())
}

#[derive(FromQueryResult)]
struct Row {
    session_id: SessionId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    title: String,
}

/// Who has or is offered a place is busy then.
pub(super) const SEATED: [EnrolmentStatus; 2] = [EnrolmentStatus::Confirmed, EnrolmentStatus::Offered];

/// A meeting that takes a person's time.
pub(super) struct Busy {
    row: Row,
    as_trainer: bool,
}

/// The meeting that is at the same time as one of these, as participant first; touching is fine. What somebody takes part in of the
/// session itself, and of one they leave for it, does not count.
pub(super) fn clash(
    busy: &[Busy],
    (session, left): (SessionId, Option<SessionId>),
    wanted: &[meeting::Model],
) -> Option<Refusal> {
    let at_once = |row: &Row| wanted.iter().any(|w| w.ends_at > row.starts_at && w.starts_at < row.ends_at);
    let counts = |b: &&Busy| b.as_trainer || (b.row.session_id != session && Some(b.row.session_id) != left);
    let hit = busy.iter().filter(counts).find(|b| at_once(&b.row))?;
    let Row { session_id, starts_at, ref title, .. } = hit.row;
    Some(Refusal::Overlaps {
        session: session_id,
        title: title.clone(),
        starts: starts_at,
        as_trainer: hit.as_trainer,
    })
}

/// What a person takes part in (first) and gives in a span of time.
///
/// # Errors
/// When the database fails.
pub(super) async fn busy(
    db: &impl ConnectionTrait,
    person: PersonId,
    span: (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<Vec<Busy>> {
    // From the person to the meetings: an IN over sessions would let a database read all meetings there are.
    let seated = within(span)
        .join_rev(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&SEATED))
        .filter(seat::lapsed(now).not());
    let trained = within(span)
        .join_rev(JoinType::InnerJoin, trainer::Relation::Session.def())
        .filter(trainer::Column::PersonId.eq(person));
    let part = |as_trainer: bool, meetings: Select<meeting::Entity>| {
        meetings.column_as(Expr::val(i32::from(as_trainer)), "as_trainer").into_query()
    };
    let mut both = part(false, seated);
    both.union(UnionType::All, part(true, trained));
    let rows = db.query_all(&both).await?.into_iter().map(|row| {
        let as_trainer = row.try_get::<i32>("", "as_trainer")? != 0;
        Ok(Busy { row: Row::from_query_result(&row, "")?, as_trainer })
    });
    let mut busy = rows.collect::<std::result::Result<Vec<_>, DbErr>>()?;
    busy.sort_by_key(|one| (one.as_trainer, one.row.starts_at));
    Ok(busy)
}

/// Meetings of sessions that go on, in a span.
fn within((from, until): (DateTime<Utc>, DateTime<Utc>)) -> Select<meeting::Entity> {
    meeting::Entity::find()
        .select_only()
        .columns([meeting::Column::SessionId, meeting::Column::StartsAt, meeting::Column::EndsAt])
        .column(workshop::Column::Title)
        .join(JoinType::InnerJoin, meeting::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(meeting::Column::StartsAt.lt(until))
        .filter(meeting::Column::EndsAt.gt(from))
}
