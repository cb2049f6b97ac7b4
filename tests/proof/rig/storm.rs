//! People who enrol and withdraw without end, and remember what they were told.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use entity::{enrolment::EnrolmentStatus, id::*};
use serde_json::json;
use tokio::task::JoinHandle;

use super::{
    client::{Answer, Ask, Client},
    town::Town,
};

/// How long a question is put again: on a machine that is busy with other things eight who want one session get "later"
/// a few times.
pub const PATIENCE: Duration = Duration::from_secs(90);

/// What one person did, and what they were told of it.
#[derive(Default)]
pub struct Memory {
    /// Every enrolment that was acknowledged, and whether its withdrawal was.
    pub known: Vec<(String, bool)>,
    /// How many places were asked for.
    pub asked: usize,
    /// Sent, and never answered.
    pub open: Option<Ask>,
    /// Every answer: when, how long it took, which status.
    pub seen: Vec<(Instant, Duration, u16)>,
    /// How often there was none.
    pub silences: usize,
}

/// One person at work.
pub struct Visitor {
    pub person: PersonId,
    pub session: SessionId,
    pub client: Client,
    pub memory: Memory,
    /// Goes on after an answer that is no yes, and after a silence.
    pub stubborn: bool,
}

impl Visitor {
    pub fn new(person: PersonId, session: SessionId, client: Client) -> Self {
        Self { person, session, client, memory: Memory::default(), stubborn: false }
    }

    /// What comes next: the open question again, a withdrawal, or a new place.
    fn next(&mut self) -> Ask {
        if let Some(open) = &self.memory.open {
            return open.clone();
        }
        let key = EventId::new().to_string();
        let ask = match self.memory.known.last() {
            Some((id, false)) => Ask::api(&format!("/enrolments/{id}/withdrawal"), &key, &json!({})),
            _ => {
                self.memory.asked += 1;
                let body = json!({ "personId": self.person });
                Ask::api(&format!("/sessions/{}/enrolments", self.session), &key, &body)
            }
        };
        self.memory.open = Some(ask.clone());
        ask
    }

    /// Asks once; nothing when there was no answer. After a yes the question is closed.
    pub async fn step(&mut self) -> Option<Answer> {
        let (ask, start) = (self.next(), Instant::now());
        let answer = self.client.send(&ask).await.inspect_err(|_| self.memory.silences += 1).ok()?;
        self.memory.seen.push((Instant::now(), start.elapsed(), answer.status));
        match answer.status {
            201 => self.memory.known.push((answer.json()["id"].as_str().unwrap().to_owned(), false)),
            200 => self.memory.known.last_mut().unwrap().1 = true,
            _ => return Some(answer),
        }
        self.memory.open = None;
        Some(answer)
    }

    /// Goes on until somebody says stop, or until something is not as it should be.
    pub fn run(mut self, stop: Arc<AtomicBool>) -> JoinHandle<Self> {
        tokio::spawn(async move {
            while !stop.load(Ordering::Relaxed) {
                let yes = self.step().await.is_some_and(|answer| answer.status < 300);
                if !yes && !self.stubborn {
                    break;
                }
                if !yes {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            }
            self
        })
    }

    /// Puts the open question again until it is answered with a yes.
    pub async fn close(&mut self, patience: Duration) {
        let end = Instant::now() + patience;
        while self.memory.open.is_some() {
            let answer = self.step().await;
            let yes = answer.as_ref().is_some_and(|answer| answer.status < 300);
            assert!(yes || Instant::now() < end, "{:?}: {answer:?}", self.memory.open);
        }
    }

    /// What was acknowledged and is not there, or not so.
    pub async fn lost(&self, town: &Town) -> usize {
        let rows = town.enrolments(self.person).await;
        let is = |(id, withdrawn): &&(String, bool)| {
            let row = rows.iter().find(|row| row.id.to_string() == *id);
            // The last withdrawal may have been done and not been told.
            row.is_some_and(|row| !withdrawn || row.status == EnrolmentStatus::Withdrawn)
        };
        self.memory.known.len() - self.memory.known.iter().filter(is).count()
    }

    /// Places that were made and never asked for, or asked for and made twice.
    pub async fn too_many(&self, town: &Town) -> usize {
        town.enrolments(self.person).await.len().abs_diff(self.memory.asked)
    }
}

/// Of everybody together: what was lost, how many effects there are too many or too few, and what was acknowledged.
pub async fn balance(town: &Town, visitors: &[Visitor]) -> (usize, usize, usize) {
    let (mut lost, mut wrong, mut known) = (0, 0, 0);
    for one in visitors {
        lost += one.lost(town).await;
        wrong += one.too_many(town).await;
        known += one.memory.known.len();
    }
    (lost, wrong, known)
}

/// Every answer that anybody got.
pub fn seen(visitors: &[Visitor]) -> Vec<(Instant, Duration, u16)> {
    visitors.iter().flat_map(|one| one.memory.seen.iter().copied()).collect()
}
