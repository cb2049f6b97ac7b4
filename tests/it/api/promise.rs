//! Promises and their readings, for a program.

use olievlek::domain::actor::Scope;
use poem::http::Method;
use serde_json::{Value, json};

use super::client::{Answer, Api};
use crate::service::promise::{draft, made};

const PATH: &str = "/promises/N01/readings";

async fn enters(api: &Api, scopes: &[Scope], key: &str, body: &Value) -> Answer {
    let bearer = format!("Bearer {}", api.token_of(api.named.fenna, scopes).await);
    let headers =
        [("authorization", bearer.as_str()), ("content-type", "application/json"), ("idempotency-key", key)];
    api.send(Method::POST, PATH, &headers, &body.to_string()).await
}

#[tokio::test]
async fn a_program_enters_a_reading_once_and_corrects_it_with_a_reason() {
    let api = Api::new().await;
    made(&api.house, &draft("N01")).await;
    let body = json!({ "period": "2026-01", "met": 72, "cases": 100 });
    let first = enters(&api, &[Scope::ReadingsWrite], "a", &body).await.expect(201);
    assert_eq!(
        (&first["value"], &first["kept"], &first["origin"], &first["target"]),
        (&json!(0.72), &json!(false), &json!("api"), &json!(0.9))
    );
    let again = json!({ "period": "2026-01", "value": 0.75 });
    let wrong = enters(&api, &[Scope::ReadingsWrite], "b", &again).await.wrong_fields();
    assert_eq!(wrong, ["note"]);
    let again = json!({ "period": "2026-01", "value": 0.75, "note": "Nageteld", "figures": [{ "code": "abandoned-share", "value": 0.04 }] });
    enters(&api, &[Scope::ReadingsWrite], "c", &again).await.expect(201);
    enters(&api, &[Scope::AdoptionRead], "d", &again).await.expect(403);
    let list = api.get(PATH).await.expect(200);
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(list["items"][0]["figures"][0], json!({ "code": "abandoned-share", "value": 0.04 }));
    let promises = api.get("/promises").await.expect(200);
    assert_eq!(promises["items"][0]["code"], "N01");
    assert_eq!(api.get("/promises/N99/readings").await.problem(404), "not-found");
}

#[tokio::test]
async fn a_key_that_came_before_enters_nothing_again() {
    let api = Api::new().await;
    made(&api.house, &draft("N01")).await;
    let body = json!({ "period": "2026-01", "value": 0.5 });
    let headers = |key: &'static str| [("idempotency-key", key)];
    let bearer = format!("Bearer {}", api.token);
    let send = async |key: &'static str| {
        let [key] = headers(key);
        let all = [("authorization", bearer.as_str()), ("content-type", "application/json"), key];
        api.send(Method::POST, PATH, &all, &body.to_string()).await.expect(201)
    };
    assert_eq!(send("a").await["id"], send("a").await["id"]);
}

#[tokio::test]
async fn what_cannot_be_is_named_field_by_field() {
    let api = Api::new().await;
    made(&api.house, &draft("N01")).await;
    for (body, fields) in [
        (json!({ "period": "2026-K1", "value": 0.5 }), "period"),
        (json!({ "period": "2026-03", "value": 0.5 }), "period"),
        (json!({ "period": "2026-01", "value": 72 }), "value"),
        (json!({ "period": "2026-01" }), "value"),
        (json!({ "period": "2026-01", "met": 3 }), "cases"),
        (json!({ "period": "2026-01", "met": 3, "cases": 2 }), "met"),
    ] {
        assert_eq!(api.post(PATH, &body).await.wrong_fields(), [fields], "{body}");
    }
}
