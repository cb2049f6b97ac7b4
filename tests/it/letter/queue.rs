//! The queue: pauses, giving up, dead workers.

use olievlek::{
    domain::{
        actor::Actor,
        queue::{self, Lane},
    },
    job::Outside,
};

use super::*;

/// A task that no version of the house knows.
pub async fn poison(house: &TestHouse) {
    use entity::task;
    use sea_orm::{ActiveModelTrait as _, Set};
    let row = task::ActiveModel {
        id: Set(TaskId::new()),
        kind: Set("letter".into()),
        payload: Set(serde_json::json!({ "kind": "nonsense" })),
        due_at: Set(house.now() - TimeDelta::hours(1)),
        created_at: Set(house.now()),
        attempts: Set(0),
        lease_until: Set(None),
        holder: Set(None),
        failed_at: Set(None),
        last_error: Set(None),
        key: Set(None),
    };
    row.insert(&house.db.writer).await.expect("a task");
}

#[test]
fn the_pauses_grow_from_a_minute_to_four_hours_and_end_after_three_days() {
    let minutes: Vec<_> = (1..=10).map(|attempt| queue::pause(attempt).num_minutes()).collect();
    assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
    let whole: TimeDelta = (1..queue::ATTEMPTS).map(queue::pause).sum();
    assert!((68..=72).contains(&whole.num_hours()), "{whole}");
}

#[tokio::test]
async fn a_poisoned_task_does_not_hold_up_the_others() {
    let house = TestHouse::new().await;
    poison(&house).await;
    one_letter(&house).await;
    assert_eq!(mail(&house).await.len(), 1);
    let failed = failed(&house).await;
    assert!(failed.len() == 1 && failed[0].last_error.is_some());
}

#[tokio::test]
async fn a_task_that_was_given_up_can_be_tried_again_by_its_owner() {
    let house = TestHouse::new().await;
    poison(&house).await;
    mail(&house).await;
    let id = failed(&house).await[0].id;
    let again = |actor: Actor| {
        let house = &house;
        async move { house.write(&actor, |change| async move { queue::retry(&change, id).await }).await }
    };
    assert!(again(Actor::employee(PersonId::new())).await.is_err());
    again(Actor::operator()).await.unwrap();
    assert_eq!(waiting(&house).await.len(), 1);
}

#[tokio::test]
async fn a_worker_holds_its_task_alone() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    assert!(claim(&house, "one", TimeDelta::minutes(2)).await.is_some());
    assert!(claim(&house, "two", TimeDelta::minutes(2)).await.is_none());
}

#[tokio::test]
async fn the_task_of_a_dead_worker_is_taken_over_when_its_lease_has_run_out() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    let lease = TimeDelta::milliseconds(300);
    let dead = claim(&house, "dead", lease).await.expect("a task");
    // The lease runs on the clock of PostgreSQL, or of the house on SQLite.
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    house.pass(lease);
    let taken = claim(&house, "heir", lease).await.expect("the same task");
    assert_eq!((taken.id, taken.attempts), (dead.id, 2));
    // The dead one comes back: it can no longer move the task.
    let dead = &dead;
    house
        .write(&Actor::house(), |change| async move { queue::again(&change, dead, "late").await })
        .await
        .unwrap();
    assert_eq!(waiting(&house).await[0].holder.as_deref(), Some("heir"));
}

#[tokio::test]
async fn a_worker_that_stops_gives_its_task_back_as_if_never_taken() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    claim(&house, "one", TimeDelta::minutes(2)).await.expect("a task");
    house.write(&Actor::house(), |change| async move { queue::release(&change, "one").await }).await.unwrap();
    assert_eq!(waiting(&house).await[0].attempts, 0);
    assert_eq!(mail(&house).await.len(), 1);
}

#[tokio::test]
async fn a_running_worker_mails_within_seconds_and_stops_when_asked() {
    let house = TestHouse::new().await;
    let memory = Memory::default();
    let (stopper, stop) = olievlek::stop::Stop::pair();
    let post = post(Transport::Memory(memory.clone()));
    let running =
        tokio::spawn(olievlek::job::run((*house).clone(), post, Outside::default(), "me".into(), stop));
    one_letter(&house).await;
    for _ in 0..50 {
        if memory.letters().len() == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(memory.letters().len(), 1);
    stopper.stop();
    tokio::time::timeout(std::time::Duration::from_secs(5), running).await.expect("an end").unwrap();
}

async fn claim(house: &TestHouse, holder: &'static str, lease: TimeDelta) -> Option<task::Model> {
    house
        .write(
            &Actor::house(),
            |change| async move { queue::claim(&change, Lane::House, holder, lease).await },
        )
        .await
        .expect("the queue")
}
