//! Conversations through the API.

use entity::role::RoleKind;
use olievlek::domain::actor::Scope;
use serde_json::{Value, json};

use super::client::Api;

fn planned(api: &Api) -> Value {
    json!({
        "kind": "team", "teamIds": [api.named.permits], "start": "2026-04-01T10:00:00+02:00", "minutes": 90,
        "place": "Bij het team", "facilitatorId": api.named.sem,
    })
}

#[tokio::test]
async fn a_token_plans_a_conversation_for_a_facilitator_and_reads_how_far_the_round_is() {
    let api = Api::new().await;
    api.house.grant(api.named.sem, RoleKind::Facilitator, None).await;
    let team = json!(api.named.permits);
    let state = |all: &Value| {
        let items = all["items"].as_array().unwrap().clone();
        items.into_iter().find(|item| item["departmentId"] == team).unwrap()
    };
    assert_eq!(state(&api.get("/conversations/coverage").await.expect(200))["state"], "not-yet");
    assert!(api.post("/conversations", &planned(&api)).await.expect(201)["id"].is_string());
    let after = state(&api.get("/conversations/coverage").await.expect(200));
    assert_eq!((&after["state"], &after["plannedAt"]), (&json!("planned"), &json!("2026-04-01T08:00:00Z")));
}

#[tokio::test]
async fn a_token_says_who_holds_the_conversation_and_that_is_somebody_who_can() {
    let api = Api::new().await;
    assert_eq!(api.post("/conversations", &planned(&api)).await.wrong_fields(), ["facilitatorId"]);
    let mut nobody = planned(&api);
    nobody.as_object_mut().unwrap().remove("facilitatorId");
    assert_eq!(api.post("/conversations", &nobody).await.wrong_fields(), ["facilitatorId"]);
}

#[tokio::test]
async fn a_conversation_is_with_a_team_that_there_is() {
    let api = Api::new().await;
    api.house.grant(api.named.sem, RoleKind::Facilitator, None).await;
    let mut body = planned(&api);
    body["teamIds"] = json!([]);
    assert_eq!(api.post("/conversations", &body).await.wrong_fields(), ["teamIds"]);
    body["teamIds"] = json!([api.named.sem]);
    assert_eq!(api.post("/conversations", &body).await.wrong_fields(), ["teamIds"]);
}

#[tokio::test]
async fn a_token_without_that_scope_plans_no_conversation() {
    let mut api = Api::new().await;
    api.token = api.token_of(api.named.manager, &[Scope::AdoptionRead]).await;
    api.post("/conversations", &planned(&api)).await.problem(403);
}
