//! Many at once.

use std::collections::BTreeSet;

use entity::enrolment::EnrolmentStatus;
use futures_util::future::join_all;

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_at_once_for_ten_seats_are_ten_places_and_a_queue_from_one_to_fifty() {
    let house = TestHouse::new().await;
    let department = house.department("GEM", "Gemeente", None).await;
    let mut people = Vec::new();
    for n in 0..60 {
        people.push(house.employee(&format!("Tijl Nummer{n}"), department).await);
    }
    let session = session_of(&house, "A", 10).await;
    let all = join_all(people.iter().map(|person| enrol(&house, session, *person))).await;
    let all: Vec<Placement> = all.into_iter().map(|result| result.unwrap()).collect();
    let placed = all.iter().filter(|p| p.status == EnrolmentStatus::Confirmed).count();
    assert_eq!(placed, 10);
    let mut positions = BTreeSet::new();
    for placement in all.iter().filter(|p| p.status == EnrolmentStatus::Waiting) {
        positions.extend(position(&house, placement).await);
    }
    assert_eq!(positions, (1..=50).collect());
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_double_click_makes_one_enrolment() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 10).await;
    let clicks = join_all((0..5).map(|_| enrol(&house, session, people.fenna))).await;
    assert_eq!(clicks.iter().filter(|click| click.is_ok()).count(), 1);
    for click in clicks.into_iter().filter(Result::is_err) {
        assert_eq!(refusal(click), Refusal::AlreadyEnrolled);
    }
    assert_eq!(session_row(&house, session).await.taken, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_who_withdraw_at_once_make_room_for_ten() {
    let house = TestHouse::new().await;
    let department = house.department("GEM", "Gemeente", None).await;
    let session = session_of(&house, "A", 10).await;
    let mut all = Vec::new();
    for n in 0..25 {
        let person = house.employee(&format!("Tijl Nummer{n}"), department).await;
        all.push(enrol(&house, session, person).await.unwrap());
    }
    for result in join_all(all[..10].iter().map(|placement| give_back(&house, placement))).await {
        result.unwrap();
    }
    for placement in &all[10..20] {
        assert_eq!(status(&house, placement).await, EnrolmentStatus::Offered);
    }
    for placement in &all[20..] {
        assert_eq!(status(&house, placement).await, EnrolmentStatus::Waiting);
    }
    assert_reconciled(&house, session).await;
}
