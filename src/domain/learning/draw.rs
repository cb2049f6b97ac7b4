//! A fair start: requests are collected until a moment and then drawn by lot, once.
//!
//! The rank of a request is its place in the order of SHA-256 over `seed:enrolment`, the smallest first. Seed and ranks
//! are kept, so that anybody who has them can recompute the draw.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus, NO_LOT},
    id::*,
    session::{self, SessionState},
    workshop::ApprovalRule,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::{CaseStatement, Expr},
};

use super::{approval, notice, seat, waiting_list};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
    secret,
};

/// Whether a session of this workshop still collects requests for a draw.
pub(super) async fn is_planned(db: &impl ConnectionTrait, workshop: WorkshopId) -> Result<bool> {
    let planned = session::Entity::find()
        .filter(session::Column::WorkshopId.eq(workshop))
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(session::Column::DrawAt.is_not_null())
        .filter(session::Column::DrawnAt.is_null());
    Ok(planned.one(db).await?.is_some())
}

/// Whether requests are still collected: nobody has a place and nobody is before anybody.
#[must_use]
pub fn collects(session: &session::Model) -> bool {
    session.draw_at.is_some() && session.drawn_at.is_none()
}

/// Sets when the places of a session are drawn; nothing: in order of asking.
///
/// # Errors
/// [`Error::Forbidden`]; [`Refusal::NotPossibleNow`] after the draw; field `drawAt` for a moment after the start or in the
/// past, and when somebody has a place, waits or has asked already and it would change what they were told.
pub async fn set(change: &Change, id: SessionId, at: Option<DateTime<Utc>>) -> Result<()> {
    if !change.actor.may_plan() {
        return Err(Error::Forbidden);
    }
    let session = seat::lock(change, id).await?;
    if session.draw_at == at {
        return Ok(());
    }
    if session.drawn_at.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    let wrong = |key| Err(Field::new("drawAt", key).into());
    if at.is_some_and(|at| at >= session.starts_at) {
        return wrong("after-start");
    }
    if at.is_some_and(|at| at <= change.now) {
        return wrong("in-the-past");
    }
    if at.is_some() && approval::rule_of(change.db(), session.workshop_id).await? != ApprovalRule::Nobody {
        return wrong("draw-with-approval");
    }
    let asked = !requests(change.db(), id).await?.is_empty();
    if session.taken > 0 || session.waiting > 0 || (asked && at.is_none()) {
        return wrong("draw-too-late");
    }
    session::Entity::update_many()
        .col_expr(session::Column::DrawAt, Expr::value(at))
        .filter(session::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    change.record(Event::SessionChanged { session: id }).await
}

/// The sessions whose moment has come, the longest overdue first.
///
/// # Errors
/// When the database fails.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<SessionId>> {
    let late = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::DrawAt.lte(now))
        .filter(session::Column::DrawnAt.is_null())
        .filter(session::Column::State.eq(SessionState::Open));
    Ok(late.into_tuple().all(db).await?)
}

/// Whether the moment has come, and nobody has drawn yet.
pub(super) fn is_due(session: &session::Model, now: DateTime<Utc>) -> bool {
    collects(session) && session.state == SessionState::Open && session.draw_at.is_some_and(|at| at <= now)
}

/// Draws: the first ranks get the places, as far as the rules still let them; the others wait in the order of the draw.
/// The session must be locked. When the draw comes late, it still comes.
///
/// # Errors
/// When the database fails.
pub(super) async fn draw(change: &Change, session: &session::Model) -> Result<()> {
    let id = session.id;
    let requests = requests(change.db(), id).await?;
    let seed = secret::fresh().plain;
    let ranked = rank(&seed, &requests);
    hand_out(change, id, &ranked).await?;
    session::Entity::update_many()
        .col_expr(session::Column::DrawnAt, Expr::value(change.now))
        .col_expr(session::Column::DrawSeed, Expr::value(seed))
        .filter(session::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    change.record(Event::Drawn { session: id, requests: ranked.len() }).await?;
    waiting_list::place_drawn(change, id).await?;
    for row in waiting_list::queue(change.db(), id).await?.iter().filter(|row| row.lot != NO_LOT) {
        notice::lot_lost(change, row).await?;
    }
    Ok(())
}

/// The requests in the order of the draw.
#[must_use]
pub fn rank(seed: &str, requests: &[EnrolmentId]) -> Vec<EnrolmentId> {
    let mut ranked = requests.to_vec();
    ranked.sort_by_cached_key(|id| secret::hash(format!("{seed}:{id}")));
    ranked
}

async fn requests(db: &impl ConnectionTrait, session: SessionId) -> Result<Vec<EnrolmentId>> {
    let asked = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::Id)
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&[EnrolmentStatus::Requested]));
    Ok(asked.into_tuple().all(db).await?)
}

/// How many have asked, by session; one whose places are not drawn, or were drawn already, is not in it.
///
/// # Errors
/// When the database fails.
pub(super) async fn asked<'a>(
    db: &impl ConnectionTrait,
    sessions: impl Iterator<Item = &'a session::Model>,
) -> Result<HashMap<SessionId, u64>> {
    let collecting: Vec<_> = sessions.filter(|one| collects(one)).map(|one| one.id).collect();
    if collecting.is_empty() {
        return Ok(HashMap::new());
    }
    let counted: Vec<(SessionId, i64)> = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SessionId)
        .column_as(enrolment::Column::Id.count(), "asked")
        .filter(enrolment::Column::SessionId.is_in(collecting))
        .filter(enrolment::in_status(&[EnrolmentStatus::Requested]))
        .group_by(enrolment::Column::SessionId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counted.into_iter().map(|(session, asked)| (session, asked.unsigned_abs())).collect())
}

/// Gives every request its lot and puts it in the queue, in one statement.
async fn hand_out(change: &Change, session: SessionId, ranked: &[EnrolmentId]) -> Result<()> {
    let Ok(number) = i32::try_from(ranked.len()) else { return Ok(()) };
    if number == 0 {
        return Ok(());
    }
    let lots = ranked.iter().zip(1..=number).fold(CaseStatement::new(), |case, (id, lot)| {
        case.case(Expr::col(enrolment::Column::Id).eq(*id), lot)
    });
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::Lot, lots.finally(NO_LOT).into())
        .col_expr(enrolment::Column::Status, EnrolmentStatus::Waiting.into())
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&[EnrolmentStatus::Requested]))
        .exec(change.db())
        .await?;
    seat::queue(change, session, number).await
}
