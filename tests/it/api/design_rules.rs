//! The Dutch API Design Rules (NLGov REST API), each as a sentence about our document.

use olievlek::{config::Config, text::Words};
use serde_json::Value;

use super::document::{document, operations};

/// Every value in the document with the name that it has in its parent.
fn everywhere<'a>(name: &'a str, value: &'a Value, see: &mut impl FnMut(&'a str, &'a Value)) {
    see(name, value);
    match value {
        Value::Object(object) => object.iter().for_each(|(name, value)| everywhere(name, value, see)),
        Value::Array(items) => items.iter().for_each(|item| everywhere("", item, see)),
        _ => {}
    }
}

/// What a reference leads to.
fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).expect(reference),
        None => value,
    }
}

fn responses<'a>(document: &'a Value, operation: &'a Value) -> Vec<(u16, &'a Value)> {
    let responses = operation["responses"].as_object().unwrap();
    responses.iter().map(|(status, one)| (status.parse().unwrap(), resolve(document, one))).collect()
}

fn is_camel_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric())
}

#[test]
fn it_is_openapi_3_with_a_semantic_version() {
    let document = document();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    let version = document["info"]["version"].as_str().unwrap();
    assert_eq!(version.split('.').filter_map(|part| part.parse::<u32>().ok()).count(), 3, "{version}");
}

#[test]
fn somebody_can_be_reached_about_it() {
    let document = document();
    for member in ["name", "email", "url"] {
        assert!(!document["info"]["contact"][member].as_str().unwrap().is_empty(), "{member}");
    }
}

#[test]
fn the_address_is_https_and_ends_in_the_major_version() {
    let document = document();
    let server = document["servers"][0]["url"].as_str().unwrap();
    assert!(server.starts_with("https://") && server.ends_with("/api/v1"), "{server}");
}

#[test]
fn a_house_that_is_tried_out_keeps_the_rules_too() {
    let text = olievlek::api::document(&Config::default(), &Words::embedded().unwrap());
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["servers"][0]["url"], "/api/v1");
    assert!(document["info"]["contact"]["email"].as_str().unwrap().contains('.'));
}

#[test]
fn paths_are_in_kebab_case_without_a_slash_at_the_end() {
    let document = document();
    for path in document["paths"].as_object().unwrap().keys().filter(|path| *path != "/openapi.json") {
        assert!(!path.ends_with('/'), "{path}");
        for segment in path.split('/').skip(1).filter(|segment| !segment.starts_with('{')) {
            assert!(segment.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{path}");
        }
    }
}

#[test]
fn only_the_standard_methods_are_used() {
    let document = document();
    for (path, method, _) in operations(&document) {
        assert!(["get", "post", "put", "patch", "delete"].contains(&method), "{method} {path}");
    }
}

#[test]
fn names_are_in_camel_case_and_schemas_begin_with_a_capital() {
    let document = document();
    for (path, _, operation) in operations(&document) {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            assert!(parameter["in"] == "header" || is_camel_case(name), "{path} {name}");
        }
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(
            name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(char::is_alphanumeric),
            "{name}"
        );
        for property in schema["properties"].as_object().into_iter().flatten().map(|(property, _)| property) {
            assert!(is_camel_case(property), "{name}.{property}");
        }
    }
}

#[test]
fn every_answer_names_the_version_in_a_header() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        for (status, response) in responses(&document, operation) {
            let header = resolve(&document, &response["headers"]["API-Version"]);
            assert_eq!(header["schema"]["type"], "string", "{method} {path} {status}");
        }
    }
}

#[test]
fn every_problem_is_problem_json_with_status_title_and_detail() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        for (status, response) in
            responses(&document, operation).into_iter().filter(|(status, _)| *status >= 400)
        {
            let content = response["content"].as_object().unwrap();
            assert_eq!(
                content.keys().collect::<Vec<_>>(),
                ["application/problem+json"],
                "{method} {path} {status}"
            );
            let schema = resolve(&document, &content["application/problem+json"]["schema"]);
            for member in ["status", "title", "detail", "code"] {
                assert!(schema["properties"][member].is_object(), "{member}");
            }
        }
    }
}

#[test]
fn whatever_takes_input_can_say_that_it_is_wrong() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        let takes = method != "get" || operation["parameters"].as_array().is_some_and(|all| !all.is_empty());
        assert!(!takes || operation["responses"]["400"].is_object(), "{method} {path}");
    }
}

#[test]
fn moments_have_an_offset_and_days_have_none() {
    let document = document();
    everywhere("", &document, &mut |name, value| {
        let format = value["format"].as_str().unwrap_or_default();
        assert!(!["date-time-local", "naive-date", "time"].contains(&format), "{name}: {format}");
        if name == "date" || name.ends_with("Date") {
            assert_eq!(format, "date", "{name}");
        }
    });
}

#[test]
fn every_operation_has_a_name_of_its_own_and_every_parameter_of_a_path_is_described() {
    let document = document();
    let mut names: Vec<_> =
        operations(&document).iter().map(|(_, _, one)| one["operationId"].as_str().unwrap()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
    for (path, _, operation) in operations(&document) {
        let described = operation["parameters"].as_array().into_iter().flatten();
        let described: Vec<_> =
            described.filter(|one| one["in"] == "path").map(|one| one["name"].clone()).collect();
        assert_eq!(described.len(), path.matches('{').count(), "{path}");
        assert!(
            described.iter().all(|name| path.contains(&format!("{{{}}}", name.as_str().unwrap()))),
            "{path}"
        );
    }
}
