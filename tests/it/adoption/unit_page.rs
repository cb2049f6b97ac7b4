//! The page of a department: its heads find it, whoever runs the programme does, and nobody else.

use super::told::*;

fn path(department: impl std::fmt::Display) -> String {
    format!("/adoption/units/{department}")
}

#[tokio::test]
async fn a_head_finds_the_own_department_and_no_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut head = house.browser_of(people.head).await;
    assert_eq!(head.get(&path(people.permits)).await.status, 200);
    for other in [people.counter, people.phone_team, people.organisation] {
        assert_eq!(head.get(&path(other)).await.status, 404);
        assert_eq!(head.get(&format!("/adoption/paragraph?unit={other}")).await.status, 404);
        assert_eq!(head.get(&format!("{}?file=csv", path(other))).await.status, 404);
    }
    assert_eq!(head.get(&path("nonsense")).await.status, 404);
    assert_eq!(house.browser_of(people.fenna).await.get(&path(people.permits)).await.status, 403);
    assert_eq!(house.browser_of(people.manager).await.get(&path(people.counter)).await.status, 200);
}

#[tokio::test]
async fn it_says_how_far_it_is_against_the_period_before_and_what_could_be_seen_at_all() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let page = house.browser_of(people.head).await.get(&path(people.permits)).await;
    let text = page.text("main");
    assert!(text.contains("stap 2 van de ladder. In de vorige periode was dat stap 1."), "{text}");
    assert_eq!(
        page.text(".rung--met a"),
        "genoeg teams met een gesprek en een afspraak\neen verbetering is af"
    );
    let trust = page.text("#values tr:nth-of-type(4)");
    assert!(trust.contains("72 %") && trust.contains("63 %"), "{trust}");
    assert!(trust.contains("Een verschil is hier pas aan te tonen vanaf ongeveer"), "{trust}");
}

#[tokio::test]
async fn what_lies_below_is_shown_as_far_as_it_was_published() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut manager = house.browser_of(people.manager).await;
    let page = manager.get(&path(people.counter)).await;
    let below = page.text("section[aria-labelledby='below']");
    assert!(
        below.contains("Telefoon en chat") && below.contains("88 %") && below.contains(TOO_FEW),
        "{below}"
    );
    let page = manager.get(&format!("{}?period=2025-h1", path(people.counter))).await;
    assert!(!page.text("main").contains("88 %"));
}
