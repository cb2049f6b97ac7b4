//! Every parameter and every field of every operation of the API, and its headers.

use olievlek::api::operation::OPERATIONS;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use poem::http::Method;
use serde_json::{Value, json};

use super::{
    OPERATIONS as LEAST, Siege,
    text::{self, short},
};
use crate::{
    api::{
        client::{Answer, Api},
        document::{document, operations},
    },
    house::browser::Page,
};

/// Things of a house that operations ask for.
struct Things {
    api: Api,
    workshop: String,
    session: String,
    enrolment: String,
    meeting: String,
}

impl Things {
    async fn new() -> Self {
        let api = Api::new().await;
        let workshop = api.workshop("W1").await;
        let session = api.session(&workshop, 20, 20).await;
        let enrolment =
            api.enrol(&session, api.named.fenna).await.expect(201)["id"].as_str().unwrap().to_owned();
        let shown = api.get(&format!("/sessions/{session}")).await.expect(200);
        let meeting = shown["meetings"][0]["id"].as_str().unwrap().to_owned();
        Self { api, workshop, session, enrolment, meeting }
    }

    fn id(&self, path: &str) -> &str {
        match path.split('/').nth(1) {
            Some("workshops") => &self.workshop,
            Some("enrolments") => &self.enrolment,
            Some("meetings") => &self.meeting,
            _ => &self.session,
        }
    }

    /// A value that fits a schema.
    fn fitting(&self, document: &Value, name: &str, schema: &Value) -> Value {
        let reference = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str());
        if let Some(reference) = reference {
            return self.fitting(
                document,
                name,
                document.pointer(reference.trim_start_matches('#')).unwrap(),
            );
        }
        if let Some(properties) = schema["properties"].as_object() {
            let value =
                |(name, schema): (&String, &Value)| (name.clone(), self.fitting(document, name, schema));
            return Value::Object(properties.iter().map(value).collect());
        }
        match (schema["type"].as_str(), name) {
            (Some("array"), _) => json!([self.fitting(document, name, &schema["items"])]),
            (_, "workshopId") => json!(self.workshop),
            (_, "sessionId" | "toSessionId") => json!(self.session),
            (_, "enrolmentId") => json!(self.enrolment),
            (_, "id") => json!(self.meeting),
            (_, "link") => json!("https://elders.example"),
            (_, "end") => json!("2026-03-25T12:00:00Z"),
            _ if schema["enum"].is_array() => schema["enum"][0].clone(),
            _ if schema["format"] == "uuid" => json!(self.api.named.sem),
            _ if schema["format"] == "date-time" => json!("2026-03-25T10:00:00Z"),
            (Some("integer"), _) => json!(5),
            (Some("boolean"), _) => json!(true),
            _ => json!("Iets"),
        }
    }
}

fn page(answer: Answer) -> Page {
    Page {
        status: answer.status,
        headers: answer.headers,
        bytes: answer.text.clone().into_bytes(),
        body: answer.text,
    }
}

/// What is no text.
fn strangers() -> Vec<Value> {
    let deep = (0..100).fold(json!("kwaad"), |inner, _| json!([inner]));
    let wide: Value = (0..3_000).map(|at| json!({ "kwaad": at })).collect();
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e300),
        json!([]),
        json!({}),
        json!([[]]),
        json!([null]),
        json!([{}]),
        json!({ "$ref": "kwaad" }),
        json!({ "__proto__": 1 }),
        deep,
        wide,
    ]
}

