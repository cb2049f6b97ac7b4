//! What a handler is given beside its input: who asks, in which language, and the ways to answer.

use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use chrono::{DateTime, Datelike as _, Utc};
use entity::id::PersonId;
use http::{HeaderMap, Method, header};
use poem::{FromRequest, Request, RequestBody, Response};
use serde::{Serialize, de::DeserializeOwned};
use tokio::sync::OnceCell;

use super::{
    Site,
    answer::{self, Go, own_path},
    cookie,
    error::Trouble,
    form::{Form, Pairs},
    log::Trail,
    row::{Allow, Row},
    sentence::Sentence,
    view::Flash,
};
use crate::{
    app::App,
    db::Reader,
    domain::{
        actor::Actor,
        change::{Change, House},
        error::{Error, Result},
        learning::{approval::list, duty::extension},
        people::{
            department::{self, Tree},
            sign_in::{self, Viewer},
        },
    },
    text::{Dates, Language, Words},
};

/// One request, for its handler and its error page.
#[derive(Clone)]
pub struct Context(Arc<Inner>);

struct Inner {
    site: Arc<Site>,
    /// Its reads share a connection.
    house: House,
    viewer: Option<Viewer>,
    actor: Actor,
    language: Language,
    trail: Trail,
    query: Pairs,
    /// Path with query.
    address: String,
    flash: Option<Flash>,
    waiting: Waiting,
    tree: OnceCell<Arc<Tree>>,
}

/// What waits for the viewer to decide, for the menu.
#[derive(Default)]
struct Waiting {
    requests: AtomicU64,
    extensions: AtomicU64,
}

impl Context {
    /// Reads who asks. A database that is away makes nobody of them, and says so.
    pub(super) async fn open(site: &Arc<Site>, request: &Request) -> (Self, Result<()>) {
        let trail = request.data::<Trail>().cloned();
        let trail = trail.unwrap_or_else(|| Trail::start(std::net::Ipv6Addr::UNSPECIFIED.into()));
        let house = site.app.house.visit();
        let (viewer, fate) = match viewer(&house, site.app.config.is_secure(), request.headers()).await {
            Ok(viewer) => (viewer, Ok(())),
            Err(error) => (None, Err(error)),
        };
        if let Some(viewer) = &viewer {
            trail.actor(viewer.person.id);
        }
        let language = language(viewer.as_ref(), request.headers());
        let flash = answer::message(request.headers(), &site.app.words, language);
        let uri = request.uri();
        let address = uri.path_and_query().map_or("/", |address| address.as_str()).to_owned();
        let query = Pairs::parse(uri.query().unwrap_or_default().as_bytes());
        let actor = viewer.as_ref().map_or_else(Actor::nobody, |viewer| viewer.actor.clone());
        (
            Self(Arc::new(Inner {
                site: site.clone(),
                house,
                viewer,
                actor,
                language,
                trail,
                query,
                address,
                flash,
                waiting: Waiting::default(),
                tree: OnceCell::new(),
            })),
            fate,
        )
    }

    /// Notes now and then that this browser is in use. A note that fails is written at the next page.
    pub(super) async fn note_seen(&self) {
        let Some(viewer) = self.viewer().filter(|viewer| viewer.unseen(self.now())) else { return };
        let id = viewer.sign_in;
        let noted = self.write(|change| async move { sign_in::seen(&change, id).await }).await;
        if let Err(error) = noted {
            tracing::warn!(target: "web", %error, "a browser's last use was not noted");
        }
    }

    /// Whether the viewer decides about requests: as a head, in the stead of one, or for the programme.
    pub(super) fn decides(&self) -> bool {
        let stands_in = self.viewer().is_some_and(|viewer| viewer.stands_in);
        self.viewer().is_some() && (self.may(Allow::Holder) || (stands_in && self.may(Allow::Decider)))
    }

    /// Counts, also anew, what waits for whoever decides.
    pub(super) async fn count_waiting(&self) -> Result<()> {
        if !self.decides() {
            return Ok(());
        }
        let (now, today) = (self.now(), self.house().policy.day(self.now()));
        let desk = list::Desk::of(self.db(), self.actor(), today, false).await?;
        let requests = list::count(self.db(), &desk, (now, today)).await?;
        let extensions = extension::waiting(self.db(), self.actor(), today).await?;
        self.0.waiting.requests.store(requests, Relaxed);
        self.0.waiting.extensions.store(extensions, Relaxed);
        Ok(())
    }

    /// Requests, and wishes for more time, that wait for the viewer.
    pub(super) fn waiting(&self) -> (u64, u64) {
        (self.0.waiting.requests.load(Relaxed), self.0.waiting.extensions.load(Relaxed))
    }

    /// The tree of departments: one for the whole request, at most a second old and never older than the last write here.
    pub(super) async fn tree(&self) -> Result<Arc<Tree>> {
        let read = async || {
            self.house().db.recent.or_read("tree".into(), self.now(), department::tree(self.db())).await
        };
        self.0.tree.get_or_try_init(read).await.cloned()
    }

    /// The context of a request inside the site.
    pub(super) fn of(request: &Request) -> poem::Result<Self> {
        request.data::<Self>().cloned().ok_or_else(|| Trouble::Panicked.into())
    }

    /// The house with its settings, words and templates.
    pub fn app(&self) -> &App {
        &self.0.site.app
    }

    /// The house: database, time, policy.
    pub fn house(&self) -> &House {
        &self.0.house
    }

    /// For reading.
    pub fn db(&self) -> &Reader {
        &self.house().db.reader
    }

    /// The time of now.
    pub fn now(&self) -> DateTime<Utc> {
        self.house().now()
    }

