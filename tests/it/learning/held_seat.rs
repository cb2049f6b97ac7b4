//! Seats that are held for a department.

use std::sync::Arc;

use entity::role::RoleKind;
use futures_util::future::join_all;
use olievlek::{
    domain::{
        change::Change,
        learning::{
            calling_off, decision,
            held_seat::{self, Hold},
        },
        task::Letter,
    },
    job::schedule,
};

use super::*;

pub async fn holds(house: &TestHouse, who: PersonId, hold: Hold) -> Result<HeldSeatId> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { held_seat::hold(&change, &hold).await }).await
}

async fn names(house: &TestHouse, who: PersonId, id: HeldSeatId, person: PersonId) -> Result<Placement> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { held_seat::name(&change, id, person).await }).await
}

pub async fn releases(house: &TestHouse, who: PersonId, id: HeldSeatId) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { held_seat::release(&change, id).await }).await
}

pub fn for_team(session: SessionId, department: DepartmentId, seats: i32) -> Hold {
    Hold { session, department, seats, days_before: 7 }
}

/// Taken, of these held, waiting.
async fn counts(house: &TestHouse, session: SessionId) -> (i32, i32, i32) {
    let row = session_row(house, session).await;
    (row.taken, row.held, row.waiting)
}

#[tokio::test]
async fn held_seats_are_taken_and_who_comes_then_waits() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    holds(&house, people.head, for_team(session, people.permits, 2)).await.unwrap();
    assert_eq!(counts(&house, session).await, (2, 2, 0));
    for person in [people.noor, people.daan] {
        assert_eq!(enrol(&house, session, person).await.unwrap().status, EnrolmentStatus::Confirmed);
    }
    assert_eq!(enrol(&house, session, people.manager).await.unwrap().status, EnrolmentStatus::Waiting);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_held_seat_with_a_name_is_the_place_of_that_person() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let id = holds(&house, people.head, for_team(session, people.permits, 2)).await.unwrap();
    let place = names(&house, people.head, id, people.sem).await.unwrap();
    assert_eq!(place.status, EnrolmentStatus::Confirmed);
    assert_eq!(counts(&house, session).await, (2, 1, 0));
    let letters = house.letters().await;
    assert!(letters.iter().any(|one| matches!(one, Letter::Confirmed { .. })), "{letters:?}");
    names(&house, people.head, id, people.fenna).await.unwrap();
    assert_eq!(counts(&house, session).await, (2, 0, 0));
    assert_eq!(refusal(names(&house, people.head, id, people.head).await), Refusal::HoldOver);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn who_waits_and_gets_a_held_seat_leaves_the_queue() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let id = holds(&house, people.head, for_team(session, people.permits, 1)).await.unwrap();
    enrol(&house, session, people.noor).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    assert_eq!(sem.status, EnrolmentStatus::Waiting);
    let place = names(&house, people.head, id, people.sem).await.unwrap();
    assert_eq!((place.id, place.status), (sem.id, EnrolmentStatus::Confirmed));
    assert_eq!(counts(&house, session).await, (2, 0, 0));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_name_that_a_rule_refuses_leaves_the_seat_held() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (session, same_time) = (session_of(&house, "A", 4).await, session_of(&house, "B", 4).await);
    let id = holds(&house, people.head, for_team(session, people.permits, 1)).await.unwrap();
    enrol(&house, same_time, people.sem).await.unwrap();
    assert_eq!(refusal(names(&house, people.head, id, people.sem).await).code(), "overlaps");
    assert_eq!(refusal(names(&house, people.head, id, people.daan).await).code(), "not-of-department");
    assert_eq!(counts(&house, session).await, (1, 1, 0));
    enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(refusal(names(&house, people.head, id, people.fenna).await), Refusal::AlreadyEnrolled);
    assert_eq!(counts(&house, session).await, (2, 1, 0));
}

