//! When it ends without a place, the person is told.

use entity::enrolment::Ending;
use olievlek::{
    domain::{learning::enrolment::turn_down, task::Letter},
    job::schedule,
};

use super::*;

async fn planner_turns_down(house: &TestHouse, id: EnrolmentId, reason: &str) -> Result<Placement> {
    house.write(&Actor::operator(), |change| async move { turn_down(&change, id, reason).await }).await
}

#[tokio::test]
async fn staff_turns_a_request_down_with_a_reason_and_the_queue_closes_up() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    let (sem, noor) = (
        enrol(&house, session, people.sem).await.unwrap(),
        enrol(&house, session, people.noor).await.unwrap(),
    );
    house.letters().await;
    assert!(matches!(planner_turns_down(&house, sem.id, " ").await, Err(Error::Invalid(_))));
    planner_turns_down(&house, sem.id, "Deze keer gaat het team voor.").await.unwrap();
    let row = find(&house.db.reader, sem.id).await.unwrap();
    assert_eq!((row.status, row.ending), (EnrolmentStatus::Declined, Some(Ending::TurnedDown)));
    assert_eq!(house.letters().await, [Letter::Declined { enrolment: sem.id }]);
    assert_eq!(position(&house, &noor).await, Some(1));
    assert_eq!(refusal(planner_turns_down(&house, first.id, "Nee").await).code(), "not-possible-now");
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn nobody_but_staff_turns_a_request_down() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    for who in [people.sem, people.head, people.trainer] {
        let actor = house.actor(who).await;
        let told = house.write(&actor, |change| async move { turn_down(&change, sem.id, "Nee").await }).await;
        assert!(matches!(told, Err(Error::Missing(_))));
    }
}

#[tokio::test]
async fn whoever_does_not_answer_an_offer_in_time_is_told_that_it_went_on() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    give_back(&house, &first).await.unwrap();
    house.letters().await;
    house.pass(chrono::TimeDelta::hours(25));
    schedule::all(&house).await;
    assert_eq!(house.letters().await, [Letter::Declined { enrolment: sem.id }]);
}

#[tokio::test]
async fn whoever_waits_when_it_begins_is_told_once_and_waits_no_longer() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    house.letters().await;
    house.at("2026-04-01T10:00");
    for _ in 0..2 {
        schedule::all(&house).await;
    }
    let row = find(&house.db.reader, sem.id).await.unwrap();
    assert_eq!((row.status, row.ending), (EnrolmentStatus::Declined, Some(Ending::NoPlace)));
    assert_eq!(house.letters().await, [Letter::Declined { enrolment: sem.id }]);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_queue_that_closes_long_after_the_start_is_no_news() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    house.letters().await;
    house.at("2026-05-11T10:00");
    schedule::all(&house).await;
    assert_eq!(house.letters().await, []);
    assert_reconciled(&house, session).await;
}
