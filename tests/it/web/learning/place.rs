//! My places.

use poem::http::StatusCode;

use super::{follow, full, press};
use crate::{
    house::{TestHouse, moment},
    learning::{enrol, plan, plan_session, session_of, workshop},
};

#[tokio::test]
async fn an_offer_is_taken_from_my_places() {
    let house = TestHouse::new().await;
    let (people, _, fenna, sem) = full(&house).await;
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{fenna}")).await;
    press(&mut browser, &page, "/withdrawal", &[]).await;
    let mut browser = house.browser_of(people.sem).await;
    let page = browser.get("/places").await;
    assert_eq!(page.text("#offers"), "Er is een plek vrij voor jou");
    assert!(page.text("#offers + .list").contains("Neem hem vóór dinsdag 3 maart"));
    let answer = press(&mut browser, &page, "/acceptance", &[]).await;
    assert_eq!(answer.location(), format!("/enrolments/{sem}"));
    let mine = follow(&mut browser, &answer).await;
    assert_eq!(mine.text("#state"), "Je hebt een plek");
    assert!(mine.text(".flash").starts_with("De plek is van jou."));
}

#[tokio::test]
async fn an_offer_that_is_declined_says_who_gets_it() {
    let house = TestHouse::new().await;
    let (people, _, fenna, sem) = full(&house).await;
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{fenna}")).await;
    press(&mut browser, &page, "/withdrawal", &[]).await;
    let mut browser = house.browser_of(people.sem).await;
    let page = browser.get(&format!("/enrolments/{sem}")).await;
    let answer = press(&mut browser, &page, "/refusal", &[]).await;
    let mine = follow(&mut browser, &answer).await;
    assert_eq!(mine.text("#state"), "Je hebt de plek niet genomen");
}

#[tokio::test]
async fn an_offer_that_lapsed_is_gone_without_any_job() {
    let house = TestHouse::new().await;
    let (people, _, fenna, sem) = full(&house).await;
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{fenna}")).await;
    press(&mut browser, &page, "/withdrawal", &[]).await;
    let mut browser = house.browser_of(people.sem).await;
    let page = browser.get("/places").await;
    house.at("2026-03-04T09:00");
    let late = press(&mut browser, &page, "/acceptance", &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.text("#state"), "Het aanbod is verlopen");
    assert_eq!(browser.get(&format!("/enrolments/{sem}")).await.text("#state"), "Het aanbod is verlopen");
}

#[tokio::test]
async fn somebody_elses_place_does_not_exist() {
    let house = TestHouse::new().await;
    let (people, _, fenna, _) = full(&house).await;
    let mut browser = house.browser_of(people.sem).await;
    assert_eq!(browser.get(&format!("/enrolments/{fenna}")).await.status, StatusCode::NOT_FOUND);
    for verb in ["withdrawal", "acceptance", "refusal"] {
        let page = browser.post(&format!("/enrolments/{fenna}/{verb}"), &[]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{verb}");
    }
}

#[tokio::test]
async fn who_withdraws_can_take_a_place_again_at_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let place = enrol(&house, session, people.fenna).await.expect("a place");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{}", place.id)).await;
    let answer = press(&mut browser, &page, "/withdrawal", &[]).await;
    let page = follow(&mut browser, &answer).await;
    assert!(page.text(".flash").contains("Toch meedoen?"));
    let answer = press(&mut browser, &page, "/enrolments", &[]).await;
    assert_eq!(follow(&mut browser, &answer).await.text("#state"), "Je hebt een plek");
    let places = browser.get("/places").await;
    assert_eq!(places.text("#past"), "Eerder (1)");
    assert!(places.text("[aria-labelledby=past] .list").contains("Afgemeld"));
}

#[tokio::test]
async fn withdrawing_late_asks_a_reason_and_keeps_what_was_typed() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut strict = plan(workshop, "2026-04-01T10:00", Some(4));
    strict.withdraw_until = Some(moment("2026-03-25T10:00"));
    let session = plan_session(&house, strict).await.expect("a session");
    let place = enrol(&house, session, people.fenna).await.expect("a place");
    house.at("2026-03-30T09:00");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{}", place.id)).await;
    let refused = press(&mut browser, &page, "/withdrawal", &[("reason", "  ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(refused.text("#reason-error"), "");
    let long = "Ik ben ziek. ".repeat(60);
    let refused = press(&mut browser, &refused, "/withdrawal", &[("reason", &long)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("#reason").starts_with("Ik ben ziek. Ik ben ziek."));
    let answer = press(&mut browser, &refused, "/withdrawal", &[("reason", "Ik ben ziek.")]).await;
    assert!(follow(&mut browser, &answer).await.text(".flash").contains("Je bent afgemeld."));
}

#[tokio::test]
async fn a_place_in_the_past_says_so_and_cannot_be_given_back() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let place = enrol(&house, session, people.fenna).await.expect("a place");
    house.at("2026-04-02T09:00");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{}", place.id)).await;
    assert_eq!(page.text("#state"), "Deze workshop is geweest");
    assert_eq!(page.attribute("main form", "action"), "");
    let page = browser.get("/places").await;
    assert!(page.text(".empty").contains("Je hebt nog geen plek."));
    assert!(page.text("[aria-labelledby=past] .list").contains("Geweest"));
}