#[tokio::test]
async fn held_seats_come_free_by_themselves_without_the_job_and_the_queue_moves() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    holds(&house, people.head, for_team(session, people.permits, 1)).await.unwrap();
    enrol(&house, session, people.noor).await.unwrap();
    house.at("2026-03-25T10:01");
    assert_eq!(counts(&house, session).await, (1, 0, 0), "whoever looks sees a free seat");
    assert_eq!(enrol(&house, session, people.daan).await.unwrap().status, EnrolmentStatus::Confirmed);
    assert_eq!(counts(&house, session).await, (2, 0, 0));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn the_job_settles_what_came_free_and_offers_it_to_who_waits() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    holds(&house, people.head, for_team(session, people.permits, 1)).await.unwrap();
    enrol(&house, session, people.noor).await.unwrap();
    let daan = enrol(&house, session, people.daan).await.unwrap();
    house.at("2026-03-25T11:00");
    schedule::all(&house).await;
    assert_eq!(status(&house, &daan).await, EnrolmentStatus::Offered);
    assert_eq!(counts(&house, session).await, (2, 0, 0));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn whoever_holds_them_gives_them_back_and_the_queue_moves() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let id = holds(&house, people.head, for_team(session, people.permits, 1)).await.unwrap();
    enrol(&house, session, people.noor).await.unwrap();
    let daan = enrol(&house, session, people.daan).await.unwrap();
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    assert!(matches!(releases(&house, people.noor, id).await, Err(Error::Missing(_))));
    releases(&house, people.head, id).await.unwrap();
    assert_eq!(status(&house, &daan).await, EnrolmentStatus::Offered);
    assert_eq!(refusal(releases(&house, people.head, id).await), Refusal::HoldOver);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn what_cannot_be_held_is_refused_with_its_reason() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let team = |seats| for_team(session, people.permits, seats);
    let head = people.head;
    assert!(matches!(holds(&house, head, team(0)).await, Err(Error::Invalid(_))));
    assert!(matches!(
        holds(&house, head, for_team(session, people.counter, 1)).await,
        Err(Error::Missing(_))
    ));
    assert!(matches!(holds(&house, people.fenna, team(1)).await, Err(Error::Missing(_))));
    let long = Hold { days_before: 31, ..team(1) };
    assert!(matches!(holds(&house, head, long).await, Err(Error::Invalid(_))), "that moment has passed");
    assert_eq!(refusal(holds(&house, head, team(3)).await), Refusal::TooManyHeld { most: 2, held: 0 });
    assert_eq!(refusal(holds(&house, people.manager, team(5)).await), Refusal::FewerFree { free: 4 });
    holds(&house, head, team(2)).await.unwrap();
    assert_eq!(refusal(holds(&house, head, team(1)).await), Refusal::TooManyHeld { most: 2, held: 2 });
    holds(&house, people.manager, team(2)).await.unwrap();
    enrol(&house, session, people.noor).await.unwrap();
    assert_eq!(refusal(holds(&house, people.manager, team(1)).await), Refusal::PeopleWait);
    let workshop = workshop(&house, "B").await;
    let endless = plan_session(&house, plan(workshop, "2026-04-15T10:00", None)).await.unwrap();
    let endless = for_team(endless, people.permits, 1);
    assert_eq!(refusal(holds(&house, head, endless).await), Refusal::NothingToHold);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_head_promises_no_seat_where_the_programme_manager_has_to_agree() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = super::approval::session_with(&house, ApprovalRule::HeadThenManager, 4).await;
    let team = for_team(session, people.permits, 1);
    assert_eq!(refusal(holds(&house, people.head, team).await), Refusal::ManagerDecides);
    let id = holds(&house, people.manager, team).await.unwrap();
    assert_eq!(refusal(names(&house, people.head, id, people.sem).await), Refusal::ManagerDecides);
    assert!(names(&house, people.manager, id, people.sem).await.is_ok());
}

#[tokio::test]
async fn called_off_dates_hold_nothing_and_held_seats_are_no_participants() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let few = Plan {
        minimum: Some(2),
        decide_by: Some(moment("2026-03-10T09:00")),
        ..plan(workshop, "2026-04-01T10:00", Some(4))
    };
    let session = plan_session(&house, few).await.unwrap();
    holds(&house, people.head, for_team(session, people.permits, 2)).await.unwrap();
    house.at("2026-03-10T09:00");
    assert_eq!(decision::unasked(&house.db.reader, house.now()).await.unwrap(), [session]);
    let off = |change: Arc<Change>| async move { calling_off::call_off(&change, session, None).await };
    house.write(&Actor::operator(), off).await.unwrap();
    assert_eq!(counts(&house, session).await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn holding_and_enrolling_at_once_never_give_more_seats_than_there_are() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 6).await;
    let mut staff = Vec::new();
    for n in 0..8 {
        staff.push(house.employee(&format!("Tijl Nummer{n}"), people.counter).await);
    }
    let take = join_all(staff.iter().map(|person| enrol(&house, session, *person)));
    let hold = join_all((0..4).map(|_| holds(&house, people.head, for_team(session, people.permits, 1))));
    let (taken, held) = tokio::join!(take, hold);
    assert!(taken.iter().all(Result::is_ok), "{taken:?}");
    let row = session_row(&house, session).await;
    assert_eq!(row.taken, 6);
    assert_eq!(row.held as usize, held.iter().filter(|one| one.is_ok()).count());
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_held_seat_is_given_to_one_of_two_who_are_named_at_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let id = holds(&house, people.head, for_team(session, people.permits, 1)).await.unwrap();
    let both =
        join_all([people.fenna, people.sem].map(|person| names(&house, people.head, id, person))).await;
    assert_eq!(both.iter().filter(|one| one.is_ok()).count(), 1, "{both:?}");
    assert_eq!(counts(&house, session).await, (1, 0, 0));
    assert_reconciled(&house, session).await;
}
