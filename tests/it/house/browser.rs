//! A browser without a window: keeps cookies, sends forms as ours do, follows where it is told to.

use std::{collections::BTreeMap, sync::Arc};

use entity::id::PersonId;
use olievlek::{app::App, config::Config, domain::people::sign_in, web};
use poem::{
    Endpoint as _, EndpointExt as _, Request, Response,
    endpoint::BoxEndpoint,
    http::{HeaderMap, Method, StatusCode, header},
};
use scraper::{Html, Selector};

use super::TestHouse;

/// Keeps cookies; clones share the site and not the cookies.
#[derive(Clone)]
pub struct Browser {
    site: Arc<BoxEndpoint<'static, Response>>,
    pub cookies: BTreeMap<String, String>,
}

/// An answer, read whole.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The same, when it is no text.
    pub bytes: Vec<u8>,
}

impl TestHouse {
    /// The whole app on this house.
    pub fn app(&self) -> App {
        self.app_with(Config::default())
    }

    /// The whole app with other settings.
    pub fn app_with(&self, config: Config) -> App {
        App::new(config, self.db.clone(), self.clock.clone()).expect("an app")
    }

    /// A browser in which nobody is signed in.
    pub fn browser(&self) -> Browser {
        Browser::of(self.app())
    }

    /// A browser in which this person is signed in.
    pub async fn browser_of(&self, person: PersonId) -> Browser {
        let mut browser = self.browser();
        browser.sign_in(self, person).await;
        browser
    }
}

impl Browser {
    /// A browser on an app.
    pub fn of(app: App) -> Self {
        let site = web::around(app.clone(), web::pages(app)).boxed();
        Self { site: Arc::new(site), cookies: BTreeMap::new() }
    }

    /// Signs a person in, as choosing a persona does.
    pub async fn sign_in(&mut self, house: &TestHouse, person: PersonId) {
        let actor = house.actor(person).await;
        let come =
            house.write(&actor, |change| async move { sign_in::as_persona(&change, person).await }).await;
        self.cookies.insert("olievlek".into(), come.expect("signed in").secret);
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, &[], String::new()).await
    }

    /// Sends a form, as a browser does from one of our pages.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = serde_urlencoded::to_string(fields).expect("a form");
        let headers =
            [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        self.send(Method::POST, path, &headers, body).await
    }

    /// Sends a request with exactly these headers, and the cookies.
    pub async fn send(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: String) -> Page {
        self.send_bytes(method, path, headers, body.into_bytes()).await
    }

    /// As [`Browser::send`], with a body that is no text.
    pub async fn send_bytes(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Page {
        let mut request = Request::builder().method(method).uri_str(path).header("host", "127.0.0.1:8080");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let line: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, line.join("; "));
        }
        let response = self.site.get_response(request.body(body)).await;
        self.keep(response.headers());
        let (parts, body) = response.into_parts();
        let body = body.into_vec().await.expect("a body");
        Page {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body,
        }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("a readable cookie");
            let (name, rest) = line.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), value.into());
            }
        }
    }

    /// Whether somebody is signed in: the account page opens.
    pub async fn is_signed_in(&mut self) -> bool {
        self.get("/me").await.status == StatusCode::OK
    }
}

impl Page {
    /// Where it leads; empty when nowhere.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// One header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The text of all that a selector finds, one a line, blanks drawn together.
    pub fn text(&self, selector: &str) -> String {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).expect("a selector");
        let text = |element: scraper::ElementRef<'_>| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        html.select(&selector).map(text).collect::<Vec<_>>().join("\n")
    }

    /// The value of an attribute of the first that a selector finds; empty when there is none.
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector).next().and_then(|element| element.attr(name)).unwrap_or_default().to_owned()
    }
}
