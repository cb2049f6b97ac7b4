//! One search over workshops, dates and people.

use entity::import::ImportKind;
use olievlek::domain::{
    actor::Actor,
    learning::import,
    people::import::{Consent, upload},
};

use crate::house::TestHouse;

async fn workshops(house: &TestHouse, file: &str) {
    let (operator, bytes) = (Actor::operator(), file.as_bytes());
    let kept = house.write(&operator, |change| async move {
        upload::keep(&change, ImportKind::Workshops, "w.csv", bytes).await
    });
    import::apply(house, &operator, kept.await.unwrap(), Consent::default()).await.unwrap();
}

#[tokio::test]
async fn an_employee_finds_workshops_without_minding_case_or_accents_and_no_people() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    workshops(&house, "code;titel\nW01;Creatief met privé-gegevens\nW02;Bellen\n").await;
    let mut browser = house.browser_of(people.fenna).await;
    for words in ["PRIVE", "priv%C3%A9", "creat+gegevens"] {
        let page = browser.get(&format!("/search?q={words}")).await;
        assert_eq!(page.text("main li a"), "Creatief met privé-gegevens", "{words}");
    }
    let page = browser.get("/search?q=bakker").await;
    assert!(page.text(".empty").contains("niets"), "employees see no people");
    assert!(browser.get("/search").await.text(".empty").is_empty());
}

#[tokio::test]
async fn a_head_finds_their_own_people_and_a_planner_everybody() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let found = async |who, words: &str| {
        house.browser_of(who).await.get(&format!("/search?q={words}")).await.text("main li a")
    };
    assert_eq!(found(people.head, "bakker").await, "Sem Bakker");
    assert_eq!(found(people.head, "amrani").await, "");
    assert_eq!(found(people.manager, "amrani").await, "Noor el Amrani");
}

#[tokio::test]
async fn of_many_a_few_are_shown_with_the_way_to_all() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let lines: String = (10..30).map(|n| format!("W{n};Helder schrijven {n}\n")).collect();
    workshops(&house, &format!("code;titel\n{lines}")).await;
    let page = house.browser_of(people.fenna).await.get("/search?q=helder").await;
    assert_eq!(page.text("#workshops"), "Workshops (20)");
    assert_eq!(page.text("main li a").lines().count(), 8);
    assert_eq!(page.attribute("main section > p a", "href"), "/workshops?q=helder");
}
