//! The doors to files: what one would change, and applying it. They are here because applying a staff file moves the
//! waiting lists of who leaves, and because the catalogue is a file too.

mod workshop_row;
mod workshops;

use entity::{id::*, import::ImportKind};

use super::enrolment;
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::{Error, Result},
    people::{
        import::{Consent, Diff, departments, people, read, upload, write},
        person,
    },
    policy::Policy,
};

/// So many leavers in one transaction: each can free several seats, and each seat moves a queue.
const LEAVERS: usize = 10;

/// A file compared with the house.
#[derive(Debug)]
pub enum Plan {
    Departments(departments::Plan),
    People(people::Plan),
    Workshops(workshops::Plan),
}

impl Plan {
    /// What the file would change.
    #[must_use]
    pub const fn diff(&self) -> &Diff {
        match self {
            Self::Departments(plan) => &plan.diff,
            Self::People(plan) => &plan.diff,
            Self::Workshops(plan) => &plan.diff,
        }
    }
}

/// Compares a file with the house; writes nothing.
///
/// # Errors
/// Field `file` when it cannot be read as a table with the columns it needs; when the database fails.
pub async fn plan(house: &House, kind: ImportKind, bytes: &[u8]) -> Result<Plan> {
    let (db, table) = (&house.db.reader, read::read(bytes)?);
    Ok(match kind {
        ImportKind::Departments => Plan::Departments(departments::plan(db, &table).await?),
        ImportKind::People => Plan::People(people::plan(db, &table, when(&house.policy, house.now())).await?),
        ImportKind::Workshops => Plan::Workshops(workshops::plan(db, &table).await?),
    })
}

/// What a kept file would change now.
///
/// # Errors
/// [`Error::Missing`] or [`crate::domain::error::Refusal::ImportGone`] when it is not there; as [`plan`].
pub async fn preview(house: &House, id: ImportId) -> Result<Plan> {
    let (row, bytes) = upload::find(&house.db.reader, id).await?;
    plan(house, row.kind, &bytes).await
}

/// Applies a kept file, and tells what it changed. It is compared again: the house may have changed since the preview.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`crate::domain::error::Refusal::ImportRefused`] and
/// [`crate::domain::error::Refusal::ImportBrake`] without the consent they need, and then nothing is written; as [`preview`].
pub async fn apply(house: &House, actor: &Actor, id: ImportId, consent: Consent) -> Result<Diff> {
    if !actor.may_import() {
        return Err(Error::Forbidden);
    }
    let plan = preview(house, id).await?;
    plan.diff().allows(consent)?;
    write_plan(house, actor, &plan).await?;
    let diff = plan.diff();
    house.write(actor, |change| async move { upload::applied(&change, id, diff).await }).await?;
    Ok(diff.clone())
}

async fn write_plan(house: &House, actor: &Actor, plan: &Plan) -> Result<()> {
    match plan {
        Plan::Departments(plan) => {
            house.write(actor, |change| async move { departments::write(&change, plan).await }).await
        }
        Plan::People(plan) => apply_people(house, actor, plan).await,
        Plan::Workshops(plan) => workshops::write(house, actor, plan).await,
    }
}

/// Writes people, then lets go of who leaves, and then sees who heads what.
async fn apply_people(house: &House, actor: &Actor, plan: &people::Plan) -> Result<()> {
    write::people(house, actor, plan).await?;
    for slice in plan.leavers.chunks(LEAVERS) {
        house.write(actor, |change| async move { leavers(&change, slice).await }).await?;
    }
    house.write(actor, |change| async move { write::heads(&change, plan).await }).await
}

/// Employment ends and seats come free in one transaction; the queues move.
async fn leavers(change: &Change, leavers: &[people::Leaver]) -> Result<()> {
    for leaver in leavers {
        if leaver.gone {
            person::leave(change, &[leaver.person], leaver.last_day).await?;
        }
        enrolment::person_left(change, leaver.person, leaver.last_day).await?;
    }
    Ok(())
}

fn when(policy: &Policy, now: chrono::DateTime<chrono::Utc>) -> people::When {
    people::When { now, today: policy.day(now) }
}
