//! What people from outside see, and how they are invited.

use poem::http::StatusCode;

use crate::{
    house::TestHouse,
    learning::{
        guest::{invite, kim},
        plan, plan_session, session_of, workshop, workshop_for,
    },
};

#[tokio::test]
async fn a_guest_sees_their_own_date_and_nothing_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (own, other) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    let place = invite(&house, people.manager, &kim(own)).await.unwrap();
    let mut browser = house.browser_of(place.person_id).await;

    let home = browser.get("/").await;
    assert!(home.body.contains("Workshop A") && !home.body.contains("Workshop B"), "{}", home.text("main"));
    assert_eq!(home.text("nav.menu a"), "Start\nMijn plekken");
    assert_eq!(home.text("a[href='/workshops'], a[href='/search']"), "");
    let session = browser.get(&format!("/sessions/{own}")).await;
    assert_eq!((session.status, session.text("h1")), (StatusCode::OK, "Workshop A".into()));
    assert_eq!(session.text("a[href^='/workshops']"), "");
    let mine = browser.get(&format!("/enrolments/{}", place.id)).await;
    assert_eq!(
        (mine.status, mine.text("a[href^='/workshops'], a[href$='/swap']")),
        (StatusCode::OK, String::new())
    );
    for open in ["/places", "/me", "/me/calendar", "/me/report"] {
        assert_eq!(browser.get(open).await.status, StatusCode::OK, "{open}");
    }

    let workshop = crate::learning::session_row(&house, other).await.workshop_id;
    for (address, status) in [
        (format!("/sessions/{other}"), StatusCode::NOT_FOUND),
        (format!("/desk/sessions/{own}"), StatusCode::NOT_FOUND),
        (format!("/desk/sessions/{own}/participants"), StatusCode::NOT_FOUND),
        (format!("/workshops/{workshop}"), StatusCode::FORBIDDEN),
        ("/workshops".into(), StatusCode::FORBIDDEN),
        ("/search?q=workshop".into(), StatusCode::FORBIDDEN),
        (format!("/people/{}", people.fenna), StatusCode::FORBIDDEN),
        (format!("/enrolments/{}/swap", place.id), StatusCode::FORBIDDEN),
    ] {
        let page = browser.get(&address).await;
        assert_eq!(page.status, status, "{address}");
        assert!(!page.body.contains("Workshop B"), "{address}");
    }
    let wish = browser.post(&format!("/sessions/{other}/enrolments"), &[("short-notice", "yes")]).await;
    assert_eq!(wish.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_agencys_trainer_sees_what_they_give() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut given = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    given.trainers = vec![people.trainer];
    let own = plan_session(&house, given).await.unwrap();
    let other = session_of(&house, "B", 3).await;
    let mut browser = house.browser_of(people.trainer).await;

    assert!(browser.get("/").await.body.contains("Workshop A"));
    for address in [format!("/sessions/{own}"), format!("/desk/sessions/{own}")] {
        assert_eq!(browser.get(&address).await.status, StatusCode::OK, "{address}");
    }
    for address in [format!("/sessions/{other}"), format!("/desk/sessions/{other}")] {
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let list = browser.get("/desk/sessions").await;
    assert!(list.body.contains("Workshop A") && !list.body.contains("Workshop B"));
}

#[tokio::test]
async fn a_guest_who_withdraws_undoes_it_and_a_participant_from_outside_stays_on_their_own_page() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let place = invite(&house, people.manager, &kim(session)).await.unwrap();
    let mut browser = house.browser_of(place.person_id).await;
    let gone = browser.post(&format!("/enrolments/{}/withdrawal", place.id), &[]).await;
    assert_eq!(gone.location(), format!("/sessions/{session}"));
    let page = browser.get(gone.location()).await;
    let undo = page.attribute(".flash form", "action");
    assert_eq!(browser.post(&undo, &[("short-notice", "yes")]).await.status, StatusCode::SEE_OTHER);

    let enrolled = crate::learning::enrol(&house, session, people.trainer).await.unwrap();
    let mut browser = house.browser_of(people.trainer).await;
    let gone = browser.post(&format!("/enrolments/{}/withdrawal", enrolled.id), &[]).await;
    assert_eq!(gone.location(), format!("/enrolments/{}", enrolled.id));
    let page = browser.get(gone.location()).await;
    assert_eq!((page.status, page.text(".flash form")), (StatusCode::OK, String::new()));
}

