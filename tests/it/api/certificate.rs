//! Certificates of attendance through the API.

use entity::{
    enrolment::{self, Outcome},
    id::*,
};
use olievlek::domain::{
    actor::{Actor, Scope},
    learning::certificate::withdraw,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
use serde_json::{Value, json};

use super::client::Api;
use crate::learning::{certificate::certified, enrol};

/// Fenna followed so many workshops, Sem the last of them.
async fn scene(api: &Api, workshops: u32) -> Vec<SessionId> {
    let mut sessions = Vec::new();
    for number in 1..=workshops {
        let session = api.session(&api.workshop(&format!("W0{number}")).await, 10 + number, 4).await;
        sessions.push(session.parse::<SessionId>().unwrap());
    }
    for session in &sessions {
        let mut places = vec![enrol(&api.house, *session, api.named.fenna).await.unwrap().id];
        if Some(session) == sessions.last() {
            places.push(enrol(&api.house, *session, api.named.sem).await.unwrap().id);
        }
        certified(&api.house, *session, &places).await;
    }
    sessions
}

async fn listed(api: &Api, query: &str) -> Value {
    api.get(&format!("/certificates{query}")).await.expect(200)
}

#[tokio::test]
async fn somebody_reads_their_own_certificates_page_by_page_with_where_to_verify_them() {
    let mut api = Api::new().await;
    scene(&api, 2).await;
    api.token = api.token_of(api.named.fenna, &[Scope::PeopleRead]).await;
    let first = listed(&api, "?limit=1").await;
    let next = first["next"].as_str().expect("there is more").to_owned();
    let second = listed(&api, &format!("?limit=1&cursor={next}")).await;
    assert_eq!(second["next"], json!(null));
    let (one, other) = (&first["items"][0], &second["items"][0]);
    assert_ne!(one["id"], other["id"]);
    assert_eq!((&one["name"], &one["revokedAt"]), (&json!("Fenna de Boer"), &json!(null)));
    let serial = one["serial"].as_str().unwrap();
    let address = one["verifyUrl"].as_str().unwrap();
    assert!(address.starts_with("http") && address.ends_with(&format!("/verify/{serial}")), "{address}");
    let path = format!("/certificates/{}", one["id"].as_str().unwrap());
    assert_eq!(&api.get(&path).await.expect(200), one);
}

#[tokio::test]
async fn the_certificate_of_somebody_else_does_not_exist_and_one_that_was_withdrawn_says_so() {
    let mut api = Api::new().await;
    let sessions = &scene(&api, 1).await;
    api.token = api.token_of(api.named.fenna, &[Scope::PeopleRead]).await;
    let own = listed(&api, "").await["items"][0]["id"].as_str().unwrap().to_owned();
    api.token = api.token_of(api.named.sem, &[Scope::PeopleRead]).await;
    api.get(&format!("/certificates/{own}")).await.problem(404);
    // Nobody completed it after all.
    let all = enrolment::Entity::update_many().filter(enrolment::Column::SessionId.eq(sessions[0]));
    let none = Expr::value(Some(Outcome::Incomplete));
    all.col_expr(enrolment::Column::Outcome, none).exec(&api.house.db.writer).await.unwrap();
    let taken = |change: std::sync::Arc<_>| async move { withdraw(&change, sessions[0], None).await };
    api.house.write(&Actor::operator(), taken).await.unwrap();
    let withdrawn = listed(&api, "").await["items"][0]["revokedAt"].clone();
    assert!(withdrawn.is_string(), "{withdrawn}");
}

#[tokio::test]
async fn a_token_that_may_not_read_people_reads_no_certificate() {
    let mut api = Api::new().await;
    api.token = api.token_of(api.named.fenna, &[Scope::EnrolmentsWrite]).await;
    api.get("/certificates").await.problem(403);
}
