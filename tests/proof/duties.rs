//! Every duty of the schedule, in a municipality in which weeks went by: leaders that are killed in the middle of their turn
//! do together what one does that is let be.

use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Timelike as _, Utc};
use olievlek::{
    clock,
    domain::{change::House, policy::Policy, privacy::seal},
    job::schedule::DUTIES,
};
use sea_orm::ConnectionTrait as _;

use crate::{
    database::Fresh,
    leader::{Three, WORKER},
    rig::{client::Ask, figure, municipality::Municipality, on_postgres, process::Instance, round, until},
    rows::texts,
};

const PATIENCE: Duration = Duration::from_secs(90);

/// What each duty leaves, as it is counted below; nothing: it leaves no trace, or none at this hour or on this day.
const LEAVES: [(&str, &[&str]); DUTIES.len()] = [
    ("end offers whose time has passed", &["event offer-lapsed"]),
    ("draw the places whose moment has come", &["event drawn", "letter lot-lost"]),
    (
        "end requests that nobody decided about in time",
        &["event withdrawn request-expired", "letter declined"],
    ),
    ("release held seats whose moment has come", &["event seats-released"]),
    ("close queues of what has begun", &["event withdrawn no-place"]),
    ("ask whether sessions with too few people go on", &["event decision-asked", "letter go-or-not"]),
    ("change the tree of departments on its day", &["event department-renamed"]),
    ("hold targeted trainings against who works here", &["event assignment-filled"]),
    ("remind who has chosen no date", &["letter no-date"]),
    ("tell heads who is too late", &["letter overdue", "rows digest"]),
    ("ask what people think of what they followed", &["event evaluation-opened", "letter evaluation-later"]),
    ("ask everybody about the core values", &["rows pulse_invitation", "letter pulse"]),
    ("close votes that nobody closed", &["event vote-closed"]),
    ("tell of registers that nobody closed", &["letter register-open"]),
    ("remind of ideas to answer and improvements to do", &["letter ideas-to-answer"]),
    ("ask other systems for figures, once after midnight", &["task pull"]),
    ("seal the log", &["sealed once"]),
    ("hold the log against its seals", &[]),
    ("throw away what is kept no longer", &["gone links", "gone needs", "gone undoing"]),
    ("shorten the log", &["event log-shortened", "gone events"]),
    ("erase who left long ago", &["event person-erased", "gone leavers"]),
];

/// No worker does a task before it is counted; and what no demonstration has.
const PREPARED: &str = "DELETE FROM task; \
    CREATE FUNCTION tomorrow() RETURNS trigger LANGUAGE plpgsql AS \
      'BEGIN NEW.due_at := now() + interval ''1 day''; RETURN NEW; END'; \
    CREATE TRIGGER tomorrow BEFORE INSERT OR UPDATE ON task FOR EACH ROW EXECUTE FUNCTION tomorrow(); \
    UPDATE reorganisation SET starts_on = current_date - 1; \
    UPDATE held_seat SET releases_at = now() - interval '1 minute' WHERE ended_at IS NULL; \
    UPDATE session SET enrolment_closes = now() - interval '1 minute' WHERE id IN \
      (SELECT session_id FROM enrolment WHERE status = 'requested'); \
    UPDATE promise SET origin = 'open-klant' WHERE code = (SELECT min(code) FROM promise); \
    DELETE FROM pulse_invitation; \
    UPDATE pulse SET opens_on = current_date, closes_on = current_date + 20, asked_on = NULL, closed_on = NULL, \
      invited = 0 WHERE opens_on = (SELECT max(opens_on) FROM pulse); \
    UPDATE person SET employed_until = current_date - 800 WHERE id IN (SELECT id FROM person p \
      WHERE NOT EXISTS (SELECT 1 FROM role WHERE person_id = p.id) AND NOT EXISTS (SELECT 1 FROM enrolment WHERE \
      person_id = p.id) AND employed_until IS NULL ORDER BY id LIMIT 3)";

