//! Assigning through the API.

use olievlek::domain::actor::Scope;
use serde_json::json;

use super::client::Api;

#[tokio::test]
async fn a_token_assigns_to_a_department_and_reads_how_far_it_is() {
    let api = Api::new().await;
    let workshop = api.workshop("W01").await;
    let body = json!({
        "workshopId": workshop, "departmentIds": [api.named.permits], "dueOn": "2026-06-01", "reason": "Nodig",
    });
    let made = api.post("/assignments", &body).await.expect(201);
    assert_eq!(made["workshopIds"], json!([workshop]));
    let path = format!("/assignments/{}", made["id"].as_str().unwrap());
    assert_eq!(api.get("/assignments").await.expect(200)["items"][0]["id"], made["id"]);
    assert_eq!(api.get(&path).await.expect(200)["dueOn"], "2026-06-01");
    let before = api.get(&format!("{path}/progress?limit=2")).await.expect(200);
    assert_eq!(before["counts"]["assigned"], 3);
    assert_eq!(before["demand"][0]["shortage"], 3);
    assert_eq!(before["items"].as_array().unwrap().len(), 2);
    assert!(before["next"].is_string());
    let session = api.session(&workshop, 20, 3).await;
    api.enrol(&session, api.named.fenna).await.expect(201);
    let after = api.get(&format!("{path}/progress?state=enrolled")).await.expect(200);
    assert_eq!((&after["counts"]["enrolled"], &after["counts"]["noDateChosen"]), (&json!(1), &json!(2)));
    assert_eq!(after["items"][0]["personId"], json!(api.named.fenna));
    assert_eq!(after["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_wrong_with_an_assignment_is_said_field_by_field() {
    let api = Api::new().await;
    let workshop = api.workshop("W01").await;
    let nobody = json!({ "workshopId": workshop, "dueOn": "2026-06-01", "reason": "x" });
    assert_eq!(api.post("/assignments", &nobody).await.wrong_fields(), ["departmentIds"]);
    let unknown = json!({
        "workshopId": workshop, "departmentIds": [workshop], "dueOn": "2026-06-01", "reason": "x",
    });
    assert_eq!(api.post("/assignments", &unknown).await.wrong_fields(), ["departmentIds"]);
    let past = json!({
        "workshopId": workshop, "personIds": [api.named.fenna], "dueOn": "2020-06-01", "reason": " ",
    });
    assert_eq!(api.post("/assignments", &past).await.wrong_fields(), ["reason", "dueOn"]);
    assert_eq!(api.post("/assignments", &json!({})).await.wrong_fields(), ["reason"]);
}

#[tokio::test]
async fn a_token_without_that_scope_assigns_nothing_and_reads_nothing() {
    let mut api = Api::new().await;
    api.token = api.token_of(api.named.manager, &[Scope::SessionsWrite, Scope::PeopleRead]).await;
    api.get("/assignments").await.problem(403);
}
