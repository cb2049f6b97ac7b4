//! What a head does for the team, in a browser.

use chrono::TimeDelta;
use entity::{enrolment::EnrolmentStatus, id::*, letter};
use olievlek::{domain::learning::enrolment, job::schedule};
use poem::http::StatusCode;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};

use super::{follow, press};
use crate::{
    house::TestHouse,
    learning::{enrol, give_back, plan, plan_session, session_of},
    letter::mail,
    people::sign_in_code::without_address,
};

#[tokio::test]
async fn a_head_enrols_somebody_of_the_team_on_the_page_of_a_date() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let address = format!("/sessions/{session}");
    let mut head = house.browser_of(people.head).await;
    let page = head.get(&address).await;
    assert_eq!(page.text("#of-team .list b"), "Sem Bakker\nFenna de Boer");
    let page = head.get(&format!("{address}?team=bakker")).await;
    let person = page.attribute("#of-team input[name=person]", "value");
    let answer = press(&mut head, &page, "/team", &[("person", &person)]).await;
    let page = follow(&mut head, &answer).await;
    assert!(page.text(".flash").contains("Sem Bakker heeft een plek. Sem Bakker krijgt een mail."));
    assert!(page.text("#of-team .badge").contains("Plek"));
}

#[tokio::test]
async fn why_somebody_cannot_be_enrolled_is_said_on_the_same_page() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, other) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    enrol(&house, one, people.sem).await.unwrap();
    let mut head = house.browser_of(people.head).await;
    let person = people.sem.to_string();
    let page = head.post(&format!("/sessions/{other}/team"), &[("person", &person)]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    let said = page.text("#of-team [role=alert]");
    assert!(said.contains("Sem Bakker is niet ingeschreven.") && said.contains("Workshop A"), "{said}");
}

