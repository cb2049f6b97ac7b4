//! Reorganisations on a day to come: kept, shown, taken back, and done on their day.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{event, id::*};
use olievlek::{
    domain::{
        change::Change,
        error::{Error, Refusal, Result},
        people::{department, placement},
        reorganisation::{self, Outcome, Wish},
    },
    job::schedule,
};
use poem::http::StatusCode;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use crate::house::{TestHouse, world::Named};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn world() -> (TestHouse, Named) {
    let house = TestHouse::new().await;
    let people = house.named().await;
    (house, people)
}

async fn ask(house: &TestHouse, people: &Named, id: DepartmentId, wish: Wish, from: &str) -> Result<Outcome> {
    let (actor, wish, from) = (house.actor(people.administrator).await, &wish, day(from));
    house
        .write(
            &actor,
            |change: Arc<Change>| async move { reorganisation::ask(&change, id, wish, from).await },
        )
        .await
}

async fn name(house: &TestHouse, id: DepartmentId) -> String {
    department::find(&house.db.reader, id).await.unwrap().name
}

fn advice(people: &Named) -> Wish {
    Wish::Split { code: "ADV".into(), name: "Advies".into(), people: vec![people.fenna], teams: Vec::new() }
}

#[tokio::test]
async fn a_change_of_the_tree_waits_for_its_day_and_is_then_done_by_itself() {
    let (house, people) = world().await;
    let wish = Wish::Rename { name: "Wonen".into() };
    let outcome = ask(&house, &people, people.permits, wish, "2026-04-01").await.unwrap();
    assert!(matches!(outcome, Outcome::Planned(_)));
    ask(&house, &people, people.counter, Wish::Merge { into: people.permits }, "2026-04-02").await.unwrap();

    house.at("2026-03-31T23:00");
    schedule::all(&house).await;
    assert_eq!(name(&house, people.permits).await, "Vergunningen", "not a day too early");

    house.at("2026-04-01T00:05");
    schedule::all(&house).await;
    assert_eq!(name(&house, people.permits).await, "Wonen");
    let then = department::tree_on(&house.db.reader, day("2026-03-31")).await.unwrap();
    assert_eq!(then.get(people.permits).unwrap().name, "Vergunningen", "the past stays");
    assert_eq!(
        reorganisation::of(&house.db.reader, people.permits).await.unwrap().len(),
        1,
        "the merger waits"
    );

    house.at("2026-04-02T08:00");
    schedule::all(&house).await;
    let counter = department::find(&house.db.reader, people.counter).await.unwrap();
    assert_eq!(counter.successor_id, Some(people.permits));
}

#[tokio::test]
async fn a_day_that_was_missed_is_made_up_for() {
    let (house, people) = world().await;
    ask(&house, &people, people.permits, advice(&people), "2026-04-01").await.unwrap();
    house.at("2026-05-11T08:00");
    schedule::all(&house).await;

    let db = &house.db.reader;
    let fresh = department::list(db).await.unwrap().into_iter().find(|one| one.code == "ADV").unwrap();
    assert_eq!(fresh.begins_on, Some(day("2026-04-01")), "from the day that was chosen");
    assert_eq!(placement::departments(db, people.fenna, day("2026-04-01")).await.unwrap(), [fresh.id]);
    assert_eq!(placement::departments(db, people.fenna, day("2026-03-31")).await.unwrap(), [people.permits]);
    schedule::all(&house).await;
    assert_eq!(department::list(db).await.unwrap().iter().filter(|one| one.name == "Advies").count(), 1);
}

#[tokio::test]
async fn what_was_planned_is_taken_back_before_its_day() {
    let (house, people) = world().await;
    let wish = Wish::Rename { name: "Wonen".into() };
    ask(&house, &people, people.permits, wish, "2026-04-01").await.unwrap();
    let mut browser = house.browser_of(people.administrator).await;
    let here = format!("/departments/{}", people.permits);
    let page = browser.get(&here).await;
    assert!(
        page.text("section[aria-labelledby=planned]").contains("Heet dan Wonen"),
        "{}",
        page.text("main")
    );
    let action = page.attribute("section[aria-labelledby=planned] form", "action");
    assert_eq!(browser.post(&action, &[]).await.location(), here);

    house.at("2026-04-01T08:00");
    schedule::all(&house).await;
    assert_eq!(name(&house, people.permits).await, "Vergunningen");
    let dropped = event::Entity::find().filter(event::Column::Kind.eq("reorganisation-dropped"));
    assert_eq!(dropped.count(&house.db.reader).await.unwrap(), 1);
}

