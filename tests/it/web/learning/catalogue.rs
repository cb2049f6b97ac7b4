//! The catalogue and a workshop.

use poem::http::StatusCode;

use super::{follow, press};
use crate::{
    house::TestHouse,
    learning::{enrol, plan, plan_session, session_of, workshop},
};

#[tokio::test]
async fn an_employee_finds_a_workshop_and_takes_a_place_in_two_clicks() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    session_of(&house, "A", 4).await;
    let mut browser = house.browser_of(people.fenna).await;
    let list = browser.get("/workshops").await;
    assert_eq!(list.text(".card h3"), "Workshop A");
    assert!(list.text(".card").contains("1 datum"));
    let shown = browser.get(&list.attribute(".card h3 a", "href")).await;
    let answer = press(&mut browser, &shown, "/enrolments", &[]).await;
    let mine = follow(&mut browser, &answer).await;
    assert_eq!(mine.text(".flash"), "Je hebt een plek. We mailen je de afspraak voor je agenda.");
    assert_eq!(mine.text("#state"), "Je hebt een plek");
    assert!(browser.get("/places").await.text("#coming + .list").contains("Workshop A"));
}

#[tokio::test]
async fn a_second_press_of_the_same_button_takes_one_place() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    session_of(&house, "A", 4).await;
    let mut browser = house.browser_of(people.fenna).await;
    let list = browser.get("/workshops").await;
    let shown = browser.get(&list.attribute(".card h3 a", "href")).await;
    let first = press(&mut browser, &shown, "/enrolments", &[]).await;
    let second = press(&mut browser, &shown, "/enrolments", &[]).await;
    assert_eq!(first.location(), second.location());
}

#[tokio::test]
async fn the_address_says_what_is_shown() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let full = session_of(&house, "Vol", 1).await;
    session_of(&house, "Ruim", 5).await;
    let may = workshop(&house, "Mei").await;
    plan_session(&house, plan(may, "2026-05-06T09:00", Some(5))).await.expect("a session");
    enrol(&house, full, people.sem).await.expect("a place");
    let mut browser = house.browser_of(people.fenna).await;
    let mut titles = async |address: &str| browser.get(address).await.text(".card h3");
    assert_eq!(titles("/workshops?show=dates").await, "Workshop Vol\nWorkshop Ruim\nWorkshop Mei");
    assert_eq!(titles("/workshops?free=yes").await, "Workshop Ruim\nWorkshop Mei");
    assert_eq!(titles("/workshops?month=2026-05").await, "Workshop Mei");
    assert_eq!(titles("/workshops?q=ruim").await, "Workshop Ruim");
    assert_eq!(titles("/workshops?value=vertrouwen&form=online").await, "");
    assert_eq!(
        titles("/workshops?value=nonsense&month=13-13&form=x").await,
        "Workshop Mei\nWorkshop Ruim\nWorkshop Vol"
    );
}

#[tokio::test]
async fn nothing_found_offers_the_way_back() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get("/workshops?q=zeilen&value=vertrouwen").await;
    assert!(page.text(".empty").contains("Niets past bij je filters."));
    assert_eq!(page.attribute(".empty a", "href"), "/workshops");
    assert_eq!(page.attribute("#q", "value"), "zeilen");
    assert_eq!(page.attribute("form input[name=value]", "value"), "vertrouwen", "searching keeps the value");
}

#[tokio::test]
async fn a_date_that_overlaps_says_so_instead_of_a_button() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let first = session_of(&house, "A", 4).await;
    session_of(&house, "B", 4).await;
    enrol(&house, first, people.fenna).await.expect("a place");
    let mut browser = house.browser_of(people.fenna).await;
    let list = browser.get("/workshops?q=b").await;
    let page = browser.get(&list.attribute(".card h3 a", "href")).await;
    assert!(page.text(".list").contains("Je bent dan al bij “Workshop A”"), "{}", page.text(".list"));
    assert_eq!(page.attribute(".list p a", "href"), format!("/sessions/{first}"));
    assert_eq!(page.attribute(".list form", "action"), "");
}

#[tokio::test]
async fn who_gives_a_date_is_told_so_on_another_at_the_same_time() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut given = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    given.trainers = vec![people.fenna];
    plan_session(&house, given).await.expect("a session");
    let other = session_of(&house, "B", 4).await;
    let page = house.browser_of(people.fenna).await.get(&format!("/sessions/{other}")).await;
    assert!(page.text("main").contains("Je geeft dan zelf “Workshop A”"), "{}", page.text("main"));
}

#[tokio::test]
async fn the_other_date_of_a_workshop_is_named_when_one_has_a_place_there() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let first = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(4))).await.expect("a session");
    plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(4))).await.expect("a session");
    enrol(&house, first, people.fenna).await.expect("a place");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/workshops/{workshop}")).await;
    assert!(page.text(".list").contains("Je hebt al een plek bij deze workshop"));
    assert!(page.text(".list").contains("Je hebt een plek"));
}

#[tokio::test]
async fn the_catalogue_speaks_english() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    session_of(&house, "A", 4).await;
    let mut browser = house.browser_of(people.fenna).await;
    browser.post("/me/language", &[("language", "en")]).await;
    let list = browser.get("/workshops").await;
    assert_eq!(list.text("h2"), "1 workshop");
    let shown = browser.get(&list.attribute(".card h3 a", "href")).await;
    assert!(shown.text(".list button").starts_with("Take a place"));
    let answer = press(&mut browser, &shown, "/enrolments", &[]).await;
    assert!(follow(&mut browser, &answer).await.text(".flash").starts_with("You have a place."));
}

#[tokio::test]
async fn a_visitor_is_sent_to_sign_in_and_back() {
    let house = TestHouse::new().await;
    house.named().await;
    let page = house.browser().get("/workshops?free=yes").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(page.location(), "/sign-in?next=%2Fworkshops%3Ffree%3Dyes");
}
