//! Calling a session off: everybody is told, keeps the head of the queue of another date, and nobody moves up.

use entity::{
    enrolment::{self, Ending, EnrolmentStatus},
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, Set, sea_query::Expr,
};

use super::{
    enrolment::end,
    held_seat, invitation,
    news::{self, Audience},
    notice, seat,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
    task::Letter,
};

/// The queue's first order for somebody whose date was called off.
pub const CALLED_OFF: i32 = 0;
/// What a reason may be long, in characters.
const REASON_LENGTH: usize = 400;

/// Calls a session off. `reason` stands in the letters.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`], [`Refusal::SessionCalledOff`] when that was done before,
/// [`Refusal::SessionStarted`], field `reason` when it is too long.
pub async fn call_off(change: &Change, id: SessionId, reason: Option<&str>) -> Result<()> {
    if !change.actor.may_plan() {
        return Err(Error::Forbidden);
    }
    let session = seat::lock(change, id).await?;
    let reason = reason.map(str::trim).filter(|text| !text.is_empty());
    may_be_called_off(change, &session, reason)?;
    let people = news::audience(change, id).await?;
    let mut row = session.into_active_model();
    row.state = Set(SessionState::CalledOff);
    row.called_off_reason = Set(reason.map(str::to_owned));
    row.update(change.db()).await?;
    let meetings: Vec<_> = notice::meetings_of(change, id).await?.iter().map(|row| row.id).collect();
    news::forget_moves(change, id, &people, &meetings).await?;
    for row in people.seated.iter().chain(&people.waiting) {
        give_up(change, row).await?;
        tell(change, row, &meetings).await?;
        come_first_elsewhere(change, row).await?;
    }
    held_seat::called_off(change, id).await?;
    for trainer in &people.trainers {
        notice::trainer_released(change, id, *trainer).await?;
    }
    let Audience { seated, waiting, .. } = &people;
    change.record(Event::SessionCalledOff { session: id, people: seated.len() + waiting.len() }).await
}

fn may_be_called_off(change: &Change, session: &session::Model, reason: Option<&str>) -> Result<()> {
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    if session.starts_at <= change.now {
        return Err(Refusal::SessionStarted.into());
    }
    if reason.is_some_and(|text| text.chars().count() > REASON_LENGTH) {
        return Err(Field::new("reason", "too-long").with("max", REASON_LENGTH).into());
    }
    Ok(())
}

async fn give_up(change: &Change, row: &enrolment::Model) -> Result<()> {
    end(change, row, EnrolmentStatus::Withdrawn, Ending::SessionCalledOff, None).await?;
    let (enrolment, person, session) = (row.id, row.person_id, row.session_id);
    let ending = Ending::SessionCalledOff.code();
    change.record(Event::Withdrawn { enrolment, person, session, ending }).await
}

/// One letter for each calendar entry that is taken back, or one for who had none.
async fn tell(change: &Change, row: &enrolment::Model, meetings: &[MeetingId]) -> Result<()> {
    notice::no_reminder(change, row.id).await?;
    let mut entries = Vec::new();
    if row.status == EnrolmentStatus::Confirmed {
        for meeting in meetings {
            entries.extend(invitation::cancel(change, row.person_id, *meeting).await?);
        }
    }
    if entries.is_empty() {
        return change.later(Letter::CalledOff { enrolment: row.id, entry: None }).await;
    }
    for entry in entries {
        change.later(Letter::CalledOff { enrolment: row.id, entry: Some(entry) }).await?;
    }
    Ok(())
}

/// Who waits for another date of this workshop already goes to the head of that queue too.
async fn come_first_elsewhere(change: &Change, row: &enrolment::Model) -> Result<()> {
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::Priority, Expr::value(CALLED_OFF))
        .filter(enrolment::Column::PersonId.eq(row.person_id))
        .filter(enrolment::Column::WorkshopId.eq(row.workshop_id))
        .filter(enrolment::in_status(&[EnrolmentStatus::Waiting]))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Whether a date of this workshop was called off for this person, without a place in another one since.
///
/// # Errors
/// When the database fails.
pub async fn was_called_off(
    db: &impl ConnectionTrait,
    person: PersonId,
    workshop: WorkshopId,
) -> Result<bool> {
    let mine = || {
        enrolment::Entity::find()
            .filter(enrolment::Column::PersonId.eq(person))
            .filter(enrolment::Column::WorkshopId.eq(workshop))
    };
    let last = mine()
        .filter(enrolment::Column::Ending.eq(Ending::SessionCalledOff))
        .order_by_desc(enrolment::Column::EndedAt)
        .one(db)
        .await?;
    let Some(at) = last.and_then(|row| row.ended_at) else { return Ok(false) };
    let since = mine()
        .filter(enrolment::Column::CreatedAt.gte(at))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .one(db)
        .await?;
    Ok(since.is_none())
}
