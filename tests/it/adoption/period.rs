//! Periods: begun once, closed after their last day, and then as they are.

use entity::{adoption_unit, id::*, task};
use olievlek::domain::{
    adoption::{
        closing,
        ledger::{Indicator, Level, UnitKind},
        period::{self, Grain, first_day},
    },
    error::{Error, Refusal},
};
use sea_orm::{EntityTrait as _, IntoActiveModel as _};

use super::{World, day, percent};

#[test]
fn a_period_is_one_of_the_calendar() {
    assert_eq!(first_day(Grain::Year, day("2026-03-02")), day("2026-01-01"));
    assert_eq!(first_day(Grain::HalfYear, day("2026-08-31")), day("2026-07-01"));
    assert_eq!(first_day(Grain::Quarter, day("2026-12-31")), day("2026-10-01"));
}

#[tokio::test]
async fn the_first_period_is_begun_and_the_next_follows_when_it_is_closed() {
    let world = World::new().await;
    let id = world.begin().await;
    let found = period::all(&world.house.db.reader).await.unwrap();
    assert_eq!((found[0].begins_on, found[0].ends_on), (day("2026-01-01"), day("2026-12-31")));
    assert_eq!(found[0].grain, Grain::Year, "a small organisation");
    let again = world.try_begin(&world.manager).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::NotPossibleNow))));
    world.close(id, 2026).await;
    let found = period::all(&world.house.db.reader).await.unwrap();
    assert_eq!((found[0].begins_on, found[0].ends_on), (day("2027-01-01"), day("2027-12-31")));
    assert_eq!(found.len(), 2);
}

#[tokio::test]
async fn only_who_runs_the_programme_begins_and_closes_and_only_after_the_last_day() {
    let world = World::new().await;
    let somebody = world.house.actor(world.people[0]).await;
    assert!(matches!(world.try_begin(&somebody).await, Err(Error::Forbidden)));
    let id = world.begin().await;
    world.house.at("2026-12-31T17:00");
    let early = world.try_close(&world.manager, id).await;
    assert!(matches!(early, Err(Error::Refused(Refusal::PeriodNotOver))));
    world.house.at("2027-01-01T09:00");
    assert!(matches!(world.try_close(&somebody, id).await, Err(Error::Forbidden)));
    world.try_close(&world.manager, id).await.unwrap();
    let twice = world.try_close(&world.manager, id).await;
    assert!(matches!(twice, Err(Error::Refused(Refusal::NotPossibleNow))));
    let tasks = task::Entity::find().all(&world.house.db.reader).await.unwrap();
    assert_eq!(tasks.iter().filter(|task| task.kind == "closing").count(), 1);
}

#[tokio::test]
async fn nobody_reads_a_period_before_it_is_closed() {
    let world = World::new().await;
    let id = world.begin().await;
    world.pulse(id, &[(world.large, 20, 15), (world.middle, 12, 6)]).await;
    assert!(period::find_closed(&world.house.db.reader, id).await.is_err());
    world.house.at("2027-01-02T09:00");
    world.try_close(&world.manager, id).await.unwrap();
    assert!(period::closed(&world.house.db.reader).await.unwrap().is_empty());
    closing::run(&world.house, id).await.unwrap();
    assert!(period::find_closed(&world.house.db.reader, id).await.is_ok());
    assert!(!world.cells(id, Level::Internal).await.is_empty());
}

#[tokio::test]
async fn a_closing_that_was_broken_off_begins_anew_and_says_the_same() {
    let world = World::new().await;
    let id = world.begin().await;
    world.pulse(id, &[(world.large, 20, 15), (world.middle, 12, 6)]).await;
    world.house.at("2027-01-02T09:00");
    world.try_close(&world.manager, id).await.unwrap();
    // What a worker left that died after its first slice.
    let left = adoption_unit::Model {
        id: UnitId::new(),
        period_id: id,
        department_id: Some(world.large),
        parent_id: None,
        kind: UnitKind::Organisation,
        name: "Half".into(),
        position: 0,
        headcount: 1,
        step: None,
    };
    let row = left.into_active_model();
    adoption_unit::Entity::insert(row).exec_without_returning(&world.house.db.writer).await.unwrap();
    closing::run(&world.house, id).await.unwrap();
    let units = world.units(id).await;
    assert!(units.iter().all(|unit| unit.name != "Half"));
    assert_eq!(units.iter().filter(|unit| unit.kind == UnitKind::Organisation).count(), 1);
    let period = period::find_closed(&world.house.db.reader, id).await.unwrap();
    assert_eq!(period.done, period.total);
    assert!(period.total > 0);
}

#[tokio::test]
async fn what_comes_in_after_closing_changes_nothing() {
    let world = World::new().await;
    let id = world.begin().await;
    world.pulse(id, &[(world.large, 20, 15), (world.middle, 12, 6)]).await;
    world.close(id, 2026).await;
    let before = world.cells(id, Level::Internal).await;
    let next = world.running().await;
    world.pulse(next, &[(world.large, 24, 24)]).await;
    closing::run(&world.house, id).await.unwrap();
    assert_eq!(world.cells(id, Level::Internal).await, before);
    assert_eq!(percent(&world.cell(id, Some(world.large), (Indicator::ValueTrust, "")).await), Some(75));
}
