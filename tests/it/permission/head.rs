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

/// Answers of every kind, asked of the whole of what is served.
#[tokio::test]
async fn every_answer_of_every_kind_has_its_head() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let app = house.app();
    let whole = app::endpoint(&app).boxed();
    let cookie = format!("olievlek={}", house.browser_of(people.administrator).await.cookies["olievlek"]);
    let form = "application/x-www-form-urlencoded";
    let large = "a".repeat(2 * 1024 * 1024);
    sea_orm::ConnectionTrait::execute_unprepared(&house.db.writer, r#"ALTER TABLE "seal" RENAME TO "away""#)
        .await
        .expect("a part is away");
    let stylesheet = asset::address(asset::STYLE);
    let mut met = std::collections::BTreeSet::new();
    for (method, path, kind, body) in [
        ("GET", "/", "", ""),
        ("GET", stylesheet, "", ""),
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
        ("POST", "/sign-out", form, ""),
        ("POST", "/sign-in", form, "email=none"),
        ("POST", "/sign-in", form, &large),
        ("POST", "/import", form, ""),
        ("POST", "/people", form, ""),
        ("POST", "/sign-in/password", form, "email=a%40b.example&password=none+at+all"),
    ] {
        let mut request =
            Request::builder().method(Method::from_bytes(method.as_bytes()).expect("a method")).uri_str(path);
        request = request
            .header("cookie", &cookie)
            .header("sec-fetch-site", "same-origin")
            .header("host", "127.0.0.1:8080");
        let request =
            if kind.is_empty() { request.finish() } else { request.content_type(kind).body(body.to_owned()) };
        let response = whole.get_response(request).await;
        let page = Page {
            status: response.status(),
            headers: response.headers().clone(),
            body: String::new(),
            bytes: Vec::new(),
        };
        let mut wrong = problems(&page, false);
        // What is the same for everybody may be kept by everybody.
        wrong.retain(|what| {
            !(what.starts_with("cache-control") && (path == stylesheet || path.ends_with("openapi.json")))
        });
        assert!(wrong.is_empty(), "{method} {path} ({}): {wrong:?}", page.status);
        met.insert(page.status.as_u16());
    }
    println!("{met:?}");
    for status in [200, 303, 401, 403, 404, 405, 409, 410, 413, 422, 500] {
        assert!(met.contains(&status), "{status} was never met: {met:?}");
    }
}
