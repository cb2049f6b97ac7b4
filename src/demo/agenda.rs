//! The sessions: some behind us, most in the coming three months, on working days, each with a room and a trainer.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use entity::{
    id::*,
    workshop::{self, WorkshopForm},
};
use rand::{rngs::StdRng, seq::SliceRandom as _};

use super::staff;
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    learning::{
        session::{self, MeetingPlan, Plan},
        workshop::published,
    },
    working_day::{Calendar, Kind},
};

/// Sessions behind us, and to come.
const BEFORE: u32 = 12;
const AHEAD: u32 = 48;
/// The one, a few days ahead, that wants a whole group and does not have it: somebody has to decide.
const UNDECIDED: usize = BEFORE as usize + 2;
/// Over so many working days the sessions to come are spread.
const SPREAD: u32 = 62;
/// The most people in one session: the hall holds more, but a list that is read in a demo need not.
const MOST: i32 = 40;

const ROOMS: [&str; 6] = [
    "Stadhuis, zaal 2.14",
    "Stadhuis, raadzaal",
    "Werkplein, leslokaal 1",
    "Stadhuis, zaal 0.08",
    "Gemeentewerf, kantine",
    "Bibliotheek, studiezaal",
];

/// A session that was planned.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub id: SessionId,
    pub workshop: WorkshopId,
    pub capacity: i32,
    pub starts_at: DateTime<Utc>,
    /// Whether anybody may take part.
    pub for_all: bool,
}

/// Plans all sessions around `now`, in the order of their start.
pub(super) async fn plan(house: &House, now: DateTime<Utc>, chance: &mut StdRng) -> Result<Vec<Planned>> {
    let mut workshops = published(&house.db.reader).await?;
    workshops.shuffle(chance);
    let trainers = staff::trainers(house).await?;
    let days = Days { calendar: Calendar::new(house.policy.calendar.clone(), house.policy.zone), house, now };
    let mut plans = Vec::new();
    for (number, day) in (0..).zip(days.all()) {
        let (Some(workshop), Some(trainer)) = (turn(&workshops, number), turn(&trainers, number)) else {
            continue;
        };
        plans.push((workshop.clone(), days.plan(workshop, day, number, *trainer)));
    }
    let plans = &plans;
    house.write(&Actor::house(), |change| async move { write(&change, plans).await }).await
}

async fn write(change: &Change, plans: &[(workshop::Model, Plan)]) -> Result<Vec<Planned>> {
    let mut planned = Vec::new();
    for (workshop, plan) in plans {
        let id = session::plan(change, plan).await?;
        let starts_at = plan.meetings.first().map_or(change.now, |meeting| meeting.starts_at);
        let for_all = workshop.audience.trim() == "iedereen";
        planned.push(Planned {
            id,
            workshop: workshop.id,
            capacity: plan.capacity.unwrap_or(MOST),
            starts_at,
            for_all,
        });
    }
    Ok(planned)
}

/// What a day with an agency trainer costs, in cents.
const COST: i64 = 75_000;

/// Everybody in turn.
fn turn<T>(all: &[T], number: usize) -> Option<&T> {
    all.get(number.checked_rem(all.len())?)
}

/// Which days and hours there are.
struct Days<'a> {
    calendar: Calendar,
    house: &'a House,
    now: DateTime<Utc>,
}

impl Days<'_> {
    fn all(&self) -> Vec<NaiveDate> {
        let today = self.house.policy.day(self.now);
        let before =
            (1..=BEFORE).rev().filter_map(|n| self.calendar.working_days_before(today, 3 * n, Kind::Service));
        let ahead = (0..AHEAD)
            .filter_map(|n| self.calendar.add_working_days(today, 1 + n * SPREAD / AHEAD, Kind::Service));
        before.chain(ahead).collect()
    }

    fn plan(&self, workshop: &workshop::Model, day: NaiveDate, number: usize, trainer: PersonId) -> Plan {
        let parts = u32::try_from(workshop.parts).unwrap_or(1).max(1);
        let weekly = |part| self.calendar.add_working_days(day, 5 * part, Kind::Service).unwrap_or(day);
        let capacity = workshop.maximum.unwrap_or(MOST).min(MOST);
        let minimum = workshop.minimum.map(|minimum| minimum.min(MOST));
        let minimum = if number == UNDECIDED { Some(capacity) } else { minimum };
        Plan {
            workshop: workshop.id,
            capacity: Some(capacity),
            minimum,
            meetings: (0..parts).map(|part| self.meeting(workshop, weekly(part), number)).collect(),
            trainers: vec![trainer],
            enrolment_opens: None,
            enrolment_closes: None,
            // What is behind us could be cancelled freely until two days before.
            withdraw_until: (day < self.house.policy.day(self.now)).then(|| self.before(day, 2)),
            audience: None,
            open: true,
            decide_by: minimum.map(|_| self.before(day, 7)),
            cost_cents: Some(COST),
            clash_reason: None,
            targeted_first: false,
        }
    }

    /// So many days before a day, at noon.
    fn before(&self, day: NaiveDate, days: i64) -> DateTime<Utc> {
        let noon = (day - TimeDelta::days(days)).and_time(NaiveTime::MIN + TimeDelta::hours(12));
        let local = self.house.policy.zone.from_local_datetime(&noon).earliest();
        local.map_or(self.now, |local| local.with_timezone(&Utc))
    }

    fn meeting(&self, workshop: &workshop::Model, day: NaiveDate, number: usize) -> MeetingPlan {
        let lasts = TimeDelta::minutes(workshop.duration_minutes.max(30).into());
        let (hour, minute) = if lasts > TimeDelta::hours(5) {
            (9, 0)
        } else if number.is_multiple_of(2) {
            (9, 30)
        } else {
            (13, 30)
        };
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        // No clock is set forward or back during office hours.
        let local = self.house.policy.zone.from_local_datetime(&day.and_time(time)).earliest();
        let starts_at = local.map_or(self.now, |local| local.with_timezone(&Utc));
        let online = workshop.form != WorkshopForm::OnSite;
        MeetingPlan {
            starts_at,
            ends_at: starts_at + lasts,
            location: if workshop.form == WorkshopForm::Online {
                String::new()
            } else {
                turn(&ROOMS, number).copied().unwrap_or_default().to_owned()
            },
            link: online.then(|| {
                format!("https://vergaderen.gemeente.example/{}-{number}", workshop.code.to_lowercase())
            }),
        }
    }
}
