//! What a planner writes about a workshop, and what became of it.

use poem::http::StatusCode;

use crate::{house::TestHouse, learning::workshop};

#[tokio::test]
async fn a_workshop_has_languages_and_a_picture_and_remembers_who_changed_what() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = workshop(&house, "A").await;
    let mut browser = house.browser_of(people.manager).await;
    let address = format!("/desk/workshops/{id}");
    let fields = [
        ("code", "A"),
        ("title", "Helder schrijven"),
        ("form", "on-site"),
        ("offering", "open"),
        ("duration", "120"),
        ("parts", "1"),
        ("minimum", "4"),
        ("maximum", "12"),
        ("audience", "iedereen"),
        ("values", "vertrouwen"),
        ("languages", "nl"),
        ("languages", "en"),
        ("cover", "letter"),
    ];
    let page = browser.post(&address, &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text(".errors"));
    let form = browser.get(&format!("{address}/edit")).await;
    let history = form.text("main details li");
    assert!(history.contains("Ruben Kok"), "{history}");
    assert!(history.contains("Titel: Workshop A → Helder schrijven"), "{history}");
    assert!(history.contains("Maximum: – → 12") && history.contains("Talen: nl → nl, en"), "{history}");

    let mut employee = house.browser_of(people.fenna).await;
    let card = employee.get("/workshops").await;
    let picture = card.attribute(".card__cover", "src");
    assert!(picture.starts_with("/assets/letter."), "{picture}");
    assert_eq!(card.attribute(".card__cover", "alt"), "");
    assert_eq!(employee.get(&picture).await.status, StatusCode::OK);
    let page = employee.get(&format!("/workshops/{id}")).await;
    assert!(page.text("aside").contains("Nederlands, Engels"), "{}", page.text("aside"));
}
