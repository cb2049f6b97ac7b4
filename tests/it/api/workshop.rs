//! The catalogue.

use entity::id::WorkshopId;
use serde_json::json;

use super::client::Api;

#[tokio::test]
async fn a_workshop_says_what_for_whom_and_how_long() {
    let api = Api::new().await;
    let id = api.workshop_for("W01", "schrijvers van brieven").await;
    let workshop = api.get(&format!("/workshops/{id}")).await.expect(200);
    for (member, value) in [
        ("id", json!(id)),
        ("code", json!("W01")),
        ("title", json!("Workshop W01")),
        ("values", json!(["vakmanschap"])),
        ("goals", json!(["Je luistert", "Je vraagt door"])),
        ("form", json!("on-site")),
        ("durationMinutes", json!(210)),
        ("offering", json!("open")),
        ("audience", json!("schrijvers van brieven")),
        ("languages", json!(["nl"])),
        ("cover", json!(null)),
        ("state", json!("published")),
    ] {
        assert_eq!(workshop[member], value, "{member}");
    }
}

#[tokio::test]
async fn a_list_goes_on_where_it_stopped() {
    let api = Api::new().await;
    for number in 1..=5 {
        api.workshop(&format!("W0{number}")).await;
    }
    let mut codes = Vec::new();
    let mut path = "/workshops?limit=2".to_owned();
    loop {
        let page = api.get(&path).await.expect(200);
        codes.extend(
            page["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/workshops?limit=2&cursor={next}");
    }
    assert_eq!(codes, ["W01", "W02", "W03", "W04", "W05"]);
}

#[tokio::test]
async fn a_list_has_at_most_200_items_and_knows_its_own_cursors() {
    let api = Api::new().await;
    for path in ["/workshops", "/sessions", "/people", "/departments"] {
        assert_eq!(api.get(&format!("{path}?limit=200")).await.expect(200)["next"], json!(null));
        assert_eq!(api.get(&format!("{path}?limit=201")).await.wrong_fields(), ["limit"]);
        assert_eq!(api.get(&format!("{path}?limit=0")).await.wrong_fields(), ["limit"]);
        assert_eq!(api.get(&format!("{path}?limit=x")).await.wrong_fields(), ["limit"]);
        assert_eq!(api.get(&format!("{path}?cursor=x")).await.wrong_fields(), ["cursor"]);
    }
}

#[tokio::test]
async fn the_catalogue_is_narrowed_by_value_form_offering_and_words() {
    let api = Api::new().await;
    api.workshop("W01").await;
    for (query, found) in [
        ("value=vakmanschap", 1),
        ("value=vertrouwen", 0),
        ("form=on-site", 1),
        ("form=online", 0),
        ("offering=open", 1),
        ("offering=targeted", 0),
        ("search=luisteren", 1),
        ("search=zwemmen", 0),
    ] {
        let page = api.get(&format!("/workshops?{query}")).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), found, "{query}");
    }
    assert_eq!(api.get("/workshops?form=dance").await.wrong_fields(), ["form"]);
}

#[tokio::test]
async fn a_workshop_that_is_not_there_is_not_found() {
    let api = Api::new().await;
    assert_eq!(api.get(&format!("/workshops/{}", WorkshopId::new())).await.problem(404), "not-found");
    assert_eq!(api.get("/workshops/W01").await.wrong_fields(), ["id"]);
}
