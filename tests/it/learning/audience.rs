//! For whom a workshop is.

use olievlek::domain::{
    error::Refusal,
    learning::audience::{Meaning, Rule, resolve},
};

use super::*;

#[tokio::test]
async fn a_department_s_workshop_is_for_its_people_and_those_below() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop_for(&house, "A", "klantcontact").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(9))).await.unwrap();
    enrol(&house, session, people.noor).await.unwrap();
    enrol(&house, session, people.daan).await.unwrap();
    let audience = "klantcontact".to_owned();
    assert_eq!(refusal(enrol(&house, session, people.fenna).await), Refusal::NotInAudience { audience });
}

#[tokio::test]
async fn a_job_profile_is_compared_without_case() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop_for(&house, "A", "MEDEWERKER").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(9))).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
}

#[tokio::test]
async fn a_text_with_an_unknown_part_is_shown_and_never_enforced() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let meaning = resolve(&house.db.reader, "Klantcontact, gastheren").await.unwrap();
    assert_eq!(meaning, Meaning::Unknown(vec!["gastheren".into()]));
    let workshop = workshop_for(&house, "A", "Klantcontact, gastheren").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(9))).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
}

#[tokio::test]
async fn a_session_s_own_audience_goes_before_the_workshop_s() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut plan = plan(workshop_for(&house, "A", "TEL").await, "2026-04-01T10:00", Some(9));
    plan.audience = Some("Vergungen".into());
    assert!(
        plan_session(&house, plan.clone()).await.is_err(),
        "a planner's typing mistake is told, not shown"
    );
    plan.audience = Some("Vergunningen".into());
    let session = plan_session(&house, plan).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    assert!(enrol(&house, session, people.daan).await.is_err());
}

#[tokio::test]
async fn people_from_outside_can_be_the_audience() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    assert_eq!(resolve(&house.db.reader, "externen").await.unwrap(), Meaning::Only(vec![Rule::External]));
    let workshop = workshop_for(&house, "A", "externen").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(9))).await.unwrap();
    enrol(&house, session, people.trainer).await.unwrap();
    assert!(enrol(&house, session, people.fenna).await.is_err());
}
