//! The register of a meeting, in the room.

use entity::id::*;
use olievlek::domain::learning::session as sessions;
use poem::http::StatusCode;

use crate::{
    house::{TestHouse, moment, world::Named},
    learning::{enrol, meeting, plan, plan_session, workshop},
};

/// A session that Tess gives, with Fenna and Sem in it; the address of its register, and their places.
async fn scene(house: &TestHouse, people: &Named) -> (String, SessionId, [EnrolmentId; 2]) {
    let mut wanted = plan(workshop(house, "A").await, "2026-04-01T10:00", Some(5));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(house, wanted).await.unwrap();
    let fenna = enrol(house, session, people.fenna).await.unwrap().id;
    let sem = enrol(house, session, people.sem).await.unwrap().id;
    let details = sessions::details(&house.db.reader, session, house.now()).await.unwrap();
    (format!("/desk/meetings/{}/register", details.meetings[0].id), session, [fenna, sem])
}

#[tokio::test]
async fn a_trainer_marks_everybody_with_two_presses() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, session, [fenna, sem]) = scene(&house, &people).await;
    let mut tess = house.browser_of(people.trainer).await;
    let early = tess.get(&address).await;
    assert!(early.text(".panel").contains("vanaf woensdag 1 april, 9.45 uur"), "{}", early.text(".panel"));
    house.at("2026-04-01T10:05");
    let mut tess = house.browser_of(people.trainer).await;
    let room = tess.get(&format!("/desk/sessions/{session}")).await;
    assert_eq!(room.attribute("a[href*='/register']", "href"), address, "the way to the register");
    let page = tess.get(&address).await;
    let (key, mark) = (page.attribute("form.form input[name=key]", "value"), format!("mark-{fenna}"));
    let (was_fenna, was_sem) = (format!("was-{fenna}"), format!("was-{sem}"));
    let fields = [
        ("key", key.as_str()),
        (was_fenna.as_str(), ""),
        (was_sem.as_str(), ""),
        (mark.as_str(), "absent"),
        ("rest", "present"),
    ];
    for press in ["first", "second"] {
        assert_eq!(tess.post(&address, &fields).await.location(), address, "{press}");
    }
    let page = tess.get(&address).await;
    let state = page.text(".register__state");
    assert!(
        state.contains("1 van 2 waren er. Iedereen is genoteerd.") && state.contains("Opgeslagen 10.05"),
        "{state}"
    );
    assert_eq!(page.attribute(&format!("input[name=mark-{fenna}][checked]"), "value"), "absent");
    assert_eq!(page.attribute(&format!("input[name=mark-{sem}][checked]"), "value"), "present");
}

#[tokio::test]
async fn two_who_keep_one_register_do_not_undo_each_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, _, [fenna, sem]) = scene(&house, &people).await;
    house.at("2026-04-01T10:05");
    let (was_fenna, was_sem) = (format!("was-{fenna}"), format!("was-{sem}"));
    let (mark_fenna, mark_sem) = (format!("mark-{fenna}"), format!("mark-{sem}"));
    let empty = [(was_fenna.as_str(), ""), (was_sem.as_str(), "")];
    let mut tess = house.browser_of(people.trainer).await;
    let mut ruben = house.browser_of(people.manager).await;
    tess.post(&address, &[empty[0], empty[1], (mark_fenna.as_str(), "partly")]).await;
    ruben.post(&address, &[empty[0], empty[1], (mark_sem.as_str(), "excused")]).await;
    let page = tess.get(&address).await;
    assert_eq!(page.attribute(&format!("input[name=mark-{fenna}][checked]"), "value"), "partly");
    assert_eq!(page.attribute(&format!("input[name=mark-{sem}][checked]"), "value"), "excused");
}

#[tokio::test]
async fn a_register_refuses_what_it_does_not_know_and_keeps_what_was_chosen() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, _, [fenna, _]) = scene(&house, &people).await;
    let (was, mark) = (format!("was-{fenna}"), format!("mark-{fenna}"));
    let mut tess = house.browser_of(people.trainer).await;
    let page = tess.post(&address, &[(was.as_str(), ""), (mark.as_str(), "present")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "too early");
    house.at("2026-04-01T10:05");
    let mut tess = house.browser_of(people.trainer).await;
    let page = tess.post(&address, &[(was.as_str(), ""), (mark.as_str(), "asleep")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = tess.post(&address, &[("was-nobody", ""), ("mark-nobody", "present")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut noor = house.browser_of(people.noor).await;
    assert_eq!(noor.get(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(noor.post(&address, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_planner_writes_to_who_did_not_show_up_also_when_it_is_over() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, session, [fenna, sem]) = scene(&house, &people).await;
    house.at("2026-04-01T10:05");
    let mut ruben = house.browser_of(people.manager).await;
    let (was_fenna, was_sem) = (format!("was-{fenna}"), format!("was-{sem}"));
    let (mark_fenna, mark_sem) = (format!("mark-{fenna}"), format!("mark-{sem}"));
    let marks = [
        (was_fenna.as_str(), ""),
        (was_sem.as_str(), ""),
        (mark_fenna.as_str(), "present"),
        (mark_sem.as_str(), "absent"),
    ];
    ruben.post(&address, &marks).await;
    house.at("2026-04-02T09:00");
    let message = format!("/desk/sessions/{session}/message");
    let room = ruben.get(&format!("/desk/sessions/{session}")).await;
    assert_eq!(room.attribute("a[href$='/message']", "href"), message);
    let fields = [("to", "no-shows"), ("subject", "We misten je"), ("text", "Er is nog een datum.")];
    let page = ruben.post(&message, &fields).await;
    assert_eq!(page.text("[aria-labelledby=readers] li"), "Sem Bakker");
}

#[tokio::test]
async fn a_trainer_finds_a_date_that_has_begun_and_has_a_meeting_to_come() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(5));
    wanted.meetings.push(meeting(moment("2026-04-08T10:00"), 120));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    for (day, listed) in [("2026-04-07T09:00", true), ("2026-04-08T11:00", true), ("2026-04-09T09:00", false)]
    {
        house.at(day);
        let page = house.browser_of(people.trainer).await.get("/desk/sessions").await;
        assert_eq!(page.body.contains(&session.to_string()), listed, "{day}");
    }
}
