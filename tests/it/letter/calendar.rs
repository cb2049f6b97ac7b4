//! Calendar entries: one for each meeting, numbered so that the last word wins.

use super::*;

/// What a calendar goes by: method, uid, number, start.
fn says(calendar: &str) -> (String, String, u32, String) {
    let lines = calendar.replace("\r\n ", "");
    let value = |name: &str| {
        let found = lines.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
        found.unwrap_or_else(|| panic!("{name} in {lines}")).to_owned()
    };
    (value("METHOD"), value("UID"), value("SEQUENCE").parse().expect("a number"), value("DTSTART"))
}

#[tokio::test]
async fn an_invitation_its_cancellation_and_a_new_invitation_share_a_uid_and_count_on() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    for _ in 0..2 {
        let place = enrol(&house, session, people.fenna).await.unwrap();
        give_back(&house, &place).await.unwrap();
    }
    let raw = mail(&house).await;
    let said: Vec<_> =
        copies(&house).await.iter().map(|letter| says(letter.calendar.as_deref().unwrap())).collect();
    let methods: Vec<_> = said.iter().map(|(method, _, number, _)| (method.as_str(), *number)).collect();
    assert_eq!(methods, [("REQUEST", 0), ("CANCEL", 1), ("REQUEST", 2), ("CANCEL", 3)]);
    assert!(said.iter().all(|one| one.1 == said[0].1 && one.3 == "20260401T080000Z"));
    for (letter, (method, ..)) in raw.iter().zip(&said) {
        let letter = letter.replace("\r\n ", " ");
        assert!(letter.contains(&format!("method={method}")), "{letter}");
        assert!(letter.contains("multipart/mixed") && letter.contains("filename=\"invite.ics\""), "{letter}");
    }
}

#[tokio::test]
async fn a_workshop_of_several_meetings_gives_a_letter_and_an_entry_for_each() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "W").await, "2026-04-01T10:00", None);
    wanted.meetings.push(crate::learning::meeting(crate::house::moment("2026-04-08T10:00"), 120));
    let session = plan_session(&house, wanted).await.unwrap();
    let place = enrol(&house, session, people.fenna).await.unwrap();
    give_back(&house, &place).await.unwrap();
    mail(&house).await;
    let said: Vec<_> =
        copies(&house).await.iter().map(|letter| says(letter.calendar.as_deref().unwrap())).collect();
    let starts: Vec<_> = said.iter().map(|(method, _, _, start)| (method.as_str(), start.as_str())).collect();
    let (first, second) = ("20260401T080000Z", "20260408T080000Z");
    assert_eq!(starts, [("REQUEST", first), ("REQUEST", second), ("CANCEL", first), ("CANCEL", second)]);
    assert_ne!(said[0].1, said[1].1);
}

#[tokio::test]
async fn who_waits_gets_no_calendar_entry_and_neither_does_who_stops_waiting() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let wait = enrol(&house, session, people.sem).await.unwrap();
    give_back(&house, &wait).await.unwrap();
    mail(&house).await;
    let of_sem: Vec<_> =
        copies(&house).await.into_iter().filter(|letter| letter.person_id == Some(people.sem)).collect();
    assert_eq!(
        of_sem.iter().map(|letter| letter.kind.as_str()).collect::<Vec<_>>(),
        ["waiting", "withdrawn"]
    );
    assert!(of_sem.iter().all(|letter| letter.calendar.is_none()));
}

#[tokio::test]
async fn a_calendar_entry_holds_no_personal_link() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    mail(&house).await;
    let calendar = copies(&house).await.pop().unwrap().calendar.unwrap();
    assert!(calendar.contains("/sessions/") && !calendar.contains("/enrolments/"), "{calendar}");
}

#[tokio::test]
async fn a_trainer_is_invited_and_released() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "W").await, "2026-04-01T10:00", None);
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted.clone()).await.unwrap();
    wanted.trainers = vec![];
    let wanted = &wanted;
    house
        .write(&olievlek::domain::actor::Actor::operator(), |change| async move {
            olievlek::domain::learning::session::change(&change, session, wanted).await
        })
        .await
        .unwrap();
    mail(&house).await;
    let letters = copies(&house).await;
    let said: Vec<_> = letters
        .iter()
        .map(|letter| (letter.kind.as_str(), says(letter.calendar.as_deref().unwrap()).2))
        .collect();
    assert_eq!(said, [("trainer-invited", 0), ("trainer-released", 1)]);
}

#[tokio::test]
async fn an_entry_that_is_taken_out_holds_no_link_to_the_online_meeting() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "W").await, "2026-04-01T10:00", None);
    wanted.meetings[0].location = String::new();
    wanted.meetings[0].link = Some("https://meet.example/abc".into());
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted.clone()).await.unwrap();
    let place = enrol(&house, session, people.fenna).await.unwrap();
    mail(&house).await;
    give_back(&house, &place).await.unwrap();
    wanted.trainers = vec![];
    let wanted = &wanted;
    house
        .write(&olievlek::domain::actor::Actor::operator(), |change| async move {
            olievlek::domain::learning::session::change(&change, session, wanted).await
        })
        .await
        .unwrap();
    mail(&house).await;
    let mut gone = 0;
    for letter in copies(&house).await {
        let calendar = letter.calendar.unwrap_or_default();
        let ends = calendar.contains("METHOD:CANCEL");
        assert_eq!(calendar.contains("meet.example"), !ends, "{}: {calendar}", letter.kind);
        gone += usize::from(ends);
    }
    assert_eq!(gone, 2, "of the participant and of the trainer");
}
