//! What is asked of somebody who wants a place.

use chrono::TimeDelta;
use entity::enrolment::EnrolmentStatus;
use olievlek::domain::{actor::Actor, error::Refusal, learning::enrolment::take_place};

use super::*;

#[tokio::test]
async fn enrolment_has_a_window() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut plan = plan(workshop, "2026-04-01T10:00", Some(3));
    plan.enrolment_opens = Some(moment("2026-03-10T09:00"));
    plan.enrolment_closes = Some(moment("2026-03-20T17:00"));
    let session = plan_session(&house, plan).await.unwrap();
    let opens = moment("2026-03-10T09:00");
    assert_eq!(refusal(enrol(&house, session, people.fenna).await), Refusal::EnrolmentNotOpen { opens });
    house.at("2026-03-20T17:00");
    assert_eq!(refusal(enrol(&house, session, people.fenna).await), Refusal::EnrolmentClosed);
    house.at("2026-03-20T16:59");
    enrol(&house, session, people.fenna).await.unwrap();
}

#[tokio::test]
async fn without_a_window_enrolment_is_open_until_the_start() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    house.at("2026-04-01T09:59");
    enrol(&house, session, people.fenna).await.unwrap();
    house.at("2026-04-01T10:00");
    assert_eq!(refusal(enrol(&house, session, people.sem).await), Refusal::EnrolmentClosed);
}

#[tokio::test]
async fn one_place_per_workshop_until_that_session_has_ended() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let first = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    let second = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(3))).await.unwrap();
    enrol(&house, first, people.fenna).await.unwrap();
    let starts = moment("2026-04-01T10:00");
    let refused = refusal(enrol(&house, second, people.fenna).await);
    assert_eq!(refused, Refusal::AlreadyInWorkshop { session: first, starts });
    house.at("2026-04-02T10:00");
    enrol(&house, second, people.fenna).await.unwrap();
}

#[tokio::test]
async fn two_meetings_at_the_same_time_are_refused_and_touching_is_fine() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (a, b, c) = (workshop(&house, "A").await, workshop(&house, "B").await, workshop(&house, "C").await);
    let ten = plan_session(&house, plan(a, "2026-04-01T10:00", Some(3))).await.unwrap();
    let twelve = plan_session(&house, plan(b, "2026-04-01T12:00", Some(3))).await.unwrap();
    let half_past = plan_session(&house, plan(c, "2026-04-01T11:59", Some(3))).await.unwrap();
    enrol(&house, ten, people.fenna).await.unwrap();
    let refused = refusal(enrol(&house, half_past, people.fenna).await);
    assert!(
        matches!(refused, Refusal::Overlaps { session, as_trainer: false, .. } if session == ten),
        "{refused:?}"
    );
    enrol(&house, twelve, people.fenna).await.unwrap();
}

#[tokio::test]
async fn a_gap_between_two_meetings_is_free_time() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut long = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    long.meetings.push(meeting(moment("2026-04-15T10:00"), 120));
    let long = plan_session(&house, long).await.unwrap();
    let between = plan(workshop(&house, "B").await, "2026-04-08T10:00", Some(3));
    let between = plan_session(&house, between).await.unwrap();
    enrol(&house, long, people.fenna).await.unwrap();
    enrol(&house, between, people.fenna).await.unwrap();
}

#[tokio::test]
async fn a_trainer_cannot_take_part_elsewhere_at_the_same_time() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut given = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    given.trainers = vec![people.fenna];
    plan_session(&house, given).await.unwrap();
    let other = session_of(&house, "B", 3).await;
    let refused = refusal(enrol(&house, other, people.fenna).await);
    assert!(matches!(refused, Refusal::Overlaps { as_trainer: true, .. }), "{refused:?}");
}

#[tokio::test]
async fn staff_sets_overlap_and_window_aside_with_a_reason() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (first, second) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    enrol(&house, first, people.fenna).await.unwrap();
    let wish = &TakePlace { override_reason: Some("komt later binnen".into()), ..wish(second, people.fenna) };
    let employee = Actor::employee(people.fenna);
    let refused = house.write(&employee, |c| async move { take_place(&c, wish).await }).await;
    assert!(refused.is_err(), "only staff sets rules aside");
    let manager = house.actor(people.manager).await;
    let placed = house.write(&manager, |c| async move { take_place(&c, wish).await }).await.unwrap();
    assert_eq!(placed.status, EnrolmentStatus::Confirmed);
    let row = olievlek::domain::learning::enrolment::find(&house.db.reader, placed.id).await.unwrap();
    assert_eq!(row.override_reason.as_deref(), Some("komt later binnen"));
}

#[tokio::test]
async fn a_planned_session_does_not_exist_for_employees() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut hidden = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    hidden.open = false;
    let session = plan_session(&house, hidden).await.unwrap();
    let refused = enrol(&house, session, people.fenna).await;
    assert!(matches!(refused, Err(Error::Missing("session"))), "{refused:?}");
}

#[tokio::test]
async fn no_limit_is_the_absence_of_a_number_and_zero_means_none() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let endless =
        plan_session(&house, plan(workshop(&house, "A").await, "2026-04-01T10:00", None)).await.unwrap();
    assert_eq!(enrol(&house, endless, people.fenna).await.unwrap().status, EnrolmentStatus::Confirmed);
    let none = session_of(&house, "B", 0).await;
    assert_eq!(enrol(&house, none, people.sem).await.unwrap().status, EnrolmentStatus::Waiting);
    house.pass(TimeDelta::zero());
}
