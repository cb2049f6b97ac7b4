//! Targeted trainings, in a browser.

use olievlek::domain::learning::{assignment::Group, session::Plan};
use poem::http::StatusCode;
use sea_orm::EntityTrait as _;

use super::{follow, press};
use crate::{
    house::TestHouse,
    learning::{
        assignment::{assign, draft},
        enrol, plan, plan_session, workshop,
    },
};

#[tokio::test]
async fn a_head_sees_what_it_means_before_it_is_assigned() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(1))).await.unwrap();
    let mut head = house.browser_of(people.head).await;
    let page = head.get("/team/assignments/new").await;
    assert_eq!(page.attribute("#who", "value"), "Vergunningen");
    let training = format!("workshop:{workshop}");
    let typed = [
        ("training", training.as_str()),
        ("who", "Vergunningen"),
        ("dueOn", "2026-06-01"),
        ("reason", "Dit hoort bij je werk."),
        ("step", "show"),
    ];
    let shown = press(&mut head, &page, "/team/assignments", &typed).await;
    assert_eq!(shown.status, StatusCode::OK);
    let said = shown.text("main");
    assert!(said.contains("Het gaat om 3 mensen."), "{said}");
    assert!(said.contains("Er zijn 2 plekken te weinig."), "{said}");
    assert!(entity::assignment::Entity::find().all(&house.db.reader).await.unwrap().is_empty());
    let made = [&typed[..4], &[("step", "make")]].concat();
    let answer = press(&mut head, &shown, "/team/assignments", &made).await;
    let page = follow(&mut head, &answer).await;
    assert!(page.text("main").contains("Sem Bakker"));
    assert_eq!(entity::duty::Entity::find().all(&house.db.reader).await.unwrap().len(), 3);
}

#[tokio::test]
async fn what_was_typed_wrong_is_said_and_kept() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut head = house.browser_of(people.head).await;
    let page = head.get("/team/assignments/new").await;
    let typed =
        [("who", "Klantcontact, Onzin"), ("people", "noor.el.amrani@gemeente.example"), ("dueDays", "0")];
    let answer = press(&mut head, &page, "/team/assignments", &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = answer.text("main");
    for wrong in [
        "Kies een workshop of een leerroute.",
        "“onzin” is geen afdeling",
        "Deze mensen kennen we niet: noor",
        "Schrijf een reden.",
    ] {
        assert!(said.contains(wrong), "{wrong}: {said}");
    }
    assert_eq!(answer.attribute("#who", "value"), "Klantcontact, Onzin");
}

#[tokio::test]
async fn a_head_enrols_chosen_people_and_hears_who_was_skipped_and_why() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let other = crate::learning::workshop(&house, "B").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(5))).await.unwrap();
    let busy = plan_session(&house, plan(other, "2026-04-01T10:00", Some(5))).await.unwrap();
    enrol(&house, busy, people.sem).await.unwrap();
    let mut head = house.browser_of(people.head).await;
    let address = format!("/team/assignments/{id}");
    let page = head.get(&address).await;
    let duties = entity::duty::Entity::find().all(&house.db.reader).await.unwrap();
    let of = |person| duties.iter().find(|row| row.person_id == person).unwrap().id.to_string();
    let (sem, fenna, session) = (of(people.sem), of(people.fenna), session.to_string());
    let chosen = [("duty", sem.as_str()), ("duty", fenna.as_str()), ("session", session.as_str())];
    let answer = press(&mut head, &page, "/enrolments", &chosen).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let skipped = answer.text("[aria-labelledby=skipped]");
    assert!(skipped.contains("Sem Bakker") && skipped.contains("Workshop B") && !skipped.contains("Fenna"));
    let enrolled = head.get(&format!("{address}?state=enrolled")).await.text("main .list");
    assert!(enrolled.contains("Fenna") && !enrolled.contains("Sem"), "{enrolled}");
    let csv = head.get(&format!("{address}?state=enrolled&file=csv")).await.body;
    assert!(csv.contains("Fenna de Boer") && !csv.contains("Sem Bakker"), "{csv}");
}

