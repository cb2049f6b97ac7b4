//! The doors to files: what one would change, and applying it. They are here because applying a staff file moves the
//! waiting lists of who leaves, and because the catalogue is a file too.

pub mod undo;
mod workshop_row;
mod workshops;

use std::sync::Arc;

use entity::{id::*, import::ImportKind};
use serde_json::json;

use super::enrolment;
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::{Error, Result},
    people::{
        import::{
            Consent, Diff, Run, Tell,
            claim::{self, Claim},
            comparison, department_write, departments, people, read, trace, upload, write,
        },
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
    /// Rows to write.
    const fn size(&self) -> usize {
        match self {
            Self::Departments(plan) => plan.size(),
            Self::People(plan) => plan.size(),
            Self::Workshops(plan) => plan.size(),
        }
    }

    /// Whether it says who heads what.
    const fn tells_managers(&self) -> bool {
        match self {
            Self::People(plan) => plan.tells_managers(),
            Self::Departments(_) | Self::Workshops(_) => false,
        }
    }

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

/// Compares a file with the house, for whoever would apply it; writes nothing.
///
/// # Errors
/// Field `file` when it cannot be read as a table with the columns it needs; when the database fails.
pub async fn plan(house: &House, actor: &Actor, kind: ImportKind, bytes: &[u8]) -> Result<Plan> {
    let (db, table) = (&house.db.reader, read::read(bytes)?);
    let when = when(&house.policy, house.now());
    Ok(match kind {
        ImportKind::Departments => Plan::Departments(departments::plan(db, &table).await?),
        ImportKind::People => Plan::People(people::plan(db, &table, when, actor.person).await?),
        ImportKind::Workshops => Plan::Workshops(workshops::plan(db, &table).await?),
    })
}

/// What a kept file would change now, when this actor applied it.
///
/// # Errors
/// [`Error::Missing`] or [`crate::domain::error::Refusal::ImportGone`] when it is not there; as [`plan`].
pub async fn preview(house: &House, actor: &Actor, id: ImportId) -> Result<Plan> {
    let (row, bytes) = upload::find(&house.db.reader, id).await?;
    plan(house, actor, row.kind, &bytes).await
}

/// Compares a kept file now, and keeps what its pages show.
///
/// # Errors
/// As [`preview`].
pub async fn compare(house: &House, actor: &Actor, id: ImportId) -> Result<()> {
    remember(house, actor, id, preview(house, actor, id).await?.diff()).await
}

/// Keeps what the pages of a file show that was compared just now.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`crate::domain::error::Refusal::ImportGone`] when it was applied.
pub async fn remember(house: &House, actor: &Actor, id: ImportId, diff: &Diff) -> Result<()> {
    if !actor.may_import() {
        return Err(Error::Forbidden);
    }
    comparison::keep(house, actor, id, diff).await
}

/// Applies a kept file, and tells what it changed. It is compared again: the house may have changed since the preview. It
/// is written in slices: what was written stays when it is interrupted, and applying it again does the rest.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`crate::domain::error::Refusal::ImportRefused`] and
/// [`crate::domain::error::Refusal::ImportBrake`] without the consent they need, and then nothing is written; as
/// [`preview`] and [`claim::begin`]; [`crate::domain::error::Refusal::ImportTakenOver`] when somebody else goes on with it.
pub async fn apply(house: &House, actor: &Actor, id: ImportId, consent: Consent) -> Result<Diff> {
    apply_telling(house, actor, (id, consent), &|_, _| {}).await
}

/// As [`apply`], and tells on the way how many rows are written of how many; first when nothing is in the way of writing.
///
/// # Errors
/// As [`apply`].
pub async fn apply_telling(
    house: &House,
    actor: &Actor,
    (id, consent): (ImportId, Consent),
    tell: Tell<'_>,
) -> Result<Diff> {
    if !actor.may_import() {
        return Err(Error::Forbidden);
    }
    let claim = house.write(actor, |change| async move { claim::begin(&change, id).await }).await?;
    let done = applying((house, actor), claim, consent, tell).await;
    if done.is_err() {
        house.write(actor, |change| async move { claim.release(&change).await }).await?;
    }
    done
}

async fn applying(
    (house, actor): (&House, &Actor),
    claim: Claim,
    consent: Consent,
    tell: Tell<'_>,
) -> Result<Diff> {
    let plan = &preview(house, actor, claim.import).await?;
    plan.diff().allows(consent)?;
    let counted = |change: Arc<Change>| async move {
        claim.counted(&change, plan.size(), json!({ "managers": plan.tells_managers() })).await
    };
    house.write(actor, counted).await?;
    write_plan(&Run::new((house, actor), claim, plan.size(), tell), plan).await?;
    let diff = plan.diff();
    house.write(actor, |change| async move { claim.applied(&change, diff).await }).await?;
    Ok(diff.clone())
}

async fn write_plan(run: &Run<'_>, plan: &Plan) -> Result<()> {
    match plan {
        Plan::Departments(plan) => department_write::departments(run, plan).await,
        Plan::People(plan) => apply_people(run, plan).await,
        Plan::Workshops(plan) => workshops::write(run, plan).await,
    }
}

/// Writes people, then lets go of who leaves, and then sees who heads what.
async fn apply_people(run: &Run<'_>, plan: &people::Plan) -> Result<()> {
    write::people(run, plan).await?;
    let import = run.import;
    for slice in plan.leavers.chunks(LEAVERS) {
        let ids = &slice.iter().map(|leaver| leaver.person.0).collect::<Vec<_>>();
        run.slice(slice.len(), |change| async move {
            let before = trace::people(change.db(), ids).await?;
            leavers(&change, slice).await?;
            write::keep(&change, (import, ids), &before).await
        })
        .await?;
    }
    run.slice(0, |change| async move { write::heads(&change, plan).await }).await
}

/// Employment ends and seats come free in one transaction; the queues move.
async fn leavers(change: &Change, leavers: &[people::Leaver]) -> Result<()> {
    let together = leavers.chunk_by(|one, next| (one.gone, one.last_day) == (next.gone, next.last_day));
    for gone in together.filter(|group| group[0].gone) {
        let people: Vec<_> = gone.iter().map(|one| one.person).collect();
        person::leave(change, &people, gone[0].last_day).await?;
    }
    for leaver in leavers {
        enrolment::person_left(change, leaver.person, leaver.last_day).await?;
    }
    Ok(())
}

fn when(policy: &Policy, now: chrono::DateTime<chrono::Utc>) -> people::When {
    people::When { now, today: policy.day(now) }
}
