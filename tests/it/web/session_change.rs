//! Moving a session and calling it off, behind the counter.

use olievlek::domain::learning::session;
use poem::http::StatusCode;

use crate::{
    house::{TestHouse, moment},
    learning::{enrol, plan, plan_session, session_of, workshop},
};

#[tokio::test]
async fn a_planner_sees_whom_a_move_touches_before_it_is_made() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    // Fenna is somewhere else on the new day, and so is the room.
    let other =
        plan_session(&house, plan(workshop(&house, "B").await, "2026-04-08T11:00", None)).await.unwrap();
    enrol(&house, other, people.fenna).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let form = browser.get(&format!("/desk/sessions/{session}/meetings")).await;
    let id = form.attribute("input[name=meeting-1]", "value");
    assert_eq!(form.attribute("#date-1", "value"), "2026-04-01");
    let fields = [
        ("meeting-1", id.as_str()),
        ("date-1", "2026-04-08"),
        ("start-1", "10:00"),
        ("end-1", "12:00"),
        ("location-1", "stadhuis,  zaal 2.14"),
    ];
    let preview = browser.post(&format!("/desk/sessions/{session}/meetings/preview"), &fields).await;
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.text(".errors"));
    assert!(
        preview.text("tbody").contains("woensdag 1 april")
            && preview.text("tbody").contains("woensdag 8 april")
    );
    assert!(preview.text("[aria-labelledby=clashes]").contains("Fenna de Boer"));
    assert!(preview.text("[aria-labelledby=rooms]").contains("Workshop B"));
    assert!(preview.text("[aria-labelledby=touched]").contains("Sem Bakker"));
    let unmoved = session::details(&house.db.reader, session, house.now()).await.unwrap();
    assert_eq!(unmoved.session.starts_at, moment("2026-04-01T10:00"), "nothing has happened yet");
    let page = browser.post(&format!("/desk/sessions/{session}/meetings"), &fields).await;
    assert_eq!(page.location(), format!("/desk/sessions/{session}"), "{}", page.text(".errors"));
    let moved = session::details(&house.db.reader, session, house.now()).await.unwrap();
    assert_eq!(moved.session.starts_at, moment("2026-04-08T10:00"));
    assert_eq!(moved.meetings[0].id.to_string(), id, "it is the same meeting");
}

#[tokio::test]
async fn a_planner_calls_a_session_off_from_the_page_of_the_decision() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(9));
    wanted.minimum = Some(3);
    wanted.decide_by = Some(moment("2026-03-20T12:00"));
    let session = plan_session(&house, wanted).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    house.at("2026-03-20T13:00");
    let mut browser = house.browser_of(people.manager).await;
    let home = browser.get("/").await;
    assert_eq!(
        home.attribute("[aria-labelledby=decide] a", "href"),
        format!("/desk/sessions/{session}/decision")
    );
    let page = browser.get(&format!("/desk/sessions/{session}/decision")).await;
    assert!(page.text("[aria-labelledby=touched]").contains("Fenna de Boer"));
    let key = page.attribute("form.form input[name=key]", "value");
    let fields = [("key", key.as_str()), ("reason", "Te weinig deelnemers.")];
    let done = browser.post(&format!("/desk/sessions/{session}/calling-off"), &fields).await;
    let again = browser.post(&format!("/desk/sessions/{session}/calling-off"), &fields).await;
    assert_eq!(done.location(), again.location(), "a second press does nothing more");
    let page = browser.get(done.location()).await;
    assert!(page.text("main").contains("Te weinig deelnemers."));
    assert!(!browser.get("/").await.text("main").contains("Gaat deze datum door?"));
}

#[tokio::test]
async fn a_planner_is_asked_why_a_busy_trainer_can_do_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let mut first = plan(workshop, "2026-04-01T10:00", None);
    first.trainers = vec![people.trainer];
    plan_session(&house, first).await.unwrap();
    let id = workshop.to_string();
    let mut fields = vec![
        ("workshop", id.as_str()),
        ("date-1", "2026-04-01"),
        ("start-1", "11:00"),
        ("end-1", "13:00"),
        ("trainer-1", "tess.vos@gemeente.example"),
        ("cost", "1.250,50"),
    ];
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.post("/desk/sessions", &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".errors").contains("Tess Vos is dan bezet met “Workshop A”"));
    assert_eq!(page.attribute("#clashReason", "name"), "clashReason");
    fields.push(("clashReason", "Een collega begint alvast."));
    let page = browser.post("/desk/sessions", &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text(".errors"));
    let id = page.location().rsplit('/').next().unwrap().parse().unwrap();
    let details = session::details(&house.db.reader, id, house.now()).await.unwrap();
    assert_eq!(details.session.cost_cents, Some(125_050));
}
