//! The certificates of a session in one file: asked for by whoever keeps the session, printed by the worker a few at a time, and
//! kept for a day.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{bundle, bundle_part, certificate, enrolment, id::*, person};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, Select, Set,
    sea_query::{Expr, OnConflict},
};

use super::{certificate as certificates, seat, trainer::trains};
use crate::domain::{
    actor::Actor,
    change::{Asked, Change},
    error::{Error, Refusal, Result},
    task::Task,
};

/// One that did not get on for so long will not: it can be asked for again.
const STILL: TimeDelta = TimeDelta::minutes(5);

/// A certificate that is still to be printed.
#[derive(Clone, Debug)]
pub struct Open {
    pub certificate: certificate::Model,
    /// The language of whose it is.
    pub language: Option<String>,
}

/// A certificate that was printed.
#[derive(Clone, Debug)]
pub struct Printed {
    pub certificate: CertificateId,
    pub name: String,
    pub content: Vec<u8>,
}

/// Asks for the certificates of a session that count, in the stead of what was asked for before.
///
/// # Errors
/// [`Error::Missing`] for who neither plans nor gives the session; [`Refusal::NoCertificates`].
pub async fn ask(change: &Change, id: SessionId) -> Result<BundleId> {
    keeps(change.db(), &change.actor, id).await?;
    seat::lock(change, id).await?;
    let total = valid(id).count(change.db()).await?;
    if total == 0 {
        return Err(Refusal::NoCertificates.into());
    }
    bundle::Entity::delete_many().filter(bundle::Column::SessionId.eq(id)).exec(change.db()).await?;
    let row = bundle::ActiveModel {
        id: Set(BundleId::new()),
        session_id: Set(id),
        asked_by: Set(change.actor.person),
        asked_at: Set(change.now),
        total: Set(i32::try_from(total).unwrap_or(i32::MAX)),
        done: Set(0),
        moved_at: Set(change.now),
        finished_at: Set(None),
        failed_at: Set(None),
    };
    let bundle = bundle::Entity::insert(row).exec(change.db()).await?.last_insert_id;
    go_on(change, bundle).await?;
    Ok(bundle)
}

/// What was asked for last of a session, for whoever keeps it; nothing when it is gone.
///
/// # Errors
/// [`Error::Missing`] as [`ask`].
pub async fn latest(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: SessionId,
) -> Result<Option<bundle::Model>> {
    keeps(db, actor, id).await?;
    let rows = bundle::Entity::find().filter(bundle::Column::SessionId.eq(id));
    Ok(rows.order_by_desc(bundle::Column::AskedAt).one(db).await?)
}

/// Whether it still gets on.
#[must_use]
pub fn runs(row: &bundle::Model, now: DateTime<Utc>) -> bool {
    row.finished_at.is_none() && row.failed_at.is_none() && now < row.moved_at + STILL
}

/// The next few to print, at most `limit`; none when there is nothing more to do.
///
/// # Errors
/// When the database fails.
pub async fn next(db: &impl ConnectionTrait, id: BundleId, limit: u64) -> Result<Vec<Open>> {
    let Some(row) = bundle::Entity::find_by_id(id).one(db).await? else { return Ok(Vec::new()) };
    if row.finished_at.is_some() || row.failed_at.is_some() {
        return Ok(Vec::new());
    }
    let rows = to_print(row.session_id, id).limit(limit).all(db).await?;
    let places = enrolment::Entity::find()
        .filter(enrolment::Column::Id.is_in(rows.iter().map(|row| row.enrolment_id)))
        .find_also_related(person::Entity)
        .all(db)
        .await?;
    let language = |row: &certificate::Model| {
        let place = places.iter().find(|(place, _)| place.id == row.enrolment_id)?;
        place.1.as_ref()?.language.clone()
    };
    Ok(rows.into_iter().map(|row| Open { language: language(&row), certificate: row }).collect())
}

