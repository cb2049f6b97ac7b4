//! The register of a meeting, in the room.

use entity::id::*;
use olievlek::domain::{
    actor::Actor,
    learning::{
        attendance::{self, check_in},
        session as sessions,
    },
};
use poem::http::StatusCode;

use crate::{
    house::{TestHouse, browser::Browser, moment, world::Named},
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

#[tokio::test]
async fn a_date_that_has_been_is_found_and_says_so() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (register, session, _) = scene(&house, &people).await;
    let message = format!("/desk/sessions/{session}/message");
    let no_shows = "Wie er de vorige keer niet was";
    let early = house.browser_of(people.manager).await.get(&message).await;
    assert!(!early.text("main form").contains(no_shows), "nobody has failed to show up yet");
    house.at("2026-04-03T09:00");
    let late = house.browser_of(people.manager).await.get(&message).await;
    assert!(late.text("main form").contains(no_shows));
    let mut tess = house.browser_of(people.trainer).await;
    let list = tess.get("/desk/sessions").await;
    assert!(!list.body.contains(&session.to_string()), "what is over is not in the way");
    let earlier = list.attribute("main a[href*='until=']", "href");
    let page = tess.get(&earlier).await;
    assert_eq!(page.text("tbody tr td:last-child"), "Geweest");
    let room = tess.get(&page.attribute("tbody th a", "href")).await;
    assert_eq!(room.attribute("a[href*='/register']", "href"), register);
    let page = tess.get(&register).await;
    assert_eq!(page.attribute("nav a[aria-current]", "href"), "/desk/sessions", "where one is in the menu");
}

/// One mark, as the script of the page sends it.
async fn sent(browser: &mut Browser, register: &str, fields: [&str; 4]) -> (StatusCode, serde_json::Value) {
    let [enrolment, mark, was, key] = fields;
    let address = register.replace("/register", "/marks");
    let form = [("enrolment", enrolment), ("mark", mark), ("was", was), ("key", key)];
    let page = browser.post(&address, &form).await;
    (page.status, serde_json::from_str(&page.body).unwrap_or_default())
}

#[tokio::test]
async fn a_mark_that_somebody_else_made_in_this_browser_is_not_taken() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, _, [fenna, _]) = scene(&house, &people).await;
    house.at("2026-04-01T10:05");
    let mut ruben = house.browser_of(people.manager).await;
    let marks = address.replace("/register", "/marks");
    let (fenna, key) = (fenna.to_string(), "0123456789abcdef0123456789abcdef");
    for (who, wanted) in [(people.trainer, StatusCode::FORBIDDEN), (people.manager, StatusCode::OK)] {
        let who = who.to_string();
        let form =
            [("enrolment", fenna.as_str()), ("mark", "present"), ("was", ""), ("key", key), ("who", &who)];
        assert_eq!(ruben.post(&marks, &form).await.status, wanted);
    }
}

