//! Asking for a place, deciding about it, standing in, and holding places, in a browser.

use entity::{enrolment::EnrolmentStatus, id::*, workshop::ApprovalRule};
use olievlek::domain::learning::enrolment::find;
use poem::http::StatusCode;

use super::learning::press;
use crate::{
    house::TestHouse,
    learning::{approval::session_with, enrol, session_of, session_row},
    letter::{copies, mail},
};

async fn status(house: &TestHouse, id: EnrolmentId) -> EnrolmentStatus {
    find(&house.db.reader, id).await.expect("the enrolment").status
}

#[tokio::test]
async fn an_employee_asks_and_the_head_decides_on_the_page_of_the_letter() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let mut fenna = house.browser_of(people.fenna).await;
    let page = fenna.get(&format!("/sessions/{session}")).await;
    assert!(page.text("main").contains("Je leidinggevende beslist."), "{}", page.text("main"));
    let asked = press(&mut fenna, &page, "/enrolments", &[]).await;
    let mine = fenna.get(asked.location()).await;
    assert!(mine.text("main").contains("Je aanvraag wacht op een besluit"), "{}", mine.text("main"));
    mail(&house).await;
    let letters = copies(&house).await;
    let letter = letters.iter().find(|one| one.kind == "approval-asked").expect("a letter to the head");
    assert_eq!(letter.person_id, Some(people.head));
    assert!(letters.iter().any(|one| one.kind == "asked" && one.person_id == Some(people.fenna)));
    let (_, rest) = letter.text.split_once("/approvals/").expect("a link");
    let id: EnrolmentId = rest.split_whitespace().next().expect("an id").parse().expect("a request");
    let link = format!("/approvals/{id}");
    let mut head = house.browser_of(people.head).await;
    let home = head.get("/").await;
    assert!(home.text("main").contains("Er wacht 1 aanvraag op jouw besluit."), "{}", home.text("main"));
    assert!(home.text(".hello").contains("Dit staat voor je klaar."), "{}", home.text(".hello"));
    let page = head.get(&link).await;
    assert_eq!(status(&house, id).await, EnrolmentStatus::Requested, "looking decides nothing");
    press(&mut head, &page, "/decision", &[("decision", "grant")]).await;
    assert_eq!(status(&house, id).await, EnrolmentStatus::Confirmed);
    mail(&house).await;
    let granted = copies(&house).await;
    let granted = granted.iter().find(|one| one.kind == "granted").expect("a letter to Fenna");
    assert!(granted.calendar.is_some(), "with a calendar entry");
    let page = head.get(&link).await;
    assert!(page.text("main").contains("Goedgekeurd"), "{}", page.text("main"));
}

#[tokio::test]
async fn several_requests_are_decided_at_once_and_each_tells_what_became_of_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 1).await;
    let same_time = session_of(&house, "B", 3).await;
    let fenna = enrol(&house, session, people.fenna).await.expect("a request").id.to_string();
    let sem = enrol(&house, session, people.sem).await.expect("a request").id.to_string();
    let mila = house.employee("Mila Jansen", people.permits).await;
    let busy = enrol(&house, session, mila).await.expect("a request").id.to_string();
    enrol(&house, same_time, mila).await.expect("another place");
    let mut head = house.browser_of(people.head).await;
    let nothing = head.post("/approvals", &[("decision", "grant")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = head.post("/approvals", &[("decision", "decline"), ("request", &sem)]).await;
    assert_eq!(why.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!why.attribute("input[name=request][checked]", "value").is_empty(), "what was ticked is kept");
    let all = [
        ("decision", "grant"),
        ("request", fenna.as_str()),
        ("request", sem.as_str()),
        ("request", busy.as_str()),
    ];
    let told = head.post("/approvals", &all).await;
    let text = told.text("[aria-labelledby=told]");
    assert!(text.contains("Heeft een plek") && text.contains("Staat op de wachtlijst"), "{text}");
    assert!(text.contains("Mila Jansen"), "{text}");
    let row = session_row(&house, session).await;
    assert_eq!((row.taken, row.waiting), (1, 1));
    let mut employee = house.browser_of(people.fenna).await;
    let page = employee.get("/approvals").await;
    assert!(page.text("main").contains("Er wacht geen aanvraag op je besluit."), "nobody else sees any");
}

#[tokio::test]
async fn a_head_names_a_deputy_and_ends_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut head = house.browser_of(people.head).await;
    let wrong = [("person", "wie@gemeente.example"), ("until", "2026-03-20")];
    assert_eq!(head.post("/team/deputies", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = [("person", "noor.el.amrani@gemeente.example"), ("until", "2026-03-20")];
    assert_eq!(head.post("/team/deputies", &right).await.location(), "/team/deputies");
    let page = head.get("/team/deputies").await;
    assert!(page.text("main").contains("Noor el Amrani"), "{}", page.text("main"));
    mail(&house).await;
    assert!(copies(&house).await.iter().any(|one| one.kind == "deputy-named"));
    press(&mut head, &page, "/end", &[]).await;
    let page = head.get("/team/deputies").await;
    assert!(page.text("main").contains("Niemand vervangt je nu"), "{}", page.text("main"));
}

#[tokio::test]
async fn a_head_holds_places_and_gives_them_names() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let mut head = house.browser_of(people.head).await;
    let address = format!("/sessions/{session}/held-seats");
    let form = head.get(&address).await;
    assert_eq!(form.attribute("input[name=days]", "value"), "7");
    let department = people.permits.to_string();
    let many = [("department", department.as_str()), ("seats", "3"), ("days", "7")];
    let refused = head.post(&address, &many).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.attribute("input[name=seats]", "value"), "3", "what was typed is kept");
    let some = [("department", department.as_str()), ("seats", "2"), ("days", "7")];
    let held = head.post(&address, &some).await;
    let shown = head.get(&format!("/sessions/{session}")).await;
    assert!(shown.text("main").contains("Vergunningen houdt 2 plekken vast"), "{}", shown.text("main"));
    let page = head.get(held.location()).await;
    let sem = people.sem.to_string();
    let named = head.post(&format!("{}/names", held.location()), &[("person", sem.as_str())]).await;
    assert_eq!(named.location(), held.location());
    press(&mut head, &page, "/release", &[]).await;
    let row = session_row(&house, session).await;
    assert_eq!((row.taken, row.held), (1, 0));
}

