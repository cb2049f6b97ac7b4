//! What every answer has, and what happens at the edges.

use olievlek::config::Config;
use poem::http::{Method, StatusCode};

use crate::house::{TestHouse, browser::Browser};

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let house = TestHouse::new().await;
    let mut browser = house.browser();
    for path in ["/", "/sign-in", "/nowhere", "/people", "/assets/none.css", "/.well-known/security.txt"] {
        let page = browser.get(path).await;
        assert!(
            page.header("content-security-policy").starts_with("default-src 'none'; script-src 'self'"),
            "{path}"
        );
        assert!(!page.header("content-security-policy").contains("unsafe"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(page.header("strict-transport-security"), "", "{path}: not without https");
        assert_eq!(page.header("x-request-id").len(), 12, "{path}");
    }
}

#[tokio::test]
async fn https_makes_cookies_secure_and_stays() {
    let house = TestHouse::new().await;
    let config = Config { base_url: "https://leren.gemeente.example".into(), ..Config::default() };
    let mut browser = Browser::of(house.app_with(config));
    let page = browser.get("/language?to=en&next=/privacy").await;
    assert!(
        page.header("set-cookie").contains("; HttpOnly; SameSite=Lax; ")
            && page.header("set-cookie").ends_with("; Secure")
    );
    assert!(page.header("strict-transport-security").starts_with("max-age=63072000"));
    assert_eq!(browser.get("/privacy").await.attribute("html", "lang"), "en");
}

#[tokio::test]
async fn an_address_that_is_none_gets_a_page_with_a_way_on() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    for path in
        ["/nowhere", "/people/none", "/people/0196f2c4-0000-7000-8000-000000000000", "/demo", "/people/1/2/3"]
    {
        let page = browser.get(path).await;
        assert_eq!(
            (page.status, page.text("h1").as_str()),
            (StatusCode::NOT_FOUND, "Deze pagina is er niet"),
            "{path}"
        );
        assert!(page.text("main").contains(page.header("x-request-id")), "{path}");
        assert_eq!(page.attribute("main a.button", "href"), "/", "{path}");
    }
}

#[tokio::test]
async fn a_page_that_is_not_for_you_says_so() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let page = house.browser_of(people.fenna).await.get("/roles").await;
    assert_eq!(
        (page.status, page.text("h1").as_str()),
        (StatusCode::FORBIDDEN, "Deze pagina is niet voor jou")
    );
}

#[tokio::test]
async fn the_stylesheet_and_its_fonts_may_be_kept_for_ever() {
    let house = TestHouse::new().await;
    let mut browser = house.browser();
    let page = browser.get("/").await;
    let css = browser.get(&page.attribute("link[rel=stylesheet]", "href")).await;
    assert_eq!(
        (css.header("content-type"), css.header("cache-control")),
        ("text/css; charset=utf-8", "public, max-age=31536000, immutable")
    );
    assert!(!css.body.contains("url(\"asset:"), "every font has its address");
    let font = css.body.split("url(\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a font");
    let font = browser.get(font).await;
    assert_eq!((font.status, font.header("content-type")), (StatusCode::OK, "font/woff2"));
    for selector in ["script[src][defer]", "script[type=module]"] {
        let script = browser.get(&page.attribute(selector, "src")).await;
        assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    }
}

#[tokio::test]
async fn a_form_that_is_too_large_is_not_read() {
    let house = TestHouse::new().await;
    let mut browser = house.browser();
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    let page =
        browser.send(Method::POST, "/sign-in", &headers, format!("email={}", "a".repeat(1024 * 1024))).await;
    assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "Dit is te groot"));
    let many = "a=1&".repeat(2_001);
    assert_eq!(
        browser.send(Method::POST, "/sign-in", &headers, many).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn text_is_sent_smaller_but_not_a_page_with_a_secret() {
    let house = TestHouse::new().await;
    let mut browser = house.browser();
    let asked = [("accept-encoding", "gzip, br")];
    let page = browser.send(Method::GET, "/privacy", &asked, String::new()).await;
    assert_eq!((page.header("content-encoding"), page.header("vary")), ("gzip", "Accept-Encoding"));
    let page = browser.send(Method::GET, "/sign-in/link/abc", &asked, String::new()).await;
    assert_eq!((page.header("content-encoding"), page.header("cache-control")), ("", "no-store"));
}

#[tokio::test]
async fn the_language_follows_the_browser_until_somebody_chooses() {
    let house = TestHouse::new().await;
    let mut browser = house.browser();
    let asked = [("accept-language", "en-GB,en;q=0.9,nl;q=0.5")];
    let page = browser.send(Method::GET, "/", &asked, String::new()).await;
    assert_eq!(page.attribute("html", "lang"), "en");
    browser.get("/language?to=nl&next=/").await;
    let page = browser.send(Method::GET, "/", &asked, String::new()).await;
    assert_eq!(page.attribute("html", "lang"), "nl");
}

#[tokio::test]
async fn a_frame_that_two_people_share_has_the_name_the_title_and_the_address_of_each() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let other = house.employee("Kees Mak", people.permits).await;
    let hostile = "UPDATE person SET surname = '<b>\u{e004}Mak' WHERE given_name = 'Kees'";
    sea_orm::ConnectionTrait::execute_unprepared(&house.db.writer, hostile).await.expect("a name");
    let first = house.browser_of(people.fenna).await.get("/workshops?q=een").await;
    let mut second = house.browser_of(other).await;
    let page = second.get("/places?q=%22%3E%3Ci%3Etwee").await;
    assert_eq!(first.text(".me__name"), "Fenna de Boer");
    assert!(first.body.contains("name=\"next\" value=\"&#x2f;workshops?q=een\""), "{}", first.body);
    assert_eq!(page.text(".me__name"), "Kees <b>\u{e004}Mak");
    assert!(
        !page.body.contains("<b>\u{e004}") && !page.body.contains("<i>twee"),
        "what people typed is escaped"
    );
    let again = second.get("/workshops").await;
    assert_eq!((again.text(".me__name"), again.body.matches("<main").count()), (page.text(".me__name"), 1));
    assert_ne!(page.text("title"), again.text("title"));
    assert!(!again.body.contains("Fenna"));
}