#[tokio::test]
async fn a_planner_invites_guests_and_takes_an_invitation_back() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop_for(&house, "A", "Vergunningen").await;
    let mut closed = plan(workshop, "2026-04-01T10:00", Some(3));
    closed.enrolment_closes = Some(crate::house::moment("2026-03-01T10:00"));
    let session = plan_session(&house, closed).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let address = format!("/desk/sessions/{session}/guests");
    assert!(browser.get(&format!("/desk/sessions/{session}")).await.body.contains(&address));

    let page = browser.post(&address, &[("name", "Kim Laan"), ("email", "kim")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.attribute("#name", "value"), "Kim Laan");
    assert_ne!(page.text("#email-error"), "");
    let kim = [("name", "Kim Laan"), ("email", "kim@sluis.example"), ("agency", "De Sluis")];
    let page = browser.post(&address, &kim).await;
    assert_eq!((page.status, page.text("label[for=reason]").is_empty()), (StatusCode::CONFLICT, false));
    let with_reason = [&kim[..], &[("reason", "Ze belde.")]].concat();
    assert_eq!(browser.post(&address, &with_reason).await.location(), address);
    let page = browser.get(&address).await;
    assert!(page.text(".flash").contains("Kim Laan is uitgenodigd"));
    assert!(page.text(".list").contains("De Sluis · kim@sluis.example"));

    let leave = page.attribute(".list a", "href");
    browser.post(&leave, &[("reason", "De groep is anders.")]).await;
    assert_eq!(browser.get(&address).await.text(".list"), "", "the invitation went with the place");
}

#[tokio::test]
async fn a_planner_adds_and_changes_somebody_from_outside() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.manager).await;
    let fields = [("name", "Tessa de Vries"), ("email", "tessa@helder.example"), ("agency", "Bureau Helder")];

    let taken = [("name", "Tessa"), ("email", "fenna.de.boer@gemeente.example")];
    let page = browser.post("/externals", &taken).await;
    assert!(page.text("#email-error").contains("Fenna de Boer"), "{}", page.text("main"));
    let added = browser.post("/externals", &fields).await;
    let page = browser.get(added.location()).await;
    assert!(page.text("dl.facts").contains("Bureau Helder"));
    let edit = page.attribute("a[href^='/externals/']", "href");
    assert_eq!(browser.get(&edit).await.attribute("#name", "value"), "Tessa de Vries");
    let page = browser.post(&edit, &[&fields[..], &[("until", "31-12")]].concat()).await;
    assert_ne!(page.text("#until-error"), "");
    let last_day = [&fields[..], &[("until", "2026-12-31")]].concat();
    assert_eq!(browser.post(&edit, &last_day).await.location(), added.location());
    assert!(browser.get(added.location()).await.text("dl.facts").contains("31 december 2026"));

    let mut given = plan(workshop(&house, "A").await, "2027-04-01T10:00", Some(3));
    given.trainers = vec![added.location().trim_start_matches("/people/").parse().unwrap()];
    plan_session(&house, given).await.unwrap();
    browser.post(&edit, &last_day).await;
    let warned = browser.get(added.location()).await.text(".flash");
    assert!(warned.contains("nog 1 datum. Kies daarvoor een andere trainer"), "{warned}");

    let list = browser.get("/people?outside=yes").await;
    assert_eq!(list.text(".list li a"), "Tess Vos\nTessa de Vries");
    let found = browser.get("/people?q=helder").await;
    assert_eq!(found.text(".list li a"), "Tessa de Vries", "an agency is searched too");
}
