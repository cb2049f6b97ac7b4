//! A head says who decides in their stead, until a day.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::role::RoleKind;
use olievlek::domain::{
    change::Change,
    learning::deputy::{self, of_head},
    task::Letter,
};

use super::{
    approval::{grants, session_with, waits_for},
    *,
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn names(house: &TestHouse, head: PersonId, handle: &str, until: &str) -> Result<DeputyId> {
    let (actor, until) = (house.actor(head).await, day(until));
    house.write(&actor, |change| async move { deputy::name(&change, handle, until).await }).await
}

const SEM: &str = "sem.bakker@gemeente.example";
const DAAN: &str = "daan.van.der.velde@gemeente.example";

#[tokio::test]
async fn a_deputy_decides_until_the_day_that_day_included() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 5).await;
    names(&house, people.head, DAAN, "2026-03-10").await.unwrap();
    let named = Letter::DeputyNamed { person: people.daan, head: people.head, until: day("2026-03-10") };
    assert_eq!(house.letters().await, [named]);
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    let letters = house.letters().await;
    let to =
        |who| letters.iter().any(|one| matches!(one, Letter::ApprovalAsked { person, .. } if *person == who));
    assert!(to(people.daan) && to(people.head), "{letters:?}");
    house.at("2026-03-10T23:59");
    assert_eq!(waits_for(&house, people.daan).await, 1);
    grants(&house, people.daan, asked.id).await.unwrap();
    let asked = enrol(&house, session, people.sem).await.unwrap();
    house.at("2026-03-11T00:00");
    assert_eq!(waits_for(&house, people.daan).await, 0);
    assert!(matches!(grants(&house, people.daan, asked.id).await, Err(Error::Missing(_))));
}

#[tokio::test]
async fn a_deputy_sees_and_does_nothing_else_of_the_team() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "B", 5).await;
    names(&house, people.head, DAAN, "2026-03-10").await.unwrap();
    let daan = house.actor(people.daan).await;
    let wish = &TakePlace { origin: Origin::Head, ..wish(session, people.fenna) };
    let taken = house.write(&daan, |change| async move { take_place(&change, wish).await }).await;
    assert!(matches!(taken, Err(Error::Forbidden)));
    let mut browser = house.browser_of(people.daan).await;
    assert_eq!(browser.get("/team").await.status, 403);
    assert_eq!(browser.get("/people").await.status, 403);
    assert_eq!(browser.get("/approvals").await.status, 200);
}

#[tokio::test]
async fn a_deputy_does_not_decide_about_the_own_request() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 5).await;
    names(&house, people.head, SEM, "2026-03-10").await.unwrap();
    let asked = enrol(&house, session, people.sem).await.unwrap();
    assert_eq!(waits_for(&house, people.sem).await, 0);
    assert_eq!(refusal(grants(&house, people.sem, asked.id).await), Refusal::OwnRequest);
}

#[tokio::test]
async fn a_head_ends_it_earlier_and_who_heads_no_more_has_no_deputies() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 5).await;
    let id = names(&house, people.head, DAAN, "2026-03-10").await.unwrap();
    assert_eq!(names(&house, people.head, DAAN, "2026-03-20").await.unwrap(), id, "only the day moves");
    enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(waits_for(&house, people.daan).await, 1);
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    let other = house.actor(people.noor).await;
    let end = |change: Arc<Change>| async move { deputy::end(&change, id).await };
    assert!(matches!(house.write(&other, end).await, Err(Error::Missing(_))));
    house.write(&house.actor(people.head).await, end).await.unwrap();
    assert_eq!(waits_for(&house, people.daan).await, 0);
    assert!(of_head(&house.db.reader, people.head, day("2026-03-02")).await.unwrap().is_empty());
    names(&house, people.head, DAAN, "2026-03-10").await.unwrap();
    house.leave(people.head).await;
    assert_eq!(waits_for(&house, people.daan).await, 0);
}

#[tokio::test]
async fn who_heads_nothing_names_nobody_and_not_everybody_can_be_named() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    assert!(matches!(names(&house, people.fenna, DAAN, "2026-03-10").await, Err(Error::Forbidden)));
    let wrong = [
        ("niemand@gemeente.example", "2026-03-10"),
        ("hanna.smit@gemeente.example", "2026-03-10"),
        ("tess.vos@gemeente.example", "2026-03-10"),
        (DAAN, "2026-03-01"),
        (DAAN, "2027-06-01"),
    ];
    for (who, until) in wrong {
        assert!(
            matches!(names(&house, people.head, who, until).await, Err(Error::Invalid(_))),
            "{who} {until}"
        );
    }
}