#[tokio::test]
async fn whoever_holds_places_hears_two_days_before_they_come_free() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let team = crate::learning::held_seat::for_team(session, people.permits, 1);
    crate::learning::held_seat::holds(&house, people.head, team).await.expect("held");
    mail(&house).await;
    assert!(copies(&house).await.is_empty());
    house.at("2026-03-23T10:01");
    mail(&house).await;
    let letters = copies(&house).await;
    let letter = letters.iter().find(|one| one.kind == "hold-ending").expect("a letter");
    assert!(letter.text.contains("Vergunningen houdt nog 1 plek vast"), "{}", letter.text);
}

/// What the menu says beside the line of this address; nothing when it has no such line.
fn waiting(page: &crate::house::browser::Page, href: &str) -> Option<String> {
    let line = page.text(&format!("nav.menu a[href='{href}']"));
    let count = page.text(&format!("nav.menu a[href='{href}'] .menu__count"));
    (!line.is_empty()).then_some(count)
}

#[tokio::test]
async fn the_menu_of_whoever_decides_tells_how_many_requests_wait_and_nobody_else_has_that_line() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let fenna = enrol(&house, session, people.fenna).await.expect("a request").id;
    let mut head = house.browser_of(people.head).await;
    let mut daan = house.browser_of(people.daan).await;
    assert_eq!(waiting(&daan.get("/").await, "/approvals"), None);
    let named = [("person", "daan.van.der.velde@gemeente.example"), ("until", "2026-03-20")];
    head.post("/team/deputies", &named).await;
    for browser in [&mut head, &mut daan] {
        assert_eq!(waiting(&browser.get("/workshops").await, "/approvals"), Some("1 wacht op jou".into()));
    }
    let mut manager = house.browser_of(people.manager).await;
    assert_eq!(waiting(&manager.get("/").await, "/approvals"), Some(String::new()), "the head decides");
    let told = head.post("/approvals", &[("grant", &fenna.to_string())]).await;
    assert_eq!(waiting(&told, "/approvals"), Some(String::new()), "counted anew after deciding");
    house.at("2026-03-21T09:00");
    assert_eq!(waiting(&daan.get("/").await, "/approvals"), None, "the last day is over");
}

#[tokio::test]
async fn wishes_for_more_time_stand_on_a_page_of_their_own_and_are_answered_there() {
    use crate::learning::assignment::{assign, draft};
    use entity::duty;
    use olievlek::domain::learning::assignment::Group;
    use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = crate::learning::workshop(&house, "A").await;
    assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
    let mut fenna = house.browser_of(people.fenna).await;
    let own = duty::Entity::find().filter(duty::Column::PersonId.eq(people.fenna)).one(&house.db.reader);
    let own = own.await.expect("a look").expect("a duty");
    let later = (own.due_on + chrono::TimeDelta::days(20)).to_string();
    let wish = [("until", later.as_str()), ("reason", "Ik ben lang weg.")];
    fenna.post(&format!("/duties/{}/extension", own.id), &wish).await;
    let mut head = house.browser_of(people.head).await;
    let home = head.get("/").await;
    assert_eq!(waiting(&home, "/team/assignments"), Some("1 wacht op jou".into()));
    assert!(home.text("main").contains("1 persoon vraagt meer tijd voor een training."));
    let page = head.get("/team/extensions").await;
    assert!(page.text("main").contains("Ik ben lang weg."), "{}", page.text("main"));
    assert_eq!(
        house.browser_of(people.manager).await.get("/desk/extensions").await.text("h3"),
        "Fenna de Boer"
    );
    let answer = format!("/team/duties/{}/answer", own.id);
    let granted = head.post(&answer, &[("answer", "granted"), ("list", "yes")]).await;
    assert_eq!(granted.location(), "/team/extensions");
    let page = head.get("/team/extensions").await;
    assert!(page.text("main").contains("Niemand vraagt meer tijd."), "{}", page.text("main"));
    let now = duty::Entity::find_by_id(own.id).one(&house.db.reader).await.expect("a look").expect("it");
    assert_eq!(now.due_on.to_string(), later);
    assert_eq!(fenna.get("/team/extensions").await.status, StatusCode::FORBIDDEN);
}
