//! Taking, giving back and listing places.

use entity::id::{EnrolmentId, PersonId, SessionId};
use olievlek::domain::actor::Scope;
use poem::http::Method;
use serde_json::{Value, json};

use super::client::{Answer, Api};

const JSON: (&str, &str) = ("content-type", "application/json");

async fn withdraw(api: &Api, enrolment: &Value) -> Answer {
    let path = format!("/enrolments/{}/withdrawal", enrolment["id"].as_str().unwrap());
    api.send(Method::POST, &path, &[], "").await
}

async fn all(api: &Api, session: &str) -> Vec<Value> {
    api.get(&format!("/sessions/{session}/enrolments")).await.expect(200)["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_place_is_confirmed_and_who_comes_later_waits_in_order() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 1).await;
    let answer = api.enrol(&session, api.named.fenna).await;
    let location = answer.header("location").to_owned();
    let first = answer.expect(201);
    let expected = json!({
        "id": first["id"], "sessionId": session, "personId": api.named.fenna, "status": "confirmed", "position": null
    });
    assert_eq!(first, expected);
    assert_eq!(location, format!("/api/v1/enrolments/{}", first["id"].as_str().unwrap()));
    for (person, position) in [(api.named.sem, 1), (api.named.noor, 2)] {
        let waiting = api.enrol(&session, person).await.expect(201);
        assert_eq!((&waiting["status"], &waiting["position"]), (&json!("waiting"), &json!(position)));
    }
    let seats = api.get(&format!("/sessions/{session}")).await.expect(200)["seats"].clone();
    assert_eq!(seats, json!({ "capacity": 1, "taken": 1, "held": 0, "waiting": 2 }));
}

#[tokio::test]
async fn a_field_that_nobody_asked_for_does_nothing() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 1).await;
    api.enrol(&session, api.named.fenna).await.expect(201);
    let body = json!({
        "personId": api.named.sem, "status": "confirmed", "position": 1, "priority": 0, "origin": "staff",
        "createdAt": "2026-01-01T00:00:00Z", "sessionId": "00000000-0000-7000-8000-000000000000"
    });
    let placed = api.post(&format!("/sessions/{session}/enrolments"), &body).await.expect(201);
    assert_eq!((&placed["status"], &placed["position"]), (&json!("waiting"), &json!(1)));
    assert_eq!(placed["sessionId"], json!(session), "the address decides");
    let next = api.enrol(&session, api.named.noor).await.expect(201);
    assert_eq!(next["position"], json!(2), "nobody gets before others by asking earlier than the clock");
}

#[tokio::test]
async fn without_a_person_it_is_for_the_person_of_the_token() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 1).await;
    let path = format!("/sessions/{session}/enrolments");
    let own = api.send(Method::POST, &path, &[], "").await.expect(201);
    assert_eq!(own["personId"], json!(api.named.administrator));
    assert_eq!(api.post(&path, &json!({})).await.problem(409), "already-enrolled");
}

#[tokio::test]
async fn near_the_start_the_next_in_line_moves_up_when_somebody_withdraws() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 3, 1).await;
    let first = api.enrol(&session, api.named.fenna).await.expect(201);
    let second = api.enrol(&session, api.named.sem).await.expect(201);
    let withdrawn = withdraw(&api, &first).await.expect(200);
    assert_eq!((&withdrawn["id"], &withdrawn["status"]), (&first["id"], &json!("withdrawn")));
    let listed = all(&api, &session).await;
    assert_eq!(listed[0], withdrawn, "all that were ever made, in the shape of the answer");
    assert_eq!((&listed[1]["id"], &listed[1]["status"]), (&second["id"], &json!("confirmed")));
    assert_eq!(listed[1]["position"], json!(null));
}

#[tokio::test]
async fn who_cannot_come_at_short_notice_keeps_waiting() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 3, 1).await;
    let first = api.enrol(&session, api.named.fenna).await.expect(201);
    let slow = json!({ "personId": api.named.sem, "shortNotice": false });
    api.post(&format!("/sessions/{session}/enrolments"), &slow).await.expect(201);
    withdraw(&api, &first).await.expect(200);
    assert_eq!(all(&api, &session).await[1]["status"], "waiting");
}

