//! What a workshop asks, what somebody needs, and hearing of new dates.

use poem::http::StatusCode;

use super::{follow, press};
use crate::{
    house::TestHouse,
    learning::{enrol, plan, plan_session, session_of, workshop},
};

#[tokio::test]
async fn a_workshop_that_comes_first_is_chosen_shown_and_linked() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (first, second) = (workshop(&house, "A").await, workshop(&house, "B").await);
    let session = plan_session(&house, plan(second, "2026-04-01T10:00", Some(3))).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let first_id = first.to_string();
    let fields = [
        ("code", "B"),
        ("title", "Workshop B"),
        ("form", "on-site"),
        ("offering", "open"),
        ("duration", "120"),
        ("parts", "1"),
        ("audience", "iedereen"),
        ("prerequisites", first_id.as_str()),
        ("repeatable", "no"),
    ];
    let done = browser.post(&format!("/desk/workshops/{second}"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text(".errors"));
    let form = browser.get(&format!("/desk/workshops/{second}/edit")).await;
    assert_eq!(form.attribute("input[name=prerequisites][checked]", "value"), first_id);
    assert_eq!(form.attribute("input[name=repeatable][checked]", "value"), "no");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/workshops/{second}")).await;
    assert_eq!(page.attribute("#first a", "href"), format!("/workshops/{first}"));
    let page = browser.get(&format!("/sessions/{session}")).await;
    assert!(page.text("main").contains("Volg eerst de workshop “Workshop A”."));
    assert_eq!(page.attribute("#place ~ p a", "href"), format!("/workshops/{first}"));
}

#[tokio::test]
async fn what_somebody_needs_comes_with_the_place_and_only_the_trainer_reads_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut given = plan(workshop, "2026-04-01T10:00", Some(3));
    given.trainers = vec![people.trainer];
    let session = plan_session(&house, given).await.unwrap();
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/sessions/{session}")).await;
    let long = "lang ".repeat(200);
    let refused = press(&mut browser, &page, "/enrolments", &[("diet", &long)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(refused.text("#diet-error"), "");
    assert!(!browser.get("/places").await.text("main").contains("Workshop A"), "no place without the needs");
    let answer = press(&mut browser, &refused, "/enrolments", &[("diet", "Geen noten")]).await;
    let mine = follow(&mut browser, &answer).await;
    assert_eq!(mine.text("#diet"), "Geen noten");
    let answer = press(&mut browser, &mine, "/needs", &[("access", "Een ringleiding"), ("diet", "")]).await;
    assert_eq!(follow(&mut browser, &answer).await.text("#access"), "Een ringleiding");
    for (person, reads) in [(people.trainer, true), (people.manager, false), (people.administrator, false)] {
        let mut browser = house.browser_of(person).await;
        for path in ["", "/participants"] {
            let page = browser.get(&format!("/desk/sessions/{session}{path}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.text("main").contains("Een ringleiding"), reads, "{path}");
        }
    }
}

#[tokio::test]
async fn who_wants_to_hear_of_a_date_says_so_and_can_stop() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/workshops/{workshop}")).await;
    let answer = press(&mut browser, &page, "/interest", &[("wanted", "yes")]).await;
    let page = follow(&mut browser, &answer).await;
    assert!(page.text("#interest + p").contains("We laten het je weten als er een datum komt."));
    let answer = press(&mut browser, &page, "/interest", &[("wanted", "no")]).await;
    let page = follow(&mut browser, &answer).await;
    assert!(page.text("main").contains("Laat het me weten als er een datum komt"));
}

#[tokio::test]
async fn somebody_elses_needs_are_not_to_be_said() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let place = enrol(&house, session, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.sem).await;
    let page = browser.post(&format!("/enrolments/{}/needs", place.id), &[("diet", "Alles")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
