//! Demand against seats: how many people still need a place, how many places are free before their day, and how many are short.
//!
//! A date counts for a group when everybody may take part, or when its own audience and the group have something in common: a
//! department that lies in, above or below one of the group, a job profile, a named person. Free places that others may take
//! too are counted in full: who comes first has them. Seats that are held for a department of the group count as free for it:
//! they are planned for its people and only want names.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    audience::{self, AudienceKind},
    held_seat,
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, FromQueryResult,
    QueryFilter as _, QuerySelect as _,
};

use super::{
    assignment::Group,
    duty::{
        self,
        list::{Moment, Need},
    },
    seat,
};
use crate::domain::{
    error::Result,
    people::department::{self, Tree},
    policy::Policy,
};

/// Dates of workshops that one can choose now, for a part of the organisation.
#[derive(Clone, Debug, Default)]
pub struct Dates(Vec<Date>);

#[derive(Clone, Debug)]
struct Date {
    workshop: WorkshopId,
    last_day: NaiveDate,
    /// Nothing: no limit.
    free: Option<u64>,
    rules: Vec<audience::Model>,
    /// Seats without a name, and for which department.
    held: Vec<(DepartmentId, u64)>,
}

/// What is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    pub workshop: WorkshopId,
    /// Still to train and without a place that is certain or offered.
    pub people: u64,
    /// Free before the last day; nothing: no limit.
    pub seats: Option<u64>,
    pub shortage: u64,
}

/// For whom dates must be.
#[derive(Clone, Debug)]
pub enum Part {
    Everybody,
    /// These departments, with all above and below them.
    Departments(HashSet<DepartmentId>),
}

/// The part of the organisation that these departments are.
#[must_use]
pub fn part(tree: &Tree, departments: &[DepartmentId]) -> Part {
    around(tree, departments.iter().copied())
}

/// The part that the groups of an assignment are. A job profile or a name can be anywhere.
///
/// # Errors
/// When the database fails.
pub async fn part_of(db: &impl ConnectionTrait, groups: &[Group]) -> Result<Part> {
    let mut departments = Vec::new();
    for group in groups {
        match group {
            Group::Department(id) | Group::JobProfile { within: Some(id), .. } => departments.push(*id),
            Group::JobProfile { within: None, .. } | Group::Person(_) => return Ok(Part::Everybody),
        }
    }
    Ok(around(&department::tree(db).await?, departments.into_iter()))
}

fn around(tree: &Tree, departments: impl Iterator<Item = DepartmentId>) -> Part {
    let near = departments.flat_map(|id| tree.above(id).into_iter().chain(tree.below(id)));
    Part::Departments(near.collect())
}

/// What is read of a date.
#[derive(FromQueryResult)]
struct Row {
    id: SessionId,
    workshop_id: WorkshopId,
    ends_at: DateTime<Utc>,
    audience: Option<String>,
    capacity: Option<i32>,
    taken: i32,
    waiting: i32,
    held: i32,
}

/// The dates to come of these workshops.
///
/// # Errors
/// When the database fails.
pub async fn dates(
    db: &impl ConnectionTrait,
    workshops: &[WorkshopId],
    (policy, now): (&Policy, DateTime<Utc>),
) -> Result<Dates> {
    use session::Column::{Audience, Capacity, EndsAt, Held, Id, Waiting, WorkshopId};
    if workshops.is_empty() {
        return Ok(Dates::default());
    }
    let rows: Vec<Row> = session::Entity::find()
        .select_only()
        .columns([Id, WorkshopId, EndsAt, Audience, Capacity, Waiting, Held])
        .expr_as(seat::taken(now), "taken")
        .filter(WorkshopId.is_in(workshops.iter().copied()))
        .filter(choosable(now))
        .into_model()
        .all(db)
        .await?;
    let own = || rows.iter().filter(|row| row.audience.is_some()).map(|row| row.id);
    let mut of: HashMap<_, Vec<_>> = HashMap::new();
    if own().next().is_some() {
        let rules = audience::Entity::find().filter(audience::Column::SessionId.is_in(own()));
        for rule in rules.all(db).await? {
            of.entry(rule.session_id).or_default().push(rule);
        }
    }
    let mut held = held(db, &rows, now).await?;
    let date = |row: Row| Date {
        held: held.remove(&row.id).unwrap_or_default(),
        workshop: row.workshop_id,
        last_day: policy.day(row.ends_at),
        free: row.capacity.map(|capacity| {
            let spoken_for = row.taken + row.waiting;
            u64::try_from(capacity - spoken_for).unwrap_or_default()
        }),
        rules: of.remove(&Some(row.id)).unwrap_or_default(),
    };
    Ok(Dates(rows.into_iter().map(date).collect()))
}

