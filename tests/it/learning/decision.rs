//! Too few people: go on, or call off.

use olievlek::domain::{learning::decision, task::Letter};

use super::*;

async fn to_decide(house: &TestHouse) -> SessionId {
    let mut wanted = plan(workshop(house, "A").await, "2026-04-01T10:00", Some(10));
    wanted.minimum = Some(2);
    wanted.decide_by = Some(moment("2026-03-20T12:00"));
    plan_session(house, wanted).await.expect("a session")
}

/// Whom the house asks when it looks.
async fn asked(house: &TestHouse) -> Vec<PersonId> {
    olievlek::job::schedule::all(house).await;
    let asked = |letter| match letter {
        Letter::GoOrNot { person, .. } => Some(person),
        _ => None,
    };
    house.letters().await.into_iter().filter_map(asked).collect()
}

#[tokio::test]
async fn at_the_cut_off_the_programme_manager_is_asked_once_also_when_the_house_was_down() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    to_decide(&house).await;
    house.at("2026-03-20T11:59");
    assert_eq!(asked(&house).await, []);
    house.at("2026-03-25T09:00");
    assert_eq!(asked(&house).await, [people.manager]);
    assert_eq!(asked(&house).await, []);
}

#[tokio::test]
async fn nobody_is_asked_about_a_session_with_people_enough_one_that_goes_on_or_one_that_has_begun() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = to_decide(&house).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    house.at("2026-03-21T09:00");
    assert_eq!(asked(&house).await, []);
    house
        .write(&Actor::operator(), |change| async move { decision::go_on(&change, session).await })
        .await
        .unwrap();
    give_back(&house, &first).await.unwrap();
    assert_eq!(asked(&house).await, []);
    let late = TestHouse::new().await;
    late.named().await;
    to_decide(&late).await;
    late.at("2026-04-01T10:00");
    assert_eq!(asked(&late).await, []);
}

#[tokio::test]
async fn a_trainer_who_is_somewhere_else_is_refused_unless_somebody_says_why() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (a, b) = (workshop(&house, "A").await, workshop(&house, "B").await);
    let mut first = plan(a, "2026-04-01T10:00", None);
    first.trainers = vec![people.trainer];
    let first = plan_session(&house, first).await.unwrap();
    let mut second = plan(b, "2026-04-01T11:00", None);
    second.trainers = vec![people.trainer];
    let busy = refusal(plan_session(&house, second.clone()).await);
    assert_eq!((busy.code(), busy.session()), ("trainer-busy", Some(first)));
    let touching = Plan { meetings: vec![meeting(moment("2026-04-01T12:00"), 60)], ..second.clone() };
    plan_session(&house, touching).await.expect("touching is fine");
    second.clash_reason = Some("Een collega begint alvast.".into());
    plan_session(&house, second).await.expect("a reason is enough");
}
