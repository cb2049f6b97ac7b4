//! The privacy desk, in a browser.

use chrono::TimeDelta;
use olievlek::job::schedule;
use poem::http::StatusCode;

use crate::{house::TestHouse, learning};

#[tokio::test]
async fn an_administrator_narrows_the_log_and_takes_it_out_as_a_file() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;

    let page = browser.get("/audit?kind=role-granted&person=tess.vos@gemeente.example").await;
    assert_eq!(page.text(".title__lead"), "1 gebeurtenis");
    assert!(page.text("tbody tr").contains("Er is een rol gegeven"));
    assert!(page.text("tbody tr").contains("Tess Vos"));
    let page = browser.get("/audit?actor=niemand@gemeente.example").await;
    assert_eq!(page.text(".title__lead"), "Niets gevonden");
    assert!(page.text("form").contains("We kennen niemand"), "{}", page.text("form"));

    let file = browser.get("/audit?kind=role-granted&file=csv").await;
    assert_eq!(file.body.lines().filter(|line| line.contains("Er is een rol gegeven")).count(), 4);
    let page = browser.get("/audit?kind=log-exported").await;
    assert_eq!(page.text(".title__lead"), "1 gebeurtenis", "taking it out is in the log");
}

#[tokio::test]
async fn an_administrator_checks_the_chain() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.pass(TimeDelta::minutes(2));
    schedule::all(&house).await;
    let mut browser = house.browser_of(people.administrator).await;
    assert_eq!(browser.get("/audit?check=1").await.text(".badge--ok"), "Heel");
    let sql = r#"UPDATE "event" SET "kind" = 'signed-in' WHERE "kind" = 'role-granted'"#;
    sea_orm::ConnectionTrait::execute_unprepared(&house.db.writer, sql).await.unwrap();
    let page = browser.get("/audit?check=1").await;
    assert!(page.text("[role=status]").contains("Bij zegel 1 is iets gewijzigd."), "{}", page.text("main"));
}

#[tokio::test]
async fn everything_that_is_held_of_somebody_is_said_in_words() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = learning::session_of(&house, "A", 3).await;
    learning::enrol(&house, session, people.head).await.unwrap();
    let mut iris = house.browser_of(people.administrator).await;
    iris.get(&format!("/people/{}", people.head)).await;
    let mut browser = house.browser_of(people.head).await;
    for language in ["nl", "en"] {
        browser.cookies.insert("language".into(), language.into());
        let page = browser.get("/me/report").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains('⟦'), "{}", page.text("main"));
        assert!(page.text("main").contains("Hanna"));
        assert!(page.text("main").contains("Workshop A"));
        assert!(page.text("main").contains("Iris de Wit"), "who looked is told");
    }
    let file = browser.get("/me/report?file=json").await;
    let file: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!(file["held"]["person"][0]["surname"], "Smit");
    assert_eq!(file["held"]["roles"][0]["role"], "department-head");
    let page = iris.get(&format!("/people/{}/report", people.head)).await;
    assert_eq!(page.text("h1"), "Alles wat we hebben van Hanna Smit");
}

#[tokio::test]
async fn an_administrator_sees_what_erasing_does_before_it_is_done() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let path = format!("/people/{}/erasure", people.fenna);
    let page = browser.get(&path).await;
    assert!(page.text("[role=status]").contains("werkt hier nog"));
    assert_eq!(page.attribute("main form", "action"), "");

    house.leave(people.fenna).await;
    let page = browser.get(&path).await;
    assert!(page.text("main").contains("nieuw persoon"), "what a staff file does is told");
    let key = page.attribute("main form input[name=key]", "value");
    let unsure = browser.post(&path, &[("key", &key)]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    let key = unsure.attribute("main form input[name=key]", "value");
    let done = browser.post(&path, &[("key", &key), ("certain", "yes")]).await;
    assert_eq!(done.location(), "/people");
    let page = browser.get(&format!("/people/{}", people.fenna)).await;
    assert_eq!(page.text("h1"), "verwijderd persoon");
}
