//! Guests: people from outside who were invited to one session. The invitation is what makes the session visible to them; the
//! place comes through the one verb for places.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    enrolment::{self, Origin},
    guest,
    id::*,
    person::{self, PersonKind},
    session, trainer,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, Set, sea_query::OnConflict,
};

use super::{
    enrolment::{Placement, TakePlace, take_place, withdraw},
    seat,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result},
    event::Event,
    people::{
        external::{self, Draft},
        guest_link,
        person::{Person, actor_of, by_email},
    },
    task::Letter,
};

/// How long after a session its guests can still come in: for a certificate, and for what is asked after twelve weeks.
pub const STAYS: TimeDelta = TimeDelta::days(90);

/// Whom to invite.
#[derive(Clone, Debug)]
pub struct Invite {
    pub session: SessionId,
    pub name: String,
    /// Of somebody from outside who is known already: then it is that person, and the rest is left as it was.
    pub email: String,
    pub agency: Option<String>,
    /// Staff set window and overlap aside, and say why.
    pub override_reason: Option<String>,
}

/// Somebody who was invited, with their latest place.
#[derive(Clone, Debug)]
pub struct Guest {
    pub person: Person,
    pub row: guest::Model,
    pub enrolment: Option<enrolment::Model>,
}

/// Invites somebody, and takes a place for them, or a place in the waiting list. They get a letter with a link of their own.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`], field `email` for a colleague or somebody who is blocked, as [`external::add`], and
/// every refusal of [`take_place`].
pub async fn invite(change: &Change, invite: &Invite) -> Result<Placement> {
    if !change.actor.may_invite() {
        return Err(Error::Forbidden);
    }
    // Before anything is written: a second invitation sees the first, and when the session ends is certain.
    let session = seat::lock(change, invite.session).await?;
    let person = welcome(change, invite, &session).await?;
    let row = guest::ActiveModel {
        session_id: Set(session.id),
        person_id: Set(person),
        invited_at: Set(change.now),
    };
    let once =
        OnConflict::columns([guest::Column::SessionId, guest::Column::PersonId]).do_nothing().to_owned();
    match guest::Entity::insert(row).on_conflict(once).exec_without_returning(change.db()).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    change.record(Event::GuestInvited { person, session: session.id }).await?;
    let wish = TakePlace {
        session: session.id,
        person,
        origin: Origin::Staff,
        short_notice: false,
        override_reason: invite.override_reason.clone(),
    };
    let placement = take_place(change, &wish).await?;
    let secret = link(change, person, &session).await?;
    change.later(Letter::GuestInvited { enrolment: placement.id, secret }).await?;
    Ok(placement)
}

/// The person behind the address, who can come in until some time after the session.
async fn welcome(change: &Change, invite: &Invite, session: &session::Model) -> Result<PersonId> {
    let last_day = change.policy.day(session.ends_at + STAYS);
    let Some(known) = by_email(change.db(), &invite.email).await? else {
        let draft = Draft {
            name: invite.name.clone(),
            email: invite.email.clone(),
            agency: invite.agency.clone(),
            until: Some(last_day),
        };
        return external::add(change, &draft).await;
    };
    // Who has work in the house is a colleague, wherever they come from.
    if !actor_of(change.db(), &known).await?.is_outsider() {
        return Err(Field::new("email", "is-a-colleague").into());
    }
    if known.blocked_at.is_some() {
        return Err(Field::new("email", "not-welcome").into());
    }
    let id = known.id;
    external::welcome_until(change, known, last_day).await?;
    Ok(id)
}

/// A link that works until the session is over. Only for who is nothing but a guest: a letter lies about for weeks.
async fn link(change: &Change, person: PersonId, session: &session::Model) -> Result<Option<String>> {
    let gives = trainer::Entity::find().filter(trainer::Column::PersonId.eq(person));
    if gives.count(change.db()).await? > 0 {
        return Ok(None);
    }
    guest_link::make(change, person, &address(session.id), session.ends_at).await
}

