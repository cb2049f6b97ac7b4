//! The doors that lead in, and what stays of them afterwards.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use olievlek::domain::{
    actor::Actor,
    people::{sign_in, sign_in_code},
    task::Letter,
};
use poem::http::{HeaderMap, StatusCode};

use crate::{
    house::{
        TestHouse,
        browser::{Browser, Page},
    },
    people::sign_in_code as code,
};

const FENNA: &str = "fenna.de.boer@gemeente.example";

/// Signs in by the link that is mailed.
async fn by_link(house: &TestHouse, browser: &mut Browser) -> Page {
    browser.post("/sign-in", &[("email", FENNA)]).await;
    let secret = house.letters().await.into_iter().find_map(|letter| match letter {
        Letter::SignIn { secret, .. } => Some(secret),
        _ => None,
    });
    browser.post(&format!("/sign-in/link/{}", secret.expect("a link")), &[]).await
}

#[tokio::test]
async fn a_cookie_that_somebody_planted_is_not_taken_over() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let thief = house.browser_of(people.sem).await;
    let planted = thief.cookies["olievlek"].clone();
    for before in ["chosen-by-somebody-else", planted.as_str()] {
        let mut browser = house.browser();
        browser.cookies.insert("olievlek".into(), before.into());
        assert_eq!(by_link(&house, &mut browser).await.status, StatusCode::SEE_OTHER);
        assert_ne!(browser.cookies["olievlek"], before, "a new one at every coming in");
        assert!(browser.get("/me").await.text("main").contains(FENNA));
    }
    let mut thief = thief;
    let seen = thief.get("/me").await;
    assert!(
        !seen.text("main").contains(FENNA) && seen.text("main").contains("sem.bakker@"),
        "still only Sem"
    );
    let mut guess = house.browser();
    guess.cookies.insert("olievlek".into(), "chosen-by-somebody-else".into());
    assert!(!guess.is_signed_in().await);
}

#[tokio::test]
async fn who_comes_in_twice_in_one_browser_has_another_cookie() {
    let house = TestHouse::new().await;
    house.named().await;
    let mut browser = house.browser();
    by_link(&house, &mut browser).await;
    let first = browser.cookies["olievlek"].clone();
    by_link(&house, &mut browser).await;
    assert_ne!(browser.cookies["olievlek"], first);
}

#[tokio::test]
async fn pages_that_are_under_way_do_not_bring_a_browser_back_that_signed_out() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    for _ in 0..8 {
        let mut leaving = house.browser_of(people.fenna).await;
        // Long enough ago that each page notes that the browser is in use.
        house.pass(TimeDelta::minutes(6));
        let (mut one, mut other) = (leaving.clone(), leaving.clone());
        let (left, ..) = tokio::join!(leaving.post("/sign-out", &[]), one.get("/me"), other.get("/places"));
        assert_eq!(left.status, StatusCode::SEE_OTHER);
        assert!(!leaving.cookies.contains_key("olievlek"), "the cookie is taken away");
        house.pass(TimeDelta::minutes(6));
        for browser in [&mut one, &mut other] {
            assert!(browser.cookies.contains_key("olievlek"), "it still shows the old one");
            let page = browser.get("/me").await;
            assert_eq!(page.status, StatusCode::SEE_OTHER);
            assert!(!page.headers.contains_key("set-cookie"), "and gets none in its place");
        }
    }
}

#[tokio::test]
async fn the_answer_to_an_address_is_the_same_whether_it_is_known() {
    let house = TestHouse::new().await;
    house.named().await;
    let answer = async |email: &str| {
        let page = house.browser().post("/sign-in", &[("email", email)]).await;
        let headers: HeaderMap = page
            .headers
            .into_iter()
            .filter_map(|(name, value)| Some((name?, value)))
            .filter(|(name, _)| name != "x-request-id")
            .collect();
        (page.status, headers, page.body)
    };
    assert_eq!(answer(FENNA).await, answer("niemand@gemeente.example").await);
}

/// The fastest of many, so that what else the machine does counts for nothing.
#[tokio::test]
async fn an_unknown_address_takes_as_long_as_a_known_one() {
    let house = TestHouse::new().await;
    house.named().await;
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..40 {
        for (at, email) in [FENNA, "niemand.de.boer@gemeente.example"].into_iter().enumerate() {
            let begin = Instant::now();
            let ask =
                |change: std::sync::Arc<_>| async move { sign_in::ask_link(&change, email, None).await };
            house.write(&Actor::house(), ask).await.expect("an answer");
            fastest[at] = fastest[at].min(begin.elapsed());
        }
    }
    let [known, unknown] = fastest;
    let (most, least) = (known.max(unknown), known.min(unknown));
    println!("known {known:?}, unknown {unknown:?}");
    // One row more is written for who is known: the letter. Nothing that waits.
    assert!(most < least * 2 + Duration::from_millis(2), "known {known:?}, unknown {unknown:?}");
}

/// As a password: what is compared is slow on purpose, and must be so for who has no code.
#[tokio::test]
async fn a_number_without_a_code_takes_as_long_as_a_wrong_code() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    code::without_address(&house, people.sem).await;
    code::print(&house, people.head, people.sem).await.expect("a code");
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..12 {
        for (at, number) in ["T-Sem Bakker", "T-Niemand"].into_iter().enumerate() {
            let begin = Instant::now();
            let refused = sign_in_code::prove(&house, number, "AAAAA-AAAAA").await;
            assert!(refused.is_err(), "{number} comes in");
            fastest[at] = fastest[at].min(begin.elapsed());
        }
    }
    let [known, unknown] = fastest.map(|time| time.as_secs_f64());
    println!("known {known} s, unknown {unknown} s");
    // Without work for nobody it would be a hundredth; a busy machine alone can make it half.
    assert!(unknown > known / 4.0 && known > unknown / 4.0, "known {known} s, unknown {unknown} s");
}
