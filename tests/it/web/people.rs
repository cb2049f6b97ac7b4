//! People, roles and departments, in a browser.

use entity::role::RoleKind;
use poem::http::StatusCode;

use crate::house::TestHouse;

#[tokio::test]
async fn an_administrator_finds_somebody_and_gives_a_role() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let page = browser.get("/people?q=velde").await;
    assert_eq!(page.text(".list li a"), "Daan van der Velde");
    let href = page.attribute(".list li a", "href");
    let page = browser.get(&href).await;
    let key = page.attribute("main form.form input[name=key]", "value");
    let form = [("key", key.as_str()), ("role", "editor"), ("department", "")];
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("{href}/roles"), &form).await.location(), href);
    }
    let page = browser.get(&href).await;
    assert!(page.text(".flash").contains("De rol is gegeven."));
    assert_eq!(page.text(".list b"), "Redacteur", "a second press gives it once");
    assert!(page.text(".list small").contains("Gegeven door Iris de Wit"));
    let revoke = page.attribute(".list form", "action");
    browser.post(&revoke, &[]).await;
    assert_eq!(browser.get(&href).await.text(".list b"), "");
}

#[tokio::test]
async fn a_role_is_taken_back_only_on_the_page_of_who_has_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Editor, None).await;
    let mut browser = house.browser_of(people.administrator).await;
    let revoke = browser.get(&format!("/people/{}", people.sem)).await.attribute(".list form", "action");

    let elsewhere = revoke.replace(&people.sem.to_string(), &people.fenna.to_string());
    assert_eq!(browser.post(&elsewhere, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get(&format!("/people/{}", people.sem)).await.text(".list b"), "Redacteur");
    assert_eq!(browser.post(&revoke, &[]).await.location(), format!("/people/{}", people.sem));
    assert_eq!(browser.get(&format!("/people/{}", people.sem)).await.text(".list b"), "");
}

#[tokio::test]
async fn people_are_found_by_their_role_and_each_counts_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Trainer, None).await;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.phone_team)).await;
    let mut browser = house.browser_of(people.administrator).await;

    let page = browser.get("/people?role=trainer&q=sem").await;
    assert_eq!(
        (page.text(".list li a"), page.text(".title__lead")),
        ("Sem Bakker".into(), "1 persoon".into())
    );
    assert_eq!(page.attribute("#role option[selected]", "value"), "trainer");
    let names = browser.get("/people?role=department-head").await.text(".list li a");
    assert_eq!(names.matches("Noor").count(), 1, "{names}");
    let none = browser.get("/people?role=facilitator").await;
    assert!(none.text("main").contains("Niemand gevonden"));
    let heads = browser.get("/roles").await.text("section[aria-labelledby=department-head] > p");
    assert!(heads.ends_with("2 mensen."), "Noor heads two departments: {heads}");
}

#[tokio::test]
async fn a_head_without_department_is_asked_for_one() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let page = browser
        .post(&format!("/people/{}/roles", people.sem), &[("role", "department-head"), ("department", "")])
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#department-error").contains("Kies een afdeling."));
    assert_eq!(page.attribute("#role option[selected]", "value"), "department-head");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let href = format!("/people/{}", people.administrator);
    let revoke = browser.get(&href).await.attribute(".list form", "action");
    let page = browser.post(&revoke, &[]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text("main").contains("Dit is de laatste beheerder."));
}

#[tokio::test]
async fn a_head_sees_the_own_department_and_nobody_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.head).await;
    let page = browser.get("/people").await;
    assert_eq!(page.text(".list li a"), "Sem Bakker\nFenna de Boer\nHanna Smit");
    assert_eq!(page.text(".title__lead"), "3 mensen");
    assert_eq!(browser.get(&format!("/people/{}", people.fenna)).await.status, StatusCode::OK);
    assert_eq!(browser.get(&format!("/people/{}", people.noor)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_long_list_is_walked_forth_and_back_with_its_filters() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    for number in 0..53 {
        let robin = house.employee(&format!("Robin Zwart{number:02}"), people.counter).await;
        house.grant(robin, RoleKind::Trainer, None).await;
    }
    let mut browser = house.browser_of(people.manager).await;
    let first = browser.get("/people?q=robin&role=trainer").await;
    assert!(first.text(".pager p").contains("1 tot en met 50 van 53"));
    let second = browser.get(&first.attribute(".pager a[rel=next]", "href")).await;
    assert_eq!(second.text(".list li a"), "Robin Zwart50\nRobin Zwart51\nRobin Zwart52");
    assert!(second.text(".pager p").contains("51 tot en met 53 van 53"));
    assert_eq!(second.attribute(".pager a[rel=prev]", "href"), "/people?q=robin&role=trainer");
}

#[tokio::test]
async fn my_language_stays_with_me() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.fenna).await;
    browser.post("/me/language", &[("language", "en")]).await;
    assert_eq!(browser.get("/me").await.text("h1"), "My details");
    assert_eq!(house.browser_of(people.fenna).await.get("/me").await.attribute("html", "lang"), "en");
}
