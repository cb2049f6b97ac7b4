//! Planning dates behind the counter.

use entity::session::SessionState;
use olievlek::domain::learning::{agenda, session};
use poem::http::StatusCode;

use crate::{
    house::{TestHouse, browser::Page, moment},
    learning::{plan, plan_session, workshop},
};

/// A form of one meeting in room 1; `more` adds or replaces.
fn form<'a>(
    workshop: &'a str,
    meeting: [&'a str; 3],
    more: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let [date, start, end] = meeting;
    let mut fields = vec![
        ("workshop", workshop),
        ("date-1", date),
        ("start-1", start),
        ("end-1", end),
        ("location-1", "Zaal 1"),
        ("state", "open"),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend(more);
    fields
}

/// The id behind an address such as `/desk/sessions/…`.
fn id_of(page: &Page) -> entity::id::SessionId {
    page.location().rsplit('/').next().unwrap().parse().expect("the way to a session")
}

#[tokio::test]
async fn a_planner_plans_a_session_of_two_meetings() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await.to_string();
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get(&format!("/desk/sessions/new?workshop={workshop}")).await;
    let key = page.attribute("main form.form input[name=key]", "value");
    let more = [
        ("key", key.as_str()),
        ("date-2", "2026-04-08"),
        ("start-2", "13.30"),
        ("end-2", "16:00"),
        ("date-3", ""),
        ("location-3", ""),
        ("capacity", "12"),
        ("trainer-1", "Tess.Vos@gemeente.example"),
        ("enrolmentOpens", "2026-03-09T09:00"),
    ];
    let fields = form(&workshop, ["2026-04-01", "9:30", "12:00"], &more);
    let first = browser.post("/desk/sessions", &fields).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text(".errors"));
    let again = browser.post("/desk/sessions", &fields).await;
    assert_eq!(first.location(), again.location(), "a second press plans nothing more");

    let details = session::details(&house.db.reader, id_of(&first), house.now()).await.unwrap();
    let times: Vec<_> = details.meetings.iter().map(|meeting| (meeting.starts_at, meeting.ends_at)).collect();
    let wanted = [("2026-04-01T09:30", "2026-04-01T12:00"), ("2026-04-08T13:30", "2026-04-08T16:00")];
    assert_eq!(times, wanted.map(|(start, end)| (moment(start), moment(end))));
    assert_eq!((details.session.capacity, details.session.state), (Some(12), SessionState::Open));
    assert_eq!(details.session.enrolment_opens, Some(moment("2026-03-09T09:00")));
    assert_eq!(details.trainers[0].id, people.trainer);
    let page = browser.get(first.location()).await;
    assert!(page.text(".flash").contains("De datum is gepland."));
}

#[tokio::test]
async fn a_meeting_is_added_without_losing_what_was_typed() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await.to_string();
    let mut browser = house.browser_of(people.manager).await;
    let fields = form(&workshop, ["2026-04-01", "9:30", ""], &[("more", "meeting")]);
    let page = browser.post("/desk/sessions", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attribute("#date-1", "value"), "2026-04-01");
    assert_eq!(page.attribute("#date-2", "name"), "date-2");
    assert_eq!(page.text(".errors"), "", "nobody said that it was ready");
    let count = agenda::count(
        &house.db.reader,
        &agenda::Filter { all_states: true, ..agenda::Filter::default() },
        house.now(),
    )
    .await;
    assert_eq!(count.unwrap(), 0);
}

#[tokio::test]
async fn half_past_two_on_29_march_does_not_exist() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await.to_string();
    let mut browser = house.browser_of(people.manager).await;
    let page = browser
        .post("/desk/sessions", &form(&workshop, ["2026-03-29", "2:30", "4:00"], &[("capacity", "7")]))
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#start-1-error").contains("Deze tijd bestaat niet"));
    assert_eq!(page.attribute("#capacity", "value"), "7", "what was typed is kept");
}

#[tokio::test]
async fn an_hour_that_comes_twice_is_asked_about() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await.to_string();
    let mut browser = house.browser_of(people.manager).await;
    let night = ["2026-10-25", "2:30", "4:00"];
    let page = browser.post("/desk/sessions", &form(&workshop, night, &[])).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#start-1-error").contains("komt die nacht twee keer voor"));
    assert_eq!(page.attribute("#start-turn-1", "value"), "first");
    let mut starts = Vec::new();
    for turn in ["first", "second"] {
        let page = browser.post("/desk/sessions", &form(&workshop, night, &[("start-turn-1", turn)])).await;
        starts.push(
            session::details(&house.db.reader, id_of(&page), house.now())
                .await
                .unwrap()
                .session
                .starts_at
                .to_rfc3339(),
        );
    }
    assert_eq!(starts, ["2026-10-25T00:30:00+00:00", "2026-10-25T01:30:00+00:00"]);
}

