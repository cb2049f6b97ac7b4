//! Attendance through the API.

use olievlek::domain::actor::Scope;
use poem::http::Method;
use serde_json::json;

use super::client::Api;

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn a_token_marks_who_was_there_and_reads_the_register() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    let place = api.enrol(&session, api.named.fenna).await.expect(201);
    let meeting = api.get(&format!("/sessions/{session}")).await.expect(200)["meetings"][0]["id"].clone();
    let path = format!("/meetings/{}/attendance", meeting.as_str().unwrap());
    let marks = json!({ "marks": [{ "enrolmentId": place["id"], "mark": "partly" }] }).to_string();
    let early = api.send(Method::PUT, &path, &[JSON], &marks).await;
    assert_eq!(early.problem(409), "register-not-open");
    assert_eq!(api.get(&path).await.expect(200)["items"][0]["mark"], json!(null));
    api.house.at("2026-03-20T17:00");
    let done = api.send(Method::PUT, &path, &[JSON], &marks).await.expect(200);
    assert_eq!(done["items"][0]["mark"], "partly");
    assert_eq!(done["items"][0]["personId"], place["personId"]);
    let unknown = json!({ "marks": [{ "enrolmentId": meeting, "mark": "present" }] }).to_string();
    assert_eq!(api.send(Method::PUT, &path, &[JSON], &unknown).await.wrong_fields(), ["marks"]);
    let asleep = json!({ "marks": [{ "enrolmentId": place["id"], "mark": "asleep" }] }).to_string();
    assert_eq!(api.send(Method::PUT, &path, &[JSON], &asleep).await.wrong_fields(), ["marks[0].mark"]);
}

#[tokio::test]
async fn a_token_without_that_scope_does_not_read_a_register() {
    let mut api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    let meeting = api.get(&format!("/sessions/{session}")).await.expect(200)["meetings"][0]["id"].clone();
    api.token = api.token_of(api.named.trainer, &[Scope::SessionsWrite, Scope::EnrolmentsWrite]).await;
    let path = format!("/meetings/{}/attendance", meeting.as_str().unwrap());
    api.get(&path).await.problem(403);
}
