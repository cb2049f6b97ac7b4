//! What stands at the head of every answer.

use olievlek::{app, web::asset};
use poem::{Endpoint as _, EndpointExt as _, Request, http::Method};

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

/// Stand for the address of the style sheet, and for more than a form may hold.
const STYLESHEET: &str = "the style sheet";
const LARGE: &str = "too much";
const FORM: &str = "application/x-www-form-urlencoded";

/// Method, address, kind and body of requests that are answered in every way there is.
const ASKED: &[(&str, &str, &str, &str)] = &[
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
    ("GET", "/api/v1/people", "", ""),
    ("GET", "/api/v1/nowhere", "", ""),
    ("DELETE", "/api/v1/people", "", ""),
    ("DELETE", "/people", "", ""),
    ("POST", "/sign-out", FORM, ""),
    ("POST", "/sign-in", FORM, "email=none"),
    ("POST", "/sign-in", FORM, LARGE),
    ("POST", "/import", FORM, ""),
    ("POST", "/people", FORM, ""),
    ("POST", "/sign-in/password", FORM, "email=a%40b.example&password=none+at+all"),
];

fn request((method, path, kind, body): (&str, &str, &str, &str), cookie: &str) -> Request {
    let method = Method::from_bytes(method.as_bytes()).expect("a method");
    let path = if path == STYLESHEET { asset::address(asset::STYLE) } else { path };
    let request = Request::builder().method(method).uri_str(path);
    let request = request
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("host", "127.0.0.1:8080");
    let body = if body == LARGE { "a".repeat(2 * 1024 * 1024) } else { body.to_owned() };
    if kind.is_empty() { request.finish() } else { request.content_type(kind).body(body) }
}

/// Answers of every kind, asked of the whole of what is served.
#[tokio::test]
async fn every_answer_of_every_kind_has_its_head() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let whole = app::endpoint(&house.app()).boxed();
    let cookie = format!("olievlek={}", house.browser_of(people.administrator).await.cookies["olievlek"]);
    sea_orm::ConnectionTrait::execute_unprepared(&house.db.writer, r#"ALTER TABLE "seal" RENAME TO "away""#)
        .await
        .expect("a part is away");
    let mut met = std::collections::BTreeSet::new();
    for asked in ASKED {
        let response = whole.get_response(request(*asked, &cookie)).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut wrong = problems(&Page { status, headers, body: String::new(), bytes: Vec::new() }, false);
        // What is the same for everybody may be kept by everybody.
        let same_for_all = asked.1 == STYLESHEET || asked.1.ends_with("openapi.json");
        wrong.retain(|what| !(same_for_all && what.starts_with("cache-control")));
        assert!(wrong.is_empty(), "{asked:?} ({status}): {wrong:?}");
        met.insert(status.as_u16());
    }
    println!("{met:?}");
    for status in [200, 303, 401, 403, 404, 405, 409, 410, 413, 422, 500] {
        assert!(met.contains(&status), "{status} was never met: {met:?}");
    }
}
