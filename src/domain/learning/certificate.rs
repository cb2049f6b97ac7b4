//! Certificates of attendance: who completed a session gets one, once; a correction can take it away and give it back.

use chrono::{DateTime, Datelike as _, Utc};
use entity::{
    certificate,
    enrolment::{self, EnrolmentStatus, Outcome},
    id::*,
    person,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, ExprTrait as _, JoinType,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
    RelationTrait as _, Select, Set, sea_query::Expr,
};
use serde::{Deserialize, Serialize};

use super::{
    seat,
    serial::Serial,
    session::{self, Details},
    trainer::trains,
};
use crate::domain::{
    actor::Actor,
    change::{Asked, Change},
    error::{Error, Result},
    event::Event,
    page::{Page, Window},
    people::person::full_name,
    task::Letter,
};

/// So many rows are written in one statement.
const AT_ONCE: usize = 500;

/// One meeting, as a certificate keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// Who gave the session, as a certificate keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gave {
    pub person: PersonId,
    pub name: String,
}

/// Gives a certificate to everybody who completed the session and has none, and gives back those that were withdrawn
/// from people who completed it after all. Whoever closes a register was asked for permission there. Returns how many.
///
/// # Errors
/// [`Error::Missing`] when there is no such session.
pub async fn issue(change: &Change, id: SessionId) -> Result<usize> {
    seat::lock(change, id).await?;
    let back = give_back(change, id).await?;
    let new = entitled(change, id).await?;
    if !new.is_empty() {
        let details = session::details(change.db(), id, change.now).await?;
        for some in new.chunks(AT_ONCE) {
            let rows = some.iter().map(|one| row(change, &details, one)).collect::<Result<Vec<_>>>()?;
            certificate::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
        }
    }
    let all: Vec<_> = back.into_iter().chain(new.iter().map(|(row, _)| (row.id, row.person_id))).collect();
    told(change, id, &all).await?;
    Ok(all.len())
}

/// Takes the certificate away from everybody who has one and did not complete the session, as a correction found, or whose
/// place was taken back. It stays known, so that whoever holds the paper learns that it counts no more; whose it was is told.
/// Returns how many.
///
/// # Errors
/// When the database fails.
pub async fn withdraw(change: &Change, id: SessionId, reason: Option<&str>) -> Result<usize> {
    let lost = Condition::any()
        .add(enrolment::Column::Outcome.is_null())
        .add(enrolment::Column::Outcome.ne(Outcome::Completed))
        .add(enrolment::in_status(&[EnrolmentStatus::Confirmed]).not());
    let lost = of_places(id, lost).filter(certificate::Column::RevokedAt.is_null());
    let lost = named(change, lost).await?;
    set_revoked(change, &lost, Some(change.now), reason).await?;
    let revoked = lost.iter().map(|(_, enrolment, person)| Event::CertificateRevoked {
        session: id,
        enrolment: *enrolment,
        person: *person,
    });
    change.record_all(revoked).await?;
    let told = lost.iter().map(|(_, enrolment, _)| Asked {
        task: Letter::CertificateRevoked { enrolment: *enrolment }.into(),
        due: change.now,
        key: None,
    });
    change.later_all(told.collect()).await?;
    Ok(lost.len())
}

/// Somebody's certificates, the latest first.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
    window: &Window,
) -> Result<Page<certificate::Model>> {
    let mut rows =
        mine(person).order_by_desc(certificate::Column::IssuedAt).order_by_desc(certificate::Column::Id);
    if let Some(cursor) = &window.after {
        let (at, id) = (cursor.key::<DateTime<Utc>>()?, CertificateId(cursor.id()));
        let same = certificate::Column::IssuedAt.eq(at).and(certificate::Column::Id.lt(id));
        rows = rows.filter(certificate::Column::IssuedAt.lt(at).or(same));
    }
    let rows = rows.limit(window.limit + 1).all(db).await?;
    Ok(window.cut(rows, |row| (row.issued_at.to_rfc3339(), row.id.0)))
}

/// How many somebody has.
///
/// # Errors
/// When the database fails.
pub async fn count_of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<u64> {
    Ok(mine(person).count(db).await?)
}

/// The certificates of a session, in the order in which they were issued.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn of_session(
    db: &impl ConnectionTrait,
    session: SessionId,
    window: &Window,
) -> Result<Page<certificate::Model>> {
    let rows = of_places(session, Condition::all());
    let columns = (certificate::Column::Name, certificate::Column::Id);
    window.read(db, rows, columns, |row: &certificate::Model| (row.name.clone(), row.id.0)).await
}