/// The session ends at another moment: its guests can come in until some time after it, and by their links until it is over.
pub(super) async fn moved(change: &Change, session: SessionId, ends_at: DateTime<Utc>) -> Result<()> {
    let guests = guest::Entity::find().filter(guest::Column::SessionId.eq(session));
    let guests = guests.select_only().column(guest::Column::PersonId).into_query();
    external::all_welcome_until(change, guests, change.policy.day(ends_at + STAYS)).await?;
    guest_link::until(change, &address(session), ends_at).await
}

/// The page of a session, to which the link leads.
fn address(session: SessionId) -> String {
    format!("/sessions/{session}")
}

/// Takes an invitation back, and with it the place that came of it.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`] for somebody who was not invited; as [`withdraw`].
pub async fn uninvite(
    change: &Change,
    session: SessionId,
    person: PersonId,
    reason: Option<&str>,
) -> Result<()> {
    if !change.actor.may_invite() {
        return Err(Error::Forbidden);
    }
    seat::lock(change, session).await?;
    let place = last_places(change.db(), session).await?.into_iter().rfind(|row| row.person_id == person);
    if let Some(alive) = place.filter(|row| row.status.alive()) {
        withdraw(change, alive.id, reason).await?;
        return Ok(());
    }
    if forget(change, session, person).await? { Ok(()) } else { Err(Error::Missing("guest")) }
}

/// The invitation goes, if there is one, and its link works no more. Called too when staff withdraws a guest.
pub(super) async fn forget(change: &Change, session: SessionId, person: PersonId) -> Result<bool> {
    let gone = guest::Entity::delete_by_id((session, person)).exec(change.db()).await?;
    if gone.rows_affected == 0 {
        return Ok(false);
    }
    guest_link::end(change, person, Some(&address(session))).await?;
    change.record(Event::GuestUninvited { person, session }).await?;
    Ok(true)
}

/// Whether this person was invited to the session.
///
/// # Errors
/// When the database fails.
pub async fn is_invited(db: &impl ConnectionTrait, session: SessionId, person: &Person) -> Result<bool> {
    if person.kind != PersonKind::External {
        return Ok(false);
    }
    Ok(guest::Entity::find_by_id((session, person.id)).one(db).await?.is_some())
}

/// The sessions to which this person was invited.
///
/// # Errors
/// When the database fails.
pub async fn invitations(db: &impl ConnectionTrait, person: &Person) -> Result<HashSet<SessionId>> {
    if person.kind != PersonKind::External {
        return Ok(HashSet::new());
    }
    let rows = guest::Entity::find().filter(guest::Column::PersonId.eq(person.id)).all(db).await?;
    Ok(rows.into_iter().map(|row| row.session_id).collect())
}

/// Who was invited to a session, in the order of it.
///
/// # Errors
/// When the database fails.
pub async fn of_session(db: &impl ConnectionTrait, session: SessionId) -> Result<Vec<Guest>> {
    let rows = guest::Entity::find()
        .filter(guest::Column::SessionId.eq(session))
        .find_also_related(person::Entity)
        .order_by_asc(guest::Column::InvitedAt)
        .order_by_asc(guest::Column::PersonId)
        .all(db)
        .await?;
    let places = last_places(db, session).await?;
    let guest = |(row, person): (guest::Model, Option<Person>)| {
        let enrolment = places.iter().rfind(|place| place.person_id == row.person_id).cloned();
        Some(Guest { person: person?, row, enrolment })
    };
    Ok(rows.into_iter().filter_map(guest).collect())
}

/// The enrolments of a session in order of joining: the last of a person is where they stand.
async fn last_places(db: &impl ConnectionTrait, session: SessionId) -> Result<Vec<enrolment::Model>> {
    let rows = enrolment::Entity::find().filter(enrolment::Column::SessionId.eq(session));
    Ok(rows.order_by_asc(enrolment::Column::CreatedAt).order_by_asc(enrolment::Column::Id).all(db).await?)
}
