//! One date.

use poem::http::StatusCode;

use super::{follow, full, press};
use crate::{
    house::{TestHouse, moment},
    learning::{enrol, meeting, plan, plan_session, session_of, workshop, workshop_for},
};

#[tokio::test]
async fn a_full_date_puts_one_in_line_and_says_where() {
    let house = TestHouse::new().await;
    let (people, session, ..) = full(&house).await;
    let mut browser = house.browser_of(people.noor).await;
    let page = browser.get(&format!("/sessions/{session}")).await;
    assert_eq!(page.text("#place"), "Deze datum is vol");
    assert!(page.text("main form").contains("Plaats mij ook op het laatste moment"));
    let answer = press(&mut browser, &page, "/enrolments", &[]).await;
    let mine = follow(&mut browser, &answer).await;
    assert!(mine.text(".flash").starts_with("Je staat op de wachtlijst, als nummer 2."));
    assert!(mine.text("main").contains("Je bent nummer 2 in de rij."));
    assert!(browser.get("/places").await.text("#waiting + .list").contains("nummer 2"));
}

#[tokio::test]
async fn near_the_start_a_full_date_names_no_moment_that_has_passed() {
    let house = TestHouse::new().await;
    let (people, session, ..) = full(&house).await;
    let mut browser = house.browser_of(people.noor).await;
    let address = format!("/sessions/{session}");
    let page = browser.get(&address).await;
    assert!(
        page.text("main form").contains("Dat gaat zo tot maandag 30 maart"),
        "{}",
        page.text("main form")
    );
    house.at("2026-03-30T11:00");
    let page = house.browser_of(people.noor).await.get(&address).await;
    assert!(!page.text("main").contains("30 maart"), "{}", page.text("main"));
    assert!(page.text("main form").contains("dan plaatsen we meteen de eerste in de rij"));
}

#[tokio::test]
async fn a_full_date_whose_enrolment_has_closed_offers_no_waiting_list() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut closing = plan(workshop, "2026-04-01T10:00", Some(1));
    closing.enrolment_closes = Some(moment("2026-03-10T10:00"));
    closing.withdraw_until = Some(moment("2026-03-05T10:00"));
    let session = plan_session(&house, closing).await.expect("a session");
    let mut browser = house.browser_of(people.noor).await;
    house.at("2026-03-06T10:00");
    let page = browser.get(&format!("/sessions/{session}")).await;
    assert!(page.text("main form").contains("dan vragen we je waarom"));
    assert!(!page.text("main").contains("5 maart"), "the moment to withdraw without a reason has passed");
    enrol(&house, session, people.fenna).await.expect("a place");
    house.at("2026-03-10T11:00");
    let page = browser.get(&format!("/sessions/{session}")).await;
    assert!(page.text("main").contains("Inschrijven kan niet meer voor deze datum."));
    assert_eq!(page.attribute("main form[method=post]", "action"), "");
    assert!(!page.text("aside").contains("10 maart"), "{}", page.text("aside"));
}

#[tokio::test]
async fn the_link_is_for_who_takes_part() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut online = plan(workshop, "2026-04-01T10:00", Some(4));
    online.meetings[0].link = Some("https://vergadering.example/1".into());
    online.trainers = vec![people.trainer];
    let session = plan_session(&house, online).await.expect("a session");
    enrol(&house, session, people.fenna).await.expect("a place");
    let address = format!("/sessions/{session}");
    for (person, sees) in
        [(people.fenna, true), (people.trainer, true), (people.manager, true), (people.sem, false)]
    {
        let page = house.browser_of(person).await.get(&address).await;
        assert_eq!(page.body.contains("vergadering.example"), sees);
        assert!(page.text("aside").contains("Tess Vos"));
    }
}

#[tokio::test]
async fn a_date_that_is_past_or_for_others_has_no_button() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let counter = workshop_for(&house, "B", "KCC").await;
    let others = plan_session(&house, plan(counter, "2026-04-02T10:00", Some(4))).await.expect("a session");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/sessions/{others}")).await;
    assert!(page.text("main").contains("Deze workshop is voor: KCC."));
    assert_eq!(page.attribute("main form[method=post]", "action"), "");
    let page = house.browser_of(people.daan).await.get(&format!("/sessions/{others}")).await;
    assert_eq!(page.text("#place"), "Er is plek", "the phone team is below the counter");
    house.at("2026-04-01T10:30");
    let page = house.browser_of(people.fenna).await.get(&format!("/sessions/{session}")).await;
    assert!(page.text("main").contains("Inschrijven kan niet meer voor deze datum."));
}

#[tokio::test]
async fn a_rule_that_speaks_at_the_press_is_a_sentence_with_the_other_date() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (first, second) = (session_of(&house, "A", 4).await, session_of(&house, "B", 4).await);
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/sessions/{second}")).await;
    enrol(&house, first, people.fenna).await.expect("a place in another tab");
    let refused = press(&mut browser, &page, "/enrolments", &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text("[role=alert]").contains("Je bent dan al bij “Workshop A”"));
    assert_eq!(refused.attribute("[role=alert] a", "href"), format!("/sessions/{first}"));
}

#[tokio::test]
async fn what_is_still_planned_is_for_planners() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut planned = plan(workshop, "2026-04-01T10:00", Some(4));
    planned.open = false;
    planned.meetings.push(meeting(moment("2026-04-08T10:00"), 60));
    let session = plan_session(&house, planned).await.expect("a session");
    let address = format!("/sessions/{session}");
    assert_eq!(house.browser_of(people.fenna).await.get(&address).await.status, StatusCode::NOT_FOUND);
    let page = house.browser_of(people.manager).await.get(&address).await;
    assert_eq!(page.text("#meetings"), "Wanneer en waar: 2 bijeenkomsten");
}
