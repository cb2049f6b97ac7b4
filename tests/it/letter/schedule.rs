//! What recurs, and who leads it.

use entity::{enrolment::EnrolmentStatus, lease, letter};
use olievlek::job::schedule;
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
    };
    row.insert(&house.db.writer).await.unwrap();
    house.pass(TimeDelta::hours(25));
    schedule::all(&house).await;
    let left = import::Entity::find().one(&house.db.reader).await.unwrap().expect("the import stays");
    assert_eq!(left.content, None);
}
