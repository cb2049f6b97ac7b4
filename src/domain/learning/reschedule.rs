//! Moving, adding and cancelling meetings of a session that exists.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    meeting,
    session::{self, SessionState},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, Set,
    sea_query::Expr,
};
use serde::Serialize;

use super::{
    guest, held_seat, news, notice,
    session::{MeetingPlan, meeting_row, span},
    waiting_list,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
    task::Slot,
};

/// A meeting as a planner wants it: one that exists, or (without id) a new one.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub id: Option<MeetingId>,
    pub plan: MeetingPlan,
}

/// A meeting that is not as it was. Without `old` it is new, without `new` it is cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub meeting: MeetingId,
    pub old: Option<Slot>,
    pub new: Option<Slot>,
}

impl From<&MeetingPlan> for Slot {
    fn from(plan: &MeetingPlan) -> Self {
        Self {
            starts_at: plan.starts_at,
            ends_at: plan.ends_at,
            location: plan.location.trim().into(),
            link: plan.link.clone(),
        }
    }
}

/// What would become different, in order of time; what stays is left out. A meeting that was wanted twice or is of
/// another session does not exist.
///
/// # Errors
/// [`Error::Missing`].
pub fn differences(now: &[meeting::Model], wanted: &[Wanted]) -> Result<Vec<Difference>> {
    let known = |id: &MeetingId| now.iter().any(|row| row.id == *id);
    let ids: Vec<MeetingId> = wanted.iter().filter_map(|one| one.id).collect();
    if ids.iter().enumerate().any(|(at, id)| !known(id) || ids[..at].contains(id)) {
        return Err(Error::Missing("meeting"));
    }
    let of = |id: MeetingId| wanted.iter().find(|one| one.id == Some(id)).map(|one| Slot::from(&one.plan));
    let kept = now.iter().map(|row| Difference { meeting: row.id, old: Some(row.into()), new: of(row.id) });
    let added = wanted.iter().filter(|one| one.id.is_none()).map(|one| Difference {
        meeting: MeetingId::new(),
        old: None,
        new: Some((&one.plan).into()),
    });
    let mut all: Vec<_> = kept.chain(added).filter(|one| one.old != one.new).collect();
    all.sort_by_key(|one| one.old.as_ref().or(one.new.as_ref()).map(|slot| slot.starts_at));
    Ok(all)
}

/// What must hold, with the new start and end of the session.
///
/// # Errors
/// [`Refusal::SessionCalledOff`], [`Refusal::DeadlineAfterStart`], [`Error::Invalid`] field by field.
pub fn validate(
    session: &session::Model,
    wanted: &[Wanted],
    differences: &[Difference],
    now: DateTime<Utc>,
) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    let plans: Vec<_> = wanted.iter().map(|one| one.plan.clone()).collect();
    let mut wrong = Vec::new();
    let span = span(&plans).map_err(|problems| wrong.extend(problems)).ok();
    let past = |slot: &Option<Slot>| slot.as_ref().is_some_and(|slot| slot.starts_at <= now);
    if differences.iter().any(|one| past(&one.old)) {
        wrong.push(Field::new("meetings", "meeting-over"));
    } else if differences.iter().any(|one| past(&one.new)) {
        wrong.push(Field::new("meetings", "in-past"));
    }
    let Some((start, end)) = span.filter(|_| wrong.is_empty()) else { return Err(Error::Invalid(wrong)) };
    let draw = session.draw_at.filter(|_| session.drawn_at.is_none());
    let decision = session.decide_by.filter(|_| session.decided_at.is_none());
    let deadlines =
        [session.enrolment_opens, session.enrolment_closes, session.withdraw_until, draw, decision];
    let late = deadlines.into_iter().flatten().find(|at| *at > start);
    late.map_or(Ok((start, end)), |deadline| Err(Refusal::DeadlineAfterStart { deadline }.into()))
}

/// Makes the meetings as wanted and tells everyone once: who has a place, who waits, who gives it. Meetings that have
/// begun stay as they are. Nothing happens when nothing differs.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`], and as [`validate`].
pub async fn reschedule(change: &Change, id: SessionId, wanted: &[Wanted]) -> Result<()> {
    if !change.actor.may_plan() {
        return Err(Error::Forbidden);
    }
    let session = waiting_list::settle(change, id).await?;
    let meetings = notice::meetings_of(change, id).await?;
    let differences = differences(&meetings, wanted)?;
    if differences.is_empty() {
        return Ok(());
    }
    let (starts_at, ends_at) = validate(&session, wanted, &differences, change.now)?;
    // Before the rows go: the entries in calendars are numbered with their meeting.
    let people = news::audience(change, id).await?;
    let entries = news::number_cancelled(change, &people, &differences).await?;
    for one in &differences {
        write(change, id, one).await?;
    }
    let revision = session.revision + 1;
    let mut row = session.into_active_model();
    row.revision = Set(revision);
    row.starts_at = Set(starts_at);
    row.ends_at = Set(ends_at);
    row.update(change.db()).await?;
    cap_offers(change, id, starts_at).await?;
    guest::moved(change, id, ends_at).await?;
    held_seat::moved(change, id, starts_at).await?;
    waiting_list::settle(change, id).await?;
    news::tell(change, id, &people, &differences, &entries).await?;
    for row in people.seated.iter().filter(|row| row.status == EnrolmentStatus::Confirmed) {
        notice::reminder_at(change, row, starts_at).await?;
    }
    let meetings = serde_json::to_value(&differences).unwrap_or_default();
    change.record(Event::MeetingsChanged { session: id, meetings }).await?;
    waiting_list::promote(change, id).await
}

async fn write(change: &Change, session: SessionId, one: &Difference) -> Result<()> {
    let Some(slot) = &one.new else {
        meeting::Entity::delete_by_id(one.meeting).exec(change.db()).await?;
        return Ok(());
    };
    let plan = MeetingPlan {
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        location: slot.location.clone(),
        link: slot.link.clone(),
    };
    let row = meeting_row(change, (session, one.meeting), &plan);
    if one.old.is_some() {
        row.update(change.db()).await?;
    } else {
        meeting::Entity::insert(row).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// No offer stands longer than until the start.
async fn cap_offers(change: &Change, id: SessionId, starts_at: DateTime<Utc>) -> Result<()> {
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::OfferExpiresAt, Expr::value(Some(starts_at)))
        .filter(enrolment::Column::SessionId.eq(id))
        .filter(enrolment::in_status(&[EnrolmentStatus::Offered]))
        .filter(enrolment::Column::OfferExpiresAt.gt(starts_at))
        .exec(change.db())
        .await?;
    Ok(())
}
