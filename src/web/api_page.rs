//! The API for people: its document as a page of our own. The ready-made viewers write scripts into the page, which the
//! content security policy forbids.

use poem::{Response, handler};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{context::Context, sentence::Sentence, view::View};

/// What one can ask for, and what one gets.
#[derive(Serialize)]
pub struct Show {
    /// Where the API lives.
    address: String,
    version: String,
    operations: Vec<Operation>,
    shapes: Vec<Shape>,
}

#[derive(Serialize)]
struct Operation {
    /// The key of its words, without `api-`.
    name: String,
    method: String,
    path: String,
    /// One of these is enough; none: open to everybody.
    scopes: Vec<String>,
    parameters: Vec<Member>,
    /// What is sent and what comes back: names of shapes.
    body: Option<String>,
    answer: Option<String>,
}

/// An object in a body or an answer.
#[derive(Serialize)]
struct Shape {
    name: String,
    members: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    name: String,
    kind: String,
    required: bool,
    /// In English, as in the document.
    description: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "api/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("api-title")
    }

    fn samples() -> Vec<Self> {
        let member = |required| Member {
            name: "personId".into(),
            kind: "string (uuid)".into(),
            required,
            description: "Left out: the person of the token.".into(),
        };
        let operation = |scopes| Operation {
            name: "enrol".into(),
            method: "POST".into(),
            path: "/sessions/{id}/enrolments".into(),
            scopes,
            parameters: vec![member(true), member(false)],
            body: Some("NewEnrolment".into()),
            answer: Some("NewEnrolment".into()),
        };
        let shape = Shape { name: "NewEnrolment".into(), members: vec![member(false), member(true)] };
        vec![Self {
            address: "https://olievlek.gemeente.example/api/v1".into(),
            version: "1.0.0".into(),
            operations: vec![operation(vec!["enrolments:write".into()]), operation(Vec::new())],
            shapes: vec![shape],
        }]
    }
}

/// The page of the API.
#[handler]
pub fn show(cx: Context) -> poem::Result<Response> {
    let document = &cx.app().api_document;
    cx.page(&Show {
        address: format!("{}/api/v1", cx.app().config.base_url),
        version: text(&document["info"]["version"]),
        operations: operations(document),
        shapes: members_of(&document["components"]["schemas"]).filter_map(shape).collect(),
    })
}

fn operations(document: &Value) -> Vec<Operation> {
    let of_path =
        |(path, methods)| members_of(methods).map(move |(method, one)| operation(path, method, one));
    members_of(&document["paths"]).flat_map(of_path).collect()
}

fn operation(path: &str, method: &str, described: &Value) -> Operation {
    let list = |name: &str| described[name].as_array().into_iter().flatten();
    let mut answers = members_of(&described["responses"]).filter(|(status, _)| status.starts_with('2'));
    Operation {
        name: text(&described["operationId"]),
        method: method.to_uppercase(),
        path: path.to_owned(),
        scopes: list("x-scopes").map(text).collect(),
        parameters: list("parameters").map(parameter).collect(),
        body: reference(&described["requestBody"]),
        answer: answers.next().and_then(|(_, answer)| reference(answer)),
    }
}

fn parameter(described: &Value) -> Member {
    Member {
        name: text(&described["name"]),
        kind: kind(&described["schema"]),
        required: described["required"] == true,
        description: text(&described["description"]),
    }
}

fn shape((name, schema): (&str, &Value)) -> Option<Shape> {
    schema["properties"].as_object()?;
    let required = schema["required"].as_array();
    let member = |(name, property): (&str, &Value)| Member {
        name: name.to_owned(),
        kind: kind(property),
        required: required.is_some_and(|all| all.iter().any(|one| one == name)),
        description: text(&property["description"]),
    };
    Some(Shape { name: name.to_owned(), members: members_of(&schema["properties"]).map(member).collect() })
}

/// The type of a schema in one word, such as `string (date)` or `Meeting[]`.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().or(schema["allOf"][0]["$ref"].as_str()) {
        return last(name);
    }
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("array"), _) => format!("{}[]", kind(&schema["items"])),
        (Some(plain), Some(format)) => format!("{plain} ({format})"),
        (plain, _) => plain.unwrap_or_default().to_owned(),
    }
}

fn reference(message: &Value) -> Option<String> {
    message["content"]["application/json"]["schema"]["$ref"].as_str().map(last)
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

fn members_of(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter).map(|(name, value)| (name.as_str(), value))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
