//! When a request was due and whether it was met: the same for a file and for another system.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::id::DepartmentId;

use super::Day;
use crate::domain::{
    policy::Policy,
    working_day::{Calendar, Kind},
};

/// Working days within which somebody is called back.
const WITHIN: u32 = 2;

/// What has to be known of a request.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Nothing: of no department that the house knows.
    pub department: Option<DepartmentId>,
    pub received: DateTime<Utc>,
    pub handled: Option<DateTime<Utc>>,
}

/// Adds requests up by the day on which they were due; of a request itself nothing stays.
pub struct Tally<'a> {
    policy: &'a Policy,
    calendar: Calendar,
    now: DateTime<Utc>,
    /// What was due before this day does not count.
    since: NaiveDate,
    days: BTreeMap<(NaiveDate, Option<DepartmentId>), (i32, i32)>,
    /// Requests that are not due yet.
    pub to_come: usize,
}

impl<'a> Tally<'a> {
    /// Nothing yet.
    #[must_use]
    pub fn new(policy: &'a Policy, now: DateTime<Utc>) -> Self {
        let calendar = Calendar::new(policy.calendar.clone(), policy.zone);
        Self { policy, calendar, now, since: NaiveDate::MIN, days: BTreeMap::new(), to_come: 0 }
    }

    /// Counts only what was due on this day or later.
    #[must_use]
    pub fn since(self, since: NaiveDate) -> Self {
        Self { since, ..self }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// The key of what cannot be: `in-the-future`, `handled-too-early`, `moment-malformed`.
    pub fn add(&mut self, request: Request) -> Result<(), &'static str> {
        let Request { department, received, handled } = request;
        if received > self.now || handled.is_some_and(|at| at > self.now) {
            return Err("in-the-future");
        }
        if handled.is_some_and(|at| self.policy.day(at) < self.policy.day(received)) {
            return Err("handled-too-early");
        }
        match self.calendar.due(received, WITHIN, Kind::Service) {
            None => return Err("moment-malformed"),
            // Until the evening of the last day it can still be met.
            Some(due) if due >= self.policy.day(self.now) => self.to_come += 1,
            Some(due) if due < self.since => {}
            Some(due) => {
                let day = self.days.entry((due, department)).or_default();
                let met = handled.is_some_and(|at| self.policy.day(at) <= due);
                *day = (day.0 + 1, day.1 + i32::from(met));
            }
        }
        Ok(())
    }

    /// What it comes to, in order of day.
    #[must_use]
    pub fn days(&self) -> Vec<Day> {
        let day = |((due_on, department), (due, met)): (&(NaiveDate, _), &(i32, i32))| Day {
            department: *department,
            due_on: *due_on,
            due: *due,
            met: *met,
        };
        self.days.iter().map(day).collect()
    }
}
