//! The document, held against the operations and against its copy in `docs`.

use std::{collections::BTreeSet, fs, path::Path};

use olievlek::{
    api::{self, operation::OPERATIONS},
    config::Config,
    text::{Language, Words},
};
use serde_json::{Value, json};

use super::client::Api;

/// The document of a house at a public address.
pub fn document() -> Value {
    serde_json::from_str(&text()).unwrap()
}

fn text() -> String {
    let config = Config { base_url: "https://olievlek.gemeente.example".into(), ..Config::default() };
    api::document(&config, &Words::embedded().unwrap())
}

/// Every operation of the document: path, method, description.
pub fn operations(document: &Value) -> Vec<(&str, &str, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, methods)| {
            methods
                .as_object()
                .unwrap()
                .iter()
                .map(move |(method, one)| (path.as_str(), method.as_str(), one))
        })
        .collect()
}

#[test]
fn the_document_describes_exactly_the_operations_of_the_table() {
    let document = document();
    let described: BTreeSet<_> = operations(&document)
        .into_iter()
        .map(|(path, method, one)| {
            (path.to_owned(), method.to_uppercase(), one["operationId"].as_str().unwrap().to_owned())
        })
        .collect();
    let table: BTreeSet<_> = OPERATIONS
        .iter()
        .map(|one| (one.path.to_owned(), one.method.to_string(), one.name.to_owned()))
        .collect();
    assert_eq!(described, table);
}

#[test]
fn every_operation_and_its_problems_are_described_in_both_languages() {
    let words = Words::embedded().unwrap();
    for operation in OPERATIONS {
        for language in Language::ALL {
            assert!(words.has(language, &format!("api-{}", operation.name)), "{language} {}", operation.name);
        }
    }
    assert!(!text().contains('⟦'));
}

#[tokio::test]
async fn the_document_is_served_to_every_site() {
    let api = Api::new().await;
    let answer = api.get("/openapi.json").await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("content-type"), "application/json; charset=utf-8");
    let served = answer.expect(200);
    assert_eq!(served["paths"], document()["paths"]);
}

/// Set `OLIEVLEK_BLESS` to write the copy anew, and read what changed: an answer that loses a member breaks its readers.
#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "a choice of whoever runs the tests, not a setting of the program"
)]
fn the_copy_in_docs_is_the_document() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/openapi.json");
    if std::env::var_os("OLIEVLEK_BLESS").is_some() {
        fs::write(&path, text()).unwrap();
    }
    let copy = fs::read_to_string(path).unwrap_or_default();
    assert!(copy == text(), "the API changed: run again with OLIEVLEK_BLESS=1 and read the difference");
}

#[test]
fn what_an_answer_leaves_out_is_written_as_null() {
    let document = document();
    let person = &document["components"]["schemas"]["Person"];
    assert_eq!(person["required"], json!(["id", "name"]));
    assert_eq!(person["properties"]["email"]["nullable"], true);
    assert_eq!(person["properties"]["employedUntil"]["format"], "date");
}

#[test]
fn what_a_text_may_hold_is_said_where_texts_are_sent() {
    let document = document();
    let message = &document["components"]["schemas"]["NewMessage"]["properties"];
    assert_eq!(
        (&message["subject"]["maxLength"], &message["text"]["maxLength"]),
        (&json!(120), &json!(2000))
    );
    assert!(message["text"]["pattern"].as_str().is_some_and(|letters| letters.contains(r"\x00")));
    let people = &document["components"]["schemas"]["NewEnrolments"]["properties"]["people"];
    assert_eq!(people["items"]["maxLength"], 2000);
    let person = &document["components"]["schemas"]["Person"]["properties"];
    assert_eq!(person["name"]["maxLength"], Value::Null, "what is answered came in by another door");
}
