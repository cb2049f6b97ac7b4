//! The page of a measure: its definition for everybody, and the figures that the viewer may see.

use olievlek::domain::adoption::{
    measure::Measure,
    rule::{self, Name},
};

use super::told::*;

#[tokio::test]
async fn every_measure_has_its_definition_in_both_languages() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut browser = house.browser_of(people.fenna).await;
    for language in ["nl", "en"] {
        browser.cookies.insert("language".into(), language.into());
        for measure in Measure::ALL {
            let page = browser.get(&format!("/adoption/indicators/{}", measure.code())).await;
            assert_eq!(page.status, 200, "{}", measure.code());
            assert_eq!(page.text("dl dd").lines().count(), 6, "{} in {language}", measure.code());
            assert!(!page.body.contains('⟦'), "{}", measure.code());
        }
    }
    assert_eq!(browser.get("/adoption/indicators/nonsense").await.status, 404);
}

#[tokio::test]
async fn who_sees_units_there_sees_no_others_than_in_the_report() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let units = "section[aria-labelledby='units-heading'] tbody th";
    let path = "/adoption/indicators/values";
    assert_eq!(house.browser_of(people.fenna).await.get(path).await.text(units), "");
    let head = house.browser_of(people.head).await.get(path).await;
    assert_eq!(head.text(units), "Vergunningen kanarie-afdeling");
    let manager = house.browser_of(people.manager).await.get(path).await;
    assert_eq!(manager.text(units).lines().count(), 3);
    let periods = manager.text("section[aria-labelledby='over'] tbody tr");
    assert!(periods.contains("63 %") && periods.contains("41 %"), "{periods}");
}

#[tokio::test]
async fn a_definition_says_the_threshold_that_holds_now() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let manager = house.actor(people.manager).await;
    for (name, value) in [(Name::Answered, "70"), (Name::People, "8")] {
        let set = |change: std::sync::Arc<_>| async move { rule::set(&change, name, value).await };
        house.write(&manager, set).await.expect("set");
    }
    let mut browser = house.browser_of(people.fenna).await;
    browser.cookies.insert("language".into(), "en".into());
    let ladder = browser.get("/adoption/indicators/ladder").await.text("dl dd");
    assert!(ladder.contains("answers to ideas at least 70%"), "{ladder}");
    let applied = browser.get("/adoption/indicators/applied").await.text("dl dd");
    assert!(applied.contains("At least 8 answers."), "{applied}");
}
