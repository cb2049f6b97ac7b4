//! A link may lead back to a page of ours and nowhere else, however it is written.

use crate::house::{TestHouse, browser::Browser};

/// Ways to name another site, or to make a browser think so.
const TRICKS: &[&str] = &[
    "https://elders.example/",
    "http://elders.example",
    "HTTPS://elders.example",
    "https:elders.example",
    "https:/elders.example",
    "https:///elders.example",
    "http:\\\\elders.example",
    "https:\\elders.example",
    "//elders.example",
    "///elders.example",
    "////elders.example",
    "//elders.example/%2e%2e",
    "//elders.example:80",
    "//a@elders.example",
    "//127.0.0.1:8080@elders.example",
    "//[::1]",
    "//2130706433",
    "/\\elders.example",
    "\\/elders.example",
    "\\\\elders.example",
    "/\\/elders.example",
    "\\elders.example",
    "/\\\\elders.example",
    "/a\\..\\elders.example",
    "/me\\@elders.example",
    "/\t/elders.example",
    "/\n/elders.example",
    "/\r/elders.example",
    "\t//elders.example",
    "\n//elders.example",
    " //elders.example",
    "\u{0}//elders.example",
    "/\u{0}/elders.example",
    "/\u{b}/elders.example",
    "/\u{c}/elders.example",
    "/\u{1f}/elders.example",
    "/\u{7f}/elders.example",
    "/\u{85}/elders.example",
    "/me\r\nset-cookie: olievlek=x",
    "/me\nlocation: //elders.example",
    "/\r\n//elders.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "javascript://%0aalert(1)",
    "data:text/html,<b>x",
    "vbscript:x",
    "file:///etc/passwd",
    "mailto:x@elders.example",
    "blob:x",
    "about:blank",
    "elders.example",
    "elders.example/me",
    "www.elders.example",
    "me",
    "./me",
    "../me",
    "?next=/me",
    "#me",
    "@elders.example",
    ".elders.example",
    "%2f%2felders.example",
    "%5c%5celders.example",
    "%2Fme",
    "\u{ff0f}\u{ff0f}elders.example",
    "\u{2215}elders.example",
    "\u{3002}elders.example",
    "\u{feff}/me",
    "",
    " ",
    "https://127.0.0.1:8080@elders.example",
    "https://127.0.0.1:8080.elders.example",
];

/// Pages of ours that look strange and stay what they are: a browser reads all of these as paths.
const OURS: &[&str] = &[
    "/",
    "/me",
    "/workshops?q=a&show=dates",
    "/me#x",
    "/%2f%2felders.example",
    "/%5celders.example",
    "/%09/elders.example",
    "/@elders.example",
    "/me?next=https://elders.example",
    "/me?x=//elders.example",
    "/.//elders.example",
    "/https:/elders.example",
];

async fn chosen(browser: &mut Browser, next: &str) -> String {
    let query = serde_urlencoded::to_string([("to", "nl"), ("next", next)]).expect("a query");
    browser.get(&format!("/language?{query}")).await.location().to_owned()
}

#[tokio::test]
async fn no_trick_leads_to_another_site() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (mut browser, person) = (Browser::of(house.app().as_demo()), people.fenna.to_string());
    let long = format!("/{}", "a".repeat(1_001));
    for next in TRICKS.iter().copied().chain([long.as_str()]) {
        assert_eq!(chosen(&mut browser, next).await, "/", "{next:?} by the language");
        let page = browser.post("/demo", &[("person", &person), ("next", next)]).await;
        assert_eq!(page.location(), "/", "{next:?} by coming in");
        let page = browser
            .get(&format!("/sign-in?{}", serde_urlencoded::to_string([("next", next)]).expect("a query")))
            .await;
        assert_eq!(page.attribute("main input[name=next]", "value"), "/", "{next:?} by the form");
    }
    assert!(TRICKS.len() >= 60, "{}", TRICKS.len());
    for next in OURS {
        assert_eq!(chosen(&mut browser, next).await, *next);
    }
}
