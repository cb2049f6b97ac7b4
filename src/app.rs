//! What every room is given: the house, the settings, templates and words; and the one endpoint that the server serves.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::{Endpoint, Response, Route};

use crate::{
    api,
    clock::Clock,
    config::Config,
    db::Db,
    domain::change::House,
    health,
    print::Press,
    template::{Setting, Templates},
    text::{BadWords, Words},
    web::{self, asset},
};

/// A running house; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// For the verbs: database, policy, time.
    pub house: House,
    pub config: Arc<Config>,
    pub words: Arc<Words>,
    pub templates: Arc<Templates>,
    /// For what is printed.
    pub press: Press,
    /// What the API serves as its document, for the page that shows it to people too.
    pub api_document: Arc<serde_json::Value>,
    /// A fictional municipality, in which one signs in by choosing a persona.
    pub demo: bool,
    pub started_at: DateTime<Utc>,
}

/// Why a house cannot be put together: a mistake in what was compiled in.
#[derive(Debug, thiserror::Error)]
pub enum BadApp {
    #[error(transparent)]
    Words(#[from] BadWords),
}

impl App {
    /// Puts the house together; `db` is connected, and migrated before anybody uses it.
    ///
    /// # Errors
    /// When the compiled-in words are not well formed.
    pub fn new(config: Config, db: Db, clock: Clock) -> Result<Self, BadApp> {
        let words = Arc::new(Words::embedded()?);
        let setting = Setting {
            zone: config.time_zone,
            now: crate::clock::now,
            icons_url: asset::address("vendor/icons.svg").to_owned(),
            glyphs_url: asset::address("style/glyphs.svg").to_owned(),
        };
        let templates = Arc::new(Templates::new(&words, &setting));
        let api_document = Arc::new(api::document::describe(&config, &words));
        let started_at = clock();
        let press = Press::new(words.clone(), config.time_zone, &config.organisation);
        let house = House { db, policy: Arc::new(config.policy()), clock, bell: Arc::default() };
        Ok(Self {
            house,
            config: Arc::new(config),
            words,
            templates,
            press,
            api_document,
            demo: false,
            started_at,
        })
    }

    /// The same house as a demo.
    #[must_use]
    pub fn as_demo(self) -> Self {
        Self { demo: true, ..self }
    }
}

/// What a process that only works answers: how it is, and what it counts.
pub fn watch_endpoint(app: &App) -> impl Endpoint<Output = Response> + use<> {
    web::around(app.clone(), health::routes(app, Route::new()))
}

/// Everything that is served: pages, API, and what watches the house.
pub fn endpoint(app: &App) -> impl Endpoint<Output = Response> + use<> {
    let routes = health::routes(app, Route::new())
        .nest("/api/v1", api::endpoint(app))
        .nest("/", web::pages(app.clone()));
    web::around(app.clone(), routes)
}
