//! What becomes of a session that was planned, and many people at once.

use entity::task;
use poem::http::Method;
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};

use super::client::{Answer, Api};

const JSON: (&str, &str) = ("content-type", "application/json");

async fn put(api: &Api, path: &str, body: &Value) -> Answer {
    api.send(Method::PUT, path, &[JSON], &body.to_string()).await
}

/// Whether a letter of this kind waits to be mailed.
async fn waits(api: &Api, letter: &str) -> bool {
    let tasks = task::Entity::find().all(&api.house.db.reader).await.unwrap();
    tasks.iter().any(|one| one.payload.to_string().contains(letter))
}

#[tokio::test]
async fn meetings_are_moved_added_and_cancelled_in_one_request() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    let path = format!("/sessions/{session}");
    let meeting = api.get(&path).await.expect(200)["meetings"][0].clone();
    let moved = json!({ "id": meeting["id"], "start": "2026-03-23T10:00:00+01:00",
        "end": "2026-03-23T12:00:00+01:00", "location": "Raadzaal" });
    let added = json!({ "start": "2026-03-24T10:00:00+01:00", "end": "2026-03-24T12:00:00+01:00", "location": "Zaal 2" });

    let answer =
        put(&api, &format!("{path}/meetings"), &json!({ "meetings": [moved, added] })).await.expect(200);
    assert_eq!(answer["meetings"].as_array().unwrap().len(), 2);
    assert_eq!(answer["meetings"][0]["id"], meeting["id"], "the same meeting, so the same calendar entry");
    assert_eq!(answer["meetings"][0]["start"], "2026-03-23T09:00:00Z");
    assert_eq!(api.get(&path).await.expect(200), answer);

    let answer = put(&api, &format!("{path}/meetings"), &json!({ "meetings": [added] })).await;
    assert_eq!(answer.expect(200)["meetings"].as_array().unwrap().len(), 1);
    let answer = put(&api, &format!("{path}/meetings"), &json!({ "meetings": [] })).await;
    assert_eq!(answer.wrong_fields(), ["meetings"]);
}

#[tokio::test]
async fn a_session_is_called_off_once() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    api.enrol(&session, api.named.fenna).await.expect(201);
    let path = format!("/sessions/{session}/calling-off");
    let answer = api.post(&path, &json!({ "reason": "De trainer is ziek." })).await.expect(200);
    assert_eq!((&answer["state"], &answer["seats"]["taken"]), (&json!("called-off"), &json!(0)));
    assert!(waits(&api, "called-off").await, "who had a place is told");
    assert_eq!(api.send(Method::POST, &path, &[], "").await.problem(409), "session-called-off");
}

#[tokio::test]
async fn a_session_goes_on_when_a_planner_says_so() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    let path = format!("/sessions/{session}/go-ahead");
    assert_eq!(api.send(Method::POST, &path, &[], "").await.expect(200)["state"], "open");
    api.house.at("2026-03-21T09:00");
    assert_eq!(api.send(Method::POST, &path, &[], "").await.problem(409), "session-started");
}

#[tokio::test]
async fn the_people_of_a_session_are_told_something() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 1).await;
    api.enrol(&session, api.named.fenna).await.expect(201);
    api.enrol(&session, api.named.sem).await.expect(201);
    let path = format!("/sessions/{session}/messages");
    let message = |to: &str| json!({ "to": to, "subject": "Neem een pen mee", "text": "Tot dan." });
    assert_eq!(api.post(&path, &message("participants")).await.expect(200), json!({ "people": 1 }));
    assert_eq!(api.post(&path, &message("everyone")).await.expect(200), json!({ "people": 2 }));
    assert_eq!(api.post(&path, &message("nobody")).await.wrong_fields(), ["to"]);
    assert_eq!(api.post(&path, &json!({ "to": "waiting" })).await.wrong_fields(), ["subject", "text"]);
}

#[tokio::test]
async fn many_people_are_enrolled_at_once_with_a_result_for_each() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 1).await;
    api.enrol(&session, api.named.noor).await.expect(201);
    let path = format!("/sessions/{session}/enrolments/bulk");
    let fenna = api.named.fenna.to_string();
    let (noor, daan) = (api.named.noor.to_string(), api.named.daan.to_string());
    let people = json!({ "people": [fenna, "nobody@gemeente.example", fenna, noor, daan] });
    let headers = [JSON, ("idempotency-key", "k1")];
    let answer = api.send(Method::POST, &path, &headers, &people.to_string()).await.expect(200);
    let items = answer["items"].as_array().unwrap();
    let codes: Vec<_> = items.iter().map(|one| one["code"].clone()).collect();
    let refused = [json!("unknown"), json!("named-twice"), json!("already-enrolled")];
    assert_eq!(codes, [&[json!(null)], &refused[..], &[json!(null)]].concat());
    for one in [&items[0], &items[4]] {
        assert_eq!(one["enrolment"]["status"], "waiting", "refusals of others stop nobody");
    }
    let again = api.send(Method::POST, &path, &headers, &people.to_string()).await.expect(200);
    assert_eq!(again, answer, "the same key gives the same answer");
    let other = json!({ "people": [api.named.sem.to_string()] });
    api.send(Method::POST, &path, &headers, &other.to_string()).await.expect(422);
    let waits = api.get(&format!("/sessions/{session}/enrolments")).await.expect(200);
    assert!(
        !waits.to_string().contains(&api.named.sem.to_string()),
        "another list under the key enrols nobody"
    );
    assert_eq!(api.post(&path, &json!({ "people": [] })).await.wrong_fields(), ["people"]);
}

#[tokio::test]
async fn a_list_of_people_holds_texts_and_nothing_else() {
    let api = Api::new().await;
    let workshop = api.workshop("W1").await;
    let session = api.session(&workshop, 20, 4).await;
    for people in [json!([false]), json!([1]), json!(["sem.bakker@gemeente.example", null]), json!("1001")] {
        let path = format!("/sessions/{session}/enrolments/bulk");
        let answer = api.post(&path, &json!({ "people": people })).await;
        assert_eq!(answer.wrong_fields(), ["people"], "{people}");
    }
}
