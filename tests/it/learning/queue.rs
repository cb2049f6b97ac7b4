//! The waiting list: who is next, and when.

use chrono::TimeDelta;
use entity::enrolment::{Ending, EnrolmentStatus};
use olievlek::domain::{
    actor::Actor,
    error::Refusal,
    learning::{
        agenda::{self, Filter},
        enrolment::{find, take_place},
        session as sessions,
        waiting_list::{settle, with_lapsed_offers},
    },
    page::Window,
};

use super::*;

/// One seat, taken by Fenna; Sem and Noor wait.
async fn full(house: &TestHouse) -> (SessionId, Placement, Placement, Placement) {
    let people = house.named().await;
    let session = session_of(house, "A", 1).await;
    let fenna = enrol(house, session, people.fenna).await.unwrap();
    let sem = enrol(house, session, people.sem).await.unwrap();
    let noor = enrol(house, session, people.noor).await.unwrap();
    (session, fenna, sem, noor)
}

#[tokio::test]
async fn the_first_in_line_gets_an_offer_for_the_place_that_comes_free() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, noor) = full(&house).await;
    give_back(&house, &fenna).await.unwrap();
    let row = find(&house.db.reader, sem.id).await.unwrap();
    assert_eq!(row.status, EnrolmentStatus::Offered);
    assert_eq!(row.offer_expires_at, Some(house.now() + TimeDelta::hours(24)));
    assert_eq!(position(&house, &noor).await, Some(1), "the next moves up");
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn an_offer_that_is_accepted_is_a_place() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, _) = full(&house).await;
    give_back(&house, &fenna).await.unwrap();
    assert_eq!(say_yes(&house, &sem).await.unwrap().status, EnrolmentStatus::Confirmed);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn an_offer_that_is_declined_goes_to_the_next() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, noor) = full(&house).await;
    give_back(&house, &fenna).await.unwrap();
    assert_eq!(say_no(&house, &sem).await.unwrap().status, EnrolmentStatus::Declined);
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Offered);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn an_offer_that_lapsed_cannot_be_accepted_and_goes_to_the_next_without_any_job() {
    let house = TestHouse::new().await;
    let people_session = full(&house).await;
    let (session, fenna, sem, noor) = people_session;
    give_back(&house, &fenna).await.unwrap();
    house.pass(TimeDelta::hours(25));
    assert_eq!(refusal(say_yes(&house, &sem).await), Refusal::OfferLapsed);
    // Anybody who touches the session settles it.
    let late = house.employee("Lara Laat", house_department(&house).await).await;
    let waits = enrol(&house, session, late).await.unwrap();
    assert_eq!(waits.status, EnrolmentStatus::Waiting);
    let row = find(&house.db.reader, sem.id).await.unwrap();
    assert_eq!((row.status, row.ending), (EnrolmentStatus::Declined, Some(Ending::OfferLapsed)));
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Offered);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn an_offer_that_lapsed_takes_no_seat_for_who_looks_before_any_job_has_run() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, noor) = full(&house).await;
    give_back(&house, &noor).await.unwrap();
    give_back(&house, &fenna).await.unwrap();
    let free = Filter { free: true, ..Default::default() };
    let seats = async || {
        let found = agenda::list(&house.db.reader, &Filter::default(), &Window::default(), house.now()).await;
        let listed = found.unwrap().items.remove(0).session;
        assert_eq!(listed, session_row(&house, session).await, "a list and one session say the same");
        (listed.taken, agenda::count(&house.db.reader, &free, house.now()).await.unwrap())
    };
    assert_eq!(seats().await, (1, 0), "held for Sem");
    house.pass(TimeDelta::hours(24));
    assert_eq!(seats().await, (0, 1), "free for anybody");
    assert_eq!(status(&house, &sem).await, EnrolmentStatus::Offered, "no verb and no job has settled it");
}

