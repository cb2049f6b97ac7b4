//! Targeted trainings: a group should have followed a workshop, or a track, before a day. Who belongs to the group changes, so
//! [`fill`] gives each person a row in `duty`, at once and again every night.

pub mod fill;
pub mod group;
pub mod preview;

use std::collections::HashMap;

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use entity::{assignment, assignment_group, duty, id::*, track, workshop};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QuerySelect as _, QueryTrait as _, Set, sea_query::Expr,
};

pub use self::group::Group;
use super::track as tracks;
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Assigning,
    page::{Page, Window},
};

pub use entity::assignment::Model as Assignment;

/// What a reason may be long, in characters.
pub const REASON_LENGTH: usize = 600;
/// The longest time after joining, in days.
pub const MOST_DAYS: i32 = 1_825;
/// The longest time until it is repeated, in years.
pub const MOST_YEARS: i32 = 10;
/// Who comes to the group later has at least so many days, whatever the day that was fixed for the others.
pub const LEAST_DAYS: TimeDelta = TimeDelta::days(30);
/// So long before a repeat is due it is there, and a date can be chosen.
pub const RENEWED_BEFORE: Months = Months::new(6);

/// What is to be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Workshop(WorkshopId),
    Track(TrackId),
}

/// Before when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The last day, for everybody.
    On(NaiveDate),
    /// So many days after joining; for who is there already, after it was assigned.
    After(i32),
}

/// What somebody assigns.
#[derive(Clone, Debug)]
pub struct Draft {
    pub subject: Subject,
    pub groups: Vec<Group>,
    pub due: Due,
    /// Why, as people read it.
    pub reason: String,
    /// To be followed again after so many years.
    pub repeat_years: Option<i32>,
}

/// An assignment with what it is about, in the order of a track.
#[derive(Clone, Debug)]
pub struct Item {
    pub row: Assignment,
    /// Of the track, or of its only workshop.
    pub title: String,
    pub workshops: Vec<workshop::Model>,
}

/// Assigns, and gives the first people of the group their duty; [`fill::due`] tells who goes on with the rest.
///
/// # Errors
/// [`Error::Forbidden`] for who heads nobody, [`Error::Invalid`] field by field (`who` for people of somebody else),
/// [`Refusal::NotPublished`].
pub async fn make(change: &Change, draft: &Draft) -> Result<AssignmentId> {
    let today = change.policy.day(change.now);
    allow(change.db(), &change.actor, &draft.groups, today).await?;
    validate(draft, today)?;
    assignable(change.db(), draft.subject).await?;
    let id = AssignmentId::new();
    let (workshop_id, track_id) = match draft.subject {
        Subject::Workshop(workshop) => (Some(workshop), None),
        Subject::Track(track) => (None, Some(track)),
    };
    let (due_on, due_days) = match draft.due {
        Due::On(day) => (Some(day), None),
        Due::After(days) => (None, Some(days)),
    };
    let row = assignment::ActiveModel {
        id: Set(id),
        workshop_id: Set(workshop_id),
        track_id: Set(track_id),
        due_on: Set(due_on),
        due_days: Set(due_days),
        reason: Set(draft.reason.trim().into()),
        repeat_years: Set(draft.repeat_years),
        made_by: Set(change.actor.person),
        made_at: Set(change.now),
        checked_at: Set(None),
        ended_at: Set(None),
        ended_by: Set(None),
    };
    assignment::Entity::insert(row).exec_without_returning(change.db()).await?;
    let groups = draft.groups.iter().map(|group| group.row(id));
    assignment_group::Entity::insert_many(groups).exec_without_returning(change.db()).await?;
    change.record(Assigning::AssignmentMade { assignment: id }.into()).await?;
    fill::fill(change, id).await?;
    Ok(id)
}

