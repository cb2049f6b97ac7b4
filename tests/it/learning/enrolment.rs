//! Taking a place and giving it back.

use chrono::TimeDelta;
use entity::{
    enrolment::{Ending, EnrolmentStatus},
    role::RoleKind,
};
use olievlek::domain::{
    actor::Actor,
    change::RequestKey,
    error::{Error, Refusal},
    learning::enrolment::{find, person_left, take_place, withdraw},
};

use super::*;

#[tokio::test]
async fn whoever_comes_while_there_are_seats_is_placed_at_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let placed = enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!((placed.status, placed.position), (EnrolmentStatus::Confirmed, None));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn whoever_comes_when_it_is_full_waits_in_order_of_joining() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    for (person, place) in [(people.sem, 1), (people.noor, 2), (people.daan, 3)] {
        let waits = enrol(&house, session, person).await.unwrap();
        assert_eq!((waits.status, waits.position), (EnrolmentStatus::Waiting, Some(place)));
    }
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn nobody_has_two_places_in_one_session() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 5).await;
    enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(refusal(enrol(&house, session, people.fenna).await), Refusal::AlreadyEnrolled);
    assert_eq!(session_row(&house, session).await.taken, 1);
}

#[tokio::test]
async fn whoever_gave_a_place_back_can_take_one_again() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    give_back(&house, &first).await.unwrap();
    let second = enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(second.status, EnrolmentStatus::Confirmed);
    assert_ne!(second.id, first.id, "the first stays as history");
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn an_employee_takes_no_place_for_a_colleague_and_staff_does() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 5).await;
    let wish = &wish(session, people.sem);
    let nosy = Actor::employee(people.fenna);
    let refused = house.write(&nosy, |change| async move { take_place(&change, wish).await }).await;
    assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
    let manager = house.actor(people.manager).await;
    assert!(manager.is(RoleKind::ProgrammeManager));
    house.write(&manager, |change| async move { take_place(&change, wish).await }).await.unwrap();
}

#[tokio::test]
async fn a_colleague_s_enrolment_does_not_exist_for_an_employee() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 5).await;
    let placed = enrol(&house, session, people.sem).await.unwrap();
    let nosy = Actor::employee(people.fenna);
    let refused = house.write(&nosy, |change| async move { withdraw(&change, placed.id, None).await }).await;
    assert!(matches!(refused, Err(Error::Missing(_))), "{refused:?}");
}

#[tokio::test]
async fn the_same_key_gives_the_same_answer_and_another_wish_under_it_is_refused() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 5).await;
    let (actor, wish) = (Actor::employee(people.fenna), &wish(session, people.fenna));
    let key = RequestKey { hash: "k".into(), fingerprint: "f".into() };
    let first =
        house.write_once(&actor, Some(&key), |c| async move { take_place(&c, wish).await }).await.unwrap();
    let again =
        house.write_once(&actor, Some(&key), |c| async move { take_place(&c, wish).await }).await.unwrap();
    assert_eq!(first, again);
    let other = RequestKey { fingerprint: "g".into(), ..key };
    let refused = house.write_once(&actor, Some(&other), |c| async move { take_place(&c, wish).await }).await;
    assert_eq!(refusal(refused), Refusal::IdempotencyKeyReused);
    assert_eq!(session_row(&house, session).await.taken, 1);
}

#[tokio::test]
async fn after_the_deadline_withdrawing_asks_a_reason_and_is_late() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut plan = plan(workshop, "2026-04-01T10:00", Some(3));
    plan.withdraw_until = Some(moment("2026-03-30T10:00"));
    let session = plan_session(&house, plan).await.unwrap();
    let placed = enrol(&house, session, people.fenna).await.unwrap();
    house.at("2026-03-31T10:00");
    let refused = give_back(&house, &placed).await;
    assert!(matches!(&refused, Err(Error::Invalid(fields)) if fields[0].name == "reason"), "{refused:?}");
    let actor = Actor::employee(people.fenna);
    house.write(&actor, |c| async move { withdraw(&c, placed.id, Some("ziek")).await }).await.unwrap();
    let row = find(&house.db.reader, placed.id).await.unwrap();
    assert_eq!((row.status, row.ending), (EnrolmentStatus::Withdrawn, Some(Ending::Late)));
    assert_eq!(row.withdrawal_reason.as_deref(), Some("ziek"));
}

#[tokio::test]
async fn once_it_has_started_a_participant_cannot_withdraw() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let placed = enrol(&house, session, people.fenna).await.unwrap();
    house.at("2026-04-01T10:00");
    assert_eq!(refusal(give_back(&house, &placed).await), Refusal::SessionStarted);
}

#[tokio::test]
async fn what_has_ended_cannot_be_given_back_again() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let placed = enrol(&house, session, people.fenna).await.unwrap();
    give_back(&house, &placed).await.unwrap();
    assert_eq!(refusal(give_back(&house, &placed).await), Refusal::NotPossibleNow);
    assert_eq!(session_row(&house, session).await.taken, 0);
}

#[tokio::test]
async fn whoever_leaves_the_organisation_gives_up_later_places_only() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshops = (workshop(&house, "A").await, workshop(&house, "B").await);
    let before = plan_session(&house, plan(workshops.0, "2026-04-01T10:00", Some(1))).await.unwrap();
    let after = plan_session(&house, plan(workshops.1, "2026-04-20T10:00", Some(1))).await.unwrap();
    let kept = enrol(&house, before, people.fenna).await.unwrap();
    let lost = enrol(&house, after, people.fenna).await.unwrap();
    let next = enrol(&house, after, people.sem).await.unwrap();
    let last_day = chrono::NaiveDate::from_ymd_opt(2026, 4, 10).unwrap();
    let fenna = people.fenna;
    let given_up = house
        .write(&Actor::house(), |c| async move { person_left(&c, fenna, last_day).await })
        .await
        .unwrap();
    assert_eq!(given_up, 1);
    assert_eq!(status(&house, &kept).await, EnrolmentStatus::Confirmed);
    assert_eq!(status(&house, &lost).await, EnrolmentStatus::Withdrawn);
    assert_eq!(status(&house, &next).await, EnrolmentStatus::Offered, "the queue moved in the same change");
    house.pass(TimeDelta::zero());
    assert_reconciled(&house, after).await;
}
