//! The OpenAPI document. poem-openapi describes what the operations take and give; what holds for all of them (the table
//! of operations, problems, the version header, the rules of the Dutch API Design Rules) is written into it here.

mod shape;

use serde_json::{Value, json};

use super::{
    VERSION,
    operation::{OPERATIONS, Operation},
    service,
};
use crate::{
    config::Config,
    domain::people::person::is_address,
    text::{Language, Words},
};

/// Where the API lives below the address of the house.
pub const ROOT: &str = "/api/v1";

/// The document as text, for the command line and for comparing.
#[must_use]
pub fn document(config: &Config, words: &Words) -> String {
    format!("{:#}\n", describe(config, words))
}

/// The document.
#[must_use]
pub fn describe(config: &Config, words: &Words) -> Value {
    let mut document: Value = serde_json::from_str(&service::service().spec()).unwrap_or_default();
    shape::tidy(&mut document);
    shape::limit_texts(&mut document);
    document["openapi"] = json!("3.0.3");
    document["info"] = info(config, words);
    document["servers"] = json!([{ "url": address(config) }]);
    let components = &mut document["components"];
    components["schemas"]["Problem"] = problem_schema();
    components["responses"] = problem_responses();
    components["headers"] = json!({ "API-Version": version_header() });
    components["securitySchemes"] = json!({ "token": { "type": "http", "scheme": "bearer" } });
    for operation in OPERATIONS {
        let path = &mut document["paths"][operation.path];
        complete(&mut path[operation.method.as_str().to_ascii_lowercase()], operation, words);
    }
    document
}

/// A house that is tried out without https stands wherever its document came from: the rules want no `http://`.
fn address(config: &Config) -> String {
    if config.is_secure() { format!("{}{ROOT}", config.base_url) } else { ROOT.to_owned() }
}

/// Whom to ask. The sender of a house that is tried out (`olievlek@localhost`) is nobody's address.
fn contact(config: &Config) -> Value {
    let sender = config.mail_from.email.to_string();
    let email = if is_address(&sender) { sender } else { "unknown@olievlek.example".to_owned() };
    json!({ "name": config.organisation, "email": email, "url": config.base_url })
}

/// In both languages, the Dutch first, as every description.
fn both(words: &Words, key: &str) -> String {
    let say = |language| words.say(language, key, &[]);
    format!("{}\n\n{}", say(Language::Dutch), say(Language::English))
}

fn info(config: &Config, words: &Words) -> Value {
    json!({
        "title": "Olievlek",
        "version": VERSION,
        "description": both(words, "api-about"),
        "contact": contact(config),
        "license": { "name": "EUPL-1.2", "url": "https://joinup.ec.europa.eu/licence/european-union-public-licence-version-12-eupl" },
    })
}

/// Writes into one operation what the table says of it.
fn complete(described: &mut Value, operation: &Operation, words: &Words) {
    described["summary"] = json!(words.say(Language::English, &format!("api-{}", operation.name), &[]));
    described["description"] = json!(both(words, &format!("api-{}", operation.name)));
    described["security"] = match operation.scopes {
        [] => json!([]),
        _ => json!([{ "token": [] }]),
    };
    if !operation.scopes.is_empty() {
        described["x-scopes"] = operation.scopes.iter().map(|scope| scope.code()).collect();
    }
    if operation.writes() {
        add_key_parameter(described);
    }
    if let Some(responses) = described["responses"].as_object_mut() {
        for response in responses.values_mut() {
            response["headers"]["API-Version"] = json!({ "$ref": "#/components/headers/API-Version" });
        }
        for status in problems_of(operation) {
            responses.insert(
                (*status).to_owned(),
                json!({ "$ref": format!("#/components/responses/{}", name(status)) }),
            );
        }
    }
}

fn add_key_parameter(described: &mut Value) {
    let key = json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "description": "The same key and body gives the same answer for 24 hours, without doing it again.",
        "schema": { "type": "string", "minLength": 1, "maxLength": 255 },
    });
    match described["parameters"].as_array_mut() {
        Some(parameters) => parameters.push(key),
        None => described["parameters"] = json!([key]),
    }
}

/// Every problem: status, name, and when it comes.
const PROBLEMS: [(&str, &str, &str); 10] = [
    ("400", "Invalid", "The request cannot be read, or a field is wrong; `errors` names each."),
    ("401", "NoToken", "No token, or one that is unknown, ended or revoked."),
    ("403", "NotAllowed", "The token lacks a scope; `x-scopes` names those of which one is enough."),
    ("404", "NotFound", "It does not exist, or not for this token."),
    ("409", "Refused", "A rule of the house says no; `code` names it."),
    ("413", "TooLarge", "The body is larger than 1 MiB."),
    ("415", "NotJson", "The body is not JSON."),
    ("422", "KeyReused", "The idempotency key came with another request before."),
    ("500", "Broken", "Our fault."),
    ("503", "Unavailable", "The database is away or busy; `Retry-After` says when to come back."),
];

fn name(status: &str) -> &'static str {
    PROBLEMS.iter().find(|(known, ..)| *known == status).map_or("Broken", |(_, name, _)| name)
}

fn problems_of(operation: &Operation) -> impl Iterator<Item = &'static &'static str> {
    let (open, one, writes, refuses) =
        (operation.scopes.is_empty(), operation.names_one(), operation.writes(), operation.refuses);
    PROBLEMS.iter().map(|(status, ..)| status).filter(move |status| match **status {
        "401" | "403" | "503" => !open,
        "404" => one,
        "409" => refuses,
        "413" | "415" | "422" => writes,
        _ => true,
    })
}

fn problem_responses() -> Value {
    let responses = PROBLEMS.iter().map(|(_, name, when)| {
        let content =
            json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
        let headers = json!({ "API-Version": { "$ref": "#/components/headers/API-Version" } });
        ((*name).to_owned(), json!({ "description": when, "content": content, "headers": headers }))
    });
    Value::Object(responses.collect())
}

fn version_header() -> Value {
    json!({ "description": "The full version of the API.", "schema": { "type": "string", "example": VERSION } })
}

fn problem_schema() -> Value {
    json!({
        "type": "object",
        "description": "What went wrong (RFC 9457).",
        "required": ["status", "title", "detail", "code"],
        "properties": {
            "status": { "type": "integer", "format": "int32", "description": "As in the status line." },
            "title": { "type": "string", "description": "The kind of problem." },
            "detail": { "type": "string", "description": "A sentence for people, in the language of the request." },
            "code": { "type": "string", "description": "Stable, for programs." },
            "sessionId": { "type": "string", "format": "uuid", "description": "The other session that stands in the way." },
            "errors": { "type": "array", "description": "Each field that is wrong.", "items": {
                "type": "object",
                "required": ["field", "code", "detail"],
                "properties": {
                    "field": { "type": "string", "description": "Its name, such as `meetings[0].start`." },
                    "code": { "type": "string", "description": "Stable, for programs." },
                    "detail": { "type": "string", "description": "What to do about it." },
                },
            } },
        },
    })
}
