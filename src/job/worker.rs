//! Takes tasks from the queue, one at a time, and sees to what becomes of them.

use std::{panic::AssertUnwindSafe, time::Duration};

use chrono::TimeDelta;
use entity::task;
use futures_util::FutureExt as _;
use tokio::time::sleep;

use super::pull::Outside;
use super::{Post, bundle, closing, letter, pull};
use crate::{
    domain::{
        actor::Actor,
        change::House,
        error::Result,
        letter::{self as letters, Copy},
        queue::{self, Lane},
        task::Task,
    },
    stop::Stop,
    telemetry::metric,
};

/// How long an idle worker sleeps when no bell wakes it: another instance may have left a task.
const NAP: Duration = Duration::from_secs(1);
/// How long a worker for other systems sleeps: nobody waits for it at the moment.
const LONG_NAP: Duration = Duration::from_secs(5);
/// How long a worker holds a task: longer than all steps of a delivery together.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How long a task in progress may go on after somebody asked to stop.
const GRACE: Duration = Duration::from_secs(15);

/// One worker of this process.
#[derive(Clone)]
pub struct Worker {
    house: House,
    post: Post,
    holder: String,
    lease: TimeDelta,
    /// Nothing: does what the house does itself.
    outside: Option<Outside>,
}

/// What came of a task, before the database knows.
pub(super) enum Done {
    /// The letter has left.
    Sent(Box<Copy>),
    /// There was nothing to do, and never will be.
    Nothing,
    Again(String),
    /// `address`: the address that does not exist.
    Never {
        why: String,
        address: Option<String>,
    },
}

impl Done {
    const OUTCOMES: [&str; 3] = ["done", "again", "given-up"];

    const fn outcome(&self) -> &'static str {
        match self {
            Self::Sent(_) | Self::Nothing => Self::OUTCOMES[0],
            Self::Again(_) => Self::OUTCOMES[1],
            Self::Never { .. } => Self::OUTCOMES[2],
        }
    }
}

impl Worker {
    /// A worker that has not begun.
    #[must_use]
    pub fn new(house: House, post: Post, holder: String) -> Self {
        Self { house, post, holder, lease: LEASE, outside: None }
    }

    /// One that asks other systems, and does nothing else.
    #[must_use]
    pub fn for_outside(self, outside: Outside) -> Self {
        let holder = format!("{} outside", self.holder);
        Self { outside: Some(outside), lease: pull::LEASE, holder, ..self }
    }

    const fn lane(&self) -> Lane {
        if self.outside.is_some() { Lane::Outside } else { Lane::House }
    }

    /// With another time after which a task of a dead worker is taken over.
    #[must_use]
    pub fn with_lease(self, lease: TimeDelta) -> Self {
        Self { lease, ..self }
    }

    /// Works until it is asked to stop, then gives its tasks back.
    pub async fn run(self, mut stop: Stop) {
        let mut asked = stop.clone();
        let late = async {
            asked.wait().await;
            sleep(GRACE).await;
        };
        tokio::select! {
            () = self.work(&mut stop) => {}
            () = late => tracing::warn!("a task was broken off; it will be done again"),
        }
        if let Err(error) = self.release().await {
            tracing::warn!(%error, "tasks could not be given back; their lease runs out by itself");
        }
    }

    async fn work(&self, stop: &mut Stop) {
        for kind in Task::KINDS {
            for outcome in Done::OUTCOMES {
                metrics::counter!(metric::TASKS, "kind" => kind, "outcome" => outcome).increment(0);
            }
        }
        while !stop.is_now() {
            match self.next().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!(%error, "the queue cannot be read"),
            }
            tokio::select! {
                () = self.woken() => {}
                () = stop.wait() => {}
            }
        }
    }

    /// The bell wakes one worker, and letters have the first call on it.
    async fn woken(&self) {
        if self.outside.is_some() {
            return sleep(LONG_NAP).await;
        }
        tokio::select! {
            () = self.house.bell.notified() => {}
            () = sleep(NAP) => {}
        }
    }

    /// Does everything that is due now, and tells how much that was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drain(&self) -> Result<usize> {
        let mut count = 0;
        while self.next().await? {
            count += 1;
        }
        Ok(count)
    }

    /// Does one task; false when none is due.
    async fn next(&self) -> Result<bool> {
        if !queue::is_due(&self.house.db.reader, self.lane(), self.house.now()).await? {
            return Ok(false);
        }
        let claim = |change: std::sync::Arc<_>| async move {
            queue::claim(&change, self.lane(), &self.holder, self.lease).await
        };
        let Some(task) = self.house.write(&Actor::house(), claim).await? else {
            return Ok(false);
        };
        // A task that panics is tried again and at last given up, like any other; the worker lives on.
        let done = match AssertUnwindSafe(self.perform(&task)).catch_unwind().await {
            Ok(Ok(done)) => done,
            Ok(Err(error)) => Done::Again(error.to_string()),
            Err(_) => Done::Again("the task panicked".to_owned()),
        };
        self.settle(&task, &done).await?;
        Ok(true)
    }

    async fn perform(&self, task: &task::Model) -> Result<Done> {
        match serde_json::from_value(task.payload.clone()) {
            Ok(Task::Letter(letter)) => letter::perform(&self.house, &self.post, task, letter).await,
            Ok(Task::Bundle { bundle }) => bundle::perform(&self.house, &self.post, bundle).await,
            Ok(Task::Closing { period }) => closing::perform(&self.house, period).await,
            Ok(Task::Pull { promise }) => {
                let outside = self.outside.clone().unwrap_or_default();
                pull::perform(&self.house, &outside, promise).await
            }
            Err(error) => Ok(Done::Never { why: error.to_string(), address: None }),
        }
    }

    async fn settle(&self, task: &task::Model, done: &Done) -> Result<()> {
        let (id, kind, attempt) = (task.id, task.kind.as_str(), task.attempts);
        metrics::counter!(metric::TASKS, "kind" => task.kind.clone(), "outcome" => done.outcome())
            .increment(1);
        match done {
            Done::Sent(_) | Done::Nothing => tracing::info!(%id, kind, attempt, "task done"),
            // The reason is kept with the task and not logged: a mail server repeats the address in it.
            Done::Again(_) => tracing::warn!(%id, kind, attempt, "task failed; it is tried again"),
            Done::Never { .. } => tracing::error!(%id, kind, attempt, "task given up"),
        }
        let settle = |change: std::sync::Arc<_>| async move {
            match done {
                Done::Sent(copy) => letters::sent(&change, task, copy).await,
                Done::Nothing => queue::done(&change, task).await,
                Done::Again(why) => queue::again(&change, task, why).await,
                Done::Never { why, address: Some(address) } => {
                    letters::bounced(&change, task, address, why).await
                }
                Done::Never { why, address: None } => queue::give_up(&change, task, why).await,
            }
        };
        self.house.write(&Actor::house(), settle).await
    }

    async fn release(&self) -> Result<()> {
        let give_back =
            |change: std::sync::Arc<_>| async move { queue::release(&change, &self.holder).await };
        self.house.write(&Actor::house(), give_back).await
    }
}
