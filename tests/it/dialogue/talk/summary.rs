//! The summary: a draft for who held it, and once it is released for the team and the heads above it.

use entity::{quote::Sharing, role::RoleKind};
use olievlek::domain::{
    dialogue::conversation::summary::{self as summaries, Summary},
    task::Letter,
};
use poem::http::StatusCode;

use super::*;

/// A conversation of Sem with the phone team, with one quote of each kind.
async fn held(house: &TestHouse, participants: i32) -> (Named, ConversationId) {
    let people = with_sem(house).await;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    let id = planned(house, people.sem, &[people.phone_team], "2026-03-02T08:00").await;
    let quote = |text: &str, sharing| Words { text: text.into(), sharing };
    let quotes = vec![
        quote("citaat-geheim", Sharing::No),
        quote("citaat-binnen", Sharing::Inside),
        quote("citaat-buiten", Sharing::Public),
    ];
    let facts = facts("2026-03-02", participants, quotes);
    keep(house, people.sem, id, &facts, &[(NoteTopic::Other, "notitie")]).await.unwrap();
    (people, id)
}

/// A conversation with customers about a service, of which the record is kept.
async fn panel(house: &TestHouse, who: PersonId, area: &str) -> ConversationId {
    let plan = Plan {
        kind: ConversationKind::Panel,
        partner: "Klantenpanel".into(),
        service_area: area.into(),
        ..plan_of(&[], "2026-03-02T08:00")
    };
    let id = plans(house, who, &plan).await.expect("a panel");
    let facts = facts("2026-03-02", 9, vec![]);
    keep(house, who, id, &facts, &[(NoteTopic::Other, "panelnotitie")]).await.expect("kept");
    id
}

async fn reads(house: &TestHouse, who: PersonId, id: ConversationId) -> Result<Summary> {
    let actor = house.actor(who).await;
    summaries::read(&house.db.reader, &actor, id, house.policy.day(house.now())).await
}

#[tokio::test]
async fn nobody_else_reads_a_draft_and_the_team_and_its_heads_read_what_is_released() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house, 9).await;
    summarise(&house, people.sem, id, "Concept").await.unwrap();
    for nobody in [people.daan, people.noor, people.fenna, people.administrator] {
        assert!(missing(reads(&house, nobody, id).await));
    }
    release(&house, people.sem, id, "Wat we bespraken").await.unwrap();
    for reader in [people.daan, people.noor, people.sem, people.manager] {
        assert_eq!(reads(&house, reader, id).await.unwrap().line.row.summary, "Wat we bespraken");
    }
    assert!(reads(&house, people.daan, id).await.unwrap().own);
    assert!(!reads(&house, people.noor, id).await.unwrap().own, "a head is not of the team");
    for nobody in [people.fenna, people.head, people.administrator] {
        assert!(missing(reads(&house, nobody, id).await));
    }
    assert!(missing(release(&house, people.head, id, "Anders").await));
}

#[tokio::test]
async fn who_worked_in_the_team_on_that_day_reads_it_later_too() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house, 9).await;
    release(&house, people.sem, id, "Wat we bespraken").await.unwrap();
    let moved = entity::placement::Entity::find().all(&house.db.reader).await.unwrap();
    let daan = moved.into_iter().find(|row| row.person_id == people.daan).expect("a placement");
    let mut row: entity::placement::ActiveModel = daan.into();
    row.ends_on = sea_orm::Set(Some(day("2026-03-02")));
    sea_orm::ActiveModelTrait::update(row, &house.db.writer).await.unwrap();
    house.at("2026-04-02T09:00");
    reads(&house, people.daan, id).await.expect("there on the day it was held");
    let late = house.employee("Puk Laat", people.phone_team).await;
    reads(&house, late, id).await.expect("works there now");
}

#[tokio::test]
async fn quotes_are_shown_from_five_participants_and_only_when_they_may_be_shared() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house, 5).await;
    release(&house, people.sem, id, "Samen").await.unwrap();
    assert_eq!(reads(&house, people.daan, id).await.unwrap().quotes, ["citaat-binnen", "citaat-buiten"]);
    let few = facts("2026-03-02", 4, vec![Words { text: "citaat-binnen".into(), sharing: Sharing::Inside }]);
    keep(&house, people.sem, id, &few, &[]).await.unwrap();
    assert!(reads(&house, people.daan, id).await.unwrap().quotes.is_empty());
}

