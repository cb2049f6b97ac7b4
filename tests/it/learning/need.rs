//! Access needs and diet.

use olievlek::domain::learning::need::{self, Needs};

use super::*;

async fn say(house: &TestHouse, placement: &Placement, who: Actor, diet: &str) -> Result<()> {
    let (needs, id) = (&Needs { access: String::new(), diet: diet.into() }, placement.id);
    house.write(&who, |change| async move { need::state(&change, id, needs).await }).await
}

#[tokio::test]
async fn needs_are_read_by_the_trainers_of_that_session_and_by_nobody_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut given = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    given.trainers = vec![people.trainer];
    let session = plan_session(&house, given).await.unwrap();
    let place = enrol(&house, session, people.fenna).await.unwrap();
    say(&house, &place, Actor::employee(people.fenna), "geen noten").await.unwrap();
    let stranger = say(&house, &place, Actor::employee(people.sem), "alles").await;
    assert!(matches!(stranger, Err(Error::Missing("enrolment"))), "{stranger:?}");
    let readers = [people.trainer, people.manager, people.administrator, people.head, people.fenna];
    let mut seen = Vec::new();
    for reader in readers {
        let actor = house.actor(reader).await;
        seen.push(need::of_session(&house.db.reader, &actor, session).await.unwrap().len());
    }
    assert_eq!(seen, [1, 0, 0, 0, 0]);
    give_back(&house, &place).await.unwrap();
    let trainer = house.actor(people.trainer).await;
    assert!(
        need::of_session(&house.db.reader, &trainer, session).await.unwrap().is_empty(),
        "who is gone needs nothing"
    );
}

#[tokio::test]
async fn needs_are_erased_two_weeks_after_the_session_or_after_somebody_left_it_and_no_others() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let later = plan(workshop(&house, "B").await, "2026-05-01T10:00", Some(3));
    let later = plan_session(&house, later).await.unwrap();
    let place = enrol(&house, session, people.fenna).await.unwrap();
    say(&house, &place, Actor::employee(people.fenna), "vegetarisch").await.unwrap();
    let kept = enrol(&house, later, people.sem).await.unwrap();
    say(&house, &kept, Actor::employee(people.sem), "halal").await.unwrap();
    let left = enrol(&house, later, people.noor).await.unwrap();
    say(&house, &left, Actor::employee(people.noor), "geen noten").await.unwrap();
    give_back(&house, &left).await.unwrap();
    let erase = |change: std::sync::Arc<_>| async move { need::erase_due(&change).await };
    house.at("2026-03-16T09:01");
    assert_eq!(house.write(&Actor::house(), erase).await.unwrap(), 1, "who gave the place back");
    assert_eq!(need::own(&house.db.reader, left.id).await.unwrap(), None);
    house.at("2026-04-15T11:59");
    assert_eq!(house.write(&Actor::house(), erase).await.unwrap(), 0);
    house.at("2026-04-15T12:01");
    assert_eq!(house.write(&Actor::house(), erase).await.unwrap(), 1);
    assert_eq!(need::own(&house.db.reader, place.id).await.unwrap(), None);
    assert!(need::own(&house.db.reader, kept.id).await.unwrap().is_some(), "of a date to come");
}

#[tokio::test]
async fn an_empty_text_takes_a_need_back() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let place = enrol(&house, session, people.fenna).await.unwrap();
    for (diet, kept) in [("halal", true), ("  ", false)] {
        say(&house, &place, Actor::employee(people.fenna), diet).await.unwrap();
        assert_eq!(need::own(&house.db.reader, place.id).await.unwrap().is_some(), kept);
    }
}
