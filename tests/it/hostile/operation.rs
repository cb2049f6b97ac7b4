//! Every parameter and every field of every operation of the API, and its headers.

use std::collections::{BTreeMap, BTreeSet};

use olievlek::api::operation::{OPERATIONS, Operation};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use poem::http::Method;
use serde_json::{Value, json};

use super::{
    OPERATIONS as LEAST, Siege,
    stage::Stage,
    text::{self, Text, short},
};
use crate::{
    api::{client::Answer, document::document},
    house::browser::Page,
};

/// Operations that write and take no text.
const TEXTLESS: [(&str, &[&str]); 2] = [
    ("has no body", &["accept", "grant-request", "release-seats", "close-register", "go-ahead"]),
    ("names a department or a person by id, and numbers", &["hold-seats", "enrol"]),
];

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

struct Raid {
    stage: Stage,
    siege: Siege,
    /// How often an operation took a text in a field of a body.
    took: BTreeMap<&'static str, usize>,
    turn: usize,
}

#[tokio::test]
async fn no_operation_makes_more_of_a_text_than_a_text() {
    let siege = Siege::of("operations of the API");
    let mut raid = Raid { stage: Stage::new().await, siege, took: BTreeMap::new(), turn: 0 };
    let document = document();
    let described =
        |operation: &Operation| &document["paths"][operation.path][operation.method.as_str().to_lowercase()];
    let mut unfit = Vec::new();
    for operation in OPERATIONS {
        unfit.extend(raid.unfit(operation, described(operation), &document["components"]["schemas"]).await);
    }
    assert!(unfit.is_empty(), "{}", unfit.join("\n"));
    for operation in OPERATIONS {
        let described = described(operation);
        raid.parameters(operation, described).await;
        raid.fields(operation).await;
    }
    let Raid { stage, mut siege, took, .. } = raid;
    bodies(&stage, &mut siege).await;
    headers(&stage, &mut siege).await;
    let writing = OPERATIONS.iter().filter(|operation| operation.writes()).map(|operation| operation.name);
    let silent: BTreeSet<_> = writing.filter(|name| !took.contains_key(name)).collect();
    let expected: BTreeSet<_> = TEXTLESS.iter().flat_map(|(_, names)| *names).copied().collect();
    assert_eq!(silent, expected, "took no text, and what may take none");
    siege.end(LEAST, 50);
}