#[tokio::test]
async fn a_summary_is_released_once_and_corrected_with_its_date() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house, 9).await;
    assert_eq!(fields(release(&house, people.sem, id, " ").await), ["summary"]);
    house.letters().await;
    release(&house, people.sem, id, "Eerst").await.unwrap();
    let told = |letter: Letter| match letter {
        Letter::ConversationSummary { person, .. } => Some(person),
        _ => None,
    };
    let mut readers: Vec<_> = house.letters().await.into_iter().filter_map(told).collect();
    readers.sort_unstable();
    assert_eq!(readers, [people.noor, people.daan], "the team, and the head above it");
    assert!(not_now(summarise(&house, people.sem, id, "Stilletjes").await), "no draft over what is released");
    house.at("2026-03-03T09:00");
    release(&house, people.sem, id, "Verbeterd").await.unwrap();
    assert!(house.letters().await.is_empty(), "no second letter");
    let row = row(&house, id).await;
    assert_eq!((row.summary.as_str(), row.corrected_at), ("Verbeterd", Some(house.now())));
    assert_ne!(row.released_at, row.corrected_at);
}

#[tokio::test]
async fn who_writes_on_an_older_version_is_refused_and_what_was_not_held_has_no_summary() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house, 9).await;
    let actor = house.actor(people.sem).await;
    let old = &Draft { text: "Oud".into(), themes: vec![], version: version(&house, id).await - 1 };
    assert!(not_now(house.write(&actor, |c| async move { summaries::write(&c, id, old).await }).await));
    let open = planned(&house, people.sem, &[people.permits], "2026-03-01T08:00").await;
    assert!(not_now(release(&house, people.sem, open, "Te vroeg").await));
}

#[tokio::test]
async fn who_measures_the_service_reads_what_partners_and_customers_said_by_service_area() {
    let house = TestHouse::new().await;
    let (people, of_team) = held(&house, 9).await;
    release(&house, people.sem, of_team, "Wat het team besprak").await.unwrap();
    house.grant(people.noor, RoleKind::QualityOfficer, None).await;
    let permits = panel(&house, people.sem, "Vergunningen").await;
    assert!(missing(reads(&house, people.noor, permits).await), "a draft");
    release(&house, people.sem, permits, "Wat het panel zei").await.unwrap();
    assert_eq!(reads(&house, people.noor, permits).await.unwrap().line.row.summary, "Wat het panel zei");
    assert!(missing(reads(&house, people.fenna, permits).await), "she measures nothing");
    assert!(missing(opens(&house, people.noor, permits).await.map(drop)), "notes are not for who measures");
    let waste = panel(&house, people.sem, "Afval").await;
    release(&house, people.sem, waste, "Wat anderen zeiden").await.unwrap();
    panel(&house, people.sem, "").await;
    let mut noor = house.browser_of(people.noor).await;
    let all = noor.get("/desk/feedback/spoken").await;
    assert_eq!(all.body.matches("/summary\"").count(), 2, "released, and with customers");
    let some = noor.get("/desk/feedback/spoken?area=Afval").await;
    assert_eq!(some.body.matches("/summary\"").count(), 1);
    let read = noor.get(&some.attribute("main a[href$='/summary']", "href")).await;
    assert!(read.body.contains("Wat anderen zeiden") && !read.body.contains("panelnotitie"));
}

#[tokio::test]
async fn a_head_reads_the_summary_and_cannot_find_the_record() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house, 9).await;
    release(&house, people.sem, id, "Wat we bespraken").await.unwrap();
    let mut noor = house.browser_of(people.noor).await;
    let home = noor.get("/").await;
    let link = format!("/conversations/{id}/summary");
    assert_eq!(home.attribute("a[href$='/summary']", "href"), link, "on the first page");
    let page = noor.get(&link).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Wat we bespraken") && page.body.contains("citaat-binnen"));
    assert!(!page.body.contains("notitie") && !page.body.contains("citaat-geheim"));
    assert!(!page.body.contains("/record"), "no way to the record");
    assert_eq!(noor.get(&format!("/conversations/{id}/record")).await.status, StatusCode::FORBIDDEN);
}