/// Every place in a value, as a pointer; lists by their first item.
fn places(value: &Value, here: &str) -> Vec<String> {
    let inner: Vec<String> = match value {
        Value::Object(object) => {
            object.iter().flat_map(|(name, inner)| places(inner, &format!("{here}/{name}"))).collect()
        }
        Value::Array(items) => {
            items.first().map(|inner| places(inner, &format!("{here}/0"))).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    inner.into_iter().chain((!here.is_empty()).then(|| here.to_owned())).collect()
}

#[tokio::test]
async fn no_operation_makes_more_of_a_text_than_a_text() {
    let things = Things::new().await;
    let mut siege = Siege::of("operations of the API");
    let document = document();
    for (path, method, described) in operations(&document) {
        let method: Method = method.to_uppercase().parse().unwrap();
        let address = path.replace("{id}", things.id(path));
        parameters(&things, &mut siege, (&method, path, &address), described).await;
        let schema = &described["requestBody"]["content"]["application/json"]["schema"];
        if schema.is_object() {
            let body = things.fitting(&document, "", schema);
            fields(&things, &mut siege, (&method, path, &address), &body).await;
        }
    }
    bodies(&things, &mut siege).await;
    headers(&things, &mut siege).await;
    assert_eq!(operations(&document).len(), OPERATIONS.len());
    siege.end(LEAST);
}

/// In the address: the id, and every query.
async fn parameters(
    things: &Things,
    siege: &mut Siege,
    (method, path, address): (&Method, &str, &str),
    described: &Value,
) {
    let encoded = |text: &str| {
        let text: String = text.chars().take(2_000).collect();
        utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string()
    };
    let texts = text::all();
    let mut addresses = Vec::new();
    if path.contains("{id}") {
        addresses.extend(texts.iter().step_by(4).map(|text| path.replace("{id}", &encoded(text))));
    }
    for parameter in
        described["parameters"].as_array().into_iter().flatten().filter(|one| one["in"] == "query")
    {
        let name = parameter["name"].as_str().unwrap();
        addresses.extend(texts.iter().step_by(2).map(|text| format!("{address}?{name}={}", encoded(text))));
    }
    for address in addresses {
        let answer = things.api.send(method.clone(), &address, &[], "").await;
        siege.judge(&format!("{method} {address:.90}"), &page(answer));
    }
}

/// In the body: every field, with texts and with what is no text.
async fn fields(
    things: &Things,
    siege: &mut Siege,
    (method, path, address): (&Method, &str, &str),
    body: &Value,
) {
    let texts = text::all().into_iter().step_by(2).map(Value::String);
    let values: Vec<Value> = texts.chain(strangers()).collect();
    for place in places(body, "") {
        for value in &values {
            let mut body = body.clone();
            *body.pointer_mut(&place).unwrap() = value.clone();
            let json = ("content-type", "application/json");
            let answer = things.api.send(method.clone(), address, &[json], &body.to_string()).await;
            let said = short(&value.to_string());
            siege.judge(&format!("{method} {path} {place}={said}"), &page(answer));
        }
    }
}

/// Bodies that are none.
async fn bodies(things: &Things, siege: &mut Siege) {
    let bodies = [
        "[".repeat(200_000),
        "{\"a\":".repeat(100_000),
        "\"\\ud800\"".to_owned(),
        "{\"subject\":\"\\u0000\",\"to\":\"everyone\",\"text\":\"\\ud83d\"}".to_owned(),
        "{\"to\":1,\"to\":2}".to_owned(),
        "1e999999".to_owned(),
        "\u{feff}{}".to_owned(),
        "<x-kwaad/>".to_owned(),
        format!("{{\"kwaad\":\"{}\"}}", "k".repeat(1_100_000)),
        "null".to_owned(),
        " ".repeat(100_000),
    ];
    let kinds = [
        "application/json",
        "application/json; charset=utf-16",
        "text/html",
        "application/x-kwaad+json",
        "multipart/form-data; boundary=k",
    ];
    for path in ["messages", "calling-off", "enrolments", "enrolments/bulk", "go-ahead"] {
        for body in &bodies {
            for kind in kinds {
                let address = format!("/sessions/{}/{path}", things.session);
                let answer = things.api.send(Method::POST, &address, &[("content-type", kind)], body).await;
                siege.judge(&format!("POST {path} {kind} {}", short(body)), &page(answer));
            }
        }
    }
}

/// Headers of which the API reads something.
async fn headers(things: &Things, siege: &mut Siege) {
    let texts = text::all()
        .into_iter()
        .map(|text| text.chars().filter(|sign| !sign.is_control()).take(8_000).collect::<String>());
    for text in texts {
        for name in [
            "authorization",
            "idempotency-key",
            "accept-language",
            "accept",
            "x-forwarded-for",
            "host",
            "x-request-id",
        ] {
            let value = if name == "authorization" { format!("Bearer {text}") } else { text.clone() };
            let json = ("content-type", "application/json");
            let address = format!("/sessions/{}/messages", things.session);
            let answer = things.api.send(Method::POST, &address, &[json, (name, &value)], "{}").await;
            siege.judge(&format!("POST messages {name}: {}", short(&text)), &page(answer));
        }
    }
}
