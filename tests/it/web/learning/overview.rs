//! The department and the programme on one screen.

use entity::{id::PlacementId, placement, role::RoleKind};
use futures_util::future::join_all;
use olievlek::domain::learning::{assignment::Group, cover, deputy, session::Plan};
use poem::http::StatusCode;
use sea_orm::{EntityTrait as _, Set};

use super::{follow, press};
use crate::{
    house::TestHouse,
    learning::{
        assignment::{assign, draft},
        cost::set_cost_centre,
        enrol,
        held_seat::{for_team, holds},
        plan, plan_session, session_of,
        turnout::world,
        workshop,
    },
};

#[tokio::test]
async fn a_head_sees_who_of_the_own_people_is_late_and_nobody_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let first = workshop(&house, "A").await;
    assign(&house, &draft(first, vec![Group::Department(people.organisation)])).await;
    house.at("2026-05-20T10:00");
    let mut head = house.browser_of(people.head).await;
    let page = head.get("/team/overview").await;
    assert_eq!(page.text(".counters div:nth-child(1) dd"), "0");
    assert_eq!(page.text(".counters div:nth-child(2) dd"), "3");
    assert!(page.text("#hurry + .list").contains("Sem Bakker"));
    assert!(head.get("/").await.body.contains("3 mensen moeten binnen 30 dagen klaar zijn."));
    house.at("2026-06-02T10:00");
    let mut head = house.browser_of(people.head).await;
    let page = head.get("/team/overview").await;
    assert_eq!(page.text(".counters div:nth-child(1) dd"), "3");
    assert!(page.text("#hurry + .list").contains("Te laat"));
    for other in ["Noor el Amrani", "Daan van der Velde"] {
        assert!(!page.body.contains(other), "{other}");
    }
    assert!(head.get("/").await.body.contains("3 van jouw mensen zijn te laat"));
    let page = house.browser_of(people.manager).await.get("/desk/overview").await;
    let behind = page.text("table");
    assert!(behind.contains("Vergunningen33") && behind.contains("Klantcontact11"), "{behind}");
}

#[tokio::test]
async fn who_works_in_two_teams_of_a_head_stands_with_both_and_is_in_a_hurry_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.head, RoleKind::DepartmentHead, Some(people.counter)).await;
    let also = placement::ActiveModel {
        id: Set(PlacementId::new()),
        person_id: Set(people.sem),
        department_id: Set(people.phone_team),
        starts_on: Set(None),
        ends_on: Set(None),
    };
    placement::Entity::insert(also).exec_without_returning(&house.db.writer).await.expect("a second team");
    let scarce = workshop(&house, "A").await;
    assign(&house, &draft(scarce, vec![Group::Person(people.sem), Group::Person(people.daan)])).await;
    house.at("2026-06-02T10:00");
    let page = house.browser_of(people.head).await.get("/team/overview").await;
    assert_eq!(page.text(".counters div:nth-child(1) dd"), "2");
    let teams = page.text("table");
    assert!(teams.contains("Telefoon en chat202") && teams.contains("Vergunningen101"), "{teams}");
    assert_eq!(page.text("#hurry + .list").matches("Sem Bakker").count(), 1);
    assert!(page.text("#short + .list").contains("2 plekken te weinig"), "{}", page.text("main"));
}

#[tokio::test]
async fn a_head_sees_who_is_away_when_and_that_no_more_may_go() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let limit = |change: std::sync::Arc<_>| async move { cover::set(&change, people.permits, Some(2)).await };
    house.write(&house.actor(people.head).await, limit).await.unwrap();
    let session = session_of(&house, "A", 6).await;
    for person in [people.fenna, people.noor] {
        enrol(&house, session, person).await.unwrap();
    }
    let later = workshop(&house, "B").await;
    let later = plan_session(&house, plan(later, "2026-05-20T10:00", Some(4))).await.unwrap();
    enrol(&house, later, people.head).await.unwrap();
    house.at("2026-03-10T10:00");
    let mut head = house.browser_of(people.head).await;
    let away = head.get("/team/overview").await.text("#away ~ .list");
    assert!(away.contains("Workshop A") && away.contains("Fenna de Boer"), "{away}");
    assert!(!away.contains("Noor") && !away.contains("Workshop B") && !away.contains("mag niet"), "{away}");
    enrol(&house, session, people.sem).await.unwrap();
    let away = head.get("/team/overview").await.text("#away ~ .list");
    assert!(away.contains("Fenna de Boer, Sem Bakker"), "{away}");
    assert!(away.contains("2 collega’s tegelijk weg. Meer dan 2 mag niet."), "{away}");
}

