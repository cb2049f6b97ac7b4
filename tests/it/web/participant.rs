//! Enrolling and withdrawing somebody else.

use entity::enrolment::{EnrolmentStatus, Origin};
use olievlek::domain::learning::{enrolment, roll};
use poem::http::StatusCode;

use crate::{
    house::TestHouse,
    learning::{enrol, session_of, session_row},
};

#[tokio::test]
async fn a_planner_finds_somebody_and_enrols_them_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = session_of(&house, "W1", 5).await;
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get(&format!("/desk/sessions/{id}?search=boer")).await;
    let action = page.attribute(".panel .list form", "action");
    let (key, person) = (
        page.attribute(".panel .list input[name=key]", "value"),
        page.attribute(".panel .list input[name=person]", "value"),
    );
    for _ in 0..2 {
        let page = browser.post(&action, &[("key", &key), ("person", &person)]).await;
        assert_eq!(page.location(), format!("/desk/sessions/{id}"));
    }
    let rows = roll::with_people(&house.db.reader, id).await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].0.person_id, rows[0].0.origin), (people.fenna, Origin::Staff));
    let page = browser.get(&format!("/desk/sessions/{id}?search=boer")).await;
    assert!(page.text(".flash").contains("Fenna de Boer heeft een plek"));
    assert_eq!(page.text(".panel .list .badge"), "Staat op de lijst");
}

#[tokio::test]
async fn a_rule_is_set_aside_with_a_reason_only() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (first, second) = (session_of(&house, "W1", 5).await, session_of(&house, "W2", 5).await);
    enrol(&house, first, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let (action, person) = (format!("/desk/sessions/{second}/enrolments"), people.fenna.to_string());

    let page = browser.post(&action, &[("person", &person)]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".panel--wait").contains("Workshop W1"), "the refusal names the other date");
    assert_eq!(page.attribute(".panel--wait a", "href"), format!("/desk/sessions/{first}"));
    assert_eq!(page.attribute("#override", "type"), "checkbox");

    let why = page.attribute("input[name=why]", "value");
    let page = browser
        .post(&action, &[("person", &person), ("override", "yes"), ("reason", " "), ("why", &why)])
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#reason-error").contains("Schrijf een reden."));
    assert!(page.text(".panel--wait").contains("Workshop W1"), "the rule is still told");

    let page =
        browser.post(&action, &[("person", &person), ("override", "yes"), ("reason", "Mag van Hanna")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let page = browser.get(&format!("/desk/sessions/{second}")).await;
    assert!(page.text("#participants + .list li").contains("Mag van Hanna"));
}

#[tokio::test]
async fn a_rule_that_is_firm_offers_no_exception() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = session_of(&house, "W1", 5).await;
    enrol(&house, id, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let page = browser
        .post(&format!("/desk/sessions/{id}/enrolments"), &[("person", &people.fenna.to_string())])
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(page.attribute("#override", "type"), "");
}

#[tokio::test]
async fn withdrawing_somebody_asks_why_and_moves_the_queue() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = session_of(&house, "W1", 1).await;
    let place = enrol(&house, id, people.fenna).await.unwrap();
    let waiting = enrol(&house, id, people.sem).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get(&format!("/desk/sessions/{id}")).await;
    assert_eq!(page.text(".list__number"), "Plaats 1");
    let action = page.attribute("#participants + .list a", "href");
    assert_eq!(action, format!("/desk/enrolments/{}/withdrawal", place.id));
    assert_eq!(browser.post(&action, &[("reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post(&action, &[("reason", "Ziek")]).await.location(), format!("/desk/sessions/{id}"));
    let next = enrolment::find(&house.db.reader, waiting.id).await.unwrap();
    assert_eq!(next.status, EnrolmentStatus::Offered);
    assert_eq!(session_row(&house, id).await.waiting, 0);
    let page = browser.get(&format!("/desk/sessions/{id}")).await;
    assert!(page.text("details .list").contains("reden: Ziek"));
}
