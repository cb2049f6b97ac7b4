//! Planning and finding sessions.

use entity::id::SessionId;
use olievlek::domain::actor::Scope;
use poem::http::Method;
use serde_json::json;

use super::client::{Api, new_session};

#[tokio::test]
async fn a_session_is_planned_with_workshop_capacity_and_meetings() {
    let api = Api::new().await;
    let workshop = api.workshop("W01").await;
    let answer = api.post("/sessions", &new_session(&workshop, 20, 3)).await;
    let location = answer.header("location").to_owned();
    let made = answer.expect(201);
    assert_eq!(location, format!("/api/v1/sessions/{}", made["id"].as_str().unwrap()));
    assert_eq!(made["workshopId"], json!(workshop));
    assert_eq!(made["state"], "open");
    assert_eq!(made["seats"], json!({ "capacity": 3, "taken": 0, "held": 0, "waiting": 0 }));
    assert_eq!(made["meetings"][0]["start"], "2026-03-20T09:00:00Z");
    assert_eq!(made["meetings"][0]["location"], "Raadzaal");
    let shown = api.get(location.strip_prefix("/api/v1").unwrap()).await.expect(200);
    assert_eq!(shown, made);
}

#[tokio::test]
async fn a_planner_may_give_more() {
    let api = Api::new().await;
    let mut new = new_session(&api.workshop("W01").await, 20, 3);
    new["minimum"] = json!(2);
    new["trainerIds"] = json!([api.named.trainer]);
    new["enrolmentOpens"] = json!("2026-03-05T09:00:00+01:00");
    new["enrolmentCloses"] = json!("2026-03-19T09:00:00+01:00");
    new["audience"] = json!("Vergunningen");
    new["meetings"][0]["link"] = json!("https://video.example/raadzaal");
    let made = api.post("/sessions", &new).await.expect(201);
    assert_eq!(made["minimum"], 2);
    assert_eq!(made["trainerIds"], json!([api.named.trainer]));
    assert_eq!(made["enrolmentOpens"], "2026-03-05T08:00:00Z");
    assert_eq!(made["enrolmentCloses"], "2026-03-19T08:00:00Z");
    assert_eq!(made["audience"], "Vergunningen");
    assert_eq!(made["meetings"][0]["link"], "https://video.example/raadzaal");
}

#[tokio::test]
async fn no_limit_is_the_absence_of_a_number_and_0_means_none() {
    let api = Api::new().await;
    let workshop = api.workshop("W01").await;
    let mut new = new_session(&workshop, 20, 0);
    assert_eq!(api.post("/sessions", &new).await.expect(201)["seats"]["capacity"], 0);
    new.as_object_mut().unwrap().remove("capacity");
    assert_eq!(api.post("/sessions", &new).await.expect(201)["seats"]["capacity"], json!(null));
}

#[tokio::test]
async fn every_field_that_is_wrong_is_named() {
    let api = Api::new().await;
    let workshop = api.workshop("W01").await;
    let good = new_session(&workshop, 20, 3);
    let with = |field: &str, value| {
        let mut new = good.clone();
        new[field] = value;
        new
    };
    for (field, value) in [
        ("workshopId", json!(null)),
        ("workshopId", json!("W01")),
        ("workshopId", json!(SessionId::new())),
        ("capacity", json!(-1)),
        ("capacity", json!("three")),
        ("capacity", json!(2.5)),
        ("capacity", json!(99_999_999_999_u64)),
        ("minimum", json!(4)),
        ("meetings", json!([])),
        ("meetings", json!({})),
        ("meetings[0]", json!([1])),
        ("trainerIds", json!([SessionId::new()])),
        ("trainerIds", json!([1])),
        ("enrolmentOpens", json!("2026-03-21T10:00:00Z")),
        ("enrolmentCloses", json!("tomorrow")),
        ("audience", json!("a\u{0}b")),
        ("audience", json!("Ruimtevaart")),
    ] {
        let of = field.split('[').next().unwrap();
        let answer = api.post("/sessions", &with(of, value.clone())).await;
        assert_eq!(answer.wrong_fields(), [field], "{value}");
    }
    let meeting = json!({ "start": "2026-03-20", "end": "2026-03-20T12:00:00+01:00" });
    let answer = api.post("/sessions", &with("meetings", json!([good["meetings"][0], meeting]))).await;
    assert_eq!(answer.wrong_fields(), ["meetings[1].start", "meetings[1].location"]);
}