impl Raid {
    /// What keeps an operation from doing what it is for, before it is attacked, and fields that none of its bodies has.
    async fn unfit(&mut self, operation: &Operation, described: &Value, schemas: &Value) -> Vec<String> {
        let fit = self.stage.fit(operation.name, operation.path).await;
        let schema = &described["requestBody"]["content"]["application/json"]["schema"];
        let schema = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str());
        let mut answers = Vec::new();
        if fit.bodies.is_empty() {
            let address = format!("{}?{}", fit.address, asked(described));
            answers.push(self.stage.api.send(operation.method.clone(), &address, &[], "").await);
        }
        for at in 0..fit.bodies.len() {
            let fit = self.stage.fit(operation.name, operation.path).await;
            answers.push(self.send(operation, &fit.address, &fit.bodies[at]).await);
        }
        let refused = answers.into_iter().filter(|answer| !answer.status.is_success());
        let mut unfit: Vec<_> =
            refused.map(|answer| format!("{}: {}", operation.name, answer.text)).collect();
        let fields = schema.and_then(|path| path.rsplit('/').next()).map(|name| &schemas[name]["properties"]);
        for field in fields.and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name) {
            if !fit.bodies.iter().any(|body| body.get(field).is_some()) {
                unfit.push(format!("{}: no body has {field}", operation.name));
            }
        }
        unfit
    }

    async fn send(&self, operation: &Operation, address: &str, body: &Value) -> Answer {
        let json = ("content-type", "application/json");
        self.stage.api.send(operation.method.clone(), address, &[json], &body.to_string()).await
    }

    /// In the address: the id, and every query.
    async fn parameters(&mut self, operation: &Operation, described: &Value) {
        let texts = text::all();
        let mut addresses = Vec::new();
        if let Some((before, rest)) = operation.path.split_once('{') {
            let after = rest.split_once('}').map_or("", |(_, after)| after);
            let one = |text: &Text| (text.clone(), format!("{before}{}{after}", encoded(text)));
            addresses.extend(texts.iter().skip(self.turn % 4).step_by(4).map(one));
        }
        let address = self.stage.fit(operation.name, operation.path).await.address;
        for parameter in
            described["parameters"].as_array().into_iter().flatten().filter(|one| one["in"] == "query")
        {
            self.turn += 1;
            let name = parameter["name"].as_str().unwrap();
            let one = |text: &Text| (text.clone(), format!("{address}?{name}={}", encoded(text)));
            addresses.extend(texts.iter().skip(self.turn % 2).step_by(2).map(one));
        }
        for (text, address) in addresses {
            let answer = self.stage.api.send(operation.method.clone(), &address, &[], "").await;
            self.siege.judge_text(&text, &format!("{} {address:.90}", operation.method), &page(answer));
        }
        self.turn += 1;
    }

    /// In the body: every field, with texts and with what is no text. What was done is done to something new the next time.
    async fn fields(&mut self, operation: &'static Operation) {
        let mut fit = self.stage.fit(operation.name, operation.path).await;
        for at in 0..fit.bodies.len() {
            for place in places(&fit.bodies[at], "") {
                self.turn += 1;
                let texts = text::all().into_iter().skip(self.turn % 2).step_by(2).map(Wrong::Text);
                for wrong in texts.chain(strangers().into_iter().map(Wrong::Other)) {
                    let mut body = fit.bodies[at].clone();
                    *body.pointer_mut(&place).unwrap() = wrong.value();
                    let answer = self.send(operation, &fit.address, &body).await;
                    let took = answer.status.is_success();
                    let what = format!("{} {place}={}", operation.name, short(&wrong.value().to_string()));
                    match &wrong {
                        Wrong::Text(text) => self.siege.judge_text(text, &what, &page(answer)),
                        Wrong::Other(_) => self.siege.judge(&what, &page(answer)),
                    }
                    if took {
                        fit = self.stage.fit(operation.name, operation.path).await;
                    }
                    if took && matches!(wrong, Wrong::Text(_)) {
                        *self.took.entry(operation.name).or_default() += 1;
                    }
                }
            }
        }
    }
}

/// What an operation cannot do without in its address.
fn asked(described: &Value) -> String {
    let all = described["parameters"].as_array().into_iter().flatten();
    let needed = all.filter(|one| one["in"] == "query" && one["required"] == true);
    let value = |one: &Value| match one["name"].as_str().unwrap() {
        "from" => "from=2026-03-02T10:00:00Z".to_owned(),
        "calendar" => "calendar=service".to_owned(),
        "year" => "year=2026".to_owned(),
        name => format!("{name}=2"),
    };
    needed.map(value).collect::<Vec<_>>().join("&")
}

/// What is put into a field.
enum Wrong {
    Text(Text),
    Other(Value),
}

impl Wrong {
    fn value(&self) -> Value {
        match self {
            Self::Text(text) => json!(**text),
            Self::Other(value) => value.clone(),
        }
    }
}

fn encoded(text: &str) -> String {
    let text: String = text.chars().take(2_000).collect();
    utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string()
}

/// Bodies that are none.
async fn bodies(stage: &Stage, siege: &mut Siege) {
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
                let address = format!("/sessions/{}/{path}", stage.session);
                let answer = stage.api.send(Method::POST, &address, &[("content-type", kind)], body).await;
                siege.judge(&format!("POST {path} {kind} {}", short(body)), &page(answer));
            }
        }
    }
}

/// Headers of which the API reads something.
async fn headers(stage: &Stage, siege: &mut Siege) {
    for thrown in text::all() {
        let text: String = thrown.chars().filter(|sign| !sign.is_control()).take(8_000).collect();
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
            let address = format!("/sessions/{}/messages", stage.session);
            let answer = stage.api.send(Method::POST, &address, &[json, (name, &value)], "{}").await;
            siege.judge_text(&thrown, &format!("POST messages {name}: {}", short(&text)), &page(answer));
        }
    }
}
