//! Puts right how poem-openapi writes schemas and headers.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::api::{
    body::{LETTERS, TEXT},
    calendar::LONGEST,
};

/// Walks the whole document once.
pub fn tidy(document: &mut Value) {
    rename_lists(document);
    walk(document);
}

/// `List_Person` becomes `PersonList`: no underscores in the name of a schema.
fn rename_lists(document: &mut Value) {
    let Some(schemas) = document["components"]["schemas"].as_object_mut() else {
        return;
    };
    let renamed = std::mem::take(schemas).into_iter().map(|(name, schema)| (list_name(&name), schema));
    *schemas = renamed.collect();
}

fn list_name(name: &str) -> String {
    name.strip_prefix("List_").map_or_else(|| name.to_owned(), |item| format!("{item}List"))
}

fn walk(value: &mut Value) {
    match value {
        Value::Object(object) => {
            put_right(object);
            object.values_mut().for_each(walk);
        }
        Value::Array(items) => items.iter_mut().for_each(walk),
        _ => {}
    }
}

fn put_right(object: &mut Map<String, Value>) {
    formats(object);
    references(object);
    headers(object);
    media_types(object);
    limits(object);
    nullable(object);
}

/// The names of the OpenAPI format registry.
fn formats(object: &mut Map<String, Value>) {
    let known = match object.get("format").and_then(Value::as_str) {
        Some("naive-date") => "date",
        Some("uint32") => "int32",
        Some("uint64") => "int64",
        _ => return,
    };
    if known != "date" {
        object.entry("minimum").or_insert(json!(0));
    }
    object.insert("format".into(), json!(known));
}

fn references(object: &mut Map<String, Value>) {
    if let Some(Value::String(to)) = object.get_mut("$ref")
        && let Some((folder, name)) = to.rsplit_once('/')
    {
        *to = format!("{folder}/{}", list_name(name));
    }
}

/// poem-openapi writes the names of headers in capitals.
fn headers(object: &mut Map<String, Value>) {
    if let Some(headers) = object.get_mut("headers").and_then(Value::as_object_mut)
        && let Some(mut location) = headers.remove("LOCATION")
    {
        location["description"] = json!("Where the new thing is.");
        headers.insert("Location".into(), location);
    }
}

fn media_types(object: &mut Map<String, Value>) {
    if let Some(content) = object.get_mut("content").and_then(Value::as_object_mut)
        && let Some(json) = content.remove("application/json; charset=utf-8")
    {
        content.insert("application/json".into(), json);
    }
}

/// What `domain::page::Window` and the calendars take.
fn limits(parameter: &mut Map<String, Value>) {
    use crate::domain::{
        page::{DEFAULT_LIMIT, MAX_LIMIT},
        working_day::YEARS,
    };
    if parameter.get("in") != Some(&json!("query")) {
        return;
    }
    match parameter.get("name").and_then(Value::as_str) {
        Some("limit") => {
            let schema = json!({ "type": "integer", "format": "int32", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT });
            parameter.insert("schema".into(), schema);
            parameter.insert("description".into(), json!("The most items in one answer."));
        }
        Some("cursor") => {
            parameter.insert("description".into(), json!("`next` of the answer before."));
        }
        Some("year") => {
            parameter["schema"]["minimum"] = json!(YEARS.start());
            parameter["schema"]["maximum"] = json!(YEARS.end());
        }
        Some("workingDays") => parameter["schema"]["maximum"] = json!(LONGEST),
        _ => {}
    }
}

/// A member that need not be there can be null: that is how an absent value is written.
fn nullable(schema: &mut Map<String, Value>) {
    let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (name, property) in properties {
        if required.contains(&json!(name)) {
            continue;
        }
        // OpenAPI 3.0 looks at nothing beside a reference.
        if let Some(reference) = property.as_object_mut().and_then(|property| property.remove("$ref")) {
            *property = json!({ "allOf": [{ "$ref": reference }] });
        }
        property["nullable"] = json!(true);
    }
}

/// What `body` takes of a text. Only in what is sent: an answer may hold what came in another way.
pub fn limit_texts(document: &mut Value) {
    let mut sent = BTreeSet::new();
    for body in document["paths"].as_object().into_iter().flat_map(Map::values) {
        body.as_object()
            .into_iter()
            .flat_map(Map::values)
            .for_each(|one| name(document, &one["requestBody"], &mut sent));
    }
    let Some(schemas) = document["components"]["schemas"].as_object_mut() else { return };
    for (_, schema) in schemas.iter_mut().filter(|(name, _)| sent.contains(*name)) {
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        properties.into_iter().flat_map(Map::values_mut).for_each(limit_text);
    }
}

/// Names the schemas that something is made of.
fn name(document: &Value, value: &Value, names: &mut BTreeSet<String>) {
    if let Some((_, schema)) = value["$ref"].as_str().and_then(|reference| reference.rsplit_once('/'))
        && names.insert(schema.to_owned())
    {
        name(document, &document["components"]["schemas"][schema], names);
    }
    match value {
        Value::Object(object) => object.values().for_each(|inner| name(document, inner, names)),
        Value::Array(items) => items.iter().for_each(|inner| name(document, inner, names)),
        _ => {}
    }
}

fn limit_text(schema: &mut Value) {
    if schema["type"] == "array" {
        limit_text(&mut schema["items"]);
    }
    let Some(schema) = schema.as_object_mut().filter(|schema| schema.get("type") == Some(&json!("string")))
    else {
        return;
    };
    if schema.contains_key("format") || schema.contains_key("enum") {
        return;
    }
    schema.entry("maxLength").or_insert(json!(TEXT));
    schema.entry("pattern").or_insert(json!(LETTERS));
}
