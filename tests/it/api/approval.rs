//! Deciding about requests, and holding seats, through the API.

use entity::{id::EnrolmentId, workshop::ApprovalRule};
use olievlek::domain::actor::Scope;
use serde_json::json;

use super::client::Api;
use crate::learning::{approval::session_with, enrol};

/// A request of Fenna, in a session with so many seats.
async fn asked(api: &Api, seats: i32) -> (String, EnrolmentId) {
    let session = session_with(&api.house, ApprovalRule::Head, seats).await;
    let request = enrol(&api.house, session, api.named.fenna).await.unwrap();
    (session.to_string(), request.id)
}

#[tokio::test]
async fn a_token_of_who_decides_turns_a_request_into_a_place_once() {
    let mut api = Api::new().await;
    let (_, id) = asked(&api, 2).await;
    let path = format!("/enrolments/{id}/approval");
    api.token = api.token_of(api.named.manager, &[Scope::PeopleRead]).await;
    api.post(&path, &json!({})).await.problem(403);
    api.token = api.token_of(api.named.manager, &[Scope::EnrolmentsWrite]).await;
    let granted = api.post(&path, &json!({})).await.expect(200);
    assert_eq!((&granted["id"], &granted["status"]), (&json!(id), &json!("confirmed")));
    assert_eq!(api.post(&path, &json!({})).await.problem(409), "already-decided");
}

#[tokio::test]
async fn a_request_is_declined_with_a_reason_only() {
    let api = Api::new().await;
    let (_, id) = asked(&api, 2).await;
    let path = format!("/enrolments/{id}/decline");
    assert_eq!(api.post(&path, &json!({})).await.wrong_fields(), ["reason"]);
    let declined = api.post(&path, &json!({ "reason": "Te druk" })).await.expect(200);
    assert_eq!(declined["status"], "declined");
    assert_eq!(api.get(&format!("/enrolments/{id}")).await.expect(200)["status"], "declined");
}

#[tokio::test]
async fn seats_are_held_for_a_department_and_given_back() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 4).await;
    let path = format!("/sessions/{session}/held-seats");
    let wrong = json!({ "departmentId": api.named.permits, "seats": 0 });
    assert_eq!(api.post(&path, &wrong).await.wrong_fields(), ["seats"]);
    let body = json!({ "departmentId": api.named.permits, "seats": 2 });
    let held = api.post(&path, &body).await.expect(201);
    assert_eq!((&held["seats"], &held["endedAt"]), (&json!(2), &json!(null)));
    let seats = || async { api.get(&format!("/sessions/{session}")).await.expect(200)["seats"].clone() };
    assert_eq!(seats().await, json!({ "capacity": 4, "taken": 2, "held": 2, "waiting": 0 }));
    let release = format!("/held-seats/{}/release", held["id"].as_str().unwrap());
    let released = api.post(&release, &json!({})).await.expect(200);
    assert!(released["endedAt"].is_string(), "{released}");
    assert_eq!(seats().await, json!({ "capacity": 4, "taken": 0, "held": 0, "waiting": 0 }));
    assert_eq!(api.post(&release, &json!({})).await.problem(409), "hold-over");
}
