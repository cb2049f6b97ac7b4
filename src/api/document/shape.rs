//! Puts right how poem-openapi writes schemas and headers.

use serde_json::{Map, Value, json};

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

/// What `domain::page::Window` takes.
fn limits(parameter: &mut Map<String, Value>) {
    use crate::domain::page::{DEFAULT_LIMIT, MAX_LIMIT};
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
