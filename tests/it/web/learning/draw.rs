//! Taking part in a draw.

use olievlek::domain::{
    actor::Actor,
    learning::{draw, session},
};

use super::{follow, press};
use crate::{
    house::{TestHouse, moment},
    learning::{enrol, plan, plan_session, session_of, status, workshop},
};

async fn drawn_on(house: &TestHouse, session: entity::id::SessionId, at: &str) {
    let at = Some(moment(at));
    let set = |change: std::sync::Arc<_>| async move { draw::set(&change, session, at).await };
    house.write(&Actor::operator(), set).await.unwrap();
}

#[tokio::test]
async fn before_the_draw_everybody_reads_what_it_means_and_nobody_a_position() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    drawn_on(&house, session, "2026-03-20T12:00").await;
    enrol(&house, session, people.sem).await.unwrap();
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/sessions/{session}")).await;
    assert_eq!(page.text("#place"), "De plekken worden geloot");
    assert!(page.text("main").contains("Iedereen die zich voor vrijdag 20 maart"));
    assert!(page.text("main").contains("Doe mee aan de loting"));
    let seats = page.text(".seats");
    assert!(seats.starts_with("1 plek, geloot op vrijdag 20 maart"), "{seats}");
    assert!(seats.ends_with("1 persoon doet mee."), "no place is free before the draw: {seats}");
    let answer = press(&mut browser, &page, "/enrolments", &[]).await;
    let mine = follow(&mut browser, &answer).await;
    assert_eq!(mine.text("#state"), "Je doet mee aan de loting");
    assert!(mine.text(".flash").contains("Je doet mee aan de loting op vrijdag 20 maart"));
    assert!(!mine.text("main").contains("nummer"), "no position");
    let places = browser.get("/places").await;
    assert!(places.text("#waiting + .list").contains("Je doet mee aan de loting op vrijdag 20 maart"));
}

#[tokio::test]
async fn who_is_staff_sees_seed_and_ranks_and_the_ranks_can_be_recomputed() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    drawn_on(&house, session, "2026-03-20T12:00").await;
    let asked = [
        enrol(&house, session, people.fenna).await.unwrap(),
        enrol(&house, session, people.sem).await.unwrap(),
    ];
    let mut browser = house.browser_of(people.manager).await;
    let before = browser.get(&format!("/desk/sessions/{session}")).await;
    assert_eq!(before.text("#requests"), "Doen mee aan de loting (2)");
    assert_eq!(before.text("#draw"), "");
    house.at("2026-03-20T12:01");
    olievlek::job::schedule::all(&house).await;
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get(&format!("/desk/sessions/{session}")).await;
    let seed = page.text("#draw p code");
    let shown: Vec<_> =
        page.text("#draw td code").lines().map(|id| id.trim().parse().expect("a number")).collect();
    let ids: Vec<_> = asked.iter().map(|placement| placement.id).collect();
    assert_eq!(shown, draw::rank(&seed, &ids));
    let first = asked.iter().find(|placement| placement.id == shown[0]).unwrap();
    assert!(status(&house, first).await.seated());
}

#[tokio::test]
async fn a_planner_sets_the_moment_of_the_draw_with_the_session() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await;
    let mut browser = house.browser_of(people.manager).await;
    let id = workshop.to_string();
    let mut fields = vec![
        ("workshop", id.as_str()),
        ("date-1", "2026-04-01"),
        ("start-1", "9:30"),
        ("end-1", "12:00"),
        ("location-1", "Zaal 1"),
        ("state", "open"),
        ("drawAt", "2026-04-02T09:00"),
    ];
    let late = browser.post("/desk/sessions", &fields).await;
    assert!(late.text("#drawAt-error").contains("Kies een moment vóór de eerste bijeenkomst."));
    fields.pop();
    fields.push(("drawAt", "2026-03-20T09:00"));
    let done = browser.post("/desk/sessions", &fields).await;
    let made = done.location().rsplit('/').next().unwrap().parse().expect("a session");
    let at = session::details(&house.db.reader, made, house.now()).await.unwrap().session.draw_at;
    assert_eq!(at, Some(moment("2026-03-20T09:00")));
    let page = browser.get(&format!("/desk/sessions/{made}/edit")).await;
    assert_eq!(page.attribute("#drawAt", "value"), "2026-03-20T09:00");
}

#[tokio::test]
async fn a_session_that_has_places_given_out_gets_no_draw() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let fields = [("capacity", "5"), ("drawAt", "2026-03-20T09:00")];
    let page = browser.post(&format!("/desk/sessions/{session}"), &fields).await;
    assert!(page.text("#drawAt-error").contains("Er heeft al iemand een plek"));
    assert_eq!(page.attribute("#capacity", "value"), "5", "what was typed is kept");
}