/// Moves the day of an assignment later, for everybody who has an earlier one; and says anew why.
///
/// # Errors
/// [`Error::Missing`] when the actor does not manage it; field `due` for an earlier day, field `reason`.
pub async fn change(
    change: &Change,
    id: AssignmentId,
    due_on: Option<NaiveDate>,
    reason: &str,
) -> Result<()> {
    let row = managed(change, id).await?;
    let today = change.policy.day(change.now);
    let mut wrong = wrong_reason(reason);
    if due_on.is_some_and(|day| row.due_on.is_none_or(|was| day < was)) {
        wrong.push(Field::new("dueOn", "only-later"));
    }
    all_well(wrong)?;
    assignment::Entity::update_many()
        .col_expr(assignment::Column::Reason, Expr::value(reason.trim()))
        .col_expr(assignment::Column::DueOn, Expr::value(due_on.or(row.due_on)))
        .filter(assignment::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    if let Some(day) = due_on.filter(|day| row.due_on != Some(*day)) {
        let earlier =
            Condition::all().add(duty::Column::AssignmentId.eq(id)).add(duty::Column::DueOn.lt(day));
        super::duty::postpone(change, earlier, (today, day)).await?;
    }
    change.record(Assigning::AssignmentChanged { assignment: id }.into()).await
}

/// Ends an assignment: nobody has to follow it any more. What was done, stays.
///
/// # Errors
/// [`Error::Missing`] when the actor does not manage it.
pub async fn end(change: &Change, id: AssignmentId) -> Result<()> {
    managed(change, id).await?;
    assignment::Entity::update_many()
        .col_expr(assignment::Column::EndedAt, Expr::value(change.now))
        .col_expr(assignment::Column::EndedBy, Expr::value(change.actor.person))
        .col_expr(assignment::Column::CheckedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(assignment::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    change.record(Assigning::AssignmentEnded { assignment: id }.into()).await?;
    fill::fill(change, id).await?;
    Ok(())
}

/// Whether the actor may end and change it: whoever may assign to all that it is for.
///
/// # Errors
/// When the database fails.
pub async fn manages(
    db: &impl ConnectionTrait,
    actor: &Actor,
    row: &Assignment,
    today: NaiveDate,
) -> Result<bool> {
    if actor.may_assign_anyone() {
        return Ok(true);
    }
    if !actor.may_assign() {
        return Ok(false);
    }
    group::within(db, actor, &group::of(db, row.id).await?, today).await
}

async fn managed(change: &Change, id: AssignmentId) -> Result<Assignment> {
    let row = assignment::Entity::find_by_id(id).filter(assignment::Column::EndedAt.is_null());
    let row = row.lock_exclusive().one(change.db()).await?.ok_or(Error::Missing("assignment"))?;
    let today = change.policy.day(change.now);
    if manages(change.db(), &change.actor, &row, today).await? {
        Ok(row)
    } else {
        Err(Error::Missing("assignment"))
    }
}

/// A head assigns to the departments they head, whoever runs the programme to everybody.
async fn allow(db: &impl ConnectionTrait, actor: &Actor, groups: &[Group], today: NaiveDate) -> Result<()> {
    if actor.may_assign_anyone() {
        return Ok(());
    }
    if !actor.may_assign() {
        return Err(Error::Forbidden);
    }
    if group::within(db, actor, groups, today).await? {
        Ok(())
    } else {
        Err(Field::new("who", "not-of-your-team").into())
    }
}

fn validate(draft: &Draft, today: NaiveDate) -> Result<()> {
    let mut wrong = wrong_reason(&draft.reason);
    if draft.groups.is_empty() {
        wrong.push(Field::new("who", "required"));
    }
    match draft.due {
        Due::On(day) if day < today => wrong.push(Field::new("dueOn", "in-the-past")),
        Due::After(days) if !(1..=MOST_DAYS).contains(&days) => {
            wrong.push(Field::new("dueDays", "out-of-range").with("min", 1).with("max", MOST_DAYS));
        }
        Due::On(_) | Due::After(_) => {}
    }
    if draft.repeat_years.is_some_and(|years| !(1..=MOST_YEARS).contains(&years)) {
        wrong.push(Field::new("repeatYears", "out-of-range").with("min", 1).with("max", MOST_YEARS));
    }
    all_well(wrong)
}

fn wrong_reason(reason: &str) -> Vec<Field> {
    if reason.trim().is_empty() {
        return vec![Field::new("reason", "required")];
    }
    let long = reason.trim().chars().count() > REASON_LENGTH;
    long.then(|| Field::new("reason", "too-long").with("max", REASON_LENGTH)).into_iter().collect()
}

/// Only what is in the catalogue, or a track that is in use.
async fn assignable(db: &impl ConnectionTrait, subject: Subject) -> Result<()> {
    let workshops = match subject {
        Subject::Workshop(id) => {
            let found = workshop::Entity::find_by_id(id).one(db).await?;
            vec![found.ok_or_else(|| Error::from(Field::new("workshopId", "unknown")))?]
        }
        Subject::Track(id) => {
            let found =
                track::Entity::find_by_id(id).filter(track::Column::RetiredAt.is_null()).one(db).await?;
            found.ok_or_else(|| Error::from(Field::new("trackId", "unknown")))?;
            tracks::workshops(db, id).await?
        }
    };
    let published = |one: &workshop::Model| one.state == workshop::WorkshopState::Published;
    if workshops.iter().all(published) { Ok(()) } else { Err(Refusal::NotPublished.into()) }
}

/// The assignments that are there for somebody (a filter): those of which people of theirs have a duty, and those that they
/// made; for whoever runs the programme all. `departments`: only what is for people there.
fn seen(actor: &Actor, departments: Option<&[DepartmentId]>, today: NaiveDate) -> Condition {
    let Some(departments) = departments else { return Condition::all() };
    let theirs = duty::Entity::find()
        .select_only()
        .column(duty::Column::AssignmentId)
        .filter(duty::Column::EndedAt.is_null())
        .filter(super::duty::of_departments(departments, today));
    Condition::any()
        .add(assignment::Column::Id.in_subquery(theirs.into_query()))
        .add_option(actor.person.map(|person| assignment::Column::MadeBy.eq(person)))
}

/// The assignments that go on, the newest first, a page at a time.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    departments: Option<&[DepartmentId]>,
    window: &Window,
    today: NaiveDate,
) -> Result<Page<Item>> {
    let mut rows = alive()
        .filter(seen(actor, departments, today))
        .cursor_by((assignment::Column::MadeAt, assignment::Column::Id));
    rows.desc();
    if let Some(cursor) = &window.after {
        rows.after((cursor.key::<DateTime<Utc>>()?, cursor.id()));
    }
    let rows = rows.first(window.limit + 1).all(db).await?;
    let page = window.cut(rows, |row| (row.made_at.to_rfc3339(), row.id.0));
    let next = page.next.clone();
    Ok(Page { items: whole(db, page.items).await?, next })
}

/// How many go on.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    actor: &Actor,
    departments: Option<&[DepartmentId]>,
    today: NaiveDate,
) -> Result<u64> {
    Ok(alive().filter(seen(actor, departments, today)).count(db).await?)
}

fn alive() -> sea_orm::Select<assignment::Entity> {
    assignment::Entity::find().filter(assignment::Column::EndedAt.is_null())
}

/// One that goes on, if it is there for this actor.
///
/// # Errors
/// [`Error::Missing`] when there is none, and just so for one that is for others.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    departments: Option<&[DepartmentId]>,
    id: AssignmentId,
    today: NaiveDate,
) -> Result<Item> {
    let row = alive().filter(assignment::Column::Id.eq(id)).filter(seen(actor, departments, today));
    let row = row.one(db).await?.ok_or(Error::Missing("assignment"))?;
    whole(db, vec![row]).await?.pop().ok_or(Error::Missing("assignment"))
}

