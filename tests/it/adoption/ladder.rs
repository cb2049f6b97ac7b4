//! The ladder: a step is a condition that is met, after all before it.

use entity::{adoption_tick, id::*, improvement};
use olievlek::domain::adoption::ledger::Indicator;
use sea_orm::{ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};

use super::{World, day, percent};
use crate::dialogue::{Held, held};

impl World {
    /// Something that was agreed on, and maybe done.
    async fn agreed(&self, team: DepartmentId, done: bool) {
        let row = improvement::Model {
            id: ImprovementId::new(),
            conversation_id: None,
            department_id: Some(team),
            title: "Koffie in de wachtruimte".into(),
            text: String::new(),
            raised_on: day("2026-02-02"),
            raised_by: None,
            answer_by: day("2026-03-02"),
            quick_until: day("2026-02-16"),
            answer: None,
            because: None,
            answered_on: None,
            first_answered_on: Some(day("2026-02-20")),
            answered_by: None,
            owner_id: None,
            due_on: Some(day("2026-03-01")),
            first_due_on: Some(day("2026-03-01")),
            done_on: done.then(|| day("2026-02-27")),
            effect: None,
            told_on: None,
            reminded_on: None,
            version: 1,
        };
        let db = &self.house.db.writer;
        improvement::Entity::insert(row.into_active_model())
            .exec_without_returning(db)
            .await
            .expect("an idea");
    }

    async fn step(&self, period: PeriodId, of: DepartmentId) -> Option<i32> {
        self.units(period).await.iter().find(|unit| unit.department == Some(of))?.step
    }
}

#[tokio::test]
async fn a_department_climbs_as_far_as_the_first_condition_that_is_not_met() {
    let world = World::new().await;
    let id = world.begin().await;
    for team in [world.large, world.middle] {
        held(&world.house, &Held::with(vec![team])).await;
    }
    world.agreed(world.large, true).await;
    world.agreed(world.middle, false).await;
    world.close(id, 2026).await;
    assert_eq!(world.step(id, world.large).await, Some(2), "nobody was trained yet");
    assert_eq!(world.step(id, world.middle).await, Some(1), "nothing was done yet");
    assert_eq!(world.step(id, world.organisation).await, None, "the whole has no ladder");
    assert_eq!(world.step(id, world.small).await, None, "three people are put together with others");
}

#[tokio::test]
async fn the_oil_stain_is_the_part_of_the_staff_at_each_step() {
    let world = World::new().await;
    let id = world.begin().await;
    held(&world.house, &Held::with(vec![world.large])).await;
    world.agreed(world.large, true).await;
    world.close(id, 2026).await;
    let stain = |step| world.cell(id, Some(world.organisation), (Indicator::OilStain, step));
    assert_eq!(percent(&stain("1").await), Some(67), "24 of the 36 in departments with a ladder");
    assert_eq!(percent(&stain("2").await), Some(67));
    assert_eq!(percent(&stain("3").await), Some(0));
}

#[tokio::test]
async fn every_condition_of_a_department_is_known_by_itself() {
    let world = World::new().await;
    let id = world.begin().await;
    held(&world.house, &Held::with(vec![world.middle])).await;
    world.agreed(world.middle, false).await;
    world.close(id, 2026).await;
    let units = world.units(id).await;
    let unit = units.iter().find(|unit| unit.department == Some(world.middle)).unwrap();
    let ticks = adoption_tick::Entity::find().filter(adoption_tick::Column::UnitId.eq(unit.id));
    let ticks = ticks.all(&world.house.db.reader).await.unwrap();
    let met: Vec<_> = ticks.iter().filter(|tick| tick.met).map(|tick| tick.condition.as_str()).collect();
    assert_eq!(ticks.len(), 6);
    assert!(met.contains(&"talking") && met.contains(&"ideas-answered"));
    assert!(!met.contains(&"action-done") && !met.contains(&"learning"));
}
