//! What is held of who asks, decides, stands in, holds seats and has to follow something; and what of it is left after erasing.

use std::sync::Arc;

use chrono::TimeDelta;
use entity::{approval, assignment, deputy, duty, held_seat, id::*, workshop::ApprovalRule};
use olievlek::{
    domain::{
        change::Change,
        learning::{
            assignment::Group,
            deputy as deputies,
            duty::{self as duties, extension},
        },
        privacy::{
            erasure::{self, Why},
            report, retention,
        },
    },
    job::schedule,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use crate::{
    house::{TestHouse, world::Named},
    learning::{
        approval::{declines, session_with},
        assignment::{assign, assign_as, day, draft},
        enrol,
        held_seat::{for_team, holds},
        session_of, workshop,
    },
};

/// Fenna asked and was declined, has two duties, was exempted from one and asked more time for the other. Hanna, who heads her, decided,
/// assigned, holds seats and named Daan as her deputy.
async fn scene(house: &TestHouse) -> Named {
    let people = house.named().await;
    let session = session_with(house, ApprovalRule::Head, 2).await;
    let asked = enrol(house, session, people.fenna).await.unwrap();
    declines(house, people.head, asked.id, "Te druk deze maand").await.unwrap();
    let seats = session_of(house, "B", 4).await;
    holds(house, people.head, for_team(seats, people.permits, 2)).await.unwrap();
    let head = house.actor(people.head).await;
    let until = day("2026-03-20");
    let daan = "daan.van.der.velde@gemeente.example";
    house.write(&head, |change| async move { deputies::name(&change, daan, until).await }).await.unwrap();
    let team = || vec![Group::Department(people.permits)];
    let first = draft(workshop(house, "C").await, team());
    let first = assign_as(house, &head, &first).await.unwrap();
    let second = assign(house, &draft(workshop(house, "D").await, team())).await;
    let (exempt, more) =
        (duty_of(house, first, people.fenna).await, duty_of(house, second, people.fenna).await);
    let reason = Some("Geeft hem zelf");
    house.write(&head, |change| async move { duties::exempt(&change, exempt, reason).await }).await.unwrap();
    let ask = |change: Arc<Change>| async move {
        extension::ask(&change, more, Some(day("2026-12-01")), "Lang afwezig").await
    };
    house.write(&house.actor(people.fenna).await, ask).await.unwrap();
    people
}

async fn duty_of(house: &TestHouse, assignment: AssignmentId, person: PersonId) -> DutyId {
    let rows = duty::Entity::find()
        .filter(duty::Column::AssignmentId.eq(assignment))
        .filter(duty::Column::PersonId.eq(person));
    rows.one(&house.db.reader).await.unwrap().expect("a duty").id
}

/// The rows of a kind in somebody's own report, as JSON.
async fn held(house: &TestHouse, person: PersonId, kind: &str) -> String {
    let actor = house.actor(person).await;
    let made = house.write(&actor, |change: Arc<Change>| async move { report::make(&change, person).await });
    let report = made.await.unwrap();
    let holding = report.holdings.into_iter().find(|one| one.kind == kind).expect("this kind is told");
    serde_json::to_string(&holding.rows).unwrap()
}

async fn erase(house: &TestHouse, people: &Named, person: PersonId) {
    let administrator = house.actor(people.administrator).await;
    let erase = |change: Arc<Change>| async move { erasure::erase(&change, person, Why::Asked).await };
    house.write(&administrator, erase).await.unwrap();
}

#[tokio::test]
async fn somebody_reads_what_was_decided_about_them_and_what_they_have_to_follow() {
    let house = TestHouse::new().await;
    let people = scene(&house).await;
    let asked = held(&house, people.fenna, "approvals").await;
    assert!(asked.contains("Te druk deze maand"), "{asked}");
    let duties = held(&house, people.fenna, "duties").await;
    for text in ["Geeft hem zelf", "Lang afwezig", "2026-12-01", "Workshop C", "Workshop D"] {
        assert!(duties.contains(text), "{text}: {duties}");
    }
    assert_eq!(held(&house, people.fenna, "decisions").await, "[]");
}

#[tokio::test]
async fn a_head_reads_what_they_decided_held_and_handed_over_without_whom_it_was_about() {
    let house = TestHouse::new().await;
    let people = scene(&house).await;
    let decided = held(&house, people.head, "decisions").await;
    assert!(decided.contains("decidedAt") && !decided.contains("Fenna"), "{decided}");
    assert!(held(&house, people.head, "holds").await.contains("Workshop B"));
    for person in [people.head, people.daan] {
        let stands_in = held(&house, person, "deputies").await;
        assert!(stands_in.contains("2026-03-20"), "{stands_in}");
    }
}

#[tokio::test]
async fn erasing_whom_it_was_about_takes_every_reason_and_ends_the_duties() {
    let house = TestHouse::new().await;
    let people = scene(&house).await;
    house.at("2026-06-01T10:00");
    house.leave(people.fenna).await;
    erase(&house, &people, people.fenna).await;
    let db = &house.db.reader;
    let asked = approval::Entity::find().all(db).await.unwrap();
    assert!(!asked.is_empty() && asked.iter().all(|row| row.reason.is_none()), "{asked:?}");
    let own = duty::Entity::find().filter(duty::Column::PersonId.eq(people.fenna)).all(db).await.unwrap();
    assert_eq!(own.len(), 2, "that there was something to follow is counted");
    let bare = |row: &duty::Model| row.exempt_reason.is_none() && row.asked_reason.is_none();
    assert!(own.iter().all(|row| bare(row) && row.ended_at.is_some()), "{own:?}");
}

#[tokio::test]
async fn erasing_a_head_takes_the_deputies_and_who_made_the_assignment() {
    let house = TestHouse::new().await;
    let people = scene(&house).await;
    house.at("2026-06-01T10:00");
    house.leave(people.head).await;
    erase(&house, &people, people.head).await;
    let db = &house.db.reader;
    assert_eq!(deputy::Entity::find().count(db).await.unwrap(), 0);
    let by = assignment::Entity::find().filter(assignment::Column::MadeBy.eq(people.head));
    assert_eq!(by.count(db).await.unwrap(), 0);
    let names = entity::person::Entity::find_by_id(people.head).one(db).await.unwrap().unwrap();
    assert!(names.erased_at.is_some(), "what points at them points at nobody in particular");
    assert_eq!(held_seat::Entity::find().count(db).await.unwrap(), 1, "that seats were held is counted");
}

#[tokio::test]
async fn who_stood_in_is_kept_for_a_year_after_the_last_day() {
    let house = TestHouse::new().await;
    scene(&house).await;
    let kept = || async { deputy::Entity::find().count(&house.db.reader).await.unwrap() };
    house.at("2027-03-20T12:00");
    schedule::all(&house).await;
    assert_eq!(kept().await, 1, "not yet");
    house.pass(TimeDelta::days(2));
    schedule::all(&house).await;
    assert_eq!(kept().await, 0);
    let run = retention::runs(&house.db.reader).await.unwrap().remove("deputies").unwrap();
    assert_eq!(run.total, 1);
}
