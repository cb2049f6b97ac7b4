//! What another site sends does nothing.

use poem::http::{Method, StatusCode};

use crate::house::TestHouse;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn a_form_that_another_site_sends_changes_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.fenna).await;
    for headers in [
        vec![FORM, ("sec-fetch-site", "cross-site")],
        vec![FORM, ("sec-fetch-site", "same-site")],
        vec![FORM, ("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
        vec![FORM, ("origin", "https://elders.example")],
        vec![FORM, ("origin", "null")],
        vec![FORM],
    ] {
        let page = browser.send(Method::POST, "/sign-out", &headers, String::new()).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(page.text("h1"), "We hebben niets gedaan");
    }
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn a_form_from_our_own_page_is_taken() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    for headers in [
        vec![FORM, ("sec-fetch-site", "same-origin")],
        vec![FORM, ("sec-fetch-site", "none")],
        vec![FORM, ("origin", "http://127.0.0.1:8080")],
    ] {
        let mut browser = house.browser_of(people.fenna).await;
        let page = browser.send(Method::POST, "/sign-out", &headers, String::new()).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{headers:?}");
        assert!(!browser.is_signed_in().await);
    }
}
