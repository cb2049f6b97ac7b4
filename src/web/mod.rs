//! Pages: every address, who may ask for it, who answers.
//!
//! A request goes through [`layer`] to its row of the sitemap, which asks for the permission, and then to a handler of
//! the area. A handler reads its input, gives one verb to [`context::Context::write`] and answers with a view or with
//! the way to another page.

pub mod answer;
pub mod api_page;
pub mod asset;
mod compress;
pub mod context;
pub mod cookie;
pub mod error;
pub mod forgery;
pub mod form;
mod frame;
mod header;
pub mod home;
pub mod key;
pub mod layer;
pub mod learning;
pub mod letter;
pub mod limit;
pub mod log;
mod menu;
pub mod pager;
pub mod people;
pub mod plain;
pub mod proxy;
pub mod reading;
pub mod refill;
pub mod row;
pub mod sentence;
pub mod throttle;
pub mod view;

use std::{collections::BTreeMap, sync::Arc};

use poem::{Endpoint, Response, Route, RouteMethod, http::Method};

use crate::app::App;
use row::{Allow, Guarded, Row, page};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// Every page and action there is.
pub fn sitemap() -> Vec<Row> {
    [frame(), signing_in(), people(), learning::rows(), desk(), workshop_desk(), imports(), letters()]
        .into_iter()
        .flatten()
        .collect()
}

/// What is no area's.
fn frame() -> Vec<Row> {
    vec![
        page(GET, "/", Allow::Anyone, home::index),
        page(GET, "/accessibility", Allow::Anyone, plain::accessibility),
        page(GET, "/privacy", Allow::Anyone, plain::privacy),
        page(GET, "/api", Allow::Anyone, api_page::show),
        page(GET, "/source", Allow::Anyone, plain::source),
        page(GET, "/.well-known/security.txt", Allow::Anyone, plain::security),
        page(GET, "/demo/sitemap", Allow::Anyone, plain::sitemap).only_in_demo(),
    ]
}

fn signing_in() -> Vec<Row> {
    use people::{break_glass, language, persona, set_up, sign_in, sign_out};
    vec![
        page(GET, "/sign-in", Allow::Anyone, sign_in::new),
        page(POST, "/sign-in", Allow::Anyone, sign_in::create),
        page(GET, "/sign-in/sent", Allow::Anyone, sign_in::sent),
        page(GET, "/sign-in/link/:secret", Allow::Anyone, sign_in::link).with_secret(),
        page(POST, "/sign-in/link/:secret", Allow::Anyone, sign_in::open_link).with_secret(),
        page(GET, "/sign-in/password", Allow::Anyone, break_glass::new),
        page(POST, "/sign-in/password", Allow::Anyone, break_glass::create),
        page(GET, "/set-up/:secret", Allow::Anyone, set_up::new).with_secret(),
        page(POST, "/set-up/:secret", Allow::Anyone, set_up::create).with_secret(),
        page(GET, "/demo", Allow::Anyone, persona::index).only_in_demo(),
        page(POST, "/demo", Allow::Anyone, persona::create).only_in_demo(),
        page(POST, "/sign-out", Allow::Anyone, sign_out::create),
        page(POST, "/sign-out/everywhere", Allow::SignedIn, sign_out::everywhere),
        page(GET, "/language", Allow::Anyone, language::choose),
    ]
}

fn people() -> Vec<Row> {
    use people::{account, department, person, role};
    vec![
        page(GET, "/me", Allow::SignedIn, account::show),
        page(POST, "/me/language", Allow::SignedIn, account::choose_language),
        page(POST, "/me/browsers/:id/end", Allow::SignedIn, account::end),
        page(GET, "/people", Allow::PeopleViewer, person::index),
        page(GET, "/people/:id", Allow::PeopleViewer, person::show),
        page(POST, "/people/:id/roles", Allow::Granter, person::grant),
        page(POST, "/people/:person/roles/:id/revocation", Allow::Granter, role::revoke),
        page(GET, "/roles", Allow::Granter, role::index),
        page(GET, "/departments", Allow::PeopleViewer, department::index),
    ]
}

/// Planning sessions and keeping their participants.
fn desk() -> Vec<Row> {
    use learning::{participant as who, session_desk as list, session_form as form, session_room as room};
    vec![
        page(GET, "/desk/sessions", Allow::SignedIn, list::index),
        page(GET, "/desk/sessions/new", Allow::Planner, form::new),
        page(POST, "/desk/sessions", Allow::Planner, form::create),
        page(GET, "/desk/sessions/:id", Allow::SignedIn, room::show),
        page(GET, "/desk/sessions/:id/edit", Allow::Planner, form::edit),
        page(POST, "/desk/sessions/:id", Allow::Planner, form::update),
        page(POST, "/desk/sessions/:id/enrolments", Allow::Planner, who::enrol),
        page(GET, "/desk/enrolments/:id/withdrawal", Allow::Planner, who::farewell),
        page(POST, "/desk/enrolments/:id/withdrawal", Allow::Planner, who::withdraw),
    ]
}

/// Writing the catalogue.
fn workshop_desk() -> Vec<Row> {
    use learning::{workshop_desk as list, workshop_form as form};
    vec![
        page(GET, "/desk/workshops", Allow::Planner, list::index),
        page(GET, "/desk/workshops/new", Allow::Planner, form::new),
        page(POST, "/desk/workshops", Allow::Planner, form::create),
        page(GET, "/desk/workshops/:id/edit", Allow::Planner, form::edit),
        page(POST, "/desk/workshops/:id", Allow::Planner, form::update),
        page(POST, "/desk/workshops/:id/state", Allow::Planner, form::set_state),
    ]
}

/// Loading files.
fn imports() -> Vec<Row> {
    use people::import;
    vec![
        page(GET, "/import", Allow::Importer, import::new),
        page(POST, "/import", Allow::Importer, import::create).with_upload(),
        page(GET, "/import/:id", Allow::Importer, import::show),
        page(POST, "/import/:id/application", Allow::Importer, import::apply),
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
    ]
}

/// What pages share while the house runs.
pub struct Site {
    pub(crate) app: App,
    pub(crate) throttle: throttle::Throttle,
    rows: Vec<Arc<Row>>,
}

impl Site {
    fn new(app: App) -> Self {
        let rows = sitemap().into_iter().filter(|row| app.demo || !row.demo).map(Arc::new).collect();
        Self { app, throttle: throttle::Throttle::default(), rows }
    }

    /// Whether there is a page at this path of the sitemap.
    fn has(&self, path: &str) -> bool {
        self.rows.iter().any(|row| row.path == path && row.method == Method::GET)
    }

    /// Whether an address is of a row whose address or page holds a secret.
    fn holds_secret(&self, address: &str) -> bool {
        let start = |path: &str| path.split(':').next().unwrap_or_default().to_owned();
        self.rows.iter().any(|row| row.secret && address.starts_with(&start(row.path)))
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
