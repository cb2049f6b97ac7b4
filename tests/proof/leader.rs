//! The leader of the schedule dies again and again, in the middle of its turn or after it, and every due moment is served once.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use entity::{event, id::*, lease};
use olievlek::domain::change::House;
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::json;

use crate::rig::{client::Ask, figure, on_postgres, process::Instance, round, town::Town, until};

/// What falls due before each kill: so many offers lapse, and so many decisions are asked.
const DUE: usize = 10;
const KINDS: [&str; 2] = ["offer-lapsed", "decision-asked"];
/// The promise.
const TAKE_OVER: Duration = Duration::from_secs(10);
/// So that a slower one is told with its time.
const PATIENCE: Duration = Duration::from_secs(25);
/// What a duty could not do, because the database was busy, it does a minute later.
const NEXT_TURN: Duration = Duration::from_secs(90);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_due_moment_is_served_once_through_the_death_of_leaders() {
    if !on_postgres() {
        return;
    }
    let kills = round(3, 20);
    let town = Town::new(2).await;
    let mut all = Three::start(&town.house, [0, 1, 2].map(|_| town.instance())).await;
    // Prepared before anybody dies: what falls due while nobody leads must wait for who leads next.
    let mut rounds = Vec::new();
    for n in 1..kills {
        rounds.push(prepare(&town, &all.0[0], (n - 1) * DUE).await);
    }
    let mut slowest = Duration::ZERO;
    let mut workers = 0;
    let mut killed = all.kill_leader(&town.house, Duration::ZERO).await;
    for (n, round) in rounds.iter().enumerate() {
        workers += usize::from(killed.0 == WORKER);
        slowest = slowest.max(taken_over(&town, &mut all, killed, round).await);
        // Every other leader gets to the end of its turn, so that the next could do it all again.
        if n % 2 == 0 {
            all_served(&town, (n + 1) * DUE).await;
        }
        killed = all.kill_leader(&town.house, Duration::ZERO).await;
    }
    workers += usize::from(killed.0 == WORKER);
    let all_due = all_served(&town, rounds.len() * DUE).await;
    // Time for somebody to do it again.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let wrong = served(&town).await.values().filter(|times| **times != 1).count();
    figure(
        "due moments served other than once through leader kills",
        town.engine(),
        &format!(
            "{wrong} of {all_due} through {kills} kills, {workers} of a `work`; the slowest take-over {:.1} s",
            slowest.as_secs_f64()
        ),
        &format!("0; more than 0; {} s", TAKE_OVER.as_secs()),
    );
    assert_eq!(wrong, 0);
    assert!(workers > 0, "a `work` that led was killed too");
    assert!(slowest < TAKE_OVER, "{slowest:?}");
}

/// Lets these fall due while nobody leads and the one who was killed starts again; how long after the kill one was served.
async fn taken_over(
    town: &Town,
    all: &mut Three,
    (killed, at): (usize, Instant),
    round: &[SessionId],
) -> Duration {
    fall_due(town, round).await;
    all.start_again(killed).await;
    until("another leads", PATIENCE, async || {
        let served = served(town).await;
        round.iter().any(|id| served.contains_key(&(KINDS[0].to_owned(), *id)))
    })
    .await;
    at.elapsed()
}

/// Two that serve and one that works.
pub struct Three(pub [Instance; 3]);

/// The place of the one that works.
pub const WORKER: usize = 2;

impl Three {
    /// The worker first, so that it is the first to lead.
    pub async fn start(house: &House, all: [Instance; 3]) -> Self {
        let mut three = Self(all);
        three.start_again(WORKER).await;
        until("the worker leads", PATIENCE, async || leader(house).await.is_some()).await;
        three.start_again(0).await;
        three.start_again(1).await;
        three
    }

    pub async fn start_again(&mut self, which: usize) {
        let one = &mut self.0[which];
        if which == WORKER { one.work() } else { one.serve().await }
    }