#[tokio::test]
async fn sessions_are_found_by_workshop_period_and_whether_one_can_enrol() {
    let api = Api::new().await;
    let (first, other) = (api.workshop("W01").await, api.workshop("W02").await);
    let early = api.session(&first, 10, 3).await;
    let late = api.session(&first, 20, 3).await;
    let elsewhere = api.session(&other, 15, 3).await;
    for (query, found) in [
        (String::new(), vec![&early, &elsewhere, &late]),
        (format!("workshopId={first}"), vec![&early, &late]),
        ("from=2026-03-15T09:00:00Z".into(), vec![&elsewhere, &late]),
        ("until=2026-03-15T09:00:00Z".into(), vec![&early]),
        ("from=2026-03-11T00:00:00Z&until=2026-03-16T00:00:00Z".into(), vec![&elsewhere]),
        ("open=true".into(), vec![&early, &elsewhere, &late]),
        ("open=false".into(), vec![]),
    ] {
        let page = api.get(&format!("/sessions?{query}")).await.expect(200);
        let ids: Vec<_> = page["items"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        assert_eq!(ids, found.into_iter().map(|id| json!(id)).collect::<Vec<_>>(), "{query}");
    }
    api.house.at("2026-03-12T09:00");
    assert_eq!(api.get("/sessions?open=false").await.expect(200)["items"][0]["id"], json!(early));
    assert_eq!(api.get("/sessions?open=perhaps").await.wrong_fields(), ["open"]);
    assert_eq!(api.get("/sessions?workshopId=W01").await.wrong_fields(), ["workshopId"]);
}

#[tokio::test]
async fn sessions_come_in_parts() {
    let api = Api::new().await;
    let workshop = api.workshop("W01").await;
    for day in [10, 11, 12] {
        api.session(&workshop, day, 3).await;
    }
    let first = api.get("/sessions?limit=2").await.expect(200);
    let rest =
        api.get(&format!("/sessions?limit=2&cursor={}", first["next"].as_str().unwrap())).await.expect(200);
    assert_eq!((first["items"].as_array().unwrap().len(), rest["items"].as_array().unwrap().len()), (2, 1));
    assert_eq!(rest["next"], json!(null));
}

#[tokio::test]
async fn only_a_token_that_may_plan_plans() {
    let api = Api::new().await;
    let workshop = api.workshop("W01").await;
    let token = api.token_of(api.named.fenna, &[Scope::CatalogueRead, Scope::EnrolmentsWrite]).await;
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let body = new_session(&workshop, 20, 3).to_string();
    assert_eq!(api.send(Method::POST, "/sessions", &headers, &body).await.problem(403), "scope-missing");
}

/// A page tells it to who takes part, who gives it and who plans.
#[tokio::test]
async fn where_a_meeting_is_online_is_told_to_who_plans_or_enrols_people() {
    let api = Api::new().await;
    let mut new = new_session(&api.workshop("W01").await, 20, 3);
    let link = json!("https://video.example/raadzaal");
    new["meetings"][0]["link"] = link.clone();
    new["costCents"] = json!(12_300);
    let made = api.post("/sessions", &new).await.expect(201);
    let path = format!("/sessions/{}", made["id"].as_str().unwrap());
    for (scope, sees, costs) in [
        (Scope::CatalogueRead, false, false),
        (Scope::PeopleRead, false, false),
        (Scope::AttendanceWrite, false, false),
        (Scope::EnrolmentsWrite, true, false),
        (Scope::SessionsWrite, true, true),
        (Scope::Admin, true, true),
    ] {
        let token = api.token_of(api.named.fenna, &[Scope::CatalogueRead, scope]).await;
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str())];
        let shown = api.send(Method::GET, &path, &headers, "").await.expect(200);
        let listed = api.send(Method::GET, "/sessions", &headers, "").await.expect(200);
        for session in [&shown, &listed["items"][0]] {
            let told = if sees { link.clone() } else { json!(null) };
            assert_eq!(session["meetings"][0]["link"], told, "{scope:?}");
            let told = if costs { json!(12_300) } else { json!(null) };
            assert_eq!(session["costCents"], told, "{scope:?}");
            assert_eq!(session["meetings"][0]["location"], "Raadzaal", "where it is, everybody reads");
        }
    }
}