/// Keeps what was printed, and asks for the rest. What another worker kept meanwhile stays.
///
/// # Errors
/// When the database fails.
pub async fn keep(change: &Change, id: BundleId, printed: &[Printed]) -> Result<()> {
    let Some(row) = bundle::Entity::find_by_id(id).lock_exclusive().one(change.db()).await? else {
        return Ok(());
    };
    let part = |one: &Printed| bundle_part::ActiveModel {
        bundle_id: Set(id),
        certificate_id: Set(one.certificate),
        name: Set(one.name.clone()),
        content: Set(one.content.clone()),
    };
    if !printed.is_empty() {
        let key = [bundle_part::Column::BundleId, bundle_part::Column::CertificateId];
        let kept = bundle_part::Entity::insert_many(printed.iter().map(part))
            .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
            .exec_without_returning(change.db())
            .await;
        match kept {
            Ok(_) | Err(DbErr::RecordNotInserted) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let done = parts(id).count(change.db()).await?;
    let left = to_print(row.session_id, id).count(change.db()).await?;
    let finished = (left == 0).then_some(change.now);
    bundle::Entity::update_many()
        .col_expr(bundle::Column::Done, Expr::value(i32::try_from(done).unwrap_or(i32::MAX)))
        .col_expr(bundle::Column::Total, Expr::value(i32::try_from(done + left).unwrap_or(i32::MAX)))
        .col_expr(bundle::Column::MovedAt, Expr::value(change.now))
        .col_expr(bundle::Column::FinishedAt, Expr::value(finished))
        .filter(bundle::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    if left > 0 { go_on(change, id).await } else { Ok(()) }
}

/// Notes that it will never be whole.
///
/// # Errors
/// When the database fails.
pub async fn give_up(change: &Change, id: BundleId) -> Result<()> {
    bundle::Entity::update_many()
        .col_expr(bundle::Column::FailedAt, Expr::value(change.now))
        .filter(bundle::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// The names of what is in it, in order, each with the id by which [`content`] gives it.
///
/// # Errors
/// When the database fails.
pub async fn names(db: &impl ConnectionTrait, id: BundleId) -> Result<Vec<(CertificateId, String)>> {
    let rows = parts(id)
        .select_only()
        .column(bundle_part::Column::CertificateId)
        .column(bundle_part::Column::Name)
        .order_by_asc(bundle_part::Column::Name)
        .order_by_asc(bundle_part::Column::CertificateId);
    Ok(rows.into_tuple().all(db).await?)
}

/// One file of it; nothing when it went meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn content(
    db: &impl ConnectionTrait,
    id: BundleId,
    certificate: CertificateId,
) -> Result<Option<Vec<u8>>> {
    let row = bundle_part::Entity::find_by_id((id, certificate)).one(db).await?;
    Ok(row.map(|row| row.content))
}

/// Throws away what was asked for before `since`.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change, since: DateTime<Utc>) -> Result<u64> {
    let old = bundle::Entity::delete_many().filter(bundle::Column::AskedAt.lt(since));
    Ok(old.exec(change.db()).await?.rows_affected)
}

/// Throws away what names somebody as a trainer.
///
/// # Errors
/// When the database fails.
pub(super) async fn forget(change: &Change, trainer: PersonId) -> Result<()> {
    let given = entity::trainer::Entity::find()
        .select_only()
        .column(entity::trainer::Column::SessionId)
        .filter(entity::trainer::Column::PersonId.eq(trainer))
        .into_query();
    bundle::Entity::delete_many()
        .filter(bundle::Column::SessionId.in_subquery(given))
        .exec(change.db())
        .await?;
    Ok(())
}

async fn keeps(db: &impl ConnectionTrait, actor: &Actor, id: SessionId) -> Result<()> {
    seat::find(db, id).await?;
    let me = actor.person.filter(|_| actor.scopes.is_none());
    let keeps = match me {
        Some(_) if actor.may_plan() => true,
        Some(me) => trains(db, id, me).await?,
        None => false,
    };
    if keeps { Ok(()) } else { Err(Error::Missing("session")) }
}

/// Under one name, so that however often a slice is done again, there is one task.
async fn go_on(change: &Change, id: BundleId) -> Result<()> {
    let asked =
        Asked { task: Task::Bundle { bundle: id }, due: change.now, key: Some(format!("bundle:{id}")) };
    change.later_all(vec![asked]).await
}

fn valid(session: SessionId) -> Select<certificate::Entity> {
    certificates::of_places(session, Condition::all()).filter(certificate::Column::RevokedAt.is_null())
}

fn to_print(session: SessionId, id: BundleId) -> Select<certificate::Entity> {
    let printed = parts(id).select_only().column(bundle_part::Column::CertificateId).into_query();
    valid(session)
        .filter(certificate::Column::Id.not_in_subquery(printed))
        .order_by_asc(certificate::Column::Id)
}

fn parts(id: BundleId) -> Select<bundle_part::Entity> {
    bundle_part::Entity::find().filter(bundle_part::Column::BundleId.eq(id))
}
