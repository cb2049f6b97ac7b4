//! What is read once for everybody: who sees whose, and how old it may be.

use chrono::TimeDelta;
use olievlek::{app::App, config::Config, db::Db};

use crate::{
    house::{TestHouse, browser::Browser},
    learning::{enrol, give_back, session_of},
};

const DATES: &str = "/workshops?show=dates";

#[tokio::test]
async fn a_change_is_seen_by_the_next_request_of_anybody() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let (mut fenna, mut sem) = (house.browser_of(people.fenna).await, house.browser_of(people.sem).await);
    let page = format!("/sessions/{session}");
    for browser in [&mut fenna, &mut sem] {
        assert!(browser.get(DATES).await.text(".card").contains("2 van 2 plekken"));
        assert!(browser.get(&page).await.text("main").contains("2 van 2 plekken"));
    }
    enrol(&house, session, people.noor).await.expect("a place");
    for browser in [&mut fenna, &mut sem] {
        assert!(browser.get(DATES).await.text(".card").contains("1 van 2 plekken"));
        assert!(browser.get(&page).await.text("main").contains("1 van 2 plekken"));
    }
}

#[tokio::test]
async fn nobody_sees_what_another_has_in_the_list_that_is_read_for_all() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let placement = enrol(&house, session, people.fenna).await.expect("a place");
    let (mut fenna, mut sem) = (house.browser_of(people.fenna).await, house.browser_of(people.sem).await);
    for _ in 0..2 {
        assert!(fenna.get(DATES).await.text(".card").contains("Je hebt een plek"));
        assert!(!sem.get(DATES).await.text(".card").contains("Je hebt een plek"));
    }
    give_back(&house, &placement).await.expect("given back");
    assert!(!fenna.get(DATES).await.text(".card").contains("Je hebt een plek"));
}

#[tokio::test]
async fn what_another_process_changed_is_seen_within_a_second() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let second = Db::connect(house.url()).await.expect("a second process");
    let app = App::new(Config::default(), second, house.clock.clone()).expect("its app");
    let mut browser = Browser::of(app);
    browser.sign_in(&house, people.fenna).await;
    assert!(browser.get(DATES).await.text(".card").contains("2 van 2 plekken"));
    enrol(&house, session, people.noor).await.expect("a place");
    house.pass(TimeDelta::seconds(1));
    assert!(browser.get(DATES).await.text(".card").contains("1 van 2 plekken"));
}
