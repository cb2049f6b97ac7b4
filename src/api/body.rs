//! Reading a JSON body field by field. poem-openapi stops at the first mistake and does not say which field it is in; this
//! names every field that is wrong.

use http::header;
use poem::{Request, RequestBody};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaMediaType, MetaRequest, Registry},
    types::{ParseFromJSON, Type},
};
use serde_json::{Map, Value};

use super::problem::{Problem, Wrong};

/// The longest text in a field, in characters.
pub(super) const TEXT: usize = 2_000;
/// What a text in a field is made of: no control characters but those that break and indent lines.
pub(super) const LETTERS: &str = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$";

/// The body of a request.
pub struct Body<T>(pub T);

/// Read from the members of a JSON object.
pub trait Read: Type + Sized {
    /// Whether there must be a body; without one, all its fields are left out.
    const REQUIRED: bool;

    /// Reads all fields before it gives up on one, so that every mistake is found. `None` when a field is wrong.
    fn read(fields: &mut Fields<'_>) -> Option<Self>;
}

/// The members of one object, and what is wrong with them.
pub struct Fields<'a> {
    object: Map<String, Value>,
    path: String,
    wrong: &'a mut Vec<Wrong>,
}

impl Fields<'_> {
    /// A field that must be there.
    pub fn required<T: ParseFromJSON>(&mut self, name: &str) -> Option<T> {
        match self.optional(name)? {
            None => self.refuse(name, "required"),
            given => given,
        }
    }

    /// A field that may be absent or null. The outer `None`: it is wrong.
    pub fn optional<T: ParseFromJSON>(&mut self, name: &str) -> Option<Option<T>> {
        match self.object.remove(name) {
            None | Some(Value::Null) => Some(None),
            Some(value) if !is_text(&value) => self.refuse(name, "text"),
            // poem-openapi makes a text of a number, in a list too; here a text is a text.
            Some(value) if T::name() == "string" && !value.is_string() => self.refuse(name, "unreadable"),
            Some(value) if T::name() == "list_string" && !is_list_of_texts(&value) => {
                self.refuse(name, "unreadable")
            }
            Some(value) => match T::parse_from_json(Some(value)) {
                Ok(value) => Some(Some(value)),
                Err(_) => self.refuse(name, "unreadable"),
            },
        }
    }

    /// Whether a field came, and is not null.
    pub fn has(&self, name: &str) -> bool {
        self.object.get(name).is_some_and(|value| !value.is_null())
    }

    /// A list of objects that must be there; it may be empty.
    pub fn list<T: Read>(&mut self, name: &str) -> Option<Vec<T>> {
        let items = match self.object.remove(name) {
            Some(Value::Array(items)) => items,
            None | Some(Value::Null) => return self.refuse(name, "required"),
            Some(_) => return self.refuse(name, "unreadable"),
        };
        let read: Vec<Option<T>> =
            items.into_iter().enumerate().map(|(at, item)| self.item(name, at, item)).collect();
        read.into_iter().collect()
    }

    fn item<T: Read>(&mut self, name: &str, at: usize, item: Value) -> Option<T> {
        let place = format!("{name}[{at}]");
        let Value::Object(object) = item else {
            return self.refuse(&place, "unreadable");
        };
        let path = format!("{}{place}.", self.path);
        T::read(&mut Fields { object, path, wrong: self.wrong })
    }

    fn refuse<T>(&mut self, name: &str, key: &'static str) -> Option<T> {
        self.wrong.push(Wrong::new(format!("{}{name}", self.path), key).with("max", TEXT));
        None
    }
}

fn is_list_of_texts(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(Value::is_string))
}

/// Not too long, and without characters that no database, letter or calendar takes; a list of texts as well.
fn is_text(value: &Value) -> bool {
    match value {
        Value::String(text) => {
            text.chars().count() <= TEXT
                && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        }
        Value::Array(items) => items.iter().all(is_text),
        _ => true,
    }
}

impl<T: Read> Body<T> {
    fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let object = match bytes.iter().all(u8::is_ascii_whitespace) {
            true if !T::REQUIRED => Map::new(),
            _ => match serde_json::from_slice(bytes) {
                Ok(Value::Object(object)) => object,
                Ok(_) => return Err(Problem::NoJson("{ … }".to_owned())),
                Err(error) => return Err(Problem::NoJson(error.to_string())),
            },
        };
        let mut wrong = Vec::new();
        let read = T::read(&mut Fields { object, path: String::new(), wrong: &mut wrong });
        read.map(Self).ok_or(Problem::Wrong(wrong))
    }
}

fn is_json(request: &Request) -> bool {
    let given = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind =
        given.and_then(|given| given.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

impl<'a, T: Read> ApiExtractor<'a> for Body<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        let content = vec![MetaMediaType { content_type: "application/json", schema: T::schema_ref() }];
        Some(MetaRequest { description: None, content, required: T::REQUIRED })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let bytes = body.take()?.into_bytes().await?;
        if !bytes.is_empty() && !is_json(request) {
            return Err(Problem::MediaType.into());
        }
        Ok(Self::read(&bytes)?)
    }
}
