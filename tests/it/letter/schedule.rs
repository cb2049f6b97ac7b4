//! What recurs, and who leads it.

use entity::{enrolment::EnrolmentStatus, lease, letter};
use olievlek::{
    domain::{
        actor::Actor,
        learning::{draw, need},
    },
    job::schedule,
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, Set};

use super::*;

#[tokio::test]
async fn one_instance_leads_and_another_takes_over_when_it_is_silent() {
    let house = TestHouse::new().await;
    assert!(schedule::lead(&house, "one").await.unwrap());
    assert!(!schedule::lead(&house, "two").await.unwrap());
    assert!(schedule::lead(&house, "one").await.unwrap(), "the leader stays");
    let silent = lease::ActiveModel {
        name: Set("schedule".into()),
        until: Set(house.now() - TimeDelta::days(400)),
        ..Default::default()
    };
    silent.update(&house.db.writer).await.unwrap();
    assert!(schedule::lead(&house, "two").await.unwrap());
    assert!(!schedule::lead(&house, "one").await.unwrap());
}

#[tokio::test]
async fn a_leader_that_stops_hands_over_at_once() {
    let house = TestHouse::new().await;
    let (stopper, stop) = olievlek::stop::Stop::pair();
    let running = tokio::spawn(schedule::run((*house).clone(), "one".into(), stop));
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    stopper.stop();
    running.await.unwrap();
    assert!(schedule::lead(&house, "two").await.unwrap());
}

#[test]
fn a_duty_that_failed_is_not_put_off_until_its_next_day() {
    for duty in &schedule::DUTIES {
        assert_eq!(duty.pause(true), duty.every, "{}", duty.name);
        assert!(duty.pause(false) <= schedule::RETRY.min(duty.every), "{}", duty.name);
    }
}

#[tokio::test]
async fn an_offer_that_lapsed_goes_to_the_next_without_anybody_looking() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    let third = enrol(&house, session, people.noor).await.unwrap();
    give_back(&house, &first).await.unwrap();
    house.pass(TimeDelta::hours(25));
    schedule::all(&house).await;
    schedule::all(&house).await;
    assert_eq!(crate::learning::status(&house, &third).await, EnrolmentStatus::Offered);
}

#[tokio::test]
async fn a_draw_is_held_without_anybody_looking_and_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let at = Some(house.now() + TimeDelta::days(2));
    let set = |change: std::sync::Arc<_>| async move { draw::set(&change, session, at).await };
    house.write(&Actor::operator(), set).await.unwrap();
    let asked = [
        enrol(&house, session, people.fenna).await.unwrap(),
        enrol(&house, session, people.sem).await.unwrap(),
    ];
    schedule::all(&house).await;
    assert_eq!(crate::learning::status(&house, &asked[0]).await, EnrolmentStatus::Requested, "too early");
    house.pass(TimeDelta::days(3));
    schedule::all(&house).await;
    let mut drawn = Vec::new();
    for placement in &asked {
        drawn.push(crate::learning::status(&house, placement).await);
    }
    drawn.sort_by_key(|status| status.seated());
    assert_eq!(drawn, [EnrolmentStatus::Waiting, EnrolmentStatus::Confirmed]);
    let seed = crate::learning::session_row(&house, session).await.draw_seed;
    schedule::all(&house).await;
    assert_eq!(crate::learning::session_row(&house, session).await.draw_seed, seed);
}

#[tokio::test]
async fn needs_are_erased_two_weeks_after_the_session_without_anybody_looking() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let id = enrol(&house, session, people.fenna).await.unwrap().id;
    let needs = &need::Needs { access: "Een ringleiding".into(), diet: String::new() };
    let state = |change: std::sync::Arc<_>| async move { need::state(&change, id, needs).await };
    house.write(&Actor::employee(people.fenna), state).await.unwrap();
    house.at("2026-04-14T10:00");
    schedule::all(&house).await;
    assert!(need::own(&house.db.reader, id).await.unwrap().is_some());
    house.at("2026-04-16T10:00");
    schedule::all(&house).await;
    assert!(need::own(&house.db.reader, id).await.unwrap().is_none());
}

#[tokio::test]
async fn letters_are_kept_thirty_days() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    mail(&house).await;
    house.pass(TimeDelta::days(29));
    schedule::all(&house).await;
    assert_eq!(letter::Entity::find().all(&house.db.reader).await.unwrap().len(), 1);
    house.pass(TimeDelta::days(2));
    schedule::all(&house).await;
    assert_eq!(letter::Entity::find().all(&house.db.reader).await.unwrap().len(), 0);
}

#[tokio::test]
async fn the_content_of_an_upload_is_kept_a_day() {
    use entity::import;
    let house = TestHouse::new().await;
    let row = import::ActiveModel {
        id: Set(ImportId::new()),
        kind: Set(import::ImportKind::People),
        file_name: Set("people.csv".into()),
        content: Set(Some(vec![1])),
        uploaded_by: Set(None),
        uploaded_at: Set(house.now()),
        applied_at: Set(None),
        counts: Set(serde_json::json!({})),
        ..Default::default()
    };
    row.insert(&house.db.writer).await.unwrap();
    house.pass(TimeDelta::hours(25));
    schedule::all(&house).await;
    let left = import::Entity::find().one(&house.db.reader).await.unwrap().expect("the import stays");
    assert_eq!(left.content, None);
}