#[tokio::test]
async fn long_before_the_start_the_next_in_line_accepts_an_offer() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 1).await;
    let first = api.enrol(&session, api.named.fenna).await.expect(201);
    let second = api.enrol(&session, api.named.sem).await.expect(201);
    let accept = format!("/enrolments/{}/acceptance", second["id"].as_str().unwrap());
    assert_eq!(api.send(Method::POST, &accept, &[], "").await.problem(409), "not-possible-now");
    withdraw(&api, &first).await.expect(200);
    assert_eq!(all(&api, &session).await[1]["status"], "offered");
    let accepted = api.send(Method::POST, &accept, &[], "").await.expect(200);
    assert_eq!(accepted["status"], "confirmed");
    let shown = api.get(&format!("/enrolments/{}", second["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(shown, accepted);
}

#[tokio::test]
async fn every_live_enrolment_can_be_withdrawn_once() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 1).await;
    let confirmed = api.enrol(&session, api.named.fenna).await.expect(201);
    let waiting = api.enrol(&session, api.named.sem).await.expect(201);
    let offered = api.enrol(&session, api.named.noor).await.expect(201);
    for enrolment in [&waiting, &confirmed, &offered] {
        assert_eq!(withdraw(&api, enrolment).await.expect(200)["status"], "withdrawn");
        assert_eq!(withdraw(&api, enrolment).await.problem(409), "not-possible-now");
    }
    let reason = format!("/enrolments/{}/withdrawal", EnrolmentId::new());
    assert_eq!(api.post(&reason, &json!({ "reason": "ziek" })).await.problem(404), "not-found");
    assert_eq!(api.post(&reason, &json!({ "reason": 7 })).await.wrong_fields(), ["reason"]);
}

#[tokio::test]
async fn a_rule_that_refuses_says_which_and_names_the_other_session() {
    let api = Api::new().await;
    let (first, other) = (api.workshop("W01").await, api.workshop("W02").await);
    let one = api.session(&first, 20, 3).await;
    let later = api.session(&first, 21, 3).await;
    let same_time = api.session(&other, 20, 3).await;
    api.enrol(&one, api.named.fenna).await.expect(201);
    assert_eq!(api.enrol(&one, api.named.fenna).await.problem(409), "already-enrolled");
    let refused = api.enrol(&same_time, api.named.fenna).await;
    assert_eq!(refused.json()["sessionId"], json!(one));
    assert_eq!(refused.problem(409), "overlaps");
    assert_eq!(api.enrol(&later, api.named.fenna).await.problem(409), "already-in-workshop");
    api.house.at("2026-03-20T11:00");
    assert_eq!(api.enrol(&one, api.named.sem).await.problem(409), "enrolment-closed");
}

#[tokio::test]
async fn nobody_enrols_for_what_or_whom_there_is_not() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    assert_eq!(api.enrol(&session, PersonId::new()).await.wrong_fields(), ["personId"]);
    assert_eq!(api.enrol(&SessionId::new().to_string(), api.named.fenna).await.problem(404), "not-found");
    assert_eq!(
        api.get(&format!("/sessions/{}/enrolments", SessionId::new())).await.problem(404),
        "not-found"
    );
}

#[tokio::test]
async fn the_same_key_gives_the_same_answer_and_another_body_is_refused() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    let path = format!("/sessions/{session}/enrolments");
    let send = async |person: PersonId, key: &str| {
        let body = json!({ "personId": person }).to_string();
        api.send(Method::POST, &path, &[JSON, ("idempotency-key", key)], &body).await
    };
    let first = send(api.named.fenna, "a").await.expect(201);
    assert_eq!(send(api.named.fenna, "a").await.expect(201), first);
    assert_eq!(all(&api, &session).await.len(), 1);
    assert_eq!(send(api.named.sem, "a").await.problem(422), "idempotency-key-reused");
    assert_eq!(send(api.named.fenna, "b").await.problem(409), "already-enrolled");
    let long = "k".repeat(256);
    assert_eq!(send(api.named.sem, &long).await.wrong_fields(), ["Idempotency-Key"]);
}

#[tokio::test]
async fn a_key_belongs_to_its_person() {
    let api = Api::new().await;
    let session = api.session(&api.workshop("W01").await, 20, 3).await;
    let path = format!("/sessions/{session}/enrolments");
    for person in [api.named.fenna, api.named.sem] {
        let bearer = format!("Bearer {}", api.token_of(person, &[Scope::EnrolmentsWrite]).await);
        let headers = [("authorization", bearer.as_str()), ("idempotency-key", "1")];
        let made = api.send(Method::POST, &path, &headers, "").await.expect(201);
        assert_eq!(made["personId"], json!(person));
    }
}

#[tokio::test]
async fn a_session_planned_twice_under_one_key_is_one_session() {
    let api = Api::new().await;
    let body = super::client::new_session(&api.workshop("W01").await, 20, 3).to_string();
    let send = async || api.send(Method::POST, "/sessions", &[JSON, ("idempotency-key", "1")], &body).await;
    let first = send().await.expect(201);
    assert_eq!(send().await.expect(201), first);
    assert_eq!(api.get("/sessions").await.expect(200)["items"].as_array().unwrap().len(), 1);
}
