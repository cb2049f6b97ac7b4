//! The house always has an administrator who can sign in. Every door by which one could go (a role taken back, a last day, a
//! staff file, erasing, undoing an import) asks here.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{
    id::*,
    person,
    role::{self, RoleKind},
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};

use super::person::{Person, employed, welcome};
use crate::domain::{
    change::{Change, locks_rows},
    error::{Refusal, Result},
};

/// Whether this person could sign in on this day: welcome, and with an address for the link.
#[must_use]
pub fn can_sign_in(person: &Person, day: NaiveDate) -> bool {
    is_welcome(person, day) && person.email.is_some()
}

/// As [`welcome`], of somebody who was read already.
#[must_use]
pub fn is_welcome(person: &Person, day: NaiveDate) -> bool {
    employed(person, day) && person.blocked_at.is_none()
}

/// Everybody with the role, also who cannot sign in.
///
/// # Errors
/// When the database fails.
pub async fn administrators(db: &impl ConnectionTrait) -> Result<HashSet<PersonId>> {
    let ids = grants().select_only().column(role::Column::PersonId);
    Ok(ids.into_tuple::<PersonId>().all(db).await?.into_iter().collect())
}

/// Sees to it that somebody else administers the house, if one of these people does. Asked before a change takes a role or
/// access from them.
///
/// # Errors
/// [`Refusal::LastAdministrator`] when nobody else with the role could sign in.
pub(in crate::domain) async fn goes_on_without(change: &Change, people: &[PersonId]) -> Result<()> {
    let theirs = role::Column::PersonId.is_in(people.iter().copied());
    let today = change.policy.day(change.now);
    if people.is_empty() || who_can_sign_in(today).filter(theirs.clone()).count(change.db()).await? == 0 {
        return Ok(());
    }
    lock(change).await?;
    let others = who_can_sign_in(today).filter(theirs.not()).count(change.db()).await?;
    if others == 0 { Err(Refusal::LastAdministrator.into()) } else { Ok(()) }
}

/// Whether anybody administers the house who can sign in.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn goes_on(change: &Change) -> Result<bool> {
    lock(change).await?;
    Ok(who_can_sign_in(change.policy.day(change.now)).count(change.db()).await? > 0)
}

/// Asked after a change that may have taken access from many, with what [`goes_on`] said before it.
///
/// # Errors
/// [`Refusal::LastAdministrator`] when somebody administered the house before, and nobody does now.
pub(in crate::domain) async fn still_goes_on(change: &Change, before: bool) -> Result<()> {
    if before && !goes_on(change).await? { Err(Refusal::LastAdministrator.into()) } else { Ok(()) }
}

fn grants() -> Select<role::Entity> {
    role::Entity::find().filter(role::Column::Kind.eq(RoleKind::Administrator))
}

fn who_can_sign_in(day: NaiveDate) -> Select<role::Entity> {
    grants().inner_join(person::Entity).filter(welcome(day)).filter(person::Column::Email.is_not_null())
}

/// So that two administrators who remove each other at the same moment wait for one another.
async fn lock(change: &Change) -> Result<()> {
    if locks_rows(change) {
        grants().order_by_asc(role::Column::Id).lock_exclusive().all(change.db()).await?;
    }
    Ok(())
}
