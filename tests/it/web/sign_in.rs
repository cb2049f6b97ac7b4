//! Coming in and going out, in a browser.

use chrono::TimeDelta;
use olievlek::domain::{actor::Actor, people::set_up, task::Letter};
use poem::http::StatusCode;

use crate::house::{TestHouse, browser::Browser};

async fn mailed_secret(house: &TestHouse) -> String {
    let letters = house.letters().await;
    let [Letter::SignIn { secret, .. }] = letters.as_slice() else { panic!("one letter: {letters:?}") };
    secret.clone()
}

#[tokio::test]
async fn a_mailed_link_brings_you_to_the_page_you_asked_for() {
    let house = TestHouse::new().await;
    house.named().await;
    let mut browser = house.browser();
    let page = browser.get("/me?tab=a").await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Fme%3Ftab%3Da"));
    let page = browser.get("/sign-in?next=%2Fme%3Ftab%3Da").await;
    let next = page.attribute("main input[name=next]", "value");
    let page =
        browser.post("/sign-in", &[("email", "Fenna.de.Boer@gemeente.example"), ("next", &next)]).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/sign-in/sent"));
    let link = format!("/sign-in/link/{}", mailed_secret(&house).await);
    let page = browser.get(&link).await;
    assert_eq!(page.text("main button"), "Inloggen");
    assert!(
        !page.attribute("footer input[name=next]", "value").contains("link"),
        "the secret stays out of other addresses"
    );
    let page = browser.post(&link, &[]).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/me?tab=a"));
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_letter() {
    let house = TestHouse::new().await;
    house.named().await;
    let mut browser = house.browser();
    let page = browser.post("/sign-in", &[("email", "niemand@gemeente.example")]).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/sign-in/sent"));
    assert!(house.letters().await.is_empty());
}

#[tokio::test]
async fn a_link_works_once_and_not_by_looking_at_it() {
    let house = TestHouse::new().await;
    house.named().await;
    let mut browser = house.browser();
    browser.post("/sign-in", &[("email", "sem.bakker@gemeente.example")]).await;
    let link = format!("/sign-in/link/{}", mailed_secret(&house).await);
    let mut scanner = house.browser();
    for _ in 0..3 {
        assert_eq!(scanner.get(&link).await.status, StatusCode::OK);
    }
    assert!(!scanner.is_signed_in().await);
    assert_eq!(browser.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
    let mut thief = house.browser();
    let page = thief.post(&link, &[]).await;
    assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::GONE, "Deze link werkt niet meer"));
    assert!(!thief.is_signed_in().await);
}

#[tokio::test]
async fn signing_out_ends_the_cookie_even_when_somebody_kept_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.fenna).await;
    let mut copy = browser.clone();
    let page = browser.post("/sign-out", &[]).await;
    assert_eq!(page.location(), "/sign-in");
    assert!(browser.get("/sign-in").await.text(".flash").contains("Je bent uitgelogd."));
    assert!(!browser.get("/sign-in").await.body.contains("Je bent uitgelogd."), "a message is said once");
    house.pass(TimeDelta::minutes(10));
    assert!(!copy.is_signed_in().await);
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_browser() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (mut here, mut there) = (house.browser_of(people.fenna).await, house.browser_of(people.fenna).await);
    let mut other = house.browser_of(people.sem).await;
    here.post("/sign-out", &[("everywhere", "yes")]).await;
    assert!(!here.is_signed_in().await && !there.is_signed_in().await && other.is_signed_in().await);
}

