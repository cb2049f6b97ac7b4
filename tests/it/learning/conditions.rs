//! What a workshop asks beforehand, and what a team asks.

use entity::enrolment::EnrolmentStatus;
use olievlek::domain::learning::{
    cover,
    prerequisite::{self, Conditions},
};

use super::*;

async fn ask_first(house: &TestHouse, of: WorkshopId, required: &[WorkshopId]) -> Result<()> {
    let conditions = &Conditions { repeatable: true, required: required.to_vec() };
    house
        .write(&Actor::operator(), |change| async move { prerequisite::set(&change, of, conditions).await })
        .await
}

async fn limit(house: &TestHouse, department: DepartmentId, limit: i32) {
    let set = |change: std::sync::Arc<_>| async move { cover::set(&change, department, Some(limit)).await };
    house.write(&Actor::operator(), set).await.unwrap();
}

#[tokio::test]
async fn a_workshop_that_must_come_first_is_asked_for_by_name() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (basic, advanced) = (workshop(&house, "A").await, workshop(&house, "B").await);
    ask_first(&house, advanced, &[basic]).await.unwrap();
    let first = plan_session(&house, plan(basic, "2026-04-01T10:00", Some(3))).await.unwrap();
    let before = plan_session(&house, plan(advanced, "2026-03-25T10:00", Some(3))).await.unwrap();
    let after = plan_session(&house, plan(advanced, "2026-04-08T10:00", Some(3))).await.unwrap();
    let needs = Refusal::NeedsFirst { workshop: basic, title: "Workshop A".into() };
    assert_eq!(refusal(enrol(&house, after, people.fenna).await), needs);
    enrol(&house, first, people.fenna).await.unwrap();
    assert_eq!(refusal(enrol(&house, before, people.fenna).await), needs, "it must come before");
    enrol(&house, after, people.fenna).await.unwrap();
}

#[tokio::test]
async fn workshops_cannot_wait_for_each_other() {
    let house = TestHouse::new().await;
    let (a, b, c) = (workshop(&house, "A").await, workshop(&house, "B").await, workshop(&house, "C").await);
    ask_first(&house, b, &[a]).await.unwrap();
    ask_first(&house, c, &[b]).await.unwrap();
    for required in [a, c] {
        assert!(matches!(ask_first(&house, a, &[required]).await, Err(Error::Invalid(_))));
    }
}

#[tokio::test]
async fn a_workshop_that_is_not_repeated_is_followed_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let conditions = &Conditions { repeatable: false, required: vec![] };
    house
        .write(&Actor::operator(), |c| async move { prerequisite::set(&c, workshop, conditions).await })
        .await
        .unwrap();
    let first = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    let second = plan_session(&house, plan(workshop, "2026-05-01T10:00", Some(3))).await.unwrap();
    enrol(&house, first, people.fenna).await.unwrap();
    house.at("2026-04-02T10:00");
    assert_eq!(refusal(enrol(&house, second, people.fenna).await), Refusal::AlreadyFollowed);
    enrol(&house, second, people.sem).await.unwrap();
}

#[tokio::test]
async fn a_team_with_a_limit_lets_only_so_many_go_at_the_same_time() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    limit(&house, people.permits, 1).await;
    let (a, b) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    enrol(&house, a, people.fenna).await.unwrap();
    let away = Refusal::TeamAway { team: "Vergunningen".into(), limit: 1 };
    assert_eq!(refusal(enrol(&house, b, people.sem).await), away);
    enrol(&house, b, people.noor).await.expect("another team");
    let later =
        plan_session(&house, plan(workshop(&house, "C").await, "2026-04-01T12:00", Some(3))).await.unwrap();
    enrol(&house, later, people.sem).await.expect("after the others are back");
}

#[tokio::test]
async fn who_waits_is_passed_over_while_the_team_is_away() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let noor = enrol(&house, session, people.noor).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    let daan = enrol(&house, session, people.daan).await.unwrap();
    limit(&house, people.permits, 1).await;
    let same_time = session_of(&house, "B", 3).await;
    enrol(&house, same_time, people.fenna).await.unwrap();
    give_back(&house, &noor).await.unwrap();
    assert_eq!(status(&house, &sem).await, EnrolmentStatus::Waiting);
    assert_eq!(status(&house, &daan).await, EnrolmentStatus::Offered);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_colleagues_who_ask_at_once_one_stays() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    limit(&house, people.permits, 1).await;
    let (a, b) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    let (fenna, sem) = tokio::join!(enrol(&house, a, people.fenna), enrol(&house, b, people.sem));
    let placed = [fenna, sem].into_iter().filter(Result::is_ok).count();
    assert_eq!(placed, 1);
}