#[tokio::test]
async fn every_problem_is_told_at_its_field_at_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await.to_string();
    let mut browser = house.browser_of(people.manager).await;
    let more = [
        ("capacity", "veel"),
        ("trainer-1", "niemand@gemeente.example"),
        ("link-1", "http://overleg.example"),
        ("withdrawUntil", "straks"),
    ];
    let page = browser.post("/desk/sessions", &form(&workshop, ["2026-03-01", "9:30", "9:00"], &more)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["date-1", "end-1", "capacity", "trainer-1", "link-1", "withdrawUntil"] {
        assert_ne!(page.text(&format!("#{field}-error")), "", "{field}");
        assert!(page.text(".errors a").lines().count() >= 6);
    }
    assert!(page.text("#date-1-error").contains("al geweest"));
}

#[tokio::test]
async fn more_places_move_the_queue_and_the_meetings_stay() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await;
    let id = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(1))).await.unwrap();
    crate::learning::enrol(&house, id, people.fenna).await.unwrap();
    crate::learning::enrol(&house, id, people.sem).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get(&format!("/desk/sessions/{id}/edit")).await;
    assert_eq!(page.attribute("#capacity", "value"), "1");
    let page = browser
        .post(&format!("/desk/sessions/{id}"), &[("capacity", "2"), ("trainer-1", "T-Noor el Amrani")])
        .await;
    assert_eq!(page.location(), format!("/desk/sessions/{id}"), "{}", page.text(".errors"));
    let details = session::details(&house.db.reader, id, house.now()).await.unwrap();
    assert_eq!((details.session.taken, details.session.waiting), (2, 0));
    assert_eq!(details.meetings[0].starts_at, moment("2026-04-01T10:00"));
    assert_eq!(details.trainers[0].id, people.noor);
}

#[tokio::test]
async fn a_trainer_sees_the_own_sessions_and_no_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W1").await;
    let mut own = plan(workshop, "2026-04-01T10:00", Some(5));
    own.trainers = vec![people.trainer];
    let own = plan_session(&house, own).await.unwrap();
    let other = plan_session(&house, plan(workshop, "2026-04-02T10:00", Some(5))).await.unwrap();
    crate::learning::enrol(&house, own, people.fenna).await.unwrap();

    let mut browser = house.browser_of(people.trainer).await;
    let list = browser.get("/desk/sessions").await;
    assert_eq!(list.attribute("tbody th a", "href"), format!("/desk/sessions/{own}"));
    assert_eq!(list.text("tbody tr").lines().count(), 1);
    let page = browser.get(&format!("/desk/sessions/{own}")).await;
    assert_eq!(page.text("#participants + .list b"), "Fenna de Boer");
    assert_eq!(page.text("#enrol"), "", "a trainer looks on");
    assert_eq!(browser.get(&format!("/desk/sessions/{other}")).await.status, StatusCode::NOT_FOUND);
    let mut employee = house.browser_of(people.noor).await;
    assert_eq!(employee.get(&format!("/desk/sessions/{own}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_list_is_narrowed_by_state_and_words_in_the_address() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (first, second) = (workshop(&house, "W1").await, workshop(&house, "W2").await);
    let mut hidden = plan(first, "2026-04-01T10:00", None);
    hidden.open = false;
    plan_session(&house, hidden).await.unwrap();
    plan_session(&house, plan(second, "2026-04-02T10:00", None)).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    assert_eq!(browser.get("/desk/sessions").await.text("tbody th a"), "Workshop W1\nWorkshop W2");
    assert_eq!(browser.get("/desk/sessions?state=planned").await.text("tbody th a"), "Workshop W1");
    assert_eq!(browser.get("/desk/sessions?search=w2").await.text("tbody th a"), "Workshop W2");
    assert_eq!(browser.get("/desk/sessions?until=2026-04-01").await.text("tbody th a"), "Workshop W1");
    assert_eq!(browser.get("/desk/sessions?from=2026-05-01").await.text("tbody th a"), "");
}
