//! The seats of a session. Every path takes and frees seats here, under the session's lock.
//!
//! `taken` counts confirmed enrolments and open offers, `waiting` those who wait. The condition stands inside the
//! UPDATE itself, so that two requests can never both get the last seat, on either database.
//!
//! An offer whose time has passed stops counting at once, though its row is settled by the next verb or by the job. So
//! whoever only looks reads sessions through [`read`].

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _, Iterable as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, Select, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::{Error, Result},
};

/// Reads a session and holds it until the change is done.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn lock(change: &Change, id: SessionId) -> Result<session::Model> {
    session::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?.ok_or(Error::Missing("session"))
}

/// Sessions as they are at this moment, for who looks and changes nothing.
pub fn read(now: DateTime<Utc>) -> Select<session::Entity> {
    let stored = session::Column::iter().filter(|column| !matches!(column, session::Column::Taken));
    session::Entity::find().select_only().columns(stored).expr_as(taken(now), "taken")
}

/// How many seats of a session are taken at this moment.
pub(super) fn taken(now: DateTime<Utc>) -> Expr {
    let ended = enrolment::Entity::find()
        .select_only()
        .expr(enrolment::Column::Id.count())
        .filter(
            Expr::col((enrolment::Entity, enrolment::Column::SessionId))
                .eq(Expr::col((session::Entity, session::Column::Id))),
        )
        .filter(lapsed(now));
    let ended = Expr::SubQuery(None, Box::new(ended.into_query().into()));
    // PostgreSQL counts in a wider number than the column has.
    Expr::col((session::Entity, session::Column::Taken)).sub(ended).cast_as("integer")
}

/// An offer whose time has passed.
pub(super) fn lapsed(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(enrolment::in_status(&[EnrolmentStatus::Offered]))
        .add(enrolment::Column::OfferExpiresAt.lte(now))
}

/// Takes a seat for somebody who has just come: nobody may be waiting. `false` when there is none.
///
/// # Errors
/// When the database fails.
pub async fn take_as_newcomer(change: &Change, id: SessionId) -> Result<bool> {
    take(change, id, Condition::all().add(session::Column::Waiting.eq(0))).await
}

/// Takes a seat for the first in line. `false` when there is none.
///
/// # Errors
/// When the database fails.
pub async fn take_from_queue(change: &Change, id: SessionId) -> Result<bool> {
    take(change, id, Condition::all()).await
}

async fn take(change: &Change, id: SessionId, also: Condition) -> Result<bool> {
    let room = Condition::any()
        .add(session::Column::Capacity.is_null())
        .add(Expr::col(session::Column::Taken).lt(Expr::col(session::Column::Capacity)));
    let done = session::Entity::update_many()
        .col_expr(session::Column::Taken, Expr::col(session::Column::Taken).add(1))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::State.eq(SessionState::Open))
        .filter(room)
        .filter(also)
        .exec(change.db())
        .await?;
    Ok(done.rows_affected == 1)
}

/// One more seat is taken, whatever the limit: somebody is in the room.
///
/// # Errors
/// When the database fails.
pub(super) async fn let_in(change: &Change, id: SessionId) -> Result<()> {
    add(change, id, session::Column::Taken, 1).await
}

/// Gives a seat back.
///
/// # Errors
/// When the database fails.
pub async fn free(change: &Change, id: SessionId) -> Result<()> {
    add(change, id, session::Column::Taken, -1).await
}

/// One more (or, with -1, one fewer) waits.
///
/// # Errors
/// When the database fails.
pub async fn queue(change: &Change, id: SessionId, by: i32) -> Result<()> {
    add(change, id, session::Column::Waiting, by).await
}

async fn add(change: &Change, id: SessionId, column: session::Column, by: i32) -> Result<()> {
    session::Entity::update_many()
        .col_expr(column, Expr::col(column).add(by))
        .filter(session::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}