/// The dates to come of all that anybody has to follow: the same for everybody.
///
/// # Errors
/// When the database fails.
pub async fn all_dates(db: &impl ConnectionTrait, at: (&Policy, DateTime<Utc>)) -> Result<Dates> {
    dates(db, &duty::list::workshops(db).await?, at).await
}

/// What is held at this moment of these sessions. Of sessions that hold nothing, nothing is asked.
async fn held(
    db: &impl ConnectionTrait,
    sessions: &[Row],
    now: DateTime<Utc>,
) -> Result<HashMap<SessionId, Vec<(DepartmentId, u64)>>> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    let holding: Vec<_> = sessions.iter().filter(|row| row.held > 0).map(|row| row.id).collect();
    if holding.is_empty() {
        return Ok(found);
    }
    let rows = held_seat::Entity::find()
        .filter(held_seat::Column::SessionId.is_in(holding))
        .filter(held_seat::Column::EndedAt.is_null())
        .filter(held_seat::Column::ReleasesAt.gt(now));
    for row in rows.all(db).await? {
        let seats = u64::try_from(row.seats).unwrap_or_default();
        found.entry(row.session_id).or_default().push((row.department_id, seats));
    }
    Ok(found)
}

fn choosable(now: DateTime<Utc>) -> Condition {
    use session::Column::{EnrolmentCloses, StartsAt, State};
    Condition::all()
        .add(State.eq(SessionState::Open))
        .add(StartsAt.gt(now))
        .add(EnrolmentCloses.is_null().or(EnrolmentCloses.gt(now)))
}

impl Date {
    fn is_for(&self, part: &Part) -> bool {
        let Part::Departments(near) = part else { return true };
        let fits = |rule: &audience::Model| match rule.kind {
            AudienceKind::Department => rule.department_id.is_some_and(|id| near.contains(&id)),
            AudienceKind::JobProfile => true,
            AudienceKind::External => false,
        };
        self.rules.is_empty() || self.rules.iter().any(fits)
    }

    /// Seats that somebody of this part can get; nothing: no limit.
    fn seats(&self, part: &Part) -> Option<u64> {
        let theirs = |id: &DepartmentId| match part {
            Part::Everybody => true,
            Part::Departments(near) => near.contains(id),
        };
        let held: u64 = self.held.iter().filter(|(id, _)| theirs(id)).map(|(_, seats)| seats).sum();
        Some(self.free? + held)
    }
}

impl Dates {
    /// The workshops of which somebody of this part can choose a date; one can also wait for one.
    #[must_use]
    pub fn open(&self, part: &Part) -> Vec<WorkshopId> {
        let mut open: Vec<_> =
            self.0.iter().filter(|date| date.is_for(part)).map(|date| date.workshop).collect();
        open.sort_unstable();
        open.dedup();
        open
    }

    /// Free places of a workshop until a day; nothing: no limit. Once that day has passed, every date still helps.
    #[must_use]
    pub fn free(
        &self,
        part: &Part,
        workshop: WorkshopId,
        (until, today): (Option<NaiveDate>, NaiveDate),
    ) -> Option<u64> {
        let until = until.filter(|day| *day >= today).unwrap_or(NaiveDate::MAX);
        let dates = self.0.iter().filter(|date| date.workshop == workshop && date.last_day <= until);
        dates.filter(|date| date.is_for(part)).try_fold(0_u64, |sum, date| Some(sum + date.seats(part)?))
    }

    /// What is short of what is needed.
    #[must_use]
    pub fn against(&self, part: &Part, need: &Need, moment: &Moment) -> Demand {
        let seats = self.free(part, need.workshop, (need.last_day, moment.today));
        Demand::of(need.workshop, need.open.saturating_sub(need.placed), seats)
    }
}

impl Demand {
    pub(super) fn of(workshop: WorkshopId, people: u64, seats: Option<u64>) -> Self {
        Self { workshop, people, seats, shortage: seats.map_or(0, |seats| people.saturating_sub(seats)) }
    }
}

/// Where everything stands now, for a part of the organisation: dates and the moment to ask lists with.
///
/// # Errors
/// When the database fails.
pub async fn moment(
    db: &impl ConnectionTrait,
    workshops: &[WorkshopId],
    part: &Part,
    (policy, now): (&Policy, DateTime<Utc>),
) -> Result<(Dates, Moment)> {
    let dates = dates(db, workshops, (policy, now)).await?;
    let open = dates.open(part);
    Ok((dates, Moment { now, today: policy.day(now), open }))
}
