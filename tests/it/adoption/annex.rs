//! What the works council reads.

use entity::adoption_set::Family;

use super::told::*;

#[tokio::test]
async fn everybody_who_works_here_reads_thresholds_and_the_ledger_without_how_many_people() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let [_, late] = two_periods(&house, &people).await;
    house.entered(&late, COUNTER, Family::Pulse).await;
    let page = house.browser_of(people.fenna).await.get("/adoption/annex").await;
    let rules = page.text("section[aria-labelledby='rules-heading'] tbody tr");
    assert!(
        rules.contains("Minste aantal mensen achter een cijfer in de organisatie5vanaf het begin"),
        "{rules}"
    );
    let ledger = page.text("section[aria-labelledby='ledger-heading']");
    assert!(ledger.contains("1 publicatie") && ledger.contains("Klantcontact"), "{ledger}");
    assert!(ledger.contains("0123456789abcdef") && !page.body.contains("4321"), "{ledger}");
    assert!(page.text("main").contains("730 dagen na het gesprek"), "live from the schedule");
    assert_eq!(house.browser_of(people.trainer).await.get("/adoption/annex").await.status, 403);
}
