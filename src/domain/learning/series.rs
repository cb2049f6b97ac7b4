//! Planning a session again: once, or every so many weeks, at the same hours.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;
use entity::id::*;
use sea_orm::ConnectionTrait;

use super::{
    clash::{self, Clash, Room},
    session::{self, Details, MeetingPlan, Plan},
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result},
    policy::Policy,
    working_day::{Calendar, HolidayName, Kind},
};

/// A year of weeks.
pub const MOST: u32 = 52;

/// When a session is planned again.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The day of the first meeting of the first copy.
    pub first: NaiveDate,
    /// Weeks between the copies.
    pub every: u32,
    pub times: u32,
    /// With the trainers of the session it is copied from.
    pub trainers: bool,
    /// Open at once, or planned and seen by planners only.
    pub open: bool,
    /// Why a trainer who is somewhere else gives it all the same.
    pub clash_reason: Option<String>,
}

/// One copy.
#[derive(Clone, Debug)]
pub struct Run {
    pub plan: Plan,
    /// The closed day on which a meeting would fall: this copy is passed over.
    pub closed: Option<HolidayName>,
}

/// What stands in the way of one copy.
#[derive(Clone, Debug, Default)]
pub struct InTheWay {
    /// Its trainers, who are elsewhere then.
    pub trainers: Vec<Clash>,
    /// Others who use its room then.
    pub rooms: Vec<Room>,
}

/// What stands in the way of each of these copies, in their order: three queries, however many there are.
///
/// # Errors
/// When the database fails.
pub async fn in_the_way(db: &impl ConnectionTrait, runs: &[Run]) -> Result<Vec<InTheWay>> {
    let meetings: Vec<_> = runs.iter().flat_map(|run| run.plan.meetings.clone()).collect();
    let trainers = runs.first().map(|run| run.plan.trainers.as_slice()).unwrap_or_default();
    let (busy, rooms) =
        (clash::of_people(db, trainers, None, &meetings).await?, clash::of_rooms(db, None, &meetings).await?);
    let of = |run: &Run| InTheWay {
        trainers: clash::at_the_time_of(&run.plan.meetings, &busy, |one| (one.starts_at, one.ends_at)),
        rooms: clash::at_the_time_of(&run.plan.meetings, &rooms, |one| (one.starts_at, one.ends_at)),
    };
    Ok(runs.iter().map(of).collect())
}

/// The copies, in order of time; every time is the same hour on the clock, also when the clock changes in between.
///
/// # Errors
/// [`Error::Invalid`] field by field.
pub fn runs(details: &Details, pattern: &Pattern, policy: &Policy, now: DateTime<Utc>) -> Result<Vec<Run>> {
    if !(1..=MOST).contains(&pattern.times) {
        return Err(Field::new("times", "out-of-range").with("min", 1).with("max", MOST).into());
    }
    if !(1..=MOST).contains(&pattern.every) {
        return Err(Field::new("every", "out-of-range").with("min", 1).with("max", MOST).into());
    }
    let from = policy.day(details.session.starts_at);
    let calendar = Calendar::new(policy.calendar.clone(), policy.zone);
    let run = |number: u32| {
        let day = pattern.first + TimeDelta::weeks(i64::from(number * pattern.every));
        let shift = Shift { days: day - from, zone: policy.zone };
        let plan = shift.plan(details, pattern)?;
        let closed = plan.meetings.iter().find_map(|one| closed(&calendar, policy.day(one.starts_at)));
        Some(Run { plan, closed })
    };
    let runs: Option<Vec<_>> = (0..pattern.times).map(run).collect();
    let runs = runs.ok_or_else(|| Error::from(Field::new("first", "no-such-time")))?;
    let past = |run: &Run| run.plan.meetings.iter().any(|one| one.starts_at <= now);
    if runs.iter().any(past) { Err(Field::new("first", "in-past").into()) } else { Ok(runs) }
}

fn closed(calendar: &Calendar, day: NaiveDate) -> Option<HolidayName> {
    let holidays = calendar.holidays(day.year(), Kind::Service);
    holidays.into_iter().find(|holiday| holiday.date == day).map(|holiday| holiday.name)
}

/// Plans the copies, all or none; those on a closed day are passed over.
///
/// # Errors
/// As [`runs`] and [`session::plan`]; field `first` when nothing is left.
pub async fn plan(change: &Change, id: SessionId, pattern: &Pattern) -> Result<Vec<SessionId>> {
    let details = session::details(change.db(), id, change.now).await?;
    let mut planned = Vec::new();
    for run in runs(&details, pattern, &change.policy, change.now)? {
        if run.closed.is_none() {
            planned.push(session::plan(change, &run.plan).await?);
        }
    }
    if planned.is_empty() { Err(Field::new("first", "closed-day").into()) } else { Ok(planned) }
}

/// So many days later, at the same hour on the clock here.
struct Shift {
    days: TimeDelta,
    zone: Tz,
}

impl Shift {
    /// Nothing when the clock skips that hour on the new day.
    fn at(&self, moment: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let local = moment.with_timezone(&self.zone).naive_local() + self.days;
        Some(self.zone.from_local_datetime(&local).earliest()?.to_utc())
    }

    fn plan(&self, details: &Details, pattern: &Pattern) -> Option<Plan> {
        let session = &details.session;
        let meetings: Option<Vec<_>> = details
            .meetings
            .iter()
            .map(|row| {
                let (starts_at, ends_at) = (self.at(row.starts_at)?, self.at(row.ends_at)?);
                Some(MeetingPlan { starts_at, ends_at, ..MeetingPlan::from(row) })
            })
            .collect();
        let later = |moment: Option<DateTime<Utc>>| moment.and_then(|at| self.at(at));
        Some(Plan {
            workshop: session.workshop_id,
            capacity: session.capacity,
            minimum: session.minimum,
            meetings: meetings?,
            trainers: if pattern.trainers {
                details.trainers.iter().map(|person| person.id).collect()
            } else {
                Vec::new()
            },
            enrolment_opens: later(session.enrolment_opens),
            enrolment_closes: later(session.enrolment_closes),
            withdraw_until: later(session.withdraw_until),
            audience: session.audience.clone(),
            open: pattern.open,
            decide_by: later(session.decide_by),
            cost_cents: session.cost_cents,
            clash_reason: pattern.clash_reason.clone(),
            targeted_first: session.targeted_first,
        })
    }
}