#[tokio::test]
async fn for_a_head_nobody_exists_outside_the_own_departments() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let place = enrol(&house, session, people.noor).await.unwrap();
    let mut head = house.browser_of(people.head).await;
    assert!(head.get(&format!("/sessions/{session}?team=noor")).await.text("#of-team").contains("niemand"));
    assert!(!head.get("/team").await.text("main").contains("Noor"));
    let noor = people.noor.to_string();
    let answer = head.post(&format!("/sessions/{session}/team"), &[("person", &noor)]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let there = format!("/team/enrolments/{}", place.id);
    assert_eq!(head.get(&there).await.status, StatusCode::NOT_FOUND);
    for what in ["withdrawal", "acceptance", "refusal"] {
        assert_eq!(head.post(&format!("{there}/{what}"), &[]).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(head.get(&format!("/people/{noor}/sign-in-code")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(head.post(&format!("/sign-in-code/{noor}"), &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_team_shows_who_has_which_place_and_who_waits() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    for person in [people.sem, people.noor, people.fenna] {
        enrol(&house, session, person).await.unwrap();
    }
    without_address(&house, people.sem).await;
    let mut head = house.browser_of(people.head).await;
    let page = head.get("/team").await;
    let lines = page.text("main .list > li");
    let lines: Vec<_> = lines.lines().collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].contains("Sem Bakker") && lines[0].contains("Workshop A") && lines[0].contains("Plek"));
    assert!(lines[0].contains("Geen mailadres"), "{lines:?}");
    assert!(
        lines[1].contains("Fenna de Boer") && lines[1].contains("Plaats 2 op de wachtlijst"),
        "{lines:?}"
    );
    assert!(lines[2].contains("Hanna Smit") && lines[2].contains("Nog geen plek"), "{lines:?}");
    let file = head.get("/team?file=csv").await.body;
    assert!(file.contains("Bakker") && file.contains("Workshop A") && !file.contains("Noor"), "{file}");
}

#[tokio::test]
async fn a_head_withdraws_somebody_and_takes_that_back_with_one_button() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let place = enrol(&house, session, people.sem).await.unwrap();
    let mut head = house.browser_of(people.head).await;
    let page = head.get(&format!("/team/enrolments/{}", place.id)).await;
    let answer = press(&mut head, &page, "/withdrawal", &[]).await;
    let page = follow(&mut head, &answer).await;
    assert!(page.text(".flash").contains("Sem Bakker is afgemeld."));
    let mut sem = house.browser_of(people.sem).await;
    let own = sem.get(&format!("/enrolments/{}", place.id)).await;
    assert_eq!(own.text("#state"), "Je bent afgemeld");
    let person = page.attribute(".flash input[name=person]", "value");
    press(&mut head, &page, "/team", &[("person", &person)]).await;
    assert!(sem.get("/places").await.text("[aria-labelledby=coming]").contains("Workshop A"));
}

#[tokio::test]
async fn a_head_answers_an_offer_for_somebody() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.noor).await.unwrap();
    let second = enrol(&house, session, people.sem).await.unwrap();
    give_back(&house, &first).await.unwrap();
    let mut head = house.browser_of(people.head).await;
    let page = head.get(&format!("/team/enrolments/{}", second.id)).await;
    let answer = press(&mut head, &page, "/acceptance", &[]).await;
    assert!(follow(&mut head, &answer).await.text(".flash").contains("De plek is nu van Sem Bakker."));
    let row = enrolment::find(&house.db.reader, second.id).await.unwrap();
    assert_eq!(row.status, EnrolmentStatus::Confirmed);
}

/// Sem has no address and gets a place; the letter has left.
async fn letter_for_sem(house: &TestHouse) -> crate::house::world::Named {
    let people = house.named().await;
    without_address(house, people.sem).await;
    let session = session_of(house, "A", 3).await;
    enrol(house, session, people.sem).await.unwrap();
    mail(house).await;
    people
}

#[tokio::test]
async fn letters_of_who_has_no_address_wait_for_the_head_who_notes_that_they_were_given() {
    let house = TestHouse::new().await;
    let people = letter_for_sem(&house).await;
    let mut head = house.browser_of(people.head).await;
    for path in ["/", "/team"] {
        assert!(head.get(path).await.text(".panel--wait").contains("1 brief wacht om te geven."), "{path}");
    }
    let page = head.get("/team/letters").await;
    assert!(page.text("article h3").contains("Sem Bakker: Je hebt een plek: Workshop A"));
    let paper = page.text("article .prose");
    assert!(paper.starts_with("Dag Sem Bakker,Wat leuk"), "to the person, not to the head: {paper}");
    assert!(paper.contains("Stadhuis, zaal 2.14") && paper.contains("Je krijgt dit op papier"), "{paper}");
    assert!(!paper.contains("http") && !paper.contains("bij deze mail"), "{paper}");
    let answer = press(&mut head, &page, "/handover", &[]).await;
    let page = follow(&mut head, &answer).await;
    assert_eq!(page.text("article"), "");
    let given = page.text("[aria-labelledby=given] li");
    assert!(
        given.contains("Sem Bakker") && given.contains("Gegeven door Hanna Smit, maandag 2 maart"),
        "{given}"
    );
    let answer = press(&mut head, &page, "/return", &[]).await;
    assert!(follow(&mut head, &answer).await.text("article h3").contains("Sem Bakker"));
}

#[tokio::test]
async fn a_letter_waits_until_it_is_given_and_no_longer_than_the_date_that_it_is_about() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    without_address(&house, people.sem).await;
    for (code, start) in [("A", "2026-06-01T10:00"), ("B", "2026-06-08T10:00")] {
        let wanted = plan(crate::learning::workshop(&house, code).await, start, Some(3));
        let session = plan_session(&house, wanted).await.unwrap();
        enrol(&house, session, people.sem).await.unwrap();
    }
    mail(&house).await;
    let copies = async || letter::Entity::find().count(&house.db.reader).await.unwrap();
    let mut head = house.browser_of(people.head).await;
    let page = head.get("/team/letters").await;
    press(&mut head, &page, "/handover", &[]).await;
    assert_eq!(copies().await, 2);

    house.at("2026-05-20T09:00");
    schedule::all(&house).await;
    assert_eq!(copies().await, 1, "what was given goes with the copies");
    let mut head = house.browser_of(people.head).await;
    assert!(head.get("/team/letters").await.text("article h3").contains("Sem Bakker: Je hebt een plek"));

    house.at("2026-06-08T12:01");
    let mut head = house.browser_of(people.head).await;
    assert_eq!(head.get("/team/letters").await.text("article"), "", "it tells nothing any more");
    assert!(!head.get("/team").await.text("main").contains("wacht om te geven"));
    schedule::all(&house).await;
    assert_eq!(copies().await, 0);
}

