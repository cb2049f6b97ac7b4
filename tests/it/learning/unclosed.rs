//! Registers that nobody closed: who hears of it, when, and how often.

use entity::id::*;
use olievlek::domain::{
    actor::Actor,
    learning::{
        attendance::{closing::close, unclosed},
        session as sessions,
    },
    task::Letter,
};

use super::{enrol, plan, plan_session, session_of, workshop};
use crate::{
    house::{TestHouse, world::Named},
    letter,
};

/// What the schedule does.
async fn chase(house: &TestHouse) -> Vec<Letter> {
    let remind = |change: std::sync::Arc<_>| async move { unclosed::remind(&change).await };
    house.write(&Actor::house(), remind).await.expect("reminded");
    let escalate = |change: std::sync::Arc<_>| async move { unclosed::escalate(&change).await };
    house.write(&Actor::house(), escalate).await.expect("told");
    house.letters().await
}

/// Tess gives a session on Wednesday 1 April, from ten to twelve, with Fenna in it.
async fn scene(house: &TestHouse) -> (Named, SessionId, MeetingId) {
    let people = house.named().await;
    let mut wanted = plan(workshop(house, "A").await, "2026-04-01T10:00", Some(5));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(house, wanted).await.expect("a session");
    enrol(house, session, people.fenna).await.expect("a place");
    let details = sessions::details(&house.db.reader, session, house.now()).await.expect("the session");
    house.letters().await;
    (people, session, details.meetings[0].id)
}

#[tokio::test]
async fn the_trainers_are_reminded_the_morning_after_and_the_programme_after_five_working_days_each_once() {
    let house = TestHouse::new().await;
    let (people, _, meeting) = scene(&house).await;
    for early in ["2026-04-01T18:00", "2026-04-02T08:59"] {
        house.at(early);
        assert_eq!(chase(&house).await, [], "{early}");
    }
    house.at("2026-04-02T09:00");
    assert_eq!(chase(&house).await, [Letter::RegisterOpen { person: people.trainer, meeting }]);
    // Good Friday, the weekend and Easter Monday are no working days: the fifth is Thursday the ninth, or later.
    for quiet in ["2026-04-02T10:00", "2026-04-08T12:00"] {
        house.at(quiet);
        assert_eq!(chase(&house).await, [], "{quiet}");
    }
    house.at("2026-04-10T09:00");
    assert_eq!(chase(&house).await, [Letter::RegisterLate { person: people.manager, meeting }]);
    house.at("2026-04-20T09:00");
    assert_eq!(chase(&house).await, [], "once");
}

#[tokio::test]
async fn nobody_is_told_of_a_register_that_was_closed_or_where_nobody_was_expected() {
    let house = TestHouse::new().await;
    let (_, _, meeting) = scene(&house).await;
    session_of(&house, "B", 5).await;
    house.at("2026-04-01T12:30");
    house
        .write(&Actor::operator(), |change| async move { close(&change, meeting).await })
        .await
        .expect("closed");
    house.letters().await;
    house.at("2026-04-20T09:00");
    assert_eq!(chase(&house).await, []);
}

#[tokio::test]
async fn a_letter_about_a_register_leads_to_it_and_is_not_sent_when_it_was_closed_meanwhile() {
    let house = TestHouse::new().await;
    let (people, session, meeting) = scene(&house).await;
    house.at("2026-04-02T09:00");
    let remind = |change: std::sync::Arc<_>| async move { unclosed::remind(&change).await };
    house.write(&Actor::house(), remind).await.expect("reminded");
    letter::mail(&house).await;
    let copies = letter::copies(&house).await;
    let told = copies.iter().find(|copy| copy.kind == "register-open").expect("a letter");
    assert_eq!(told.person_id, Some(people.trainer));
    assert!(told.text.contains(&format!("/desk/meetings/{meeting}/register")), "{}", told.text);
    assert!(told.text.contains("woensdag 1 april"), "{}", told.text);
    house.at("2026-04-10T09:00");
    let escalate = |change: std::sync::Arc<_>| async move { unclosed::escalate(&change).await };
    house.write(&Actor::house(), escalate).await.expect("told");
    house
        .write(&Actor::operator(), |change| async move { close(&change, meeting).await })
        .await
        .expect("closed");
    letter::mail(&house).await;
    let late = letter::copies(&house).await.into_iter().filter(|copy| copy.kind == "register-late").count();
    assert_eq!(late, 0, "{session}");
}
