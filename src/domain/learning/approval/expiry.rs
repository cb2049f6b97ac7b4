//! Requests about which nobody decided in time. They count no more at once; the job, or the next verb about the session, tells
//! everybody.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, Ending, EnrolmentStatus},
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, JoinType,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationTrait as _,
};

use crate::domain::{
    change::Change,
    error::Result,
    event::Event,
    learning::{enrolment::end, notice},
};

/// Sessions for which one can no longer decide (a filter).
pub(super) fn closed(now: DateTime<Utc>) -> Condition {
    use session::Column as S;
    let drawn = S::DrawAt.is_null().or(S::DrawnAt.is_not_null());
    // Said in full: the opposite is asked too, and nothing is neither before nor after a moment.
    let late = S::StartsAt.lte(now).or(S::EnrolmentCloses.is_not_null().and(S::EnrolmentCloses.lte(now)));
    Condition::all().add(drawn).add(late.or(S::State.eq(SessionState::CalledOff)))
}

/// The sessions with requests about which nobody decided in time.
///
/// # Errors
/// When the database fails.
pub async fn over(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<SessionId>> {
    let sessions = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SessionId)
        .distinct()
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(enrolment::in_status(&[EnrolmentStatus::Requested]))
        .filter(closed(now));
    Ok(sessions.into_tuple().all(db).await?)
}

/// Ends the requests of a session for which it is too late; it is locked.
pub(in crate::domain::learning) async fn expire(change: &Change, session: SessionId) -> Result<()> {
    let late = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&[EnrolmentStatus::Requested]))
        .order_by_asc(enrolment::Column::Id)
        .all(change.db())
        .await?;
    for row in &late {
        let ending = Ending::RequestExpired;
        end(change, row, EnrolmentStatus::Declined, ending, None).await?;
        let (enrolment, person, ending) = (row.id, row.person_id, ending.code());
        change.record(Event::Withdrawn { enrolment, person, session, ending }).await?;
        notice::declined(change, row).await?;
    }
    Ok(())
}