/// How many a session has.
///
/// # Errors
/// When the database fails.
pub async fn count_of_session(db: &impl ConnectionTrait, session: SessionId) -> Result<u64> {
    Ok(of_places(session, Condition::all()).count(db).await?)
}

/// A certificate with whose it is, for themselves.
///
/// # Errors
/// [`Error::Missing`] when there is none, and just so when it is of somebody else.
pub async fn own(
    db: &impl ConnectionTrait,
    me: PersonId,
    id: CertificateId,
) -> Result<(certificate::Model, person::Model)> {
    let (row, place, person) = find(db, id).await?;
    if place.person_id == me { Ok((row, person)) } else { Err(Error::Missing("certificate")) }
}

/// A certificate with whose it is, for planners and for who gave the session.
///
/// # Errors
/// [`Error::Missing`] when there is none, and just so when the actor may not have it.
pub async fn given(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: CertificateId,
) -> Result<(certificate::Model, person::Model)> {
    let (row, place, person) = find(db, id).await?;
    let gives = match actor.person.filter(|_| actor.scopes.is_none()) {
        _ if actor.may_plan() => true,
        Some(me) => trains(db, place.session_id, me).await?,
        None => false,
    };
    if gives { Ok((row, person)) } else { Err(Error::Missing("certificate")) }
}

async fn find(
    db: &impl ConnectionTrait,
    id: CertificateId,
) -> Result<(certificate::Model, enrolment::Model, person::Model)> {
    let missing = || Error::Missing("certificate");
    let row = certificate::Entity::find_by_id(id).find_also_related(enrolment::Entity).one(db).await?;
    let Some((row, Some(place))) = row else { return Err(missing()) };
    let person = person::Entity::find_by_id(place.person_id).one(db).await?.ok_or_else(missing)?;
    Ok((row, place, person))
}

/// The certificate with this number, for anybody who has it.
///
/// # Errors
/// When the database fails.
pub async fn with_serial(db: &impl ConnectionTrait, serial: &Serial) -> Result<Option<certificate::Model>> {
    Ok(certificate::Entity::find().filter(certificate::Column::Serial.eq(serial.as_str())).one(db).await?)
}

/// Whether this place has a certificate that counts.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &impl ConnectionTrait, enrolment: EnrolmentId) -> Result<bool> {
    let rows = certificate::Entity::find()
        .filter(certificate::Column::EnrolmentId.eq(enrolment))
        .filter(certificate::Column::RevokedAt.is_null());
    Ok(rows.count(db).await? > 0)
}

/// The meetings that a certificate names.
#[must_use]
pub fn meetings(row: &certificate::Model) -> Vec<Met> {
    serde_json::from_value(row.meetings.clone()).unwrap_or_default()
}

/// The trainers that a certificate names.
#[must_use]
pub fn trainers(row: &certificate::Model) -> Vec<Gave> {
    serde_json::from_value(row.trainers.clone()).unwrap_or_default()
}

/// Throws away the certificates of somebody, and their name as a trainer on those of others.
///
/// # Errors
/// When the database fails.
pub(super) async fn forget(change: &Change, person: PersonId) -> Result<()> {
    let places = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::Id)
        .filter(enrolment::Column::PersonId.eq(person))
        .into_query();
    certificate::Entity::delete_many()
        .filter(certificate::Column::EnrolmentId.in_subquery(places))
        .exec(change.db())
        .await?;
    let names = Expr::col(certificate::Column::Trainers).cast_as("text").like(format!("%{person}%"));
    let rows = certificate::Entity::find().filter(names).all(change.db()).await?;
    // Those of one session name the same people.
    for some in rows.chunk_by(|a, b| a.trainers == b.trainers) {
        let left: Vec<_> = some
            .first()
            .map(trainers)
            .unwrap_or_default()
            .into_iter()
            .filter(|one| one.person != person)
            .collect();
        certificate::Entity::update_many()
            .col_expr(certificate::Column::Trainers, Expr::value(json(&left)?))
            .filter(certificate::Column::Id.is_in(some.iter().map(|row| row.id)))
            .exec(change.db())
            .await?;
    }
    Ok(())
}

/// Certificates of the places of a session that fit.
pub(super) fn of_places(session: SessionId, fits: Condition) -> Select<certificate::Entity> {
    certificate::Entity::find()
        .join(JoinType::InnerJoin, certificate::Relation::Enrolment.def())
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(fits)
}

fn mine(person: PersonId) -> Select<certificate::Entity> {
    certificate::Entity::find()
        .join(JoinType::InnerJoin, certificate::Relation::Enrolment.def())
        .filter(enrolment::Column::PersonId.eq(person))
}

