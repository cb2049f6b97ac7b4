//! Calling a session off.

use entity::enrolment::Ending;
use olievlek::domain::{learning::calling_off, task::Letter};

use super::*;

pub async fn call_off(house: &TestHouse, session: SessionId, reason: Option<&str>) -> Result<()> {
    house
        .write(
            &Actor::operator(),
            |change| async move { calling_off::call_off(&change, session, reason).await },
        )
        .await
}

#[tokio::test]
async fn calling_off_ends_every_place_and_nobody_moves_up() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let fenna = enrol(&house, session, people.fenna).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    house.letters().await;
    call_off(&house, session, Some("De trainer is ziek.")).await.unwrap();
    for placement in [&fenna, &sem] {
        let row = find(&house.db.reader, placement.id).await.unwrap();
        assert_eq!((row.status.alive(), row.ending), (false, Some(Ending::SessionCalledOff)));
    }
    assert_reconciled(&house, session).await;
    let letters = house.letters().await;
    let told: Vec<_> = letters
        .iter()
        .map(|letter| match letter {
            Letter::CalledOff { enrolment, entry } => (*enrolment, entry.map(|entry| entry.sequence)),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, [(fenna.id, Some(1)), (sem.id, None)], "and no reminder, and no offer to the next");
    assert_eq!(refusal(enrol(&house, session, people.noor).await), Refusal::SessionCalledOff);
    assert_eq!(refusal(call_off(&house, session, None).await), Refusal::SessionCalledOff);
}

#[tokio::test]
async fn who_lost_a_date_comes_before_who_waits_already_for_another() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let (first, second) = ("2026-04-01T10:00", "2026-05-01T10:00");
    let first = plan_session(&house, plan(workshop, first, Some(1))).await.unwrap();
    let second = plan_session(&house, plan(workshop, second, Some(1))).await.unwrap();
    enrol(&house, first, people.fenna).await.unwrap();
    enrol(&house, second, people.head).await.unwrap();
    let sem = enrol(&house, second, people.sem).await.unwrap();
    // Noor waits for both.
    enrol(&house, first, people.noor).await.unwrap();
    let noor = enrol(&house, second, people.noor).await.unwrap();
    assert_eq!(noor.position, Some(2));
    call_off(&house, first, None).await.unwrap();
    assert_eq!(position(&house, &noor).await, Some(1));
    let fenna = enrol(&house, second, people.fenna).await.unwrap();
    assert_eq!(fenna.position, Some(2), "after Noor, who joined that queue before");
    assert_eq!(position(&house, &sem).await, Some(3));
}

#[tokio::test]
async fn a_session_that_has_begun_is_not_called_off_and_an_employee_calls_off_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let mine = Actor::employee(people.fenna);
    let refused =
        house.write(&mine, |change| async move { calling_off::call_off(&change, session, None).await }).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
    house.at("2026-04-01T10:00");
    assert_eq!(refusal(call_off(&house, session, None).await), Refusal::SessionStarted);
}

#[tokio::test]
async fn a_date_that_was_called_off_is_not_changed_any_more() {
    let house = TestHouse::new().await;
    let workshop = workshop(&house, "A").await;
    let wanted = &plan(workshop, "2026-04-01T10:00", Some(3));
    let session = plan_session(&house, wanted.clone()).await.unwrap();
    call_off(&house, session, None).await.unwrap();
    let again = |change: std::sync::Arc<_>| async move { sessions::change(&change, session, wanted).await };
    let refused = refusal(house.write(&Actor::operator(), again).await);
    assert_eq!(refused, Refusal::SessionCalledOff);
}
