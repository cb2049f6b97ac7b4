//! The core values in the words of the organisation.

use entity::core_value::CoreValue;
use olievlek::domain::{
    actor::Scope,
    dialogue::core_value::{self, Part},
    error::{Error, Result},
};
use poem::http::{Method, StatusCode};
use serde_json::json;

use crate::{api::client::Api, house::TestHouse, learning::session_of};

async fn write(house: &TestHouse, who: entity::id::PersonId, name: &str) -> Result<()> {
    let actor = house.actor(who).await;
    let texts = &[
        (Part::Name, Some(name.to_owned())),
        (Part::Meaning, Some("We gunnen elkaar wat.".to_owned())),
        (Part::Behaviours, Some("Ik gun.\n\n  Ik deel.  ".to_owned())),
    ];
    let write = |change: std::sync::Arc<_>| async move {
        core_value::write(&change, CoreValue::Trust, "nl", texts).await
    };
    house.write(&actor, write).await
}

#[tokio::test]
async fn everywhere_a_value_is_called_as_the_organisation_calls_it() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let mut fenna = house.browser_of(named.fenna).await;
    assert!(fenna.get("/core-values").await.text("h2").contains("Vertrouwen"));
    write(&house, named.manager, "Gunnen").await.expect("written");
    for path in ["/workshops", "/workshops?show=dates", &format!("/sessions/{session}"), "/core-values"] {
        let page = fenna.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text("main").contains("Gunnen"), "{path}");
        assert!(!page.text("main").contains("Vertrouwen"), "{path}");
    }
    let page = fenna.get("/core-values").await;
    assert!(page.text(".panel li").contains("Ik gun.\nIk deel."), "{}", page.text(".panel li"));
    let english = fenna.get("/language?to=en&next=/core-values").await;
    assert!(
        fenna.get(english.location()).await.text("h2").contains("Trust"),
        "in English nothing was written"
    );
}

#[tokio::test]
async fn whoever_runs_the_programme_writes_them_and_goes_back() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    for who in [named.fenna, named.head] {
        assert!(matches!(write(&house, who, "Gunnen").await, Err(Error::Forbidden)));
    }
    assert!(matches!(write(&house, named.manager, "").await, Err(Error::Invalid(_))));
    assert!(matches!(write(&house, named.manager, &"x".repeat(41)).await, Err(Error::Invalid(_))));
    let mut manager = house.browser_of(named.manager).await;
    let here = "/desk/core-values/vertrouwen/nl";
    let ours = manager.get(here).await;
    assert_eq!(ours.attribute("#name", "value"), "Vertrouwen");
    let behaviours = ours.text("#behaviours");
    let fields = [("name", "Gunnen"), ("meaning", "Wij gunnen."), ("behaviours", behaviours.as_str())];
    assert_eq!(manager.post(here, &fields).await.location(), "/desk/core-values");
    assert!(manager.get("/desk/core-values").await.text("tbody").contains("eigen tekst"));
    assert_eq!(manager.get(here).await.attribute("#name", "value"), "Gunnen");
    manager.post(here, &[("do", "default")]).await;
    assert!(!manager.get("/desk/core-values").await.text("tbody").contains("eigen tekst"));
    assert!(core_value::own(&house.db.reader).await.expect("texts").is_empty());
    for wrong in ["/desk/core-values/winst/nl", "/desk/core-values/vertrouwen/fr"] {
        assert_eq!(manager.get(wrong).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn programs_read_them_in_both_languages() {
    let api = Api::new().await;
    write(&api.house, api.named.manager, "Gunnen").await.expect("written");
    let token = format!("Bearer {}", api.token_of(api.named.fenna, &[Scope::CatalogueRead]).await);
    let read = api.send(Method::GET, "/core-values", &[("authorization", &token)], "").await.expect(200);
    let items = read["items"].as_array().expect("a list");
    let values: Vec<_> = items.iter().map(|one| one["value"].clone()).collect();
    assert_eq!(values, ["verbinding", "vakmanschap", "vertrouwen", "vernieuwing"].map(|code| json!(code)));
    let trust = &items[2]["texts"];
    assert_eq!((&trust[0]["language"], &trust[0]["name"]), (&json!("nl"), &json!("Gunnen")));
    assert_eq!(trust[0]["behaviours"], json!(["Ik gun.", "Ik deel."]));
    assert_eq!(trust[1]["name"], json!("Trust"));
}