#[tokio::test]
async fn a_letter_to_somebody_who_left_goes_with_the_copies() {
    let house = TestHouse::new().await;
    let people = letter_for_sem(&house).await;
    house.leave(people.sem).await;
    letter::Entity::find().one(&house.db.reader).await.unwrap().expect("the copy");
    house.at("2026-04-01T11:30");
    schedule::all(&house).await;
    assert_eq!(letter::Entity::find().count(&house.db.reader).await.unwrap(), 0);
}

#[tokio::test]
async fn nobody_gives_the_letters_of_another_team() {
    let house = TestHouse::new().await;
    let people = letter_for_sem(&house).await;
    let mut head = house.browser_of(people.head).await;
    let action = head.get("/team/letters").await.attribute("form[action$='/handover']", "action");
    house.grant(people.noor, entity::role::RoleKind::DepartmentHead, Some(people.counter)).await;
    let mut other = house.browser_of(people.noor).await;
    assert_eq!(other.get("/team/letters").await.text("article"), "");
    assert_eq!(other.post(&action, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn reading_somebodys_letter_on_the_list_stands_in_their_report() {
    let house = TestHouse::new().await;
    let people = letter_for_sem(&house).await;
    house.browser_of(people.head).await.get("/team/letters").await;
    let page = house.browser_of(people.sem).await.get("/me/report").await;
    assert!(page.text("main").contains("Hanna Smit"), "{}", page.text("main"));
}

#[tokio::test]
async fn a_printed_code_is_shown_once_and_signs_in_on_a_shared_device() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    without_address(&house, people.sem).await;
    let mut head = house.browser_of(people.head).await;
    let address = format!("/people/{}/sign-in-code", people.sem);
    let card = head.post(&format!("/sign-in-code/{}", people.sem), &[]).await;
    let code = card.text(".pass__code");
    assert!(card.text("#fresh").contains("T-Sem Bakker"), "the number stands on the card");
    assert!(card.header("cache-control").contains("no-store"));
    let page = head.get(&address).await;
    assert!(!page.body.contains(&code) && page.text("main").contains("Gemaakt door Hanna Smit"));

    let mut device = house.browser();
    assert_eq!(device.get("/sign-in").await.attribute("a[href='/sign-in/code']", "href"), "/sign-in/code");
    let answer = device.post("/sign-in/code", &[("number", "T-Sem Bakker"), ("code", &code)]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
    let cookie = answer.header("set-cookie");
    assert!(!cookie.contains("Max-Age") && !cookie.contains("Expires"), "it goes with the window: {cookie}");
    let page = device.get("/").await;
    assert!(
        page.text(".shared").contains("Sem Bakker, je bent ingelogd op een gedeeld apparaat, tot 11.00 uur")
    );
    assert_eq!(page.header("cache-control"), "no-store");
    let answer = device.post("/sign-out", &[]).await;
    assert_eq!(answer.location(), "/sign-in/code");
    assert!(!device.is_signed_in().await);
}

#[tokio::test]
async fn a_head_ends_a_code_and_the_device_is_signed_out() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    without_address(&house, people.sem).await;
    let mut head = house.browser_of(people.head).await;
    let code = head.post(&format!("/sign-in-code/{}", people.sem), &[]).await.text(".pass__code");
    let fields = [("number", "T-Sem Bakker"), ("code", code.as_str())];
    let mut device = house.browser();
    device.post("/sign-in/code", &fields).await;
    assert!(device.is_signed_in().await);
    let page = head.get(&format!("/people/{}/sign-in-code", people.sem)).await;
    press(&mut head, &page, "/end", &[]).await;
    assert!(!device.is_signed_in().await);
    let page = device.post("/sign-in/code", &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text("#errors").contains("Het nummer of de code klopt niet"));
    assert_eq!(page.attribute("#number", "value"), "T-Sem Bakker");
    assert_eq!(page.attribute("#code", "value"), "");
}

#[tokio::test]
async fn guessing_codes_is_slowed_down_for_known_and_unknown_numbers_alike() {
    let house = TestHouse::new().await;
    house.named().await;
    for number in ["T-Sem Bakker", "999"] {
        let mut browser = house.browser();
        for _ in 0..5 {
            let page = browser.post("/sign-in/code", &[("number", number), ("code", "00000-00000")]).await;
            assert_eq!(page.status, StatusCode::CONFLICT);
        }
        let page = browser.post("/sign-in/code", &[("number", number), ("code", "00000-00000")]).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "{number}");
    }
}

#[tokio::test]
async fn what_is_past_stands_by_year_and_who_followed_nothing_reads_so() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut fenna = house.browser_of(people.fenna).await;
    assert!(fenna.get("/places").await.text("[aria-labelledby=past]").contains("nog niets gevolgd"));
    let first = session_of(&house, "A", 3).await;
    enrol(&house, first, people.fenna).await.unwrap();
    house.at("2027-02-01T09:00");
    let workshop = crate::learning::workshop(&house, "B").await;
    let plan = crate::learning::plan(workshop, "2027-03-01T10:00", Some(3));
    let second = crate::learning::plan_session(&house, plan).await.unwrap();
    let place = enrol(&house, second, people.fenna).await.unwrap();
    give_back(&house, &place).await.unwrap();
    house.pass(TimeDelta::days(60));
    let mut fenna = house.browser_of(people.fenna).await;
    let page = fenna.get("/places").await;
    assert_eq!(page.text("[aria-labelledby=past] h3"), "2027\n2026");
    let rows = page.text("[aria-labelledby=past] li");
    let rows: Vec<_> = rows.lines().collect();
    assert!(rows[0].contains("Workshop B") && rows[0].contains("Afgemeld"), "{rows:?}");
    assert!(rows[1].contains("Workshop A") && rows[1].contains("Geweest"), "{rows:?}");
}

#[tokio::test]
async fn a_planner_turns_a_request_down_with_a_reason_that_the_person_reads() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let waits: EnrolmentId = enrol(&house, session, people.sem).await.unwrap().id;
    let mut manager = house.browser_of(people.manager).await;
    let page = manager.get(&format!("/desk/sessions/{session}")).await;
    let there = page.attribute("[aria-labelledby=queue] a[href$='/refusal']", "href");
    let page = manager.post(&there, &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is asked");
    mail(&house).await;
    let answer = manager.post(&there, &[("reason", "Het team gaat voor.")]).await;
    assert_eq!(answer.location(), format!("/desk/sessions/{session}"));
    let letters = mail(&house).await;
    assert_eq!(letters.len(), 1);
    let copies = crate::letter::copies(&house).await;
    let letter = copies.iter().find(|letter| letter.kind == "declined").expect("the letter");
    assert_eq!(letter.subject, "Geen plek: Workshop A");
    assert!(letter.text.contains("De reden: Het team gaat voor."), "{}", letter.text);
    let page = house.browser_of(people.sem).await.get(&format!("/enrolments/{waits}")).await;
    assert_eq!(page.text("#state"), "Je hebt hier geen plek gekregen");
}
