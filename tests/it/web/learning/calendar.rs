//! My calendar and reminders.

use entity::task;
use poem::http::StatusCode;
use sea_orm::{EntityTrait as _, QueryOrder as _};

use super::{follow, press};
use crate::{
    house::{TestHouse, moment},
    learning::{enrol, plan, plan_session, session_of, workshop},
};

async fn address(browser: &mut crate::house::browser::Browser) -> String {
    let page = browser.post("/me/calendar", &[]).await;
    let text = page.text("#fresh code");
    let (_, secret) = text.split_once("/calendar/").expect("an address");
    format!("/calendar/{secret}")
}

#[tokio::test]
async fn the_address_gives_certain_places_and_own_trainings_with_the_ids_of_the_invitations() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let taken = session_of(&house, "A", 1).await;
    enrol(&house, taken, people.fenna).await.unwrap();
    let full = workshop(&house, "B").await;
    let full = plan_session(&house, plan(full, "2026-04-02T10:00", Some(0))).await.unwrap();
    enrol(&house, full, people.fenna).await.unwrap();
    let mut given = plan(workshop(&house, "C").await, "2026-04-08T10:00", Some(1));
    given.trainers = vec![people.fenna];
    plan_session(&house, given).await.unwrap();
    let mut browser = house.browser_of(people.fenna).await;
    let address = address(&mut browser).await;
    let mut anybody = house.browser();
    let page = anybody.get(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header("content-type").starts_with("text/calendar"));
    assert_eq!(page.header("set-cookie"), "");
    assert_eq!(page.body.matches("BEGIN:VEVENT").count(), 2, "{}", page.body);
    assert!(page.body.contains("SUMMARY:Workshop A") && page.body.contains("SUMMARY:Workshop C"));
    assert!(page.body.contains("DTSTART:20260401T080000Z"), "times in UTC: {}", page.body);
    assert!(page.body.replace("\r\n ", "").contains(&format!("UID:{}.", people.fenna)));
    assert!(!page.body.contains("/enrolments/"), "no personal link");
}

#[tokio::test]
async fn a_new_address_ends_the_old_one_and_ending_ends_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.fenna).await;
    let old = address(&mut browser).await;
    let new = address(&mut browser).await;
    assert!(!browser.get("/me/calendar").await.body.contains(&new), "it is shown once");
    let mut anybody = house.browser();
    assert_eq!(anybody.get(&old).await.status, StatusCode::NOT_FOUND);
    assert_eq!(anybody.get(&new).await.status, StatusCode::OK);
    browser.post("/me/calendar/end", &[]).await;
    assert_eq!(anybody.get(&new).await.status, StatusCode::NOT_FOUND);
    let last = address(&mut browser).await;
    house.leave(people.fenna).await;
    assert_eq!(anybody.get(&last).await.status, StatusCode::NOT_FOUND, "who left has none");
}

/// When reminders are due.
async fn reminders(house: &TestHouse) -> Vec<chrono::DateTime<chrono::Utc>> {
    let tasks = task::Entity::find().order_by_asc(task::Column::DueAt).all(&house.db.reader).await.unwrap();
    let keyed =
        tasks.into_iter().filter(|task| task.key.as_deref().is_some_and(|key| key.starts_with("reminder:")));
    keyed.map(|task| task.due_at).collect()
}

#[tokio::test]
async fn somebody_is_reminded_as_they_chose_also_of_the_places_they_have() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(reminders(&house).await, [moment("2026-03-30T09:00")]);
    let mut browser = house.browser_of(people.fenna).await;
    browser.post("/me/reminder", &[("reminder", "day-before-too")]).await;
    assert_eq!(reminders(&house).await, ["2026-03-30T09:00", "2026-03-31T09:00"].map(moment));
    browser.post("/me/reminder", &[("reminder", "never")]).await;
    assert!(reminders(&house).await.is_empty());
    let page = browser.get("/me/calendar").await;
    assert_eq!(page.attribute("input[name=reminder][checked]", "value"), "never");
}

#[tokio::test]
async fn giving_a_place_back_is_undone_with_one_button() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let place = enrol(&house, session, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/enrolments/{}", place.id)).await;
    let answer = press(&mut browser, &page, "/withdrawal", &[]).await;
    let page = follow(&mut browser, &answer).await;
    assert_eq!(page.text(".flash button"), "Ongedaan maken");
    let action = page.attribute(".flash form", "action");
    let key = page.attribute(".flash input[name=key]", "value");
    let answer = browser.post(&action, &[("key", &key), ("short-notice", "yes")]).await;
    assert_eq!(follow(&mut browser, &answer).await.text("#state"), "Je hebt een plek");
    enrol(&house, session, people.sem).await.unwrap();
    let page = browser.get(answer.location()).await;
    let answer = press(&mut browser, &page, "/withdrawal", &[]).await;
    let page = follow(&mut browser, &answer).await;
    assert!(page.text(".flash").contains("dan kom je op de wachtlijst"), "it says so before one presses");
}
