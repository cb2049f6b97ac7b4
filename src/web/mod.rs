//! Pages: every address, who may ask for it, who answers.
//!
//! A request goes through [`layer`] to its row of the sitemap, which asks for the permission, and then to a handler of
//! the area. A handler reads its input, gives one verb to [`context::Context::write`] and answers with a view or with
//! the way to another page.

pub mod adoption;
pub mod answer;
pub mod api_page;
pub mod asset;
mod compress;
pub mod context;
pub mod cookie;
pub mod dialogue;
pub mod download;
pub mod error;
pub mod forgery;
pub mod form;
mod frame;
pub mod header;
pub mod home;
pub mod key;
pub mod layer;
pub mod learning;
pub mod letter;
pub mod limit;
pub mod log;
mod menu;
mod own_words;
pub mod pager;
pub mod people;
pub mod plain;
pub mod print;
pub mod privacy;
pub mod proxy;
pub mod qr;
pub mod reading;
pub mod refill;
pub mod row;
pub mod search;
pub mod sentence;
pub mod service;
pub mod throttle;
pub mod view;
pub mod wording;
mod zip;

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use poem::{Endpoint, Response, Route, RouteMethod, http::Method};

use crate::app::App;
use row::{Allow, Guarded, Row, page};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// Every page and action there is.
pub fn sitemap() -> Vec<Row> {
    [
        frame(),
        people::rows(),
        dialogue::rows(),
        learning::rows(),
        service::rows(),
        adoption::rows(),
        letters(),
        privacy::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is no area's.
fn frame() -> Vec<Row> {
    vec![
        page(GET, "/", Allow::Anyone, home::index),
        page(GET, "/search", Allow::Staff, search::show),
        page(GET, "/accessibility", Allow::Anyone, plain::accessibility),
        page(GET, "/privacy", Allow::Anyone, plain::privacy),
        page(GET, "/api", Allow::Anyone, api_page::show),
        page(GET, "/source", Allow::Anyone, plain::source),
        page(GET, "/.well-known/security.txt", Allow::Anyone, plain::security),
        page(GET, "/demo/sitemap", Allow::Anyone, plain::sitemap).only_in_demo(),
    ]
}

/// What was mailed.
fn letters() -> Vec<Row> {
    vec![
        page(GET, "/letters", Allow::LetterViewerOrDemo, letter::index),
        page(GET, "/letters/:id", Allow::LetterViewerOrDemo, letter::show),
        page(GET, "/letters/:id/html", Allow::LetterViewerOrDemo, letter::html),
        page(GET, "/letters/:id/calendar", Allow::LetterViewerOrDemo, letter::calendar),
        page(POST, "/letters/:id/retry", Allow::LetterViewer, letter::retry),
        page(GET, "/letters/texts", Allow::LetterViewer, wording::index),
        page(GET, "/letters/texts/:kind/:language", Allow::LetterViewer, wording::show),
        page(POST, "/letters/texts/:kind/:language", Allow::LetterViewer, wording::update),
    ]
}

/// What pages share while the house runs.
pub struct Site {
    pub(crate) app: App,
    pub(crate) throttle: throttle::Throttle,
    rows: Vec<Arc<Row>>,
    /// Paths of pages.
    pages: HashSet<&'static str>,
    frames: view::Frames,
}

impl Site {
    fn new(app: App) -> Self {
        people::tally::begin();
        let rows: Vec<_> = sitemap().into_iter().filter(|row| app.demo || !row.demo).map(Arc::new).collect();
        let pages = rows.iter().filter(|row| row.method == Method::GET).map(|row| row.path).collect();
        Self { app, throttle: throttle::Throttle::default(), rows, pages, frames: view::Frames::default() }
    }

    /// Whether there is a page at this path of the sitemap.
    fn has(&self, path: &str) -> bool {
        self.pages.contains(path)
    }

    /// Whether an address is of a row whose address or page holds a secret that nobody should be led back to. Who answers without
    /// signing in has no other way back.
    fn holds_secret(&self, address: &str) -> bool {
        let start = |path: &str| path.split(':').next().unwrap_or_default().to_owned();
        self.rows.iter().any(|row| row.secret && !row.unnamed && address.starts_with(&start(row.path)))
    }
}

/// All pages and files, as one endpoint.
pub fn pages(app: App) -> impl Endpoint<Output = Response> {
    let site = Arc::new(Site::new(app));
    let mut by_path: BTreeMap<&'static str, RouteMethod> = BTreeMap::new();
    for row in &site.rows {
        let methods = by_path.remove(row.path).unwrap_or_default();
        by_path.insert(row.path, methods.method(row.method.clone(), Guarded(row.clone())));
    }
    let rows = by_path.into_iter().fold(Route::new(), |route, (path, methods)| route.at(path, methods));
    Route::new().at("/assets/:name", poem::get(asset::show)).nest("/", layer::Pages { site, inner: rows })
}

/// Puts the outermost layer round everything that is served.
pub fn around<E: Endpoint>(app: App, inner: E) -> layer::Outer<E> {
    layer::Outer { app, inner }
}