#[tokio::test]
async fn a_head_sees_shortages_and_held_seats_that_want_a_name() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let scarce = workshop(&house, "B").await;
    plan_session(&house, plan(scarce, "2026-04-10T10:00", Some(1))).await.unwrap();
    assign(&house, &draft(scarce, vec![Group::Department(people.permits)])).await;
    holds(&house, people.head, for_team(session, people.permits, 2)).await.unwrap();
    let page = house.browser_of(people.head).await.get("/team/overview").await;
    assert!(page.text("#short + .list").contains("2 plekken te weinig"), "{}", page.text("main"));
    assert!(page.text("#held + .list").contains("Workshop A"));
    assert_eq!(page.attribute("#short + .list a[href^='/desk/']", "href"), "", "a head plans nothing");
    let page = house.browser_of(people.manager).await.get("/desk/overview").await;
    let plan = page.attribute("#short + .list a[href^='/desk/sessions/new']", "href");
    assert!(plan.contains(&scarce.to_string()) && plan.contains("Vergunningen"), "{plan}");
}

#[tokio::test]
async fn the_programme_sees_dates_with_too_few_and_with_too_many() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let few = workshop(&house, "A").await;
    let wanted = Plan { minimum: Some(3), ..plan(few, "2026-04-01T10:00", Some(6)) };
    plan_session(&house, wanted).await.unwrap();
    let many = session_of(&house, "B", 1).await;
    for person in [people.fenna, people.sem, people.noor] {
        enrol(&house, many, person).await.unwrap();
    }
    let page = house.browser_of(people.manager).await.get("/desk/overview").await;
    let list = page.text("#few + .list");
    assert!(list.contains("Workshop A") && list.contains("minstens 3 nodig") && !list.contains("Workshop B"));
    let list = page.text("#queue + .list");
    assert!(list.contains("Workshop B") && list.contains("2 wachten") && !list.contains("Workshop A"));
}

#[tokio::test]
async fn costs_of_a_year_are_a_page_and_a_file_that_add_up() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    set_cost_centre(&house, people.permits, "4100").await;
    let workshop = workshop(&house, "A").await;
    let wanted = Plan { cost_cents: Some(10_001), ..plan(workshop, "2026-04-01T10:00", Some(3)) };
    let session = plan_session(&house, wanted).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    house.at("2026-04-05T10:00");
    let mut manager = house.browser_of(people.manager).await;
    let page = manager.get("/desk/costs").await;
    assert!(page.text("tbody tr").starts_with("4100Kosten: € 33,34"), "{}", page.text("table"));
    assert!(page.text("tfoot").contains("€ 100,01"));
    let file = manager.get("/desk/costs?file=csv").await;
    assert!(file.body.contains("4100;33,34;;") && file.body.contains("66,67"), "{}", file.body);
    let before = manager.get("/desk/costs?from=2026-01-01&until=2026-03-31").await;
    assert!(before.text("main").contains("In deze periode zijn er geen data met kosten."));
}

