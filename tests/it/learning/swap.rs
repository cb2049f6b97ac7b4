//! Changing date: the old place is kept until the new one is certain.

use entity::enrolment::{Ending, EnrolmentStatus};
use olievlek::domain::learning::swap::{Swap, swap};

use super::*;

/// Two dates of one workshop with these numbers of places; Fenna has a place on the first.
async fn two_dates(house: &TestHouse, first: i32, second: i32) -> (SessionId, SessionId) {
    let workshop = workshop(house, "A").await;
    let one = plan_session(house, plan(workshop, "2026-04-01T10:00", Some(first))).await.unwrap();
    let two = plan_session(house, plan(workshop, "2026-04-08T10:00", Some(second))).await.unwrap();
    (one, two)
}

async fn change_date(house: &TestHouse, from: &Placement, to: SessionId) -> Result<Placement> {
    let wish = &Swap { from: from.id, to, short_notice: true, reason: None };
    let actor = Actor::employee(from.person_id);
    house.write(&actor, |change| async move { swap(&change, wish).await }).await
}

#[tokio::test]
async fn with_a_free_place_there_the_old_place_goes_to_the_next_at_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = two_dates(&house, 1, 1).await;
    let fenna = enrol(&house, one, people.fenna).await.unwrap();
    let sem = enrol(&house, one, people.sem).await.unwrap();
    let moved = change_date(&house, &fenna, two).await.unwrap();
    assert_eq!(moved.status, EnrolmentStatus::Confirmed);
    let old = find(&house.db.reader, fenna.id).await.unwrap();
    assert_eq!((old.status, old.ending), (EnrolmentStatus::Withdrawn, Some(Ending::Swapped)));
    assert_eq!(status(&house, &sem).await, EnrolmentStatus::Offered);
    assert_reconciled(&house, one).await;
    assert_reconciled(&house, two).await;
}

#[tokio::test]
async fn without_one_the_old_place_is_kept_until_the_new_one_is_certain() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = two_dates(&house, 1, 1).await;
    let fenna = enrol(&house, one, people.fenna).await.unwrap();
    let noor = enrol(&house, two, people.noor).await.unwrap();
    let waits = change_date(&house, &fenna, two).await.unwrap();
    assert_eq!((waits.status, waits.position), (EnrolmentStatus::Waiting, Some(1)));
    assert_eq!(status(&house, &fenna).await, EnrolmentStatus::Confirmed);
    give_back(&house, &noor).await.unwrap();
    assert_eq!(status(&house, &waits).await, EnrolmentStatus::Offered);
    assert_eq!(status(&house, &fenna).await, EnrolmentStatus::Confirmed, "an offer is not yet a place");
    say_yes(&house, &waits).await.unwrap();
    assert_eq!(status(&house, &fenna).await, EnrolmentStatus::Withdrawn);
    assert_reconciled(&house, one).await;
    assert_reconciled(&house, two).await;
}

#[tokio::test]
async fn near_the_start_the_place_that_comes_free_takes_the_old_ones_stead() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = two_dates(&house, 1, 1).await;
    let noor = enrol(&house, one, people.noor).await.unwrap();
    let fenna = enrol(&house, two, people.fenna).await.unwrap();
    let waits = change_date(&house, &fenna, one).await.unwrap();
    house.at("2026-03-31T10:00");
    give_back(&house, &noor).await.unwrap();
    assert_eq!(status(&house, &waits).await, EnrolmentStatus::Confirmed);
    assert_eq!(status(&house, &fenna).await, EnrolmentStatus::Withdrawn);
    assert_reconciled(&house, one).await;
    assert_reconciled(&house, two).await;
}

#[tokio::test]
async fn a_refused_change_of_date_loses_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = two_dates(&house, 1, 1).await;
    let fenna = enrol(&house, one, people.fenna).await.unwrap();
    let same_time =
        plan_session(&house, plan(workshop(&house, "B").await, "2026-04-08T11:00", Some(3))).await.unwrap();
    enrol(&house, same_time, people.fenna).await.unwrap();
    assert!(matches!(refusal(change_date(&house, &fenna, two).await), Refusal::Overlaps { .. }));
    assert_eq!(status(&house, &fenna).await, EnrolmentStatus::Confirmed);
    let other_workshop = session_of(&house, "C", 3).await;
    assert_eq!(refusal(change_date(&house, &fenna, other_workshop).await), Refusal::NotPossibleNow);
    house.at("2026-04-01T10:00");
    assert_eq!(refusal(change_date(&house, &fenna, two).await), Refusal::SessionStarted);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_change_places_at_once_both_arrive() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = two_dates(&house, 2, 2).await;
    let fenna = enrol(&house, one, people.fenna).await.unwrap();
    let sem = enrol(&house, two, people.sem).await.unwrap();
    let (there, here) = tokio::join!(change_date(&house, &fenna, two), change_date(&house, &sem, one));
    assert_eq!(there.unwrap().status, EnrolmentStatus::Confirmed);
    assert_eq!(here.unwrap().status, EnrolmentStatus::Confirmed);
    assert_reconciled(&house, one).await;
    assert_reconciled(&house, two).await;
}

#[tokio::test]
async fn a_late_change_of_date_asks_a_reason_and_keeps_it_until_the_old_place_goes() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let strict = Plan {
        withdraw_until: Some(moment("2026-03-10T09:00")),
        ..plan(workshop, "2026-04-01T10:00", Some(1))
    };
    let one = plan_session(&house, strict).await.unwrap();
    let two = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(1))).await.unwrap();
    let fenna = enrol(&house, one, people.fenna).await.unwrap();
    let noor = enrol(&house, two, people.noor).await.unwrap();
    house.at("2026-03-11T09:00");
    assert!(matches!(change_date(&house, &fenna, two).await, Err(Error::Invalid(_))));
    let wish = &Swap { from: fenna.id, to: two, short_notice: true, reason: Some("ziek kind".into()) };
    let actor = Actor::employee(people.fenna);
    let waits = house.write(&actor, |change| async move { swap(&change, wish).await }).await.unwrap();
    give_back(&house, &noor).await.unwrap();
    say_yes(&house, &waits).await.unwrap();
    let old = find(&house.db.reader, fenna.id).await.unwrap();
    assert_eq!((old.ending, old.withdrawal_reason.as_deref()), (Some(Ending::Swapped), Some("ziek kind")));
}

#[tokio::test]
async fn a_date_that_is_only_planned_cannot_be_swapped_to() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let one = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(1))).await.unwrap();
    let hidden = Plan { open: false, ..plan(workshop, "2026-04-08T10:00", Some(1)) };
    let hidden = plan_session(&house, hidden).await.unwrap();
    let fenna = enrol(&house, one, people.fenna).await.unwrap();
    let refused = change_date(&house, &fenna, hidden).await;
    assert!(matches!(refused, Err(Error::Missing("session"))), "{refused:?}");
}
