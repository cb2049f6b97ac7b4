//! Whatever goes wrong is a problem with a code.

use poem::http::Method;

use super::client::Api;

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn an_address_or_method_that_is_not_there_is_a_problem() {
    let api = Api::new().await;
    for path in ["", "/", "/nowhere", "/workshops/", "/sessions/1/2/3"] {
        assert_eq!(api.get(path).await.problem(404), "not-found", "{path}");
    }
    let answer = api.send(Method::DELETE, "/sessions", &[], "").await;
    assert_eq!(answer.header("allow"), "GET, HEAD, POST");
    assert_eq!(answer.problem(405), "method-not-allowed");
}

#[tokio::test]
async fn a_body_that_is_no_json_object_is_a_problem() {
    let api = Api::new().await;
    for body in ["{", "[]", "1", "null", "\"x\"", "{\"a\":}", " "] {
        assert_eq!(
            api.send(Method::POST, "/sessions", &[JSON], body).await.problem(400),
            "invalid",
            "{body}"
        );
    }
    assert_eq!(api.send(Method::POST, "/sessions", &[], "{}").await.problem(415), "not-json");
    let form = [("content-type", "application/x-www-form-urlencoded")];
    assert_eq!(api.send(Method::POST, "/sessions", &form, "a=1").await.problem(415), "not-json");
}

#[tokio::test]
async fn a_body_of_more_than_a_mebibyte_is_too_large() {
    let api = Api::new().await;
    let body = format!(r#"{{"audience":"{}"}}"#, "x".repeat(1024 * 1024));
    assert_eq!(api.send(Method::POST, "/sessions", &[JSON], &body).await.problem(413), "too-large");
}

#[tokio::test]
async fn a_nul_reaches_no_database() {
    let api = Api::new().await;
    assert_eq!(api.get("/people?email=a%00b").await.wrong_fields(), ["email"]);
    assert_eq!(api.get("/workshops?search=%00").await.wrong_fields(), ["search"]);
    let cursor = "WyJcdTAwMDAiLCIwMWEyMDRjYi0xYzdkLTcxZWEtYWZhMS1hMWM4OGM5M2U0YWUiXQ";
    assert_eq!(api.get(&format!("/workshops?cursor={cursor}")).await.wrong_fields(), ["cursor"]);
}

#[tokio::test]
async fn a_problem_is_told_in_the_language_of_the_request() {
    let api = Api::new().await;
    let said = async |language| {
        let answer = api.send(Method::GET, "/nowhere", &[("accept-language", language)], "").await;
        assert_eq!(answer.header("content-language"), language);
        answer.json()["detail"].as_str().unwrap().to_owned()
    };
    assert_eq!(said("nl").await, "Dit bestaat niet, of niet voor dit token.");
    assert_eq!(said("en").await, "This does not exist, or not for this token.");
}

#[tokio::test]
async fn nothing_of_the_api_is_kept_by_a_cache_but_its_document() {
    let api = Api::new().await;
    assert_eq!(api.get("/workshops").await.header("cache-control"), "no-store");
    assert!(api.get("/openapi.json").await.header("cache-control").contains("max-age"));
}