#[tokio::test]
async fn a_small_department_is_a_band_on_the_page_and_in_the_file() {
    let house = TestHouse::new().await;
    let people = world(&house).await;
    let mut manager = house.browser_of(people.manager).await;
    let page = manager.get("/desk/turnout").await;
    let table = page.text("table");
    assert!(table.contains("50 tot 75 %") && table.contains("Te weinig mensen om te tonen"), "{table}");
    assert!(page.text("tfoot").contains("Niet gekomen: 1 (20 %)"), "{}", page.text("tfoot"));
    let file = manager.get("/desk/turnout?file=csv").await;
    assert!(file.body.contains("Klantcontact;;;50-75 %;;0-25 %"), "{}", file.body);
    assert!(file.body.contains("Vergunningen;5;1;20 %;1;17 %"), "{}", file.body);
    // Other days than a year or a quarter cannot be asked for.
    let other = manager.get("/desk/turnout?period=2026-04-01&from=2026-04-01&until=2026-04-01").await;
    assert_eq!(other.text("table"), table);
    let quarter = manager.get("/desk/turnout?period=2026-1").await;
    assert!(quarter.text("main").contains("Van deze periode is nog niets bekend."));
}

#[tokio::test]
async fn who_stands_in_for_a_head_sees_requests_only() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut deputy = house.browser_of(people.noor).await;
    let name = |change: std::sync::Arc<_>| async move {
        let until = "2026-03-31".parse().expect("a day");
        deputy::name(&change, "noor.el.amrani@gemeente.example", until).await
    };
    house.write(&house.actor(people.head).await, name).await.unwrap();
    assert_eq!(deputy.get("/team/overview").await.status, StatusCode::FORBIDDEN);
    assert_eq!(deputy.get("/approvals").await.status, StatusCode::OK);
    let home = deputy.get("/").await;
    assert_eq!(home.attribute("main a[href='/team/overview']", "href"), "");
}

#[tokio::test]
async fn a_head_asks_for_a_date_and_finds_the_answer_with_the_department() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let scarce = workshop(&house, "B").await;
    assign(&house, &draft(scarce, vec![Group::Department(people.permits)])).await;
    let mut head = house.browser_of(people.head).await;
    let page = head.get("/team/overview").await;
    let way = page.attribute("#short + .list a[href^='/team/date-wishes/new']", "href");
    let form = head.get(&way).await;
    assert_eq!(form.attribute("#people", "value"), "3");
    let (workshop, department) = (scarce.to_string(), people.permits.to_string());
    let typed = |until| {
        [
            ("workshop", workshop.as_str()),
            ("department", department.as_str()),
            ("people", "3"),
            ("from", "2026-04-01"),
            ("until", until),
        ]
    };
    let wrong = press(&mut head, &form, "/team/date-wishes", &typed("2026-03-20")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = press(&mut head, &wrong, "/team/date-wishes", &typed("2026-05-31")).await;
    let page = follow(&mut head, &done).await;
    assert!(page.text("#asked + .list").contains("Er is nog geen antwoord."), "{}", page.text("main"));
    assert!(page.text("#short + .list").contains("Je hebt om een datum gevraagd."));
    let mut manager = house.browser_of(people.manager).await;
    let page = manager.get("/desk/overview").await;
    let page = manager.get(&page.attribute("#wishes + .list a", "href")).await;
    let said = press(&mut manager, &page, "/answer", &[("reply", "In het najaar.")]).await;
    assert!(follow(&mut manager, &said).await.attribute("#wishes", "id").is_empty());
    let page = head.get("/team/overview").await;
    assert!(page.text("#asked + .list").contains("Antwoord: In het najaar."));
}

#[tokio::test]
async fn many_heads_at_once_do_not_wait_for_each_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut heads = Vec::new();
    for _ in 0..24 {
        heads.push(house.browser_of(people.head).await);
    }
    // Questions that go out together must not hold a connection while they wait for another.
    let begun = std::time::Instant::now();
    let pages = join_all(heads.iter_mut().map(|head| head.get("/team/overview"))).await;
    assert!(pages.iter().all(|page| page.status == StatusCode::OK), "all of them get their page");
    assert!(begun.elapsed() < std::time::Duration::from_secs(3), "{:?}", begun.elapsed());
}
