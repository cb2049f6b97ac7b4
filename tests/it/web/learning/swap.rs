//! Changing date on a page.

use poem::http::StatusCode;

use super::follow;
use crate::{
    house::{TestHouse, moment},
    learning::{enrol, plan, plan_session, workshop},
};

#[tokio::test]
async fn an_employee_goes_to_another_date_with_a_free_place() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let one = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(1))).await.unwrap();
    let two = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(1))).await.unwrap();
    let place = enrol(&house, one, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{}", place.id)).await;
    assert_eq!(page.attribute("a[href$='/swap']", "href"), format!("/enrolments/{}/swap", place.id));
    let page = browser.get(&format!("/enrolments/{}/swap", place.id)).await;
    assert_eq!(page.attribute("#session", "value"), two.to_string());
    assert!(page.text("main form").contains("Nog 1 plek vrij. Je ruilt meteen."));
    let none = browser.post(&format!("/enrolments/{}/swap", place.id), &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(none.text("#session-error"), "");
    let fields = [("session", two.to_string()), ("short-notice", "yes".into())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = browser.post(&format!("/enrolments/{}/swap", place.id), &fields).await;
    let mine = follow(&mut browser, &answer).await;
    assert!(mine.text(".flash").contains("Je bent geruild."));
    assert_eq!(mine.text("#state"), "Je hebt een plek");
    let old = browser.get(&format!("/enrolments/{}", place.id)).await;
    assert_eq!(old.text("#state"), "Je koos een andere datum");
}

#[tokio::test]
async fn who_waits_for_another_date_reads_which_place_goes() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let one = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(1))).await.unwrap();
    let two = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(1))).await.unwrap();
    let place = enrol(&house, one, people.fenna).await.unwrap();
    enrol(&house, two, people.sem).await.unwrap();
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{}/swap", place.id)).await;
    assert!(page.text("main form").contains("Je wacht en houdt zolang je plek van nu."));
    let answer =
        browser.post(&format!("/enrolments/{}/swap", place.id), &[("session", &two.to_string())]).await;
    let mine = follow(&mut browser, &answer).await;
    assert_eq!(mine.text("#state"), "Je staat op de wachtlijst");
    assert!(mine.text("main").contains("geef je je plek op woensdag 1 april"));
    let old = browser.get(&format!("/enrolments/{}", place.id)).await;
    assert_eq!(old.text("#state"), "Je hebt een plek", "it is kept");
}

#[tokio::test]
async fn a_date_that_cannot_be_chosen_says_why_and_a_late_change_asks_why() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut strict = plan(workshop, "2026-04-01T10:00", Some(1));
    strict.withdraw_until = Some(moment("2026-03-01T10:00"));
    let one = plan_session(&house, strict).await.unwrap();
    let two = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(1))).await.unwrap();
    let mut closed = plan(workshop, "2026-04-09T10:00", Some(1));
    closed.enrolment_opens = Some(moment("2026-03-25T10:00"));
    plan_session(&house, closed).await.unwrap();
    let place = enrol(&house, one, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{}/swap", place.id)).await;
    assert!(page.text("#others + .list").contains("Inschrijven kan vanaf"));
    let way = format!("/enrolments/{}/swap", place.id);
    let page = browser.post(&way, &[("session", &two.to_string())]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(page.text("#reason-error"), "");
    let answer = browser.post(&way, &[("session", &two.to_string()), ("reason", "Ik ben dan weg.")]).await;
    assert_eq!(follow(&mut browser, &answer).await.text("#state"), "Je hebt een plek");
}