/// What was done, and how often.
type Effects = BTreeMap<String, i64>;

/// A municipality that was prepared, and what it was before anybody led.
struct Twin {
    house: House,
    since: DateTime<Utc>,
    before: Effects,
    fresh: Fresh,
}

impl Twin {
    async fn of(municipality: &Municipality) -> Self {
        let fresh = municipality.restored().await;
        let (policy, bell) = (Arc::new(Policy::default()), Arc::default());
        let house = House { db: fresh.connect().await, policy, clock: clock::machine(), bell };
        house.db.writer.execute_unprepared(PREPARED).await.unwrap();
        let before = counted(&house, clock::now()).await;
        Self { house, since: clock::now(), before, fresh }
    }

    /// Where it is noon, for some duties wait for nine o'clock, and midnight must not come between two municipalities; and where
    /// the log of the demonstration is older than it may be.
    fn instance(&self) -> Instance {
        let ahead = 12 - i64::from(clock::now().hour());
        // The names of these zones have the sign the other way round (POSIX).
        let noon = Instance::of(self.fresh.url()).with("OLIEVLEK_TIME_ZONE", &format!("Etc/GMT{:+}", -ahead));
        noon.with("OLIEVLEK_RETENTION_EVENTS", "30")
    }

    /// What was done since it was prepared.
    async fn effects(&self) -> Effects {
        let mut now = counted(&self.house, self.since).await;
        for (what, times) in &self.before {
            *now.entry(what.clone()).or_default() -= times;
        }
        now.retain(|_, times| *times != 0);
        now
    }
}

/// Events and tasks by kind, those that are there twice, rows by table, and what was thrown away.
async fn counted(house: &House, since: DateTime<Utc>) -> Effects {
    let db = &house.db.reader;
    let events = format!("FROM event WHERE at >= '{}'", since.to_rfc3339());
    let task = "((payload::json ->> 'kind') || coalesce(' ' || (payload::json ->> 'letter'), ''))";
    let twice = |what: &str| format!("SELECT 'twice ' || min({what})");
    let event = "'event ' || kind || coalesce(' ' || (data::json ->> 'ending'), '')";
    let mut found = texts(db, &format!("SELECT {event} {events}")).await;
    found.extend(
        texts(db, &format!("SELECT replace('task ' || {task}, 'task letter', 'letter') FROM task")).await,
    );
    let same = "GROUP BY kind, subject_id, person_id, data::text HAVING count(*) > 1";
    found.extend(texts(db, &format!("{} {events} {same}", twice(event))).await);
    found.extend(
        texts(db, &format!("{} FROM task GROUP BY payload::text HAVING count(*) > 1", twice(task))).await,
    );
    let mut effects = Effects::new();
    for one in found {
        *effects.entry(one).or_default() += 1;
    }
    let numbers = |text: String| {
        let (what, number) = text.rsplit_once(' ').unwrap();
        (what.to_owned(), number.parse::<i64>().unwrap())
    };
    let gone = texts(db, "SELECT 'gone ' || kind || ' ' || total FROM retention WHERE total > 0").await;
    effects.extend(gone.into_iter().map(numbers));
    let tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";
    for table in texts(db, tables).await.iter().filter(|table| !PASSING.contains(&table.as_str())) {
        let count = texts(db, &format!("SELECT 'rows {table} ' || count(*) FROM {table}")).await;
        effects.extend(count.into_iter().map(numbers));
    }
    effects
}