#[tokio::test]
async fn a_mark_is_kept_as_soon_as_it_is_made_and_one_that_comes_too_late_is_told() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, _, [fenna, _]) = scene(&house, &people).await;
    let fenna = fenna.to_string();
    house.at("2026-04-01T10:05");
    let mut tess = house.browser_of(people.trainer).await;
    let (key, other) = ("0123456789abcdef0123456789abcdef", "1123456789abcdef0123456789abcdef");
    for press in ["first", "second"] {
        let (status, answer) = sent(&mut tess, &address, [&fenna, "present", "", key]).await;
        assert_eq!(status, StatusCode::OK, "{press}");
        assert_eq!(answer["text"], "Opgeslagen 10.05", "{press}");
    }
    let mut ruben = house.browser_of(people.manager).await;
    let (status, answer) = sent(&mut ruben, &address, [&fenna, "absent", "", other]).await;
    assert_eq!((status, &answer["saved"]), (StatusCode::CONFLICT, &serde_json::json!(false)));
    assert_eq!(answer["held"], "present");
    let text = answer["text"].as_str().unwrap();
    assert!(text.contains("om 10.05: Aanwezig"), "{text}");
    let third = "2123456789abcdef0123456789abcdef";
    let (status, answer) = sent(&mut ruben, &address, [&fenna, "absent", "present", third]).await;
    assert_eq!(
        (status, &answer["saved"]),
        (StatusCode::OK, &serde_json::json!(true)),
        "who has seen it changes it"
    );
    let (status, _) = sent(&mut ruben, &address, ["nobody", "absent", "", third]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_closed_register_takes_corrections_with_a_reason_and_shows_what_was() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, _, [fenna, sem]) = scene(&house, &people).await;
    house.at("2026-04-01T12:05");
    let mut tess = house.browser_of(people.trainer).await;
    let closing = address.replace("/register", "/closing");
    assert_eq!(tess.post(&closing, &[("key", "k")]).await.location(), address);
    let page = tess.get(&address).await;
    assert!(page.text(".flash").contains("2 mensen hadden geen aantekening"), "{}", page.text(".flash"));
    assert!(page.text(".register").contains("Niet gekomen"), "{}", page.text(".register"));
    let (was, mark) = (format!("was-{fenna}"), format!("mark-{fenna}"));
    let bare = [("corrects", "yes"), (was.as_str(), "absent"), (mark.as_str(), "present")];
    let page = tess.post(&address, &bare).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#reason-error").contains("Schrijf een reden"), "{}", page.text("#reason-error"));
    assert_eq!(page.attribute(&format!("input[name=mark-{fenna}][checked]"), "value"), "present", "kept");
    let said = [bare[0], bare[1], bare[2], ("reason", "Zat achterin")];
    assert_eq!(tess.post(&address, &said).await.location(), address);
    let page = tess.get(&address).await;
    let line = page.text(&format!("[data-enrolment='{fenna}']"));
    assert!(line.contains("Heeft de workshop gevolgd") && line.contains("Zat achterin"), "{line}");
    assert!(page.text(&format!("[data-enrolment='{sem}']")).contains("Niet gekomen"));
    let again = tess.post(&closing, &[("key", "l")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_register_that_waits_to_be_closed_stands_on_the_first_page_of_its_trainer() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, ..) = scene(&house, &people).await;
    house.at("2026-04-02T13:00");
    let mut tess = house.browser_of(people.trainer).await;
    assert_eq!(tess.get("/").await.attribute("[aria-labelledby=registers] a", "href"), address);
    tess.post(&address.replace("/register", "/closing"), &[("key", "k")]).await;
    assert_eq!(tess.get("/").await.text("[aria-labelledby=registers]"), "");
}

#[tokio::test]
async fn who_stands_in_the_room_without_a_place_is_found_and_let_in() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, ..) = scene(&house, &people).await;
    let room = address.replace("/register", "/walk-ins");
    house.at("2026-04-01T10:05");
    let mut ruben = house.browser_of(people.manager).await;
    let short = ruben.get(&format!("{room}?search=no")).await;
    assert!(short.text("main").contains("ten minste drie letters"), "{}", short.text("main"));
    let page = ruben.get(&format!("{room}?search=noor")).await;
    let noor = page.attribute(".list input[name=person]", "value");
    assert_eq!(ruben.post(&room, &[("key", "k"), ("person", &noor)]).await.location(), address);
    let page = ruben.get(&address).await;
    assert!(page.text(".flash").contains("Noor el Amrani staat erbij"), "{}", page.text(".flash"));
    assert!(page.text(".register").contains("Noor el Amrani"));
    let again = ruben.post(&room, &[("key", "l"), ("person", &noor)]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(ruben.post(&room, &[("key", "m"), ("person", "nobody")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_phone_that_scans_the_code_asks_first_and_then_says_that_its_owner_is_here() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (address, ..) = scene(&house, &people).await;
    let screen = address.replace("/register", "/check-in");
    house.at("2026-04-01T09:50");
    let mut tess = house.browser_of(people.trainer).await;
    assert_eq!(tess.post(&screen, &[("key", "k"), ("open", "yes")]).await.location(), screen);
    let page = tess.get(&screen).await;
    assert!(page.header("refresh").parse::<u32>().is_ok_and(|seconds| (1..=30).contains(&seconds)));
    assert!(!page.attribute("svg.qr__picture path", "d").is_empty());
    let meeting: MeetingId = screen.split('/').nth(3).unwrap().parse().unwrap();
    let register = attendance::register(&house.db.reader, &Actor::operator(), meeting).await.unwrap();
    let code = format!("/check-in/{}", check_in::code(&register.meeting, house.now()).unwrap());
    let mut visitor = house.browser();
    assert!(visitor.get(&code).await.location().starts_with("/sign-in?next=%2Fcheck-in%2F"), "and back");
    let mut fenna = house.browser_of(people.fenna).await;
    for look in ["first", "second"] {
        let page = fenna.get(&code).await;
        assert!(page.text("main button").contains("Ik ben er"), "{look}: opening changes nothing");
    }
    assert_eq!(fenna.post(&code, &[]).await.location(), code);
    assert!(fenna.get(&code).await.text("main").contains("Je bent gemeld om 9.50"));
    let mut noor = house.browser_of(people.noor).await;
    assert!(noor.get(&code).await.text("main").contains("Je staat niet op de lijst"));
    let page = tess.get(&address).await;
    assert!(page.text(".register").contains("Meldde zich om 9.50"), "{}", page.text(".register"));
}