/// These with what they are about; three queries, whatever their number.
///
/// # Errors
/// When the database fails.
pub async fn whole(db: &impl ConnectionTrait, rows: Vec<Assignment>) -> Result<Vec<Item>> {
    let ids: Vec<_> = rows.iter().filter_map(|row| row.track_id).collect();
    let (titles, steps) = tracks::named(db, &ids).await?;
    let single = rows.iter().filter_map(|row| row.workshop_id);
    let all: Vec<_> = single.chain(steps.values().flatten().copied()).collect();
    let found = workshop::Entity::find().filter(workshop::Column::Id.is_in(all)).all(db).await?;
    let by_id: HashMap<_, _> = found.into_iter().map(|row| (row.id, row)).collect();
    let item = |row: Assignment| {
        let steps = row.track_id.and_then(|id| steps.get(&id)).cloned().unwrap_or_default();
        let workshops: Vec<_> =
            row.workshop_id.into_iter().chain(steps).filter_map(|id| by_id.get(&id).cloned()).collect();
        let title = row.track_id.and_then(|id| titles.get(&id).cloned());
        let title = title.or_else(|| workshops.first().map(|one| one.title.clone())).unwrap_or_default();
        Item { row, title, workshops }
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Ids of the assignments of a track (a filter).
pub(super) fn of_track(id: TrackId) -> Condition {
    Condition::all().add(assignment::Column::TrackId.eq(id)).add(assignment::Column::EndedAt.is_null())
}

/// Assignments are held against who works here anew, as soon as the house comes to it.
///
/// # Errors
/// When the database fails.
pub(super) async fn check_again(change: &Change, which: Condition) -> Result<()> {
    assignment::Entity::update_many()
        .col_expr(assignment::Column::CheckedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(which)
        .filter(Expr::col(assignment::Column::CheckedAt).is_not_null())
        .exec(change.db())
        .await?;
    Ok(())
}