#[tokio::test]
async fn of_an_assignment_for_all_a_head_sees_the_own_people_only() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.organisation)])).await;
    let mut head = house.browser_of(people.head).await;
    let page = head.get(&format!("/team/assignments/{id}")).await;
    assert!(page.text("main").contains("Sem Bakker") && !page.text("main").contains("Noor"));
    assert!(page.text("main").contains("Iedereen: 3"), "{}", page.text("main"));
    let others = head.get(&format!("/team/assignments/{id}?team={}", people.counter)).await;
    assert!(!others.text("main").contains("Noor"));
    let end = head.post(&format!("/team/assignments/{id}/end"), &[]).await;
    assert_eq!(end.status, StatusCode::NOT_FOUND);
    let only = assign(&house, &draft(workshop, vec![Group::Department(people.counter)])).await;
    assert_eq!(head.get(&format!("/team/assignments/{only}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(head.get(&format!("/desk/assignments/{only}")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_person_sees_what_to_follow_asks_for_more_time_and_the_head_gives_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Person(people.fenna)])).await;
    plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(5))).await.unwrap();
    let mut fenna = house.browser_of(people.fenna).await;
    assert!(fenna.get("/").await.text("main").contains("Wat je moet volgen"));
    let page = fenna.get("/duties").await;
    let said = page.text("main");
    for told in [
        "Workshop A",
        "Nog geen datum gekozen",
        "Uiterlijk maandag 1 juni 2026",
        "Dit hoort bij je werk.",
        "Kies een datum",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    let early = [("until", "2026-05-01"), ("reason", "Verlof")];
    let no = press(&mut fenna, &page, "/extension", &early).await;
    assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(no.text("main").contains("Kies een latere dag"), "{}", no.text("main"));
    let later = [("until", "2026-07-01"), ("reason", "Verlof tot dan")];
    press(&mut fenna, &page, "/extension", &later).await;
    assert!(fenna.get("/duties").await.text("main").contains("Je vroeg meer tijd"));
    let mut head = house.browser_of(people.head).await;
    assert!(head.get("/team/assignments").await.text("main").contains("1 persoon vraagt meer tijd"));
    let list = head.get(&format!("/team/assignments/{id}")).await;
    let one = list.attribute("main .list a", "href");
    let page = head.get(&one).await;
    assert!(page.text("main").contains("Verlof tot dan"));
    let key = page.attribute("form[action$='/answer'] input[name=key]", "value");
    head.post(&format!("{one}/answer"), &[("key", &key), ("answer", "granted")]).await;
    assert!(fenna.get("/duties").await.text("main").contains("1 juli 2026"));
}

#[tokio::test]
async fn a_planner_plans_a_date_for_the_department_that_is_short() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
    let mut manager = house.browser_of(people.manager).await;
    let page = manager.get("/desk/assignments").await;
    let form = manager.get(&page.attribute("main a[href*='/desk/sessions/new']", "href")).await;
    assert_eq!(form.attribute("#audience", "value"), "Vergunningen");
    let mut reserved =
        Plan { audience: Some("Vergunningen".into()), ..plan(workshop, "2026-04-01T10:00", Some(9)) };
    reserved.targeted_first = true;
    plan_session(&house, reserved).await.unwrap();
    let after = manager.get("/desk/assignments").await.text("main");
    assert!(!after.contains("te weinig"), "{after}");
}

#[tokio::test]
async fn a_track_is_made_changed_and_taken_out_of_use() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (a, b) = (workshop(&house, "A").await.to_string(), workshop(&house, "B").await.to_string());
    let mut manager = house.browser_of(people.manager).await;
    let page = manager.get("/desk/tracks/new").await;
    let twice = [("title", "Basis"), ("step-1", a.as_str()), ("step-2", a.as_str())];
    let no = press(&mut manager, &page, "/desk/tracks", &twice).await;
    assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY);
    let well = [("title", "Basis"), ("step-1", a.as_str()), ("step-2", b.as_str())];
    press(&mut manager, &page, "/desk/tracks", &well).await;
    let list = manager.get("/desk/tracks").await;
    assert!(list.text("main").contains("Basis") && list.text("main").contains("2 workshops"));
    let one = manager.get(&list.attribute("main .list a", "href")).await;
    press(&mut manager, &one, "/state", &[("state", "retired")]).await;
    assert!(manager.get("/desk/tracks").await.text("main").contains("Niet meer in gebruik"));
    assert!(!manager.get("/desk/assignments/new").await.text("main").contains("Basis"));
}