#[tokio::test]
async fn a_seat_that_lapsed_looks_full_to_a_newcomer_while_somebody_waits() {
    let house = TestHouse::new().await;
    let (session, fenna, _, noor) = full(&house).await;
    give_back(&house, &fenna).await.unwrap();
    house.pass(TimeDelta::hours(24));
    let row = session_row(&house, session).await;
    assert_eq!((row.taken, row.waiting), (0, 1));
    let free = Filter { free: true, ..Default::default() };
    assert_eq!(agenda::count(&house.db.reader, &free, house.now()).await.unwrap(), 0);
    let late = house.employee("Lara Laat", house_department(&house).await).await;
    assert_eq!(enrol(&house, session, late).await.unwrap().status, EnrolmentStatus::Waiting);
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Offered, "the queue goes first");
}

#[tokio::test]
async fn an_offer_that_lapsed_stands_in_the_way_of_no_other_date() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, _) = full(&house).await;
    let workshop = session_row(&house, session).await.workshop_id;
    let later = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(1))).await.unwrap();
    let at_once = session_of(&house, "B", 1).await;
    give_back(&house, &fenna).await.unwrap();
    let barred = refusal(enrol(&house, later, sem.person_id).await);
    assert!(matches!(barred, Refusal::AlreadyInWorkshop { .. }));
    assert!(matches!(refusal(enrol(&house, at_once, sem.person_id).await), Refusal::Overlaps { .. }));
    house.pass(TimeDelta::hours(24));
    for session in [later, at_once] {
        assert_eq!(enrol(&house, session, sem.person_id).await.unwrap().status, EnrolmentStatus::Confirmed);
    }
}

#[tokio::test]
async fn who_let_an_offer_lapse_may_stand_in_the_same_line_again_before_any_job_has_run() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, noor) = full(&house).await;
    give_back(&house, &fenna).await.unwrap();
    assert_eq!(refusal(enrol(&house, session, sem.person_id).await), Refusal::AlreadyEnrolled);
    house.pass(TimeDelta::hours(24));
    let again = enrol(&house, session, sem.person_id).await.unwrap();
    assert_eq!(again.status, EnrolmentStatus::Waiting, "the seat went to the next in line");
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Offered);
    assert_reconciled(&house, session).await;
}

async fn house_department(house: &TestHouse) -> DepartmentId {
    house.department("NIEUW", "Nieuw", None).await
}

#[tokio::test]
async fn the_job_finds_sessions_with_lapsed_offers_and_settles_them() {
    let house = TestHouse::new().await;
    let (session, fenna, _, noor) = full(&house).await;
    give_back(&house, &fenna).await.unwrap();
    assert!(with_lapsed_offers(&house.db.reader, house.now()).await.unwrap().is_empty());
    house.pass(TimeDelta::hours(24));
    assert_eq!(with_lapsed_offers(&house.db.reader, house.now()).await.unwrap(), [session]);
    house.write(&Actor::house(), |c| async move { settle(&c, session).await }).await.unwrap();
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Offered);
}

#[tokio::test]
async fn an_offer_never_stands_past_the_start() {
    let house = TestHouse::with(olievlek::domain::policy::Policy {
        short_notice: TimeDelta::hours(2),
        ..Default::default()
    })
    .await;
    let (_, fenna, sem, _) = full(&house).await;
    house.at("2026-03-31T20:00");
    give_back(&house, &fenna).await.unwrap();
    let row = find(&house.db.reader, sem.id).await.unwrap();
    assert_eq!(row.offer_expires_at, Some(moment("2026-04-01T10:00")));
}

