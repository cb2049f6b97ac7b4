//! Answering, and reading what was answered, in a browser.

use entity::{evaluation_answer as answer_table, id::*, idempotency};
use poem::http::StatusCode;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use tracing_subscriber::fmt;

use crate::{
    house::{TestHouse, browser::Browser, log::Kept},
    learning::evaluation::{all_say, attend, codes, held_by_all, next_day, people, scores},
    letter,
};

const FULL: [(&str, &str); 4] =
    [("useful", "4"), ("clear", "5"), ("recommend", "3"), ("remark", "Meer oefenen.")];

async fn answers(house: &TestHouse) -> u64 {
    answer_table::Entity::find().count(&house.db.reader).await.expect("answers")
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one link from its letter to its end")]
async fn the_link_of_the_letter_opens_four_questions_without_signing_in() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna]).await;
    attend(&house).await;
    let raw = letter::mail(&house).await;
    let code = codes(&house, named.fenna).await.remove(0);
    let link = format!("/evaluations/{code}");
    let joined = raw.iter().map(|one| one.replace("=\r\n", "")).collect::<String>();
    assert!(joined.contains(&link), "the letter has the same link as the first page");
    let mut anybody = house.browser();
    let page = anybody.get(&link).await;
    assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::OK, "Wat vond je van Workshop A?"));
    assert!(page.text("main").contains("Je antwoord is anoniem"), "{}", page.text("main"));
    assert_eq!(page.header("cache-control"), "no-store");

    let part = anybody.post(&link, &[("useful", "4"), ("remark", "Meer oefenen.")]).await;
    assert_eq!(part.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(part.text("#errors").contains("Vul"), "{}", part.text("#errors"));
    assert_eq!(part.attribute("input[name=useful][checked]", "value"), "4", "nothing is lost");
    assert_eq!(part.text("#remark").trim(), "Meer oefenen.");
    let long = "é".repeat(1_001);
    let long = anybody.post(&link, &[FULL[0], FULL[1], FULL[2], ("remark", &long)]).await;
    assert_eq!(
        (long.status, long.text("#remark").trim().chars().count()),
        (StatusCode::UNPROCESSABLE_ENTITY, 1_001)
    );
    assert_eq!(answers(&house).await, 0);

    let sent = anybody.post(&link, &FULL).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, link.as_str()));
    let thanks = anybody.get(&link).await;
    assert_eq!(
        (thanks.status, thanks.text("h1").as_str()),
        (StatusCode::OK, "Dank je wel, je antwoord is binnen")
    );
    assert_eq!(anybody.post(&link, &FULL).await.location(), link, "a second press leads to the same page");
    assert_eq!(answers(&house).await, 1);
    let kept = idempotency::Entity::find().count(&house.db.reader).await.expect("keys");
    assert_eq!(kept, 0, "no digest of an answer is kept with its time");

    let unknown = anybody.get(&format!("/evaluations/{}", "A".repeat(64))).await;
    assert_eq!(
        (unknown.status, unknown.text("h1").as_str()),
        (StatusCode::NOT_FOUND, "We kennen deze link niet")
    );
    house.at("2026-04-20T10:00");
    let over = anybody.get(&link).await;
    assert_eq!(over.text("h1"), "Dank je wel, je antwoord is binnen", "as long as it is known");
    attend(&house).await;
    let over = anybody.get(&link).await;
    assert_eq!((over.status, over.text("h1").as_str()), (StatusCode::GONE, "Antwoorden kan niet meer"));
}

