//! What is published: by the class rule, rounded, and never more than it may say.

use entity::adoption_set;
use olievlek::domain::adoption::ledger::{Family, Indicator, Level, Side, Trend, UnitKind};
use sea_orm::EntityTrait as _;

use super::{World, percent};

const TRUST: (Indicator, &str) = (Indicator::ValueTrust, "");

#[tokio::test]
async fn a_department_whose_neighbours_would_be_found_by_subtracting_is_put_together_with_them() {
    let world = World::new().await;
    let id = world.begin().await;
    // Without the middle one the small one would be the difference: three people.
    world.pulse(id, &[(world.large, 20, 15), (world.middle, 10, 4), (world.small, 3, 3)]).await;
    world.close(id, 2026).await;
    assert_eq!(percent(&world.cell(id, Some(world.large), TRUST).await), Some(75));
    assert_eq!(world.cell(id, Some(world.middle), TRUST).await, None);
    assert_eq!(world.cell(id, Some(world.small), TRUST).await, None);
    assert_eq!(percent(&world.cell(id, None, TRUST).await), Some(54), "seven of thirteen together");
    // 24 people at 75 %, 16 at 54 %.
    assert_eq!(percent(&world.cell(id, Some(world.organisation), TRUST).await), Some(67));
}

#[tokio::test]
async fn every_figure_of_answers_has_its_set_in_the_ledger() {
    let world = World::new().await;
    let id = world.begin().await;
    world.pulse(id, &[(world.large, 20, 15), (world.middle, 12, 4)]).await;
    world.close(id, 2026).await;
    let sets = adoption_set::Entity::find().all(&world.house.db.reader).await.unwrap();
    let inside: Vec<_> = sets.iter().filter(|set| set.level == Level::Internal).collect();
    assert_eq!(inside.len(), 3);
    assert!(inside.iter().all(|set| set.family == Family::Pulse && set.least == 5 && set.hash.len() == 64));
    assert_eq!(inside.iter().map(|set| set.persons).max(), Some(32));
    let cells = entity::adoption_cell::Entity::find().all(&world.house.db.reader).await.unwrap();
    let values = cells.iter().filter(|cell| cell.indicator == Indicator::ValueCraft);
    assert!(values.clone().count() >= 3 && values.clone().all(|cell| cell.set_id.is_some()));
}

#[tokio::test]
async fn nothing_is_shown_when_fewer_than_five_answered() {
    let world = World::new().await;
    let id = world.begin().await;
    world.pulse(id, &[(world.large, 3, 3), (world.middle, 1, 1)]).await;
    world.close(id, 2026).await;
    let shown = world.cells(id, Level::Internal).await;
    assert!(shown.iter().all(|cell| cell.indicator != Indicator::ValueTrust));
}

#[tokio::test]
async fn all_of_a_few_is_more_than_nine_in_ten_and_few_of_many_an_indication() {
    let world = World::new().await;
    let id = world.begin().await;
    world.pulse(id, &[(world.large, 9, 9), (world.middle, 12, 0)]).await;
    world.close(id, 2026).await;
    let all = world.cell(id, Some(world.large), TRUST).await.expect("a figure");
    assert_eq!((all.value, all.side, all.interval), (0.9, Side::Above, None));
    assert_eq!((all.band.as_deref(), all.indicative), (Some("5-9"), true), "nine of twenty-four");
    let none = world.cell(id, Some(world.middle), TRUST).await.expect("a figure");
    assert_eq!((none.value, none.side, none.indicative), (0.1, Side::Below, false));
}

#[tokio::test]
async fn residents_read_of_the_whole_only_and_how_many_there_were_in_fives() {
    let world = World::new().await;
    let id = world.begin().await;
    world.pulse(id, &[(world.large, 20, 15), (world.middle, 12, 4)]).await;
    world.close(id, 2026).await;
    let units = world.units(id).await;
    let top = units.iter().find(|unit| unit.kind == UnitKind::Organisation).unwrap();
    let public = world.cells(id, Level::Public).await;
    assert!(!public.is_empty() && public.iter().all(|cell| cell.unit == top.id));
    let trust = public.iter().find(|cell| cell.indicator == Indicator::ValueTrust).unwrap();
    assert_eq!(trust.band.as_deref(), Some("30"));
}

#[tokio::test]
async fn a_trend_is_said_only_when_it_is_sure_and_large() {
    let world = World::new().await;
    let first = world.begin().await;
    world.pulse(first, &[(world.large, 24, 6), (world.middle, 12, 6)]).await;
    world.close(first, 2026).await;
    assert_eq!(world.cell(first, Some(world.large), TRUST).await.unwrap().trend, None, "nothing before it");
    let second = world.running().await;
    world.pulse(second, &[(world.large, 20, 18), (world.middle, 8, 5)]).await;
    world.close(second, 2027).await;
    let trend = |cell: Option<olievlek::domain::adoption::ledger::Published<_>>| {
        cell.and_then(
            |cell: olievlek::domain::adoption::ledger::Published<
                olievlek::domain::adoption::ledger::Cell,
            >| cell.trend,
        )
    };
    assert_eq!(trend(world.cell(second, Some(world.large), TRUST).await), Some(Trend::Higher));
    assert_eq!(trend(world.cell(second, Some(world.middle), TRUST).await), Some(Trend::NoDifference));
    assert_eq!(trend(world.cell(second, Some(world.large), (Indicator::TrainingReach, "")).await), None);
}
