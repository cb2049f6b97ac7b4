//! The first page of everybody.

use olievlek::domain::{
    actor::Actor,
    learning::need::{self, Needs},
};

use super::{full, press};
use crate::{
    house::TestHouse,
    learning::{enrol, plan, plan_session, session_of, workshop},
};

#[tokio::test]
async fn a_visitor_sees_what_is_coming_but_not_who_gives_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut given = plan(workshop, "2026-04-01T10:00", Some(4));
    given.trainers = vec![people.trainer];
    plan_session(&house, given).await.expect("a session");
    let page = house.browser().get("/").await;
    assert_eq!(page.text(".card h3"), "Workshop A");
    assert!(!page.body.contains("Tess Vos"));
    assert_eq!(page.attribute(".hello a.button", "href"), "/sign-in");
    let page = house.browser_of(people.trainer).await.get("/").await;
    assert_eq!(page.text("#gives"), "Workshops die jij geeft");
}

#[tokio::test]
async fn a_trainer_finds_the_date_that_is_under_way_and_comes_to_its_people() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut given = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(4));
    given.trainers = vec![people.trainer];
    let session = plan_session(&house, given).await.expect("a session");
    let way = format!("/desk/sessions/{session}");
    for (moment, now, later) in [
        ("2026-03-31T10:00", way.as_str(), way.as_str()),
        ("2026-04-01T10:30", way.as_str(), ""),
        ("2026-04-02T09:00", "", ""),
    ] {
        house.at(moment);
        let page = house.browser_of(people.trainer).await.get("/").await;
        assert_eq!(page.attribute(".hello__next a[href*='/desk/sessions/']", "href"), now, "{moment}");
        assert_eq!(page.attribute(".card a[href*='/desk/']", "href"), later, "{moment}");
    }
}

#[tokio::test]
async fn a_trainer_finds_the_register_of_today_and_how_many_come() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut given = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(4));
    given.trainers = vec![people.trainer];
    let session = plan_session(&house, given).await.expect("a session");
    let place = enrol(&house, session, people.fenna).await.expect("a place");
    enrol(&house, session, people.sem).await.expect("a place");
    let needs = Needs { access: "Een ringleiding".into(), diet: String::new() };
    let say = |change: std::sync::Arc<_>| {
        let needs = needs.clone();
        async move { need::state(&change, place.id, &needs).await }
    };
    house.write(&Actor::employee(people.fenna), say).await.expect("a need");
    let band = |page: &crate::house::browser::Page| {
        (page.attribute(".hello__next a[href$='/register']", "href"), page.text(".hello__next"))
    };
    house.at("2026-03-31T23:00");
    assert_eq!(band(&house.browser_of(people.trainer).await.get("/").await).0, "");
    house.at("2026-04-01T08:00");
    let page = house.browser_of(people.trainer).await.get("/").await;
    let (register, said) = band(&page);
    assert!(register.starts_with("/desk/meetings/"), "{register}");
    assert!(said.contains("2 deelnemers.") && said.contains("Iemand heeft iets nodig"), "{said}");
    assert!(said.contains("Stadhuis, zaal 2.14"), "{said}");
    assert!(!page.body.contains("ringleiding"), "what it is stands in the register");
    house.at("2026-04-01T13:00");
    let page = house.browser_of(people.trainer).await.get("/").await;
    assert_eq!(band(&page).0, "");
    assert!(page.attribute("#today ~ .list a[href$='/register']", "href").starts_with("/desk/meetings/"));
}

#[tokio::test]
async fn what_asks_an_answer_comes_first() {
    let house = TestHouse::new().await;
    let (people, _, fenna, _) = full(&house).await;
    let other = session_of(&house, "B", 4).await;
    let mut browser = house.browser_of(people.noor).await;
    assert_eq!(browser.get("/").await.text("#next"), "Je hebt nog geen workshop");
    enrol(&house, other, people.noor).await.expect("a place");
    assert_eq!(browser.get("/").await.text("#next"), "Workshop B");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{fenna}")).await;
    press(&mut browser, &page, "/withdrawal", &[]).await;
    let mut browser = house.browser_of(people.sem).await;
    let page = browser.get("/").await;
    assert!(page.text(".hello__next").contains("Er is een plek vrij voor jou."));
    let answer = press(&mut browser, &page, "/acceptance", &[]).await;
    assert_eq!(answer.status.as_u16(), 303);
}

#[tokio::test]
async fn a_head_sees_where_the_own_people_go_and_a_manager_what_asks_attention() {
    let house = TestHouse::new().await;
    let (people, ..) = full(&house).await;
    let page = house.browser_of(people.head).await.get("/").await;
    assert!(page.text("#department + .list").contains("1 van jouw mensen"), "{}", page.text("main"));
    let page = house.browser_of(people.manager).await.get("/").await;
    assert_eq!(page.text("#attention ~ div h3"), "Workshop A");
    assert!(
        house.browser_of(people.administrator).await.get("/").await.text("#desk + ul").contains("Rollen")
    );
}
