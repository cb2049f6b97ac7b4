use chrono::TimeDelta;
use entity::{event, id::*};
use olievlek::{
    domain::{
        actor::Actor,
        privacy::seal::{self, Broken, Seal, Verdict, Why},
    },
    job::schedule,
};
use sea_orm::{
    ActiveModelTrait as _, ConnectionTrait as _, EntityTrait as _, IntoActiveModel as _, ModelTrait as _,
    QueryOrder as _, Set,
};
use serde_json::json;

use crate::house::{TestHouse, world::Named};

/// A house whose log has two links.
async fn sealed() -> (TestHouse, Named) {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.pass(TimeDelta::minutes(2));
    next(&house).await.expect("a first link");
    house.grant(named.noor, entity::role::RoleKind::Editor, None).await;
    house.pass(TimeDelta::minutes(2));
    next(&house).await.expect("a second link");
    (house, named)
}

async fn next(house: &TestHouse) -> Option<Seal> {
    house.write(&Actor::house(), |change| async move { seal::seal(&change).await }).await.unwrap()
}

async fn verdict(house: &TestHouse) -> Verdict {
    seal::verify(&house.db.reader).await.unwrap()
}

async fn broken(house: &TestHouse) -> Option<(i32, Why)> {
    verdict(house).await.broken.map(|Broken { number, why, .. }| (number, why))
}

async fn events(house: &TestHouse) -> Vec<event::Model> {
    event::Entity::find().order_by_asc(event::Column::Id).all(&house.db.reader).await.unwrap()
}

#[tokio::test]
async fn what_is_older_than_a_minute_is_sealed_and_holds() {
    let house = TestHouse::new().await;
    house.named().await;
    assert_eq!(next(&house).await, None, "too fresh");
    house.pass(TimeDelta::seconds(60));
    schedule::all(&house).await;

    let verdict = verdict(&house).await;
    assert_eq!((verdict.links, verdict.broken.clone()), (1, None));
    assert_eq!(verdict.events, events(&house).await.len() as u64);
    assert_eq!(next(&house).await, None, "nothing new");
}

#[tokio::test]
async fn an_event_that_is_changed_afterwards_breaks_its_link() {
    let (house, named) = sealed().await;
    assert_eq!(broken(&house).await, None);
    let mut row = events(&house).await.last().unwrap().clone().into_active_model();
    row.data = Set(json!({ "role": "trainer" }));
    row.update(&house.db.writer).await.unwrap();
    assert_eq!(broken(&house).await, Some((2, Why::Changed)));

    let (house, _) = sealed().await;
    let mut row = events(&house).await[0].clone().into_active_model();
    row.actor_id = Set(Some(named.fenna));
    row.update(&house.db.writer).await.unwrap();
    assert_eq!(broken(&house).await, Some((1, Why::Changed)));
}

#[tokio::test]
async fn an_event_that_is_removed_afterwards_breaks_its_link() {
    let (house, _) = sealed().await;
    events(&house).await.pop().unwrap().delete(&house.db.writer).await.unwrap();
    assert_eq!(broken(&house).await, Some((2, Why::Removed)));
}

#[tokio::test]
async fn an_event_that_is_slipped_in_afterwards_breaks_its_link() {
    let (house, _) = sealed().await;
    let first = events(&house).await[0].clone();
    let (high, low) = first.id.0.as_u64_pair();
    let id = EventId(uuid::Uuid::from_u64_pair(high, low + 1));
    let row = event::Model { id, ..first }.into_active_model().reset_all();
    row.insert(&house.db.writer).await.unwrap();
    assert_eq!(broken(&house).await, Some((1, Why::Added)));
}

#[tokio::test]
async fn a_link_that_is_taken_out_or_written_anew_breaks_the_chain() {
    let (house, _) = sealed().await;
    house.db.writer.execute_unprepared(r#"DELETE FROM "seal" WHERE "number" = 1"#).await.unwrap();
    assert_eq!(broken(&house).await, Some((2, Why::LinkGone)));

    let (house, _) = sealed().await;
    let sql = r#"UPDATE "seal" SET "hash" = 'abc' WHERE "number" = 1"#;
    house.db.writer.execute_unprepared(sql).await.unwrap();
    assert_eq!(broken(&house).await, Some((1, Why::Changed)));
}

#[tokio::test]
async fn events_that_were_kept_long_enough_go_and_the_chain_still_holds() {
    let (house, _) = sealed().await;
    let all = events(&house).await.len() as u64;
    let cutoff = house.now() - TimeDelta::seconds(90) - TimeDelta::minutes(1);
    let gone = house
        .write(&Actor::house(), |change| async move { seal::empty(&change, cutoff).await })
        .await
        .unwrap();

    let verdict = verdict(&house).await;
    assert_eq!((verdict.emptied, verdict.links, verdict.broken.clone()), (1, 1, None));
    assert_eq!(events(&house).await.len() as u64, all - gone);
}