type Named = (CertificateId, EnrolmentId, PersonId);

async fn named(change: &Change, rows: Select<certificate::Entity>) -> Result<Vec<Named>> {
    let rows = rows
        .select_only()
        .column(certificate::Column::Id)
        .column(certificate::Column::EnrolmentId)
        .column(enrolment::Column::PersonId);
    Ok(rows.into_tuple().all(change.db()).await?)
}

async fn set_revoked(
    change: &Change,
    of: &[Named],
    at: Option<DateTime<Utc>>,
    reason: Option<&str>,
) -> Result<()> {
    if of.is_empty() {
        return Ok(());
    }
    certificate::Entity::update_many()
        .col_expr(certificate::Column::RevokedAt, Expr::value(at))
        .col_expr(certificate::Column::RevokedReason, Expr::value(reason.map(str::to_owned)))
        .filter(certificate::Column::Id.is_in(of.iter().map(|(id, ..)| *id)))
        .exec(change.db())
        .await?;
    Ok(())
}

/// The paper that people hold counts again.
async fn give_back(change: &Change, id: SessionId) -> Result<Vec<(EnrolmentId, PersonId)>> {
    let back = of_places(id, completed()).filter(certificate::Column::RevokedAt.is_not_null());
    let back = named(change, back).await?;
    set_revoked(change, &back, None, None).await?;
    Ok(back.into_iter().map(|(_, enrolment, person)| (enrolment, person)).collect())
}

fn completed() -> Condition {
    Condition::all()
        .add(enrolment::Column::Outcome.eq(Outcome::Completed))
        .add(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
}

/// Who completed the session and has no certificate. Whoever was erased has no name to print.
async fn entitled(change: &Change, id: SessionId) -> Result<Vec<(enrolment::Model, person::Model)>> {
    let has = certificate::Entity::find().select_only().column(certificate::Column::EnrolmentId).into_query();
    let rows = enrolment::Entity::find()
        .filter(enrolment::Column::SessionId.eq(id))
        .filter(completed())
        .filter(enrolment::Column::Id.not_in_subquery(has))
        .find_also_related(person::Entity)
        .filter(person::Column::ErasedAt.is_null())
        .all(change.db())
        .await?;
    Ok(rows.into_iter().filter_map(|(row, person)| Some((row, person?))).collect())
}

fn row(
    change: &Change,
    details: &Details,
    (place, person): &(enrolment::Model, person::Model),
) -> Result<certificate::ActiveModel> {
    let met: Vec<_> =
        details.meetings.iter().map(|row| Met { start: row.starts_at, end: row.ends_at }).collect();
    let gave: Vec<_> =
        details.trainers.iter().map(|row| Gave { person: row.id, name: full_name(row) }).collect();
    let minutes: i64 = met.iter().map(|one| (one.end - one.start).num_minutes()).sum();
    Ok(certificate::ActiveModel {
        id: Set(CertificateId::new()),
        enrolment_id: Set(place.id),
        serial: Set(Serial::fresh(change.policy.day(change.now).year()).to_string()),
        issued_at: Set(change.now),
        name: Set(full_name(person)),
        short_name: Set(short_name(person)),
        workshop: Set(details.workshop.title.clone()),
        organisation: Set(change.policy.organisation.clone()),
        meetings: Set(json(&met)?),
        minutes: Set(i32::try_from(minutes).unwrap_or(i32::MAX)),
        trainers: Set(json(&gave)?),
        revoked_at: Set(None),
        revoked_reason: Set(None),
    })
}

/// "F. de Boer": enough to see that a paper is of whoever shows it, and less than the paper says.
fn short_name(person: &person::Model) -> String {
    let first = |word: &str| word.chars().next().map(|sign| format!("{}.", sign.to_uppercase()));
    let initials: String = person.given_name.split(['-', ' ']).filter_map(first).collect();
    crate::domain::people::name::said([&initials, &person.prefix, &person.surname])
}

async fn told(change: &Change, session: SessionId, people: &[(EnrolmentId, PersonId)]) -> Result<()> {
    let issued = people.iter().map(|(enrolment, person)| Event::CertificateIssued {
        session,
        enrolment: *enrolment,
        person: *person,
    });
    change.record_all(issued).await?;
    let letter = |(enrolment, _): &(EnrolmentId, PersonId)| Asked {
        task: Letter::Certified { enrolment: *enrolment }.into(),
        due: change.now,
        key: None,
    };
    change.later_all(people.iter().map(letter).collect()).await
}

fn json(value: &impl Serialize) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|error| DbErr::Json(error.to_string()).into())
}
