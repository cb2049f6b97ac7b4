//! Thresholds: raised and never lowered, and every change is known.

use entity::event;
use olievlek::domain::{
    adoption::{
        period::Grain,
        rule::{self, Name},
    },
    error::{Error, Result},
};
use sea_orm::EntityTrait as _;

use super::World;

async fn set(world: &World, name: Name, value: &str) -> Result<()> {
    world.house.write(&world.manager, |change| async move { rule::set(&change, name, value).await }).await
}

#[tokio::test]
async fn how_many_people_there_have_to_be_only_rises() {
    let world = World::new().await;
    for (name, below) in [(Name::People, "4"), (Name::PeoplePublic, "9"), (Name::Headcount, "9")] {
        assert!(matches!(set(&world, name, below).await, Err(Error::Invalid(_))), "{name:?}");
    }
    set(&world, Name::People, "8").await.unwrap();
    assert!(matches!(set(&world, Name::People, "7").await, Err(Error::Invalid(_))));
    assert_eq!(rule::now(&world.house.db.reader).await.unwrap().people, 8);
}

#[tokio::test]
async fn a_step_of_the_ladder_goes_both_ways_and_the_grain_is_a_choice() {
    let world = World::new().await;
    set(&world, Name::Answered, "90").await.unwrap();
    set(&world, Name::Answered, "70").await.unwrap();
    set(&world, Name::Grain, "quarter").await.unwrap();
    assert!(matches!(set(&world, Name::Grain, "month").await, Err(Error::Invalid(_))));
    assert!(matches!(set(&world, Name::Answered, "101").await, Err(Error::Invalid(_))));
    assert!(matches!(set(&world, Name::Answered, "most").await, Err(Error::Invalid(_))));
    let rules = rule::now(&world.house.db.reader).await.unwrap();
    assert_eq!((rules.ladder.answered, rules.grain), (70, Some(Grain::Quarter)));
}

#[tokio::test]
async fn every_change_is_known_and_nobody_else_makes_one() {
    let world = World::new().await;
    set(&world, Name::Learning, "40").await.unwrap();
    set(&world, Name::Learning, "40").await.unwrap();
    let events = event::Entity::find().all(&world.house.db.reader).await.unwrap();
    assert_eq!(events.iter().filter(|event| event.kind == "rule-set").count(), 1);
    assert_eq!(rule::history(&world.house.db.reader).await.unwrap().len(), 1);
    let somebody = world.house.actor(world.people[0]).await;
    let set = |change: std::sync::Arc<_>| async move { rule::set(&change, Name::People, "9").await };
    assert!(matches!(world.house.write(&somebody, set).await, Err(Error::Forbidden)));
}
