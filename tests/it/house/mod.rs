//! A whole house for one test: a fresh database on the engine of `OLIEVLEK_TEST_DATABASE`, a clock that stands still, and
//! helpers that use public doors only.

#![allow(dead_code, reason = "a door that no test goes through today is still a door")]

pub mod browser;
mod database;
pub mod log;
pub mod published;
pub mod rows;
pub mod world;

use std::{
    ops::Deref,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone as _, Utc};
use entity::{id::PersonId, task};
use olievlek::domain::{
    actor::Actor,
    change::House,
    people::person,
    policy::Policy,
    task::{Letter, Task},
};
use sea_orm::{EntityTrait as _, QueryOrder as _};

/// When every test begins: Monday 2 March 2026, nine o'clock in Amsterdam.
pub const START: &str = "2026-03-02T09:00";

/// A house with a database of its own. Dereferences to [`House`]; the database goes when it is dropped.
pub struct TestHouse {
    house: House,
    time: Arc<Mutex<DateTime<Utc>>>,
    /// Dropped last: ends the database.
    database: database::Fresh,
}

impl Deref for TestHouse {
    type Target = House;

    fn deref(&self) -> &House {
        &self.house
    }
}

impl TestHouse {
    /// An empty house at [`START`].
    pub async fn new() -> Self {
        Self::with(Policy::default()).await
    }

    /// An empty house of an organisation that chose otherwise.
    pub async fn with(policy: Policy) -> Self {
        Self::on(database::Fresh::new().await, policy).await
    }

    /// A house without any table.
    pub async fn empty() -> Self {
        Self::on(database::Fresh::empty().await, Policy::default()).await
    }

    async fn on(database: database::Fresh, policy: Policy) -> Self {
        let time = Arc::new(Mutex::new(moment(START)));
        let clock = time.clone();
        let house = House {
            db: database.connect().await,
            policy: Arc::new(policy),
            clock: Arc::new(move || *clock.lock().unwrap()),
            bell: Arc::default(),
        };
        Self { house, time, database }
    }

    /// The address of the database, for starting the program on it.
    pub fn url(&self) -> &str {
        self.database.url()
    }

    /// Sets the clock: `2026-03-05T14:30` in Amsterdam.
    pub fn at(&self, local: &str) {
        *self.time.lock().unwrap() = moment(local);
    }

    /// Lets time pass.
    pub fn pass(&self, time: TimeDelta) {
        *self.time.lock().unwrap() += time;
    }

    /// The letters that were asked for since the last time, in order; they count as done.
    pub async fn letters(&self) -> Vec<Letter> {
        let rows = task::Entity::find()
            .order_by_asc(task::Column::Id)
            .all(&self.db.reader)
            .await
            .expect("the tasks");
        task::Entity::delete_many().exec(&self.db.writer).await.expect("no tasks");
        let letter = |row: task::Model| match serde_json::from_value(row.payload).expect("a task") {
            Task::Letter(letter) => Some(letter),
            Task::Bundle { .. } | Task::Closing { .. } | Task::Pull { .. } => None,
        };
        rows.into_iter().filter_map(letter).collect()
    }

    /// What this person may do now.
    pub async fn actor(&self, person: PersonId) -> Actor {
        let today = self.policy.day(self.now());
        person::actor(&self.db.reader, person, today).await.expect("this person works here")
    }
}

/// A moment in UTC from local time in Amsterdam: `2026-03-05T14:30`.
pub fn moment(local: &str) -> DateTime<Utc> {
    let naive =
        NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").expect("a time such as 2026-03-05T14:30");
    chrono_tz::Europe::Amsterdam
        .from_local_datetime(&naive)
        .single()
        .expect("a time that exists once")
        .to_utc()
}
