//! What stands at the head of every answer.

use std::{collections::BTreeSet, sync::Arc};

use entity::id::PersonId;
use olievlek::{
    app,
    domain::{
        actor::{Actor, Scope},
        change::Change,
        people::api_token::{self, NewToken},
    },
    web::asset,
};
use poem::{Endpoint as _, EndpointExt as _, Request, Response, endpoint::BoxEndpoint, http::Method};

use crate::house::{TestHouse, browser::Page};

/// What is missing there; `personal` for whoever is signed in.
pub fn problems(page: &Page, personal: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut hold = |holds: bool, name: &str| {
        if !holds {
            wrong.push(format!("{name} is “{}”", page.header(name)));
        }
    };
    let content = page.header("content-security-policy");
    hold(
        content.starts_with("default-src 'none'") && !content.contains("unsafe-eval"),
        "content-security-policy",
    );
    hold(content.contains("frame-ancestors"), "content-security-policy");
    hold(page.header("x-content-type-options") == "nosniff", "x-content-type-options");
    hold(["DENY", "SAMEORIGIN"].contains(&page.header("x-frame-options")), "x-frame-options");
    hold(page.header("referrer-policy") == "same-origin", "referrer-policy");
    hold(page.header("x-request-id").len() == 12, "x-request-id");
    hold(page.header("server").is_empty(), "server");
    hold(page.header("x-powered-by").is_empty(), "x-powered-by");
    let kept = page.header("cache-control");
    hold(!kept.contains("public") && !kept.is_empty(), "cache-control");
    if personal {
        hold(kept.contains("private") || kept.contains("no-store"), "cache-control");
    }
    wrong
}

/// Is asked for without a token.
const UNKNOWN: &str = "/api/v1/people";
/// Stand for the address of the style sheet, and for more than a form may hold.
const STYLESHEET: &str = "the style sheet";
const LARGE: &str = "too much";
const FORM: &str = "application/x-www-form-urlencoded";

/// Requests that are answered in every way there is.
const ASKED: &[Asked] = &[
    ("GET", "/", "", ""),
    ("GET", STYLESHEET, "", ""),
    ("GET", "/assets/none.css", "", ""),
    ("GET", "/nowhere", "", ""),
    ("GET", "/audit?check=1", "", ""),
    ("GET", "/sign-in/link/none", "", ""),
    ("GET", "/people?after=none", "", ""),
    ("GET", "/people?file=csv", "", ""),
    ("GET", "/team", "", ""),
    ("GET", "/health/live", "", ""),
    ("GET", "/health/ready", "", ""),
    ("GET", "/metrics", "", ""),
    ("GET", "/api/v1/openapi.json", "", ""),
    ("GET", UNKNOWN, "", ""),
    ("GET", "/api/v1/nowhere", "", ""),
    ("DELETE", "/api/v1/people", "", ""),
    ("DELETE", "/people", "", ""),
    ("POST", "/sign-out", FORM, ""),
    ("POST", "/sign-in", FORM, "email=none"),
    ("POST", "/sign-in", FORM, LARGE),
    ("POST", "/import", FORM, ""),
    ("POST", "/people", FORM, ""),
    ("GET", "/api/v1/people?limit=none", "", ""),
    ("GET", "/api/v1/sessions/none", "", ""),
    ("POST", "/api/v1/sessions", "application/json", "{"),
    ("POST", "/api/v1/sessions", "application/json", LARGE),
    ("POST", "/api/v1/sessions", FORM, "capacity=1"),
];

/// More often than somebody may try to come in.
const TRIED: Asked = ("POST", "/sign-in/password", FORM, "email=a%40b.example&password=none+at+all");
const TRIES: usize = 6;

/// What is asked when the database is away.
const AWAY: &[Asked] = &[
    ("GET", "/", "", ""),
    ("GET", "/health/live", "", ""),
    ("GET", "/health/ready", "", ""),
    ("GET", "/api/v1/workshops", "", ""),
    ("POST", "/sign-in", FORM, "email=a%40b.example"),
];

/// Method, address, kind and body.
type Asked = (&'static str, &'static str, &'static str, &'static str);

/// With the cookie of somebody; programs show a token and no cookie.
fn request((method, path, kind, body): Asked, cookie: &str, token: &str) -> Request {
    let method = Method::from_bytes(method.as_bytes()).expect("a method");
    let path = if path == STYLESHEET { asset::address(asset::STYLE) } else { path };
    let request = Request::builder().method(method).uri_str(path);
    let (name, value) = match path.starts_with("/api/") && path != UNKNOWN {
        true => ("authorization", token),
        false => ("cookie", cookie),
    };
    let request =
        request.header(name, value).header("sec-fetch-site", "same-origin").header("host", "127.0.0.1:8080");
    let body = if body == LARGE { "a".repeat(2 * 1024 * 1024) } else { body.to_owned() };
    if kind.is_empty() { request.finish() } else { request.content_type(kind).body(body) }
}

/// Everything that is served, and what came of it so far.
struct Asker {
    whole: BoxEndpoint<'static, Response>,
    cookie: String,
    token: String,
    met: BTreeSet<u16>,
}

impl Asker {
    /// Asks, and looks at the head of the answer.
    async fn ask(&mut self, asked: Asked) {
        let response = self.whole.get_response(request(asked, &self.cookie, &self.token)).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut wrong = problems(&Page { status, headers, body: String::new(), bytes: Vec::new() }, false);
        // What is the same for everybody may be kept by everybody.
        let same_for_all = asked.1 == STYLESHEET || asked.1.ends_with("openapi.json");
        wrong.retain(|what| !(same_for_all && what.starts_with("cache-control")));
        assert!(wrong.is_empty(), "{asked:?} ({status}): {wrong:?}");
        self.met.insert(status.as_u16());
    }
}

/// A token that opens everything.
async fn token(house: &TestHouse, person: PersonId) -> String {
    let new = &NewToken { person, scopes: vec![Scope::Admin], days: Some(1) };
    let make = |change: Arc<Change>| async move { api_token::create(&change, new).await };
    format!("Bearer {}", house.write(&Actor::operator(), make).await.expect("a token"))
}

/// Answers of every kind, asked of the whole of what is served; and at the end again, when the database is away.
#[tokio::test]
async fn every_answer_of_every_kind_has_its_head() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let whole = app::endpoint(&house.app()).boxed();
    let cookie = format!("olievlek={}", house.browser_of(people.administrator).await.cookies["olievlek"]);
    let token = token(&house, people.administrator).await;
    sea_orm::ConnectionTrait::execute_unprepared(&house.db.writer, r#"ALTER TABLE "seal" RENAME TO "away""#)
        .await
        .expect("a part is away");
    let mut asker = Asker { whole, cookie, token, met: BTreeSet::new() };
    for asked in ASKED.iter().copied().chain(std::iter::repeat_n(TRIED, TRIES)) {
        asker.ask(asked).await;
    }
    house.db.clone().close().await;
    for asked in AWAY {
        asker.ask(*asked).await;
    }
    println!("{:?}", asker.met);
    for status in [200, 303, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503] {
        assert!(asker.met.contains(&status), "{status} was never met: {:?}", asker.met);
    }
}