    /// Kills the one that leads, so long after that shows; gives which, and when.
    pub async fn kill_leader(&mut self, house: &House, after: Duration) -> (usize, Instant) {
        let end = Instant::now() + PATIENCE;
        loop {
            let pid = leader(house).await;
            if let Some(found) = self.0.iter().position(|one| pid.is_some() && one.pid() == pid) {
                tokio::time::sleep(after).await;
                self.0[found].kill();
                return (found, Instant::now());
            }
            assert!(Instant::now() < end, "nobody leads");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// The process that leads.
pub async fn leader(house: &House) -> Option<u32> {
    let row = lease::Entity::find_by_id("schedule").one(&house.db.reader).await.unwrap();
    let row = row.filter(|row| row.until > olievlek::clock::now());
    row.and_then(|row| row.holder.split('-').next().and_then(|pid| pid.parse().ok()))
}

/// Longer than the lease of a leader.
const LONG_TURN: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_leader_keeps_the_lead_through_a_turn_that_takes_long() {
    if !on_postgres() {
        return;
    }
    let town = Town::new(2).await;
    let mut all = [town.instance(), town.instance(), town.instance()];
    all[0].serve().await;
    let round = prepare(&town, &all[0], 0).await;
    all[0].stop().await;
    fall_due(&town, &round).await;
    // Whoever holds one of the sessions makes its duty wait and try again.
    let held = town.house.db.writer.clone();
    let sql = format!(
        "BEGIN; SET LOCAL statement_timeout = 0; DO $$ BEGIN PERFORM 1 FROM session WHERE id = '{}' FOR UPDATE; PERFORM pg_sleep({}); END $$; COMMIT",
        round[0],
        LONG_TURN.as_secs()
    );
    let hold = tokio::spawn(async move { held.execute_unprepared(&sql).await });
    for one in &mut all {
        one.serve().await;
    }
    let (mut leaders, start) = (Vec::new(), Instant::now());
    while start.elapsed() < LONG_TURN {
        let row = lease::Entity::find_by_id("schedule").one(&town.house.db.reader).await.unwrap();
        leaders.extend(row.map(|row| row.holder));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    leaders.dedup();
    let _ = hold.await.unwrap();
    all_served(&town, DUE).await;
    figure(
        "leaders of the schedule during a turn longer than their lease",
        town.engine(),
        &format!("{} in {} s", leaders.len(), LONG_TURN.as_secs()),
        "1",
    );
    assert_eq!(leaders.len(), 1, "{leaders:?}");
}

/// Sessions with an offer and a day to come.
async fn prepare(town: &Town, at: &Instance, first: usize) -> Vec<SessionId> {
    let (mut client, mut sessions) = (town.client(at), Vec::new());
    for day in first..first + DUE {
        let session = town.session(day, Some(1)).await;
        let mut enrol = async |person: PersonId| {
            let path = format!("/sessions/{session}/enrolments");
            let ask = Ask::api(&path, &EventId::new().to_string(), &json!({ "personId": person }));
            let answer = client.send(&ask).await.unwrap();
            assert_eq!(answer.status, 201, "{}", answer.text());
            answer.json()["id"].as_str().unwrap().to_owned()
        };
        let placed = enrol(town.people[0]).await;
        enrol(town.people[1]).await;
        let path = format!("/enrolments/{placed}/withdrawal");
        client.send(&Ask::api(&path, &placed, &json!({}))).await.unwrap();
        sessions.push(session);
    }
    sessions
}

/// The time of the offers has passed, and the moment of the decisions has come.
async fn fall_due(town: &Town, sessions: &[SessionId]) {
    let ids: Vec<_> = sessions.iter().map(|id| format!("'{id}'")).collect();
    let ids = ids.join(",");
    let past = "now() - interval '1 minute'";
    town.sql(&format!("UPDATE session SET minimum = 5, decide_by = {past} WHERE id IN ({ids})")).await;
    let lapsed = format!(
        "UPDATE enrolment SET offer_expires_at = {past} WHERE status = 'offered' AND session_id IN ({ids})"
    );
    assert_eq!(town.sql(&lapsed).await, DUE as u64);
}

/// Waits until everything that is due in so many sessions was served; gives how much that is.
async fn all_served(town: &Town, sessions: usize) -> usize {
    let all_due = sessions * KINDS.len();
    until("everything is served", NEXT_TURN, async || served(town).await.len() == all_due).await;
    all_due
}

/// How often each moment was served.
async fn served(town: &Town) -> HashMap<(String, SessionId), usize> {
    let rows = event::Entity::find().filter(event::Column::Kind.is_in(KINDS));
    let mut times = HashMap::new();
    for row in rows.all(&town.house.db.reader).await.unwrap() {
        *times.entry((row.kind, SessionId(row.subject_id.unwrap()))).or_default() += 1;
    }
    times
}