#[tokio::test]
async fn after_twelve_weeks_there_are_two_questions_with_several_reasons() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna]).await;
    house.at("2026-06-24T10:00");
    attend(&house).await;
    let mut fenna = house.browser_of(named.fenna).await;
    let home = fenna.get("/").await;
    let link = home.attribute("[aria-labelledby=evaluations] a", "href");
    assert!(link.starts_with("/evaluations/"), "{}", home.text("main"));
    let page = fenna.get(&link).await;
    assert_eq!(page.text("h1"), "Wat doe je met Workshop A?");
    let reasons = [("reasons", "helped-time"), ("reasons", "hindered-rules")];
    let part = fenna.post(&link, &reasons).await;
    assert_eq!(part.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (_, reason) in reasons {
        let kept = part.attribute(&format!("input[value={reason}][checked]"), "name");
        assert_eq!(kept, "reasons", "{reason} is kept");
    }
    let sent = fenna.post(&link, &[("applied", "yes"), reasons[0], reasons[1]]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let row = answer_table::Entity::find().one(&house.db.reader).await.expect("answers").expect("one");
    assert_eq!(row.reasons, "helped-time,hindered-rules");
    assert!(!fenna.get("/").await.body.contains("/evaluations/"), "it is off the first page");
}

async fn results(house: &TestHouse, browser: &mut Browser, workshop: WorkshopId) -> String {
    let page = browser.get(&format!("/desk/evaluations/{workshop}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", house.url());
    page.text("main")
}

#[tokio::test]
async fn a_trainer_finds_new_results_on_the_first_page_and_reads_no_more_than_may_be_shown() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let all = people(&house, &named, 6).await;
    let over = held_by_all(&house, &named, &all).await;
    attend(&house).await;
    let mut tess = house.browser_of(named.trainer).await;
    let none = results(&house, &mut tess, over.workshop).await;
    assert!(none.contains("Er zijn nog 5 antwoorden nodig"), "{none}");
    all_say(&house, &all[..2], &scores(5, "Weg met Jansen")).await;
    next_day(&house).await;
    let two = results(&house, &mut tess, over.workshop).await;
    assert!(
        two.contains("Er zijn nog 3 antwoorden nodig") && !two.contains("Bruikbaar in mijn werk"),
        "{two}"
    );
    assert!(!tess.get("/").await.text("main").contains("Nieuw: wat deelnemers vonden"));
    all_say(&house, &all[2..5], &scores(4, "Meer oefenen.")).await;
    next_day(&house).await;
    let home = tess.get("/").await;
    let address = format!("/desk/evaluations/{}", over.workshop);
    assert_eq!(home.attribute("[aria-labelledby=results] a", "href"), address);
    let five = results(&house, &mut tess, over.workshop).await;
    assert!(five.contains("Gaf een 4 of 5: meer dan 90%"), "{five}");
    assert!(five.contains("Weg met Jansen") && five.contains("Uitgenodigd6"), "{five}");

    let mut iris = house.browser_of(named.administrator).await;
    assert!(!results(&house, &mut iris, over.workshop).await.contains("Jansen"));
    let file = tess.get(&format!("{address}?file=csv")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.body.contains("Bruikbaar in mijn werk") && file.body.contains("60%"), "{}", file.body);
    assert!(!file.body.contains("Jansen"), "what people wrote stays on the page");
    let mut hanna = house.browser_of(named.head).await;
    assert_eq!(hanna.get(&address).await.status, StatusCode::NOT_FOUND);
    let page = hanna.get(&format!("/workshops/{}", over.workshop)).await;
    assert_eq!(page.attribute(&format!("a[href='{address}']"), "href"), "", "no link for a head");
    let mut ruben = house.browser_of(named.manager).await;
    let page = ruben.get(&format!("/workshops/{}", over.workshop)).await;
    assert_eq!(page.attribute(&format!("a[href='{address}']"), "href"), address);
    let list = ruben.get("/desk/evaluations").await;
    assert!(list.text("tbody").contains("meer dan 90%"), "{}", list.text("main"));
}

#[tokio::test]
async fn the_log_does_not_say_who_answers() {
    let log = Kept::default();
    let subscriber = fmt().json().with_max_level(tracing::Level::INFO).with_writer(log.clone()).finish();
    tracing::subscriber::set_global_default(subscriber).expect("the only one who listens");
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna]).await;
    attend(&house).await;
    let mut fenna = house.browser_of(named.fenna).await;
    fenna.get("/").await;
    let code = codes(&house, named.fenna).await.remove(0);
    let link = format!("/evaluations/{code}");
    fenna.get(&link).await;
    assert_eq!(fenna.post(&link, &FULL).await.status, StatusCode::SEE_OTHER);
    let log = log.text();
    let of = |route: &str| {
        log.lines().filter(|line| line.contains(&format!("\"route\":\"{route}\""))).collect::<Vec<_>>()
    };
    assert!(of("/").iter().any(|line| line.contains(&named.fenna.to_string())), "elsewhere it says who asks");
    let lines = of("/evaluations/:code");
    assert_eq!(lines.len(), 2, "{log}");
    for line in lines {
        assert!(!line.contains(&named.fenna.to_string()) && line.contains("\"origin\":\"\""), "{line}");
    }
    assert!(!log.contains(&code), "nor the code");
}