    /// Who is signed in.
    pub fn viewer(&self) -> Option<&Viewer> {
        self.0.viewer.as_ref()
    }

    /// Who is signed in, on a page that is for them only.
    ///
    /// # Errors
    /// [`Error::Forbidden`] when nobody is.
    pub fn me(&self) -> Result<PersonId> {
        self.viewer().map(|viewer| viewer.person.id).ok_or(Error::Forbidden)
    }

    /// Who acts: the viewer, or somebody without any right.
    pub fn actor(&self) -> &Actor {
        &self.0.actor
    }

    /// The language of this answer.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// All sentences.
    pub fn words(&self) -> &Words {
        &self.app().words
    }

    /// A sentence in the language of this answer.
    pub fn say(&self, sentence: &Sentence) -> String {
        sentence.say(self.words(), self.language())
    }

    /// Writes dates in the language of this answer.
    pub fn dates(&self) -> Dates {
        let zone = self.house().policy.zone;
        let year = self.now().with_timezone(&zone).year();
        Dates { words: self.app().words.clone(), language: self.language(), zone, year }
    }

    /// The names and values after the `?`.
    pub fn query(&self) -> &Pairs {
        &self.0.query
    }

    /// This page with its query, for coming back.
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// The number of this request.
    pub fn request(&self) -> &str {
        self.0.trail.request()
    }

    /// Where the request comes from.
    pub fn client(&self) -> IpAddr {
        self.0.trail.client()
    }

    /// Whether this is the demonstration.
    pub fn demo(&self) -> bool {
        self.app().demo
    }

    /// The name of the municipality.
    pub fn organisation(&self) -> &str {
        &self.app().config.organisation
    }

    /// The mail address of the organisation.
    pub fn mailbox(&self) -> String {
        self.app().config.mail_from.email.to_string()
    }

    /// Every row of the sitemap that exists here.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.0.site.rows.iter().map(AsRef::as_ref)
    }

    /// Where browsers reach the house.
    pub fn base_url(&self) -> &str {
        &self.app().config.base_url
    }

    /// Whether browsers reach the house by https.
    pub fn https(&self) -> bool {
        self.app().config.is_secure()
    }

    /// The message that came with the request.
    pub(super) fn flash(&self) -> Option<&Flash> {
        self.0.flash.as_ref()
    }

    /// The site: sitemap and throttle.
    pub(super) fn site(&self) -> &Site {
        &self.0.site
    }

    /// Runs a verb as the viewer.
    ///
    /// # Errors
    /// What the verb returns.
    pub async fn write<T, V, F>(&self, verb: V) -> Result<T>
    where
        V: Fn(Arc<Change>) -> F,
        F: Future<Output = Result<T>>,
    {
        self.house().write(self.actor(), verb).await
    }

    /// Runs a verb as the viewer, once for each form that was given out: a second press gives the same answer.
    ///
    /// # Errors
    /// As [`House::write_once`].
    pub async fn write_once<T, V, F>(&self, form: &Form, verb: V) -> Result<T>
    where
        T: Serialize + DeserializeOwned,
        V: Fn(Arc<Change>) -> F,
        F: Future<Output = Result<T>>,
    {
        let key = form.request_key(self.actor());
        self.house().write_once(self.actor(), key.as_ref(), verb).await
    }

    /// To another page of ours.
    pub fn go(&self, to: impl Into<String>) -> Go {
        Go::to(to, self.https())
    }

    /// To the sign-in page, and afterwards back to a page that can be asked for again.
    pub(super) fn to_sign_in(&self, method: &Method) -> Response {
        let next = if method.is_safe() { own_path(self.address()) } else { "/" };
        let query =
            if next == "/" { String::new() } else { format!("?{}", Pairs::default().with("next", next)) };
        self.go(format!("/sign-in{query}")).into()
    }

    /// One more try to come in, by this address and with this account.
    ///
    /// # Errors
    /// [`crate::domain::error::Refusal::TooMany`] when there were too many.
    pub async fn attempt(&self, account: &str) -> Result<()> {
        self.0.site.throttle.attempt(self.house(), self.client(), account).await
    }

    /// One more look from this address at whether a paper is genuine.
    ///
    /// # Errors
    /// As [`Context::attempt`].
    pub async fn look(&self) -> Result<()> {
        self.0.site.throttle.look(self.house(), self.client()).await
    }

    /// Whether the viewer may ask for a page: for links that would lead nowhere.
    pub fn may(&self, allow: Allow) -> bool {
        allow.admits(self.viewer().map(|viewer| &viewer.actor), self.demo())
    }
}

impl<'a> FromRequest<'a> for Context {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Self::of(request)
    }
}

async fn viewer(house: &House, https: bool, headers: &HeaderMap) -> Result<Option<Viewer>> {
    let Some(secret) = cookie::read(headers, cookie::sign_in(https)) else {
        return Ok(None);
    };
    sign_in::viewer(&house.db.reader, secret, house.now(), house.policy.day(house.now())).await
}

/// The choice made in this browser, the person's own choice, what the browser asks for.
fn language(viewer: Option<&Viewer>, headers: &HeaderMap) -> Language {
    let chosen = viewer.and_then(|viewer| viewer.person.language.as_deref());
    let kept = cookie::read(headers, cookie::LANGUAGE);
    let asked = || {
        headers.get(header::ACCEPT_LANGUAGE).and_then(|line| line.to_str().ok()).map(Language::from_accept)
    };
    [kept, chosen].into_iter().flatten().find_map(|code| code.parse().ok()).or_else(asked).unwrap_or_default()
}
