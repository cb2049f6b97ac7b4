//! The seats of a session. Every path takes and frees seats here, under the session's lock.
//!
//! `taken` counts confirmed enrolments, open offers and seats that are held for a department (`held` counts these alone),
//! `waiting` those who wait. The condition stands inside the
//! UPDATE itself, so that two requests can never both get the last seat, on either database.
//!
//! An offer or held seats whose time has passed stop counting at once, though their rows are settled by the next verb or by
//! the job. So whoever only looks reads sessions through [`read`].

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    held_seat,
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, Iterable as _,
    QueryFilter as _, QuerySelect as _, QueryTrait as _, Select, Statement,
    sea_query::{CaseStatement, Expr, Func, LockType},
};

use crate::domain::{
    change::{Change, locks_rows},
    error::{Error, Result},
};

/// Reads a session as it is stored, without holding it.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn find(db: &impl ConnectionTrait, id: SessionId) -> Result<session::Model> {
    session::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("session"))
}

/// Waits for the turn of this change among those who want a place of the session, before [`lock`]. PostgreSQL gives a row to
/// whoever happens to look first, and one of many can wait five times as long as the others; an advisory lock it gives in order of
/// coming. SQLite has one writer, who comes in order.
///
/// # Errors
/// When the database fails, or the others take too long.
pub async fn line_up(change: &Change, id: SessionId) -> Result<()> {
    if locks_rows(change) {
        // The last half of an id is random; two sessions in one line would only wait for each other.
        let key = id.0.as_u64_pair().1.cast_signed();
        let wait = Statement::from_sql_and_values(
            change.db().get_database_backend(),
            "SELECT pg_advisory_xact_lock($1)",
            [key.into()],
        );
        change.db().execute_raw(wait).await?;
    }
    Ok(())
}

/// Whether nothing but its seats is different.
#[must_use]
pub fn same_plan(seen: &session::Model, now: &session::Model) -> bool {
    let session::Model { taken, held, waiting, .. } = *now;
    session::Model { taken, held, waiting, ..seen.clone() } == *now
}

/// Whether no seat is free. The session is as it was locked.
#[must_use]
pub fn is_full(session: &session::Model) -> bool {
    session.capacity.is_some_and(|capacity| session.taken >= capacity)
}

/// Reads a session and holds it until the change is done. A row that only names the session may be written meanwhile
/// (`NO KEY UPDATE`): two who write theirs before they hold it would wait for each other for ever.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn lock(change: &Change, id: SessionId) -> Result<session::Model> {
    let found = session::Entity::find_by_id(id).lock(LockType::NoKeyUpdate);
    found.one(change.db()).await?.ok_or(Error::Missing("session"))
}

/// Sessions as they are at this moment, for who looks and changes nothing.
pub fn read(now: DateTime<Utc>) -> Select<session::Entity> {
    let stored = session::Column::iter()
        .filter(|column| !matches!(column, session::Column::Taken | session::Column::Held));
    let now_held = column(session::Column::Held).sub(released(now)).cast_as("integer");
    session::Entity::find()
        .select_only()
        .columns(stored)
        .expr_as(taken(now), "taken")
        .expr_as(now_held, "held")
}

/// How many seats of a session are taken at this moment.
pub(super) fn taken(now: DateTime<Utc>) -> Expr {
    // PostgreSQL counts in a wider number than the column has.
    column(session::Column::Taken).sub(lapsed_offers(now)).sub(released(now)).cast_as("integer")
}

/// How many people have a place of a session or are offered one at this moment.
pub(super) fn people(now: DateTime<Utc>) -> Expr {
    let seated = column(session::Column::Taken).sub(column(session::Column::Held));
    seated.sub(lapsed_offers(now)).cast_as("integer")
}

fn column(column: session::Column) -> Expr {
    Expr::col((session::Entity, column))
}

fn lapsed_offers(now: DateTime<Utc>) -> Expr {
    let ended = enrolment::Entity::find()
        .select_only()
        .expr(enrolment::Column::Id.count())
        .filter(
            Expr::col((enrolment::Entity, enrolment::Column::SessionId))
                .eq(Expr::col((session::Entity, session::Column::Id))),
        )
        .filter(lapsed(now));
    Expr::SubQuery(None, Box::new(ended.into_query().into()))
}

/// How many held seats of a session have come free and are not settled. Few sessions hold any: of the others nothing is asked.
fn released(now: DateTime<Utc>) -> Expr {
    let free = held_seat::Entity::find()
        .select_only()
        .expr(held_seat::Column::Seats.sum())
        .filter(column(session::Column::Id).eq(Expr::col((held_seat::Entity, held_seat::Column::SessionId))))
        .filter(held_seat::Column::EndedAt.is_null())
        .filter(held_seat::Column::ReleasesAt.lte(now));
    let free = Expr::SubQuery(None, Box::new(free.into_query().into()));
    let free = Func::coalesce([free, Expr::val(0)]);
    CaseStatement::new().case(column(session::Column::Held).gt(0), free).finally(0).into()
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
    take(change, id, 1, Condition::all().add(session::Column::Waiting.eq(0))).await
}

/// Takes a seat for the first in line. `false` when there is none.
///
/// # Errors
/// When the database fails.
pub async fn take_from_queue(change: &Change, id: SessionId) -> Result<bool> {
    take(change, id, 1, Condition::all()).await
}

/// Takes seats to hold them: nobody may be waiting. `false` when there are fewer.
///
/// # Errors
/// When the database fails.
pub async fn hold(change: &Change, id: SessionId, seats: i32) -> Result<bool> {
    let there = take(change, id, seats, Condition::all().add(session::Column::Waiting.eq(0))).await?;
    if there {
        add(change, id, session::Column::Held, seats).await?;
    }
    Ok(there)
}

/// Gives held seats back.
///
/// # Errors
/// When the database fails.
pub async fn release(change: &Change, id: SessionId, seats: i32) -> Result<()> {
    add(change, id, session::Column::Taken, -seats).await?;
    unhold(change, id, seats).await
}

/// Held seats became those of somebody: they stay taken.
///
/// # Errors
/// When the database fails.
pub async fn unhold(change: &Change, id: SessionId, seats: i32) -> Result<()> {
    add(change, id, session::Column::Held, -seats).await
}

async fn take(change: &Change, id: SessionId, seats: i32, also: Condition) -> Result<bool> {
    let then = || Expr::col(session::Column::Taken).add(seats);
    let room = Condition::any()
        .add(session::Column::Capacity.is_null())
        .add(then().lte(Expr::col(session::Column::Capacity)));
    let done = session::Entity::update_many()
        .col_expr(session::Column::Taken, then())
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
