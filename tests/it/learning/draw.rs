//! A fair start: requests are collected and then drawn by lot.

use entity::enrolment::{EnrolmentStatus, NO_LOT};
use olievlek::domain::{
    learning::{draw, waiting_list::settle},
    task::Letter,
};

use super::*;

const DRAW: &str = "2026-03-20T12:00";

/// A session whose places are drawn on 20 March at noon.
async fn drawn_session(house: &TestHouse, capacity: i32) -> SessionId {
    let session = session_of(house, "A", capacity).await;
    set_draw(house, session, Some(DRAW)).await.unwrap();
    session
}

async fn set_draw(house: &TestHouse, session: SessionId, at: Option<&str>) -> Result<()> {
    let at = at.map(moment);
    house.write(&Actor::operator(), |change| async move { draw::set(&change, session, at).await }).await
}

async fn settled(house: &TestHouse, session: SessionId) -> session_table::Model {
    house.write(&Actor::house(), |change| async move { settle(&change, session).await }).await.unwrap()
}

/// Fenna, Sem, Noor and Daan ask for a place, in this order.
async fn four_requests(house: &TestHouse, session: SessionId) -> Vec<Placement> {
    let people = house.named().await;
    let mut asked = Vec::new();
    for person in [people.fenna, people.sem, people.noor, people.daan] {
        asked.push(enrol(house, session, person).await.unwrap());
    }
    asked
}

#[tokio::test]
async fn before_the_draw_a_request_takes_no_place_and_has_no_position() {
    let house = TestHouse::new().await;
    let session = drawn_session(&house, 1).await;
    for placement in four_requests(&house, session).await {
        assert_eq!((placement.status, placement.position), (EnrolmentStatus::Requested, None));
    }
    let row = session_row(&house, session).await;
    assert_eq!((row.taken, row.waiting), (0, 0));
    let letters = house.letters().await;
    assert!(letters.iter().all(|letter| matches!(letter, Letter::Requested { .. })), "{letters:?}");
    assert_eq!(letters.len(), 4);
}

#[tokio::test]
async fn the_draw_gives_the_places_in_the_order_of_the_lots_and_the_others_wait() {
    let house = TestHouse::new().await;
    let session = drawn_session(&house, 2).await;
    let asked = four_requests(&house, session).await;
    house.letters().await;
    house.at(DRAW);
    let row = settled(&house, session).await;
    let ids: Vec<_> = asked.iter().map(|placement| placement.id).collect();
    let ranked = draw::rank(row.draw_seed.as_deref().expect("a seed"), &ids);
    let mut stands = Vec::new();
    for id in &ranked {
        let row = find(&house.db.reader, *id).await.unwrap();
        stands.push((row.status, waiting_list::position(&house.db.reader, &row).await.unwrap(), row.lot));
    }
    let (won, waits) = (EnrolmentStatus::Confirmed, EnrolmentStatus::Waiting);
    assert_eq!(stands, [(won, None, 1), (won, None, 2), (waits, Some(1), 3), (waits, Some(2), 4)]);
    let letters = house.letters().await;
    let count = |wanted: fn(&Letter) -> bool| letters.iter().filter(|one| wanted(one)).count();
    assert_eq!(count(|one| matches!(one, Letter::LotWon { .. })), 2);
    assert_eq!(count(|one| matches!(one, Letter::LotLost { .. })), 2);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn the_draw_is_held_once_and_its_seed_gives_the_same_order_again() {
    let house = TestHouse::new().await;
    let session = drawn_session(&house, 2).await;
    four_requests(&house, session).await;
    house.at(DRAW);
    let first = settled(&house, session).await;
    house.at("2026-03-21T12:00");
    let second = settled(&house, session).await;
    assert_eq!((first.drawn_at, &first.draw_seed), (second.drawn_at, &second.draw_seed));
    let ids: Vec<_> = (0..20).map(|_| EnrolmentId::new()).collect();
    let mut shuffled = ids.clone();
    shuffled.reverse();
    assert_eq!(draw::rank("seed", &ids), draw::rank("seed", &shuffled), "the order of asking does not count");
    assert_ne!(draw::rank("seed", &ids), draw::rank("other", &ids), "another seed is another draw");
}

#[tokio::test]
async fn a_draw_that_was_missed_is_held_by_the_first_who_comes_by() {
    let house = TestHouse::new().await;
    let session = drawn_session(&house, 1).await;
    let asked = four_requests(&house, session).await;
    house.at("2026-03-25T09:00");
    let people_late = house.employee("Late Loper", house.department("X", "Laat", None).await).await;
    let late = enrol(&house, session, people_late).await.unwrap();
    assert_eq!(
        (late.status, late.position),
        (EnrolmentStatus::Waiting, Some(4)),
        "behind all who asked in time"
    );
    let mut confirmed = 0;
    for placement in &asked {
        confirmed += usize::from(status(&house, placement).await == EnrolmentStatus::Confirmed);
    }
    assert_eq!(confirmed, 1);
    let row = find(&house.db.reader, late.id).await.unwrap();
    assert_eq!(row.lot, NO_LOT);
}

#[tokio::test]
async fn who_got_another_place_meanwhile_is_passed_over_in_the_draw() {
    let house = TestHouse::new().await;
    let session = drawn_session(&house, 1).await;
    let people = house.named().await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    let second = enrol(&house, session, people.sem).await.unwrap();
    let same_time = session_of(&house, "B", 3).await;
    enrol(&house, same_time, people.fenna).await.unwrap();
    house.at(DRAW);
    settled(&house, session).await;
    assert_eq!(status(&house, &asked).await, EnrolmentStatus::Waiting);
    assert_eq!(status(&house, &second).await, EnrolmentStatus::Confirmed);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn the_moment_of_the_draw_cannot_change_what_people_were_told() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let plain = session_of(&house, "B", 1).await;
    enrol(&house, plain, people.fenna).await.unwrap();
    assert!(
        matches!(set_draw(&house, plain, Some(DRAW)).await, Err(Error::Invalid(_))),
        "somebody has a place"
    );
    let session = drawn_session(&house, 1).await;
    assert!(matches!(set_draw(&house, session, Some("2026-04-01T10:00")).await, Err(Error::Invalid(_))));
    enrol(&house, session, people.sem).await.unwrap();
    assert!(matches!(set_draw(&house, session, None).await, Err(Error::Invalid(_))), "somebody has asked");
    set_draw(&house, session, Some("2026-03-22T12:00")).await.unwrap();
    house.at("2026-03-22T12:00");
    settled(&house, session).await;
    let refused = refusal(set_draw(&house, session, Some("2026-03-23T12:00")).await);
    assert_eq!(refused, Refusal::NotPossibleNow);
}