/// How many rows these have says who led and when.
const PASSING: [&str; 3] = ["lease", "seal", "retention"];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_leaders_who_die_leave_is_what_one_leaves_who_lives() {
    if !on_postgres() {
        return;
    }
    let municipality = Municipality::of_today().await;
    let (expected, turn) = undisturbed(&municipality).await;
    for ((duty, leaves), known) in LEAVES.into_iter().zip(&DUTIES) {
        assert_eq!(duty, known.name, "what a new duty leaves is counted too");
        let missing: Vec<_> = leaves.iter().filter(|what| !expected.contains_key(**what)).collect();
        assert!(missing.is_empty(), "{duty}: nothing of {missing:?} in {expected:#?}");
    }
    let kills = round(3, 20);
    let (found, workers) = killed(&municipality, kills, turn, &expected).await;
    let differ: Vec<_> = found.iter().filter(|(what, times)| expected.get(*what) != Some(*times)).collect();
    let missing: Vec<_> = expected.keys().filter(|what| !found.contains_key(*what)).collect();
    let done: i64 = found.values().sum();
    let seen = LEAVES.iter().filter(|(_, leaves)| !leaves.is_empty()).count();
    figure(
        "what the duties of the schedule left through leader kills in the middle of a turn",
        "PostgreSQL",
        &format!(
            "{} kinds of {} otherwise than without kills ({done} effects of {seen} of {} duties; {kills} kills in turns of {} ms, {workers} of a `work`)",
            differ.len() + missing.len(),
            found.len(),
            DUTIES.len(),
            turn.as_millis()
        ),
        "0",
    );
    assert!(differ.is_empty() && missing.is_empty(), "{differ:?}, {missing:?}");
}

/// What one leaves that leads alone, and how long its turn takes.
async fn undisturbed(municipality: &Municipality) -> (Effects, Duration) {
    let twin = Twin::of(municipality).await;
    let mut one = twin.instance();
    one.serve().await;
    let start = Instant::now();
    until("every duty was done", PATIENCE, async || done(&one).await == DUTIES.len()).await;
    let turn = start.elapsed();
    one.stop().await;
    let mut effects = twin.effects().await;
    sealed(&twin, &mut effects).await;
    (effects, turn)
}

/// How many duties this instance has done.
async fn done(instance: &Instance) -> usize {
    let said = instance.client().send(&Ask::get("/metrics")).await.unwrap().text();
    said.lines().filter(|line| line.starts_with("olievlek_duty_last_success_time_seconds{")).count()
}

/// What so many leave together who are killed in their turn; how many of them were a `work`.
async fn killed(
    municipality: &Municipality,
    kills: usize,
    turn: Duration,
    expected: &Effects,
) -> (Effects, usize) {
    let twin = Twin::of(municipality).await;
    let mut all = Three::start(&twin.house, [0, 1, 2].map(|_| twin.instance())).await;
    let (mut workers, mut dead) = (0, None);
    for _ in 0..kills {
        let (killed, _) = all.kill_leader(&twin.house, turn.mul_f64(rand::random::<f64>())).await;
        workers += usize::from(killed == WORKER);
        // One stays dead meanwhile, so that another leads.
        if let Some(before) = dead.replace(killed) {
            all.start_again(before).await;
        }
        // As if the lease of who died had run out: how long that takes is another proof.
        twin.house.db.writer.execute_unprepared("DELETE FROM lease").await.unwrap();
    }
    let all_of_it = async || {
        let found = twin.effects().await;
        expected.iter().all(|(what, times)| *what == SEALED || found.get(what) >= Some(times))
    };
    // What is missing after that is told by who compares.
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end && !all_of_it().await {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // Time for somebody to do it again.
    tokio::time::sleep(Duration::from_secs(3)).await;
    for one in &mut all.0 {
        one.stop().await;
    }
    let mut effects = twin.effects().await;
    sealed(&twin, &mut effects).await;
    (effects, workers)
}

const SEALED: &str = "sealed once";

/// Every event is in the chain once, and the chain is whole, also where its events have gone.
async fn sealed(twin: &Twin, effects: &mut Effects) {
    let verdict = seal::verify(&twin.house.db.reader).await.unwrap();
    let links = texts(&twin.house.db.reader, "SELECT number::text FROM seal").await;
    assert!(!links.is_empty() && verdict.broken.is_none(), "{:?}", verdict.broken.map(|link| link.number));
    effects.insert(SEALED.to_owned(), 1);
}
