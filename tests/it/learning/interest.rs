//! Who wants to hear of new dates.

use olievlek::domain::{learning::interest, task::Letter};

use super::*;

async fn wants(house: &TestHouse, workshop: WorkshopId, person: PersonId, wanted: bool) {
    let say = |change: std::sync::Arc<_>| async move { interest::express(&change, workshop, wanted).await };
    house.write(&Actor::employee(person), say).await.unwrap();
}

#[tokio::test]
async fn dates_planned_one_after_the_other_come_in_one_letter_to_who_asked_for_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    wants(&house, workshop, people.fenna, true).await;
    wants(&house, workshop, people.fenna, true).await;
    wants(&house, workshop, people.sem, true).await;
    wants(&house, workshop, people.sem, false).await;
    for day in ["2026-04-01T10:00", "2026-04-08T10:00"] {
        plan_session(&house, plan(workshop, day, Some(3))).await.unwrap();
    }
    assert_eq!(house.letters().await, [Letter::DatePlanned { workshop, person: people.fenna }]);
}

#[tokio::test]
async fn a_date_that_is_not_open_yet_and_a_place_that_one_has_are_no_news() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    wants(&house, workshop, people.fenna, true).await;
    let hidden = Plan { open: false, ..plan(workshop, "2026-04-01T10:00", Some(3)) };
    let session = plan_session(&house, hidden.clone()).await.unwrap();
    assert_eq!(house.letters().await, []);
    let opened = &Plan { open: true, ..hidden };
    house
        .write(&Actor::operator(), |c| async move { sessions::change(&c, session, opened).await })
        .await
        .unwrap();
    assert_eq!(house.letters().await, [Letter::DatePlanned { workshop, person: people.fenna }]);
    enrol(&house, session, people.fenna).await.unwrap();
    house.letters().await;
    plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(3))).await.unwrap();
    assert_eq!(house.letters().await, []);
}
