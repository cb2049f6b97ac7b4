//! The page of what was mailed.

use entity::{id::PersonId, task};
use olievlek::domain::{
    actor::Actor,
    letter::{self, Copy},
    queue::{self, Lane},
};
use poem::http::StatusCode;
use sea_orm::EntityTrait as _;

use crate::{
    house::{TestHouse, browser::Browser},
    learning::{enrol, session_of},
};

/// As if the first letter that waits had left with this text.
async fn sent(house: &TestHouse, person: PersonId, text: &str) -> task::Model {
    let task = task::Entity::find().one(&house.db.reader).await.unwrap().expect("a letter");
    let copy = &Copy {
        kind: "confirmed",
        person,
        address: "fenna.de.boer@gemeente.example".into(),
        language: "nl",
        subject: "Je hebt een plek".into(),
        text: text.into(),
        html: "<!doctype html><html><head><title>x</title></head><body><p>Dag Fenna</p></body></html>".into(),
        calendar: Some("BEGIN:VCALENDAR".into()),
        paper: None,
    };
    let done = &task;
    house
        .write(&Actor::house(), |change| async move { letter::sent(&change, done, copy).await })
        .await
        .unwrap();
    task
}

#[tokio::test]
async fn a_letter_is_shown_as_it_left_in_a_frame_that_can_do_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "W1", 5).await;
    enrol(&house, session, people.fenna).await.unwrap();
    sent(&house, people.fenna, "Dag Fenna\n\nhttp://127.0.0.1:8080/sessions/1").await;
    let mut browser = house.browser_of(people.manager).await;
    let list = browser.get("/letters").await;
    assert_eq!(list.text("section[aria-labelledby=sent] li a"), "Je hebt een plek");
    let href = list.attribute("section[aria-labelledby=sent] a", "href");
    let page = browser.get(&href).await;
    assert!(page.header("content-security-policy").contains("frame-src 'self'"));
    assert!(!page.attribute("iframe", "sandbox").contains("allow-same-origin"));
    assert!(page.text("pre").contains("BEGIN:VCALENDAR"));
    assert_eq!(page.text("#links"), "", "no keys outside a demonstration");
    let html = browser.get(&page.attribute("iframe", "src")).await;
    assert!(html.body.contains("<p>Dag Fenna</p>"));
    assert!(html.header("content-security-policy").starts_with("default-src 'none'"));
    assert_eq!(html.header("x-frame-options"), "SAMEORIGIN");
    let file = browser.get(&format!("{href}/calendar")).await;
    assert_eq!(
        (file.body.as_str(), file.header("content-type")),
        ("BEGIN:VCALENDAR", "text/calendar; charset=utf-8")
    );
}

#[tokio::test]
async fn in_a_demonstration_everybody_sees_what_was_mailed_and_opens_its_links() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "W1", 5).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let app = house.app().as_demo();
    let link = format!("{}/sign-in/link/abc", app.config.base_url);
    sent(&house, people.fenna, &format!("Log in: {link}")).await;
    assert_ne!(house.browser().get("/letters").await.status, StatusCode::OK);
    let mut visitor = Browser::of(app);
    let href = visitor.get("/letters").await.attribute("section[aria-labelledby=sent] a", "href");
    assert_eq!(visitor.get(&href).await.attribute("section[aria-labelledby=links] a", "href"), link);
}

#[tokio::test]
async fn a_letter_that_was_given_up_tells_why_and_can_be_tried_again() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "W1", 5).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let failed = house
        .write(&Actor::house(), |change| async move {
            let task = queue::claim(&change, Lane::House, "test", chrono::TimeDelta::minutes(1))
                .await?
                .expect("a letter");
            queue::give_up(&change, &task, "550 no such user").await
        })
        .await;
    failed.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get("/letters").await;
    assert!(page.text("section[aria-labelledby=failed] li").contains("550 no such user"));
    let action = page.attribute("section[aria-labelledby=failed] form", "action");
    assert_eq!(browser.post(&action, &[]).await.location(), "/letters");
    let page = browser.get("/letters").await;
    assert_eq!(page.text("section[aria-labelledby=failed] li"), "");
    assert!(page.text("section[aria-labelledby=waiting] li").contains("Je hebt een plek"));
}
