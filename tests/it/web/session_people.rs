//! Many people of a session at once: enrolling, telling, and the list on paper.

use olievlek::domain::{learning::bulk, task::Letter};
use poem::http::StatusCode;

use crate::{
    house::TestHouse,
    learning::{enrol, plan, plan_session, session_of, workshop_for},
};

#[tokio::test]
async fn a_pasted_list_is_shown_first_and_one_refusal_stops_nobody() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    // For permits only, two places.
    let workshop = workshop_for(&house, "A", "Vergunningen").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(1))).await.unwrap();
    let mut browser = house.browser_of(people.manager).await;
    let list = "E-mail;Naam\nFenna.de.Boer@gemeente.example;Fenna\nT-Noor el Amrani\nniemand@gemeente.example\n\
                Sem Bakker <sem.bakker@gemeente.example>\nfenna.de.boer@gemeente.example";
    let address = format!("/desk/sessions/{session}/bulk");
    let page = browser.post(&address, &[("people", list)]).await;
    assert_eq!(page.status, StatusCode::OK);
    let said: Vec<_> = page.text("tbody td:last-child").lines().map(str::to_owned).collect();
    let ready = "Wordt ingeschreven";
    assert_eq!(said, [ready, ready, "Kennen we niet", ready, "Staat er al eerder in"]);
    let key = page.attribute("form.form input[name=key]", "value");
    let fields = [("key", key.as_str()), ("people", list), ("make", "yes")];
    for press in ["first", "second"] {
        let page = browser.post(&address, &fields).await;
        let said = page.text("tbody td:last-child");
        assert!(said.contains("Heeft een plek"), "{press}: {said}");
        assert!(said.contains("Deze workshop is bedoeld voor: Vergunningen."), "{press}: {said}");
        assert!(said.contains("Op de wachtlijst, plaats 1"), "{press}: {said}");
    }
}

#[tokio::test]
async fn addresses_on_one_line_as_a_mail_program_gives_them_are_all_enrolled() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 5).await;
    let mut browser = house.browser_of(people.manager).await;
    // The surname before a comma, a bare address, one that nobody has, and the last without anything behind it.
    let list = "Boer, Fenna de <fenna.de.boer@gemeente.example>; sem.bakker@gemeente.example;\
                niemand@gemeente.example; El Amrani, Noor <noor.el.amrani@gemeente.example>";
    let page = browser.post(&format!("/desk/sessions/{session}/bulk"), &[("people", list)]).await;
    let named: Vec<_> = page.text("tbody th").lines().map(str::to_owned).collect();
    assert_eq!(named, ["Fenna de Boer", "Sem Bakker", "–", "Noor el Amrani"]);
}

#[tokio::test]
async fn a_workbook_says_who_as_well_as_a_pasted_list_does() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 5).await;
    let mut browser = house.browser_of(people.manager).await;
    let workbook = browser.get("/people?q=boer&file=xlsx").await.bytes;
    let pasted = bulk::lines_of_file(&workbook).unwrap();
    let page = browser.post(&format!("/desk/sessions/{session}/bulk"), &[("people", &pasted)]).await;
    assert_eq!(page.text("tbody th"), "Fenna de Boer", "one line, without the heading: {pasted}");
    // A row with the address of a head behind one's own is one person.
    let rows =
        bulk::lines_of_file(b"naam;mail;hoofd\nF;fenna.de.boer@gemeente.example;sem.bakker@gemeente.example");
    let page = browser.post(&format!("/desk/sessions/{session}/bulk"), &[("people", &rows.unwrap())]).await;
    assert_eq!(page.text("tbody th"), "Fenna de Boer");
}

#[tokio::test]
async fn a_message_goes_to_those_who_were_chosen_once_each() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    house.letters().await;
    let mut browser = house.browser_of(people.manager).await;
    let address = format!("/desk/sessions/{session}/message");
    let mut fields =
        vec![("to", "waiting"), ("subject", "Nieuws"), ("text", "Dag,\n\nEr komt een datum bij.")];
    let page = browser.post(&address, &fields).await;
    assert_eq!(page.text("[aria-labelledby=readers] li"), "Sem Bakker");
    assert!(house.letters().await.is_empty(), "nothing was mailed yet");
    let key = page.attribute("form.form input[name=key]", "value");
    fields.extend([("key", key.as_str()), ("make", "yes")]);
    browser.post(&address, &fields).await;
    browser.post(&address, &fields).await;
    let told: Vec<_> = house.letters().await;
    let [Letter::Message { person, subject, .. }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((*person, subject.as_str()), (people.sem, "Nieuws"));
}

#[tokio::test]
async fn a_trainer_writes_to_the_people_of_their_own_date_and_of_no_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(crate::learning::workshop(&house, "A").await, "2026-04-01T10:00", Some(1));
    let other = plan_session(&house, wanted.clone()).await.unwrap();
    wanted.meetings[0] = crate::learning::meeting(crate::house::moment("2026-04-02T10:00"), 120);
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, other, people.sem).await.unwrap();
    house.letters().await;
    let mut trainer = house.browser_of(people.trainer).await;
    let room = trainer.get(&format!("/desk/sessions/{session}")).await;
    let address = room.attribute("a[href$='/message']", "href");
    let fields = [("to", "participants"), ("subject", "Nieuws"), ("text", "Dag."), ("make", "yes")];
    let page = trainer.post(&address, &fields[..3]).await;
    assert_eq!(page.text("[aria-labelledby=readers] li"), "Fenna de Boer");
    assert!(!page.body.contains("fenna.de.boer@"), "without the addresses");
    let key = page.attribute("form.form input[name=key]", "value");
    trainer.post(&address, &[&fields[..], &[("key", key.as_str())]].concat()).await;
    let told: Vec<_> = house.letters().await;
    let [Letter::Message { person, .. }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(*person, people.fenna);
    let elsewhere = format!("/desk/sessions/{other}/message");
    assert_eq!(trainer.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
    assert_eq!(trainer.post(&elsewhere, &fields).await.status, StatusCode::NOT_FOUND);
    assert!(house.letters().await.is_empty(), "nobody else was written to");
}

#[tokio::test]
async fn the_list_opens_for_its_trainer_on_paper_and_as_a_file_and_for_no_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(crate::learning::workshop(&house, "A").await, "2026-04-01T10:00", Some(1));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    let mut trainer = house.browser_of(people.trainer).await;
    let address = format!("/desk/sessions/{session}/participants");
    let page = trainer.get(&address).await;
    assert!(page.text("tbody").contains("Fenna de Boer") && !page.text("tbody").contains("Sem Bakker"));
    for ending in ["xlsx", "csv"] {
        let file = trainer.get(&format!("{address}.{ending}")).await;
        assert_eq!(file.status, StatusCode::OK);
        let name = file.headers["content-disposition"].to_str().unwrap();
        assert_eq!(name, format!("attachment; filename=\"deelnemers-A-2026-04-01.{ending}\""));
    }
    let mut other = house.browser_of(people.noor).await;
    assert_eq!(other.get(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.get(&format!("{address}.csv")).await.status, StatusCode::NOT_FOUND);
}