#[tokio::test]
async fn another_browser_of_mine_can_be_ended_and_nobody_elses() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (mut here, mut lost) = (house.browser_of(people.fenna).await, house.browser_of(people.fenna).await);
    let mut sem = house.browser_of(people.sem).await;
    let end = here.get("/me").await.attribute("form[action^='/me/browsers/']", "action");
    assert_eq!(sem.post(&end, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(here.post(&end, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(here.is_signed_in().await && !lost.is_signed_in().await);
}

#[tokio::test]
async fn after_signing_in_one_never_lands_on_another_site() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = Browser::of(house.app().as_demo());
    let person = people.fenna.to_string();
    for next in [
        "https://elders.example/",
        "//elders.example",
        "/\\elders.example",
        "\\\\elders",
        "javascript:alert(1)",
        "/\t/elders.example",
        "elders",
        "",
    ] {
        let page = browser.post("/demo", &[("person", &person), ("next", next)]).await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/"), "{next}");
        let page = browser
            .get(&format!(
                "/language?{}",
                serde_urlencoded::to_string([("to", "nl"), ("next", next)]).expect("a query")
            ))
            .await;
        assert_eq!(page.location(), "/", "{next}");
    }
}

#[tokio::test]
async fn a_demonstration_offers_one_person_for_each_role() {
    let house = TestHouse::new().await;
    house.named().await;
    let mut browser = Browser::of(house.app().as_demo());
    let page = browser.get("/sign-in").await;
    let offered = page.text("section li b");
    assert_eq!(offered, "Medewerker\nTrainer\nLeidinggevende\nProgrammaleider (HR)\nBeheerder");
    let person = page.attribute("section li:last-child input[name=person]", "value");
    browser.post("/demo", &[("person", &person)]).await;
    assert_eq!(browser.get("/roles").await.status, StatusCode::OK);
}

#[tokio::test]
async fn guessing_is_slowed_down_for_known_and_unknown_alike() {
    let house = TestHouse::new().await;
    house.named().await;
    for email in ["fenna.de.boer@gemeente.example", "niemand@gemeente.example"] {
        let mut browser = house.browser();
        for _ in 0..5 {
            assert_eq!(browser.post("/sign-in", &[("email", email)]).await.status, StatusCode::SEE_OTHER);
        }
        let page = browser.post("/sign-in", &[("email", email)]).await;
        assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::TOO_MANY_REQUESTS, "Wacht even"));
        let seconds: u64 = page.header("retry-after").parse().expect("seconds");
        assert!((1..=61).contains(&seconds), "{seconds}");
    }
}

#[tokio::test]
async fn what_was_typed_wrong_is_kept_and_explained_at_the_field() {
    let house = TestHouse::new().await;
    let mut browser = house.browser();
    let page = browser.post("/sign-in", &[("email", "fenna\" <b>")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.attribute("#email", "value"), "fenna\" <b>");
    assert_eq!(page.attribute("#email", "aria-invalid"), "true");
    assert!(page.text("#email-error").contains("Dit is geen e-mailadres."));
    assert_eq!(page.attribute("#errors a", "href"), "#email");
}

#[tokio::test]
async fn an_empty_house_is_set_up_by_its_printed_link_once() {
    let house = TestHouse::new().await;
    let secret = house
        .write(&Actor::operator(), |change| async move { set_up::offer(&change).await })
        .await
        .expect("an answer")
        .expect("a link");
    let link = format!("/set-up/{secret}");
    let mut browser = house.browser();
    assert_eq!(browser.get(&link).await.text("h1"), "Richt Olievlek in");
    let fill =
        |password| [("name", "Iris de Wit"), ("email", "iris@gemeente.example"), ("password", password)];
    let page = browser.post(&link, &fill("te kort")).await;
    assert_eq!(
        (page.status, page.attribute("#name", "value").as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "Iris de Wit")
    );
    assert_eq!(page.attribute("#password", "value"), "", "a password is never sent back");
    assert_eq!(browser.post(&link, &fill("vier losse woorden samen")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/roles").await.status, StatusCode::OK);
    let home = browser.get("/").await;
    assert_eq!(home.attribute(".hello__next a", "href"), "/import", "who works here comes first");
    house.department("GEM", "Gemeente", None).await;
    assert!(!browser.get("/").await.body.contains("Laad de lijst"));
    assert_eq!(house.browser().get(&link).await.status, StatusCode::GONE);
    let mut again = house.browser();
    let wrong = again
        .post("/sign-in/password", &[("email", "iris@gemeente.example"), ("password", "iets anders")])
        .await;
    assert_eq!(wrong.status, StatusCode::CONFLICT);
    let right = again
        .post(
            "/sign-in/password",
            &[("email", "iris@gemeente.example"), ("password", "vier losse woorden samen")],
        )
        .await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    assert!(again.is_signed_in().await);
}

#[tokio::test]
async fn my_account_tells_when_a_browser_was_last_used() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (mut here, mut there) = (house.browser_of(people.fenna).await, house.browser_of(people.fenna).await);
    house.pass(TimeDelta::minutes(90));
    there.get("/").await;
    let seen = here.get("/me").await.text(".list small");
    assert_eq!(seen.matches("10.30").count(), 2, "{seen}");
}
