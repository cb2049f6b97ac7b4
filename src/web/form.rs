//! What came with a request: pairs of a query or a form, repeated names included, and uploaded files.

use http::Method;
use poem::{FromRequest, Request, RequestBody, web::Multipart};
use sha2::{Digest as _, Sha256};

use super::{error::Trouble, reading::Reading};

/// More names than any form of ours has; a request with more is not from a person.
const MOST_PAIRS: usize = 2_000;

const SEARCH_LENGTH: usize = 100;

/// Names with their values, in the order they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// From `a=1&b=2`.
    pub fn parse(encoded: &[u8]) -> Self {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(encoded).unwrap_or_default();
        Self::new(pairs)
    }

    fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name, cleaned(&value))).collect())
    }

    /// The first value of a name, without blanks around it; empty when there is none.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value.trim())
    }

    /// What is searched for. Nothing that we keep is longer; the rest would only be work for the database.
    pub fn search(&self, name: &str) -> String {
        self.text(name).chars().take(SEARCH_LENGTH).collect()
    }

    /// The first value of a name as it was typed, blanks included: a password.
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value)
    }

    /// Every value of a name that is not empty.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(given, value)| given == name && !value.trim().is_empty())
            .map(|(_, value)| value.trim())
    }

    /// Whether the name came with a value.
    pub fn has(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// Every pair.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// As a query, with one name set anew and the empty ones left out: for links that keep the filters.
    pub fn with(&self, name: &str, value: &str) -> String {
        let kept = self.iter().filter(|(given, text)| *given != name && !text.is_empty());
        let set = std::iter::once((name, value)).filter(|(_, text)| !text.is_empty());
        serde_urlencoded::to_string(kept.chain(set).collect::<Vec<_>>()).unwrap_or_default()
    }

    /// Reads fields one by one and gathers what is wrong with them.
    pub fn read(&self) -> Reading<'_> {
        Reading::new(self)
    }
}

/// Without control characters, which databases and mail headers choke on; line ends as one sign.
fn cleaned(value: &str) -> String {
    let value = value.replace("\r\n", "\n");
    value.chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect()
}

/// A file that was sent along.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Name of the field.
    pub field: String,
    /// As the browser called it: shown, never used as a path.
    pub name: String,
    pub content: Vec<u8>,
}

/// A form that was sent, and what tells a second press from a new request.
#[derive(Clone, Debug)]
pub struct Form {
    pub pairs: Pairs,
    pub uploads: Vec<Upload>,
    /// SHA-256 of method, address and body, in hexadecimal.
    pub(super) fingerprint: String,
}

impl std::ops::Deref for Form {
    type Target = Pairs;

    fn deref(&self) -> &Pairs {
        &self.pairs
    }
}

impl Form {
    /// The file of a field; none when nothing was chosen.
    pub fn upload(&self, field: &str) -> Option<&Upload> {
        self.uploads.iter().find(|upload| upload.field == field && !upload.content.is_empty())
    }
}

impl<'a> FromRequest<'a> for Form {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        // The limit of the row has counted it already.
        let bytes = body.take()?.into_bytes().await.map_err(|_| Trouble::Unreadable)?;
        let fingerprint = fingerprint(request.method(), request.uri().path(), &bytes);
        let multipart = request.content_type().is_some_and(|kind| kind.starts_with("multipart/form-data"));
        let (pairs, uploads) = if multipart {
            parts(request, bytes.to_vec()).await?
        } else {
            (Pairs::parse(&bytes), Vec::new())
        };
        if pairs.0.len() > MOST_PAIRS {
            return Err(Trouble::TooLarge.into());
        }
        Ok(Self { pairs, uploads, fingerprint })
    }
}

fn fingerprint(method: &Method, path: &str, body: &[u8]) -> String {
    let hash = Sha256::new()
        .chain_update(method.as_str())
        .chain_update(path)
        .chain_update([0])
        .chain_update(body)
        .finalize();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn parts(request: &Request, bytes: Vec<u8>) -> Result<(Pairs, Vec<Upload>), Trouble> {
    let unreadable = |_| Trouble::Unreadable;
    let mut body = RequestBody::new(bytes.into());
    let mut multipart = Multipart::from_request(request, &mut body).await.map_err(unreadable)?;
    let (mut pairs, mut uploads) = (Vec::new(), Vec::new());
    while let Some(part) = multipart.next_field().await.map_err(|_| Trouble::Unreadable)? {
        if pairs.len() + uploads.len() > MOST_PAIRS {
            return Err(Trouble::TooLarge);
        }
        let field = part.name().unwrap_or_default().to_owned();
        if let Some(name) = part.file_name().map(cleaned) {
            let content = part.bytes().await.map_err(|_| Trouble::Unreadable)?;
            uploads.push(Upload { field, name, content });
        } else {
            pairs.push((field, part.text().await.map_err(|_| Trouble::Unreadable)?));
        }
    }
    Ok((Pairs::new(pairs), uploads))
}
