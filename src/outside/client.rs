//! One way to ask another system: with limits on time and size, no redirect followed, and pages followed only where they began.

use std::time::Duration;

use http::{HeaderMap, Request, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Empty, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client as Http, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde::{Deserialize, de::DeserializeOwned};
use tokio::time::timeout;

use super::{Base, Failure};

/// How long, how large and how many.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For one answer, from connecting until its last byte.
    pub answer: Duration,
    /// For all that is asked one after the other.
    pub whole: Duration,
    /// Bytes of one answer.
    pub bytes: usize,
    pub pages: usize,
}

impl Default for Patience {
    /// A page of 500 tasks with texts as long as they may be is less than three megabytes.
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(30),
            whole: Duration::from_secs(300),
            bytes: 4 << 20,
            pages: 1_000,
        }
    }
}

/// Whether more pages are wanted.
pub(super) enum More {
    Wanted,
    Enough,
}

/// One part of a list. The rest of an answer is not read.
#[derive(Deserialize)]
struct Page<T> {
    next: Option<String>,
    results: Vec<T>,
}

/// Asks one system.
pub(super) struct Client {
    http: Http<HttpsConnector<HttpConnector>, Empty<Bytes>>,
    base: Base,
    headers: HeaderMap,
    patience: Patience,
}

impl Client {
    /// With these headers on every question.
    ///
    /// # Errors
    /// [`Failure::Unreachable`] when the system trusts no certificate at all.
    pub(super) fn new(base: &Base, mut headers: HeaderMap, patience: Patience) -> Result<Self, Failure> {
        headers.insert(header::ACCEPT, header::HeaderValue::from_static("application/json"));
        headers.insert(header::USER_AGENT, header::HeaderValue::from_static("Olievlek"));
        let tls = HttpsConnectorBuilder::new().with_native_roots().map_err(|_| Failure::Unreachable)?;
        let tls = if base.is_secure() { tls.https_only() } else { tls.https_or_http() };
        let http = Http::builder(TokioExecutor::new()).build(tls.enable_http1().build());
        Ok(Self { http, base: base.clone(), headers, patience })
    }

    /// What lies at an address of the same system.
    pub(super) async fn at<T: DeserializeOwned>(&self, address: &str) -> Result<T, Failure> {
        let uri: Uri = address.parse().map_err(|_| Failure::Elsewhere)?;
        if self.base.is_of(&uri) { self.get(uri).await } else { Err(Failure::Elsewhere) }
    }

    /// Gives a list to `take`, page by page, until there is no more or it has enough.
    pub(super) async fn pages<T: DeserializeOwned>(
        &self,
        path: &str,
        mut take: impl FnMut(Vec<T>) -> More,
    ) -> Result<(), Failure> {
        let first = self.base.under(path).ok_or(Failure::NotThere)?;
        let mut uri = first.clone();
        for _ in 0..self.patience.pages {
            let page: Page<T> = self.get(uri).await?;
            let more = take(page.results);
            let (More::Wanted, Some(next)) = (more, page.next) else { return Ok(()) };
            uri = next.parse().map_err(|_| Failure::Elsewhere)?;
            if !self.base.is_of(&uri) || uri.path() != first.path() {
                return Err(Failure::Elsewhere);
            }
        }
        Err(Failure::TooMany)
    }

    async fn get<T: DeserializeOwned>(&self, uri: Uri) -> Result<T, Failure> {
        let body = timeout(self.patience.answer, self.fetch(uri)).await.map_err(|_| Failure::Late)??;
        // What is wrong with an answer may repeat what stands in it, and is told to nobody.
        serde_json::from_slice(&body).map_err(|_| Failure::Unreadable)
    }

    async fn fetch(&self, uri: Uri) -> Result<Bytes, Failure> {
        let mut request = Request::get(uri).body(Empty::new()).map_err(|_| Failure::NotThere)?;
        *request.headers_mut() = self.headers.clone();
        let response = self.http.request(request).await.map_err(|_| Failure::Unreachable)?;
        accepted(response.status())?;
        let body = Limited::new(response.into_body(), self.patience.bytes).collect().await;
        let broken = |error: Box<dyn std::error::Error + Send + Sync>| {
            if error.is::<LengthLimitError>() { Failure::TooLarge } else { Failure::Unreachable }
        };
        Ok(body.map_err(broken)?.to_bytes())
    }
}

fn accepted(status: StatusCode) -> Result<(), Failure> {
    match status {
        StatusCode::OK => Ok(()),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Failure::Refused),
        StatusCode::NOT_FOUND => Err(Failure::NotThere),
        other if other.is_redirection() => Err(Failure::Moved),
        _ => Err(Failure::Broken),
    }
}
