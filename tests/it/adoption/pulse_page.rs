//! Answering the pulse in a browser: from the letter's link, from the first page, and for a colleague.

use entity::role::RoleKind;
use poem::http::StatusCode;
use tracing_subscriber::fmt;

use super::pulse::{code, open};
use crate::{
    house::{TestHouse, log::Kept},
    letter,
};

const ALL: [(&str, &str); 4] =
    [("verbinding", "5"), ("vakmanschap", "4"), ("vertrouwen", "3"), ("vernieuwing", "2")];

#[tokio::test]
async fn the_link_of_the_letter_opens_four_questions_without_signing_in() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    open(&house, &named).await;
    let mut fenna = house.browser_of(named.fenna).await;
    let home = fenna.get("/").await.body;
    let link = format!("/pulse/{}", code(&house, named.fenna).await.expect("asked"));
    assert!(home.contains(&link), "on the first page");
    let raw = letter::mail(&house).await;
    assert!(raw.iter().any(|one| one.replace("=\r\n", "").contains(&link)), "and in the letter");
    let mut anybody = house.browser();
    let page = anybody.get(&link).await;
    assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::OK, "Hoe goed lukt het ons?"));
    assert_eq!(page.header("cache-control"), "no-store");
    let part = anybody.post(&link, &ALL[..3]).await;
    assert_eq!(part.status, StatusCode::UNPROCESSABLE_ENTITY, "all four");
    assert_eq!(part.attribute("input[name=verbinding][checked]", "value"), "5", "nothing is lost");
    assert_eq!(anybody.post(&link, &ALL).await.location(), link);
    assert_eq!(anybody.get(&link).await.text("h1"), "Dank je wel, je antwoord is binnen");
    assert!(!fenna.get("/").await.body.contains("/pulse/"), "it is off the first page");
    assert_eq!(anybody.get(&format!("/pulse/{}", "A".repeat(64))).await.status, StatusCode::NOT_FOUND);
    house.at("2026-03-24T00:01");
    super::pulse::attend(&house).await;
    assert_eq!(anybody.get(&link).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn the_page_of_the_pulse_tells_how_many_answered_by_this_morning_and_not_where() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    open(&house, &named).await;
    let link = format!("/pulse/{}", code(&house, named.fenna).await.expect("asked"));
    house.browser().post(&link, &ALL).await;
    let mut manager = house.browser_of(named.manager).await;
    let text = manager.get("/desk/pulse").await.text("main");
    assert!(text.contains("0 van de 7 mensen antwoordden") && !text.contains("Vergunningen"), "{text}");
    house.at("2026-03-04T00:05");
    super::pulse::attend(&house).await;
    let text = manager.get("/desk/pulse").await.text("main");
    assert!(text.contains("1 van de 7 mensen antwoordden"), "{text}");
}

#[tokio::test]
async fn the_log_says_neither_who_answers_nor_who_enters_it_for_whom() {
    let log = Kept::default();
    let subscriber = fmt().json().with_max_level(tracing::Level::INFO).with_writer(log.clone()).finish();
    tracing::subscriber::set_global_default(subscriber).expect("the only one who listens");
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.noor, RoleKind::QualityOfficer, None).await;
    open(&house, &named).await;
    let code = code(&house, named.fenna).await.expect("asked");
    let mut fenna = house.browser_of(named.fenna).await;
    assert_eq!(fenna.post(&format!("/pulse/{code}"), &ALL).await.status, StatusCode::SEE_OTHER);
    let mut noor = house.browser_of(named.noor).await;
    let found = noor.get("/desk/pulse/colleagues?q=daan").await;
    assert!(found.text("main").contains("Daan van der Velde"), "{}", found.text("main"));
    let daan = format!("/desk/pulse/colleagues/{}", named.daan);
    assert_eq!(noor.post(&daan, &ALL).await.location(), "/desk/pulse/colleagues");
    let log = log.text();
    for route in ["/pulse/:code", "/desk/pulse/colleagues", "/desk/pulse/colleagues/:id"] {
        let lines: Vec<_> =
            log.lines().filter(|line| line.contains(&format!("\"route\":\"{route}\""))).collect();
        assert!(!lines.is_empty(), "{route}: {log}");
        for line in lines {
            for person in [named.fenna, named.noor, named.daan] {
                assert!(!line.contains(&person.to_string()), "{line}");
            }
            assert!(line.contains("\"origin\":\"\""), "{line}");
        }
    }
    assert!(!log.contains(&code), "nor the code");
}
