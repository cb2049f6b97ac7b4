//! Writing the catalogue.

use entity::workshop::WorkshopState;
use olievlek::domain::learning::workshop::{self, Filter};
use poem::http::StatusCode;

use crate::house::TestHouse;

const FIELDS: [(&str, &str); 9] = [
    ("code", "W1"),
    ("title", "Helder schrijven"),
    ("description", "Korte **zinnen**.<script>alert(1)</script>"),
    ("values", "vertrouwen"),
    ("values", "vakmanschap"),
    ("form", "on-site"),
    ("offering", "open"),
    ("duration", "180"),
    ("parts", "2"),
];

#[tokio::test]
async fn a_workshop_is_written_previewed_published_and_retired() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.post("/desk/workshops", &FIELDS).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text(".errors"));
    let edit = page.location().to_owned();
    let page = browser.get(&edit).await;
    assert_eq!(page.text(".prose strong"), "zinnen");
    assert_eq!(page.attribute(".prose script", "src"), "");
    assert!(!page.text(".prose").contains("alert"), "what could run is gone");
    assert_eq!(page.attribute("#values-2", "checked"), "", "attributes without a value read as empty");

    let all = Filter { all_states: true, ..Filter::default() };
    let state = async || {
        workshop::list(&house.db.reader, &all, &Default::default()).await.unwrap().items[0].workshop.state
    };
    let action = edit.replace("/edit", "/state");
    for (code, wanted) in [
        ("published", WorkshopState::Published),
        ("retired", WorkshopState::Retired),
        ("draft", WorkshopState::Draft),
    ] {
        assert_eq!(browser.post(&action, &[("state", code)]).await.location(), edit);
        assert_eq!(state().await, wanted);
    }
    let mut list = browser.get("/desk/workshops?state=draft").await;
    assert_eq!(list.text("tbody th"), "Helder schrijven");
    list = browser.get("/desk/workshops?state=published").await;
    assert_eq!(list.text("tbody th"), "");
}

#[tokio::test]
async fn a_workshop_keeps_what_was_typed_when_something_is_wrong() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.manager).await;
    browser.post("/desk/workshops", &FIELDS).await;
    let page = browser.post("/desk/workshops", &FIELDS).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".errors").contains("W1 is al in gebruik"));
    assert_eq!(page.text("#description"), "Korte **zinnen**.<script>alert(1)</script>");
    let page = browser.post("/desk/workshops", &[("title", "Zonder code")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(page.text("#code-error"), "");
    assert_ne!(page.text("#duration-error"), "");
    assert_eq!(page.attribute("#title", "value"), "Zonder code");
}

#[tokio::test]
async fn an_audience_that_nobody_belongs_to_is_told_and_not_enforced() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.manager).await;
    let fields: Vec<_> = FIELDS.into_iter().chain([("audience", "Vergunningen, dromers")]).collect();
    let edit = browser.post("/desk/workshops", &fields).await.location().to_owned();
    assert!(browser.get(&edit).await.text("aside .panel--wait").contains("dromers"));
}

#[tokio::test]
async fn an_empty_form_says_of_each_field_what_to_do_in_their_order() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.manager).await;
    let fields = [("form", "on-site"), ("offering", "open")];
    let page = browser.post("/desk/workshops", &fields).await;
    let said = page.text(".errors li");
    let wanted = ["Vul een code in.", "Vul een titel in.", "Vul in hoeveel minuten de workshop duurt."];
    assert_eq!(said.lines().take(3).collect::<Vec<_>>(), wanted);
    assert!(!said.contains("Vul dit in."), "{said}");
}