#[tokio::test]
async fn what_cannot_be_done_on_its_day_stays_with_the_reason_and_holds_up_nothing_else() {
    let (house, people) = world().await;
    ask(&house, &people, people.permits, advice(&people), "2026-04-01").await.unwrap();
    let again = ask(&house, &people, people.permits, advice(&people), "2026-04-01").await.unwrap();
    assert!(matches!(again, Outcome::Planned(_)), "the code is free until somebody takes it");
    ask(&house, &people, people.counter, Wish::Rename { name: "Loket".into() }, "2026-04-02").await.unwrap();
    house.at("2026-04-02T08:00");
    schedule::all(&house).await;

    let left = reorganisation::of(&house.db.reader, people.permits).await.unwrap();
    assert_eq!(left.iter().map(|row| row.refused.as_deref()).collect::<Vec<_>>(), [Some("taken")]);
    assert_eq!(name(&house, people.counter).await, "Loket");
    let mut browser = house.browser_of(people.administrator).await;
    let page = browser.get(&format!("/departments/{}", people.permits)).await;
    assert!(page.text("section[aria-labelledby=planned]").contains("in gebruik"));
}

#[tokio::test]
async fn what_could_not_be_done_today_is_not_planned_either() {
    let (house, people) = world().await;
    let below = Wish::Merge { into: people.phone_team };
    assert!(matches!(
        ask(&house, &people, people.counter, below, "2026-04-01").await,
        Err(Error::Invalid(_))
    ));
    let taken = Wish::Split {
        code: "KCC".into(),
        name: "Advies".into(),
        people: vec![people.fenna],
        teams: Vec::new(),
    };
    let refused = ask(&house, &people, people.permits, taken, "2026-04-01").await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Taken { .. }))));
}

#[tokio::test]
async fn a_split_is_shown_before_it_is_done() {
    let (house, people) = world().await;
    let mut browser = house.browser_of(people.administrator).await;
    let here = format!("/departments/{}/split", people.permits);
    let fenna = people.fenna.to_string();
    let form = [("name", "Advies"), ("code", "ADV"), ("from", "2026-04-01"), ("people", fenna.as_str())];

    let page = browser.post(&format!("{here}/preview"), &form).await;
    assert_eq!(page.status, StatusCode::OK);
    let side = |id: &str| page.text(&format!("section[aria-labelledby={id}]"));
    assert!(side("go").contains("Fenna de Boer") && !side("go").contains("Sem"), "{}", side("go"));
    assert!(!side("stay").contains("Fenna de Boer") && side("stay").contains("Sem"), "{}", side("stay"));
    assert_eq!(page.attribute("input[name=people]", "value"), fenna, "it is sent again");
    assert!(!department::list(&house.db.reader).await.unwrap().iter().any(|one| one.code == "ADV"));

    let page = browser.post(&format!("{here}/preview"), &[&form[..], &[("edit", "yes")]].concat()).await;
    assert_eq!(page.attribute("#name", "value"), "Advies", "what was typed is kept");
    assert_eq!(browser.post(&here, &form).await.location(), format!("/departments/{}", people.permits));
    house.at("2026-04-01T08:00");
    schedule::all(&house).await;
    assert!(department::list(&house.db.reader).await.unwrap().iter().any(|one| one.code == "ADV"));
}

#[tokio::test]
async fn the_cost_centre_of_a_department_is_chosen_on_its_page() {
    let (house, people) = world().await;
    let mut browser = house.browser_of(people.administrator).await;
    let here = format!("/departments/{}", people.permits);
    let page = browser.post(&format!("{here}/cost-centre"), &[("costCentre", " 4300 ")]).await;
    assert_eq!(page.location(), here);
    assert_eq!(browser.get(&here).await.attribute("#costCentre", "value"), "4300");
    let page = browser.post(&format!("{here}/cost-centre"), &[("costCentre", &"9".repeat(41))]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".errors").contains("40"), "{}", page.text(".errors"));
}
