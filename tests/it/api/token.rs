//! What a token opens.

use chrono::TimeDelta;
use olievlek::{
    api::operation::{Found, OPERATIONS, find},
    domain::actor::Scope,
};
use poem::http::Method;
use uuid::Uuid;

use super::client::{Answer, Api};

/// Every operation, with an id that nothing has.
async fn call(api: &Api, method: &Method, path: &str, bearer: &str) -> Answer {
    let path = path.replace("{id}", &Uuid::now_v7().to_string());
    api.send(method.clone(), &path, &[("authorization", bearer)], "").await
}

#[tokio::test]
async fn without_a_token_only_calendars_and_document_answer() {
    let api = Api::new().await;
    for operation in OPERATIONS {
        for (bearer, code) in
            [("", "token-missing"), ("Bearer ", "token-missing"), ("Bearer x", "token-unknown")]
        {
            let answer = call(&api, &operation.method, operation.path, bearer).await;
            if operation.scopes.is_empty() {
                assert!(!matches!(answer.status.as_u16(), 401 | 403), "{}", operation.name);
            } else {
                assert!(answer.header("www-authenticate").starts_with("Bearer realm="));
                assert_eq!(answer.problem(401), code, "{}", operation.name);
            }
        }
    }
}

#[tokio::test]
async fn a_scope_opens_its_own_operations_and_no_other() {
    let api = Api::new().await;
    for scope in Scope::ALL {
        let bearer = format!("Bearer {}", api.token_of(api.named.fenna, &[scope]).await);
        for operation in OPERATIONS.iter().filter(|operation| !operation.scopes.is_empty()) {
            let answer = call(&api, &operation.method, operation.path, &bearer).await;
            let opens = scope == Scope::Admin || operation.scopes.contains(&scope);
            assert_eq!(answer.status != 403, opens, "{} {}", scope.code(), operation.name);
            if !opens {
                assert!(answer.header("www-authenticate").contains("insufficient_scope"));
                assert_eq!(answer.problem(403), "scope-missing");
            }
        }
    }
}

#[tokio::test]
async fn the_word_bearer_is_read_in_any_case() {
    let api = Api::new().await;
    let bearer = format!("bEARER {}", api.token);
    call(&api, &Method::GET, "/workshops", &bearer).await.expect(200);
}

#[tokio::test]
async fn a_token_ends_on_its_day() {
    let api = Api::new().await;
    api.house.pass(TimeDelta::days(364));
    api.get("/workshops").await.expect(200);
    api.house.pass(TimeDelta::days(1));
    assert_eq!(api.get("/workshops").await.problem(401), "token-unknown");
}

#[test]
fn what_is_not_in_the_table_is_not_reached() {
    let nothing =
        ["", "/", "/workshops/", "//workshops", "/workshops/1/2", "/sessions//enrolments", "/people/1"];
    for path in nothing {
        assert!(matches!(find(&Method::GET, path), Found::Nothing), "{path}");
    }
    assert!(matches!(find(&Method::DELETE, "/sessions/1"), Found::OtherMethod(_)));
    assert!(matches!(find(&Method::HEAD, "/sessions/1"), Found::Operation(_)));
}