#[tokio::test]
async fn near_the_start_people_are_placed_directly_if_they_said_so() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let fenna = enrol(&house, session, people.fenna).await.unwrap();
    let slow = TakePlace { short_notice: false, ..wish(session, people.sem) };
    let slow = &slow;
    let sem = house
        .write(&Actor::employee(people.sem), |c| async move { take_place(&c, slow).await })
        .await
        .unwrap();
    let noor = enrol(&house, session, people.noor).await.unwrap();
    house.at("2026-03-31T10:00");
    give_back(&house, &fenna).await.unwrap();
    assert_eq!(status(&house, &sem).await, EnrolmentStatus::Waiting, "did not say: also at short notice");
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Confirmed);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_newcomer_joins_the_queue_while_somebody_waits_although_a_seat_is_free() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let fenna = enrol(&house, session, people.fenna).await.unwrap();
    let with_a_question = async |person| {
        let wish = &TakePlace { short_notice: false, ..wish(session, person) };
        house.write(&Actor::employee(person), |c| async move { take_place(&c, wish).await }).await.unwrap()
    };
    with_a_question(people.sem).await;
    house.at("2026-03-31T10:00");
    give_back(&house, &fenna).await.unwrap();
    assert_eq!(session_row(&house, session).await.taken, 0, "so near the start nobody is asked any more");
    let noor = with_a_question(people.noor).await;
    assert_eq!((noor.status, noor.position), (EnrolmentStatus::Waiting, Some(2)));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn nobody_is_placed_in_what_has_started() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let fenna = enrol(&house, session, people.fenna).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    house.at("2026-04-01T10:00");
    let manager = house.actor(people.manager).await;
    house
        .write(&manager, |c| async move {
            olievlek::domain::learning::enrolment::withdraw(&c, fenna.id, None).await
        })
        .await
        .unwrap();
    assert_eq!(status(&house, &sem).await, EnrolmentStatus::Waiting);
}

#[tokio::test]
async fn a_newcomer_does_not_pass_who_waits() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, _) = full(&house).await;
    give_back(&house, &fenna).await.unwrap();
    say_no(&house, &sem).await.unwrap();
    let late = house.employee("Lara Laat", house_department(&house).await).await;
    let placed = enrol(&house, session, late).await.unwrap();
    assert_eq!((placed.status, placed.position), (EnrolmentStatus::Waiting, Some(1)));
}

#[tokio::test]
async fn whoever_may_not_have_the_place_any_more_is_skipped_and_blocks_nobody() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let same_time = session_of(&house, "B", 5).await;
    let fenna = enrol(&house, session, people.fenna).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    let noor = enrol(&house, session, people.noor).await.unwrap();
    enrol(&house, same_time, people.sem).await.unwrap();
    give_back(&house, &fenna).await.unwrap();
    assert_eq!(status(&house, &sem).await, EnrolmentStatus::Waiting);
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Offered);
    say_no(&house, &noor).await.unwrap();
    let daan = enrol(&house, session, people.daan).await.unwrap();
    assert_eq!(daan.status, EnrolmentStatus::Offered, "a free seat is not kept from whoever may have it");
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn waiting_for_several_dates_ends_when_one_is_certain() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let first = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(0))).await.unwrap();
    let second = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(1))).await.unwrap();
    let waits = enrol(&house, first, people.fenna).await.unwrap();
    assert_eq!(waits.status, EnrolmentStatus::Waiting);
    enrol(&house, second, people.fenna).await.unwrap();
    assert_eq!(status(&house, &waits).await, EnrolmentStatus::Withdrawn);
    assert_reconciled(&house, first).await;
}

#[tokio::test]
async fn more_seats_move_the_queue_and_fewer_remove_nobody() {
    let house = TestHouse::new().await;
    let (session, fenna, sem, noor) = full(&house).await;
    let workshop = session_row(&house, session).await.workshop_id;
    let more = &plan(workshop, "2026-04-01T10:00", Some(3));
    house
        .write(&Actor::operator(), |c| async move { sessions::change(&c, session, more).await })
        .await
        .unwrap();
    assert_eq!(status(&house, &sem).await, EnrolmentStatus::Offered);
    assert_eq!(status(&house, &noor).await, EnrolmentStatus::Offered);
    let fewer = &plan(workshop, "2026-04-01T10:00", Some(1));
    house
        .write(&Actor::operator(), |c| async move { sessions::change(&c, session, fewer).await })
        .await
        .unwrap();
    assert_eq!(status(&house, &fenna).await, EnrolmentStatus::Confirmed);
    assert_eq!(session_row(&house, session).await.taken, 3, "shown, not removed");
    give_back(&house, &fenna).await.unwrap();
    assert_reconciled(&house, session).await;
}
