//! The ladder: a step is a condition that is met, after all before it.

use chrono::NaiveDate;
use entity::{
    adoption_tick,
    feedback::Channel,
    id::*,
    improvement,
    promise::{self, Direction, Every, Origin, PromiseUnit},
};
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

    async fn notices(&self, period: PeriodId, of: DepartmentId) -> Option<bool> {
        let units = self.units(period).await;
        let unit = units.iter().find(|unit| unit.department == Some(of))?.id;
        let tick = adoption_tick::Entity::find_by_id((unit, "noticed".to_owned()));
        Some(tick.one(&self.house.db.reader).await.expect("a tick")?.met)
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

/// A promise about grades, which may be in force no more.
async fn promises(world: &World, (code, target): (&str, f64), retired_on: Option<NaiveDate>) {
    let row = promise::Model {
        id: PromiseId::new(),
        code: code.into(),
        text_nl: "Klanten geven ons een 8".into(),
        text_en: "Customers give us an 8".into(),
        indicator_nl: "Klantcijfer".into(),
        indicator_en: "Grade".into(),
        direction: Direction::AtLeast,
        target,
        unit: PromiseUnit::Grade,
        every: Every::Quarter,
        origin: Origin::Grades,
        department_id: None,
        measured_by: String::new(),
        data_source: String::new(),
        definition_nl: String::new(),
        definition_en: String::new(),
        retired_on,
        version: 1,
    };
    let db = &world.house.db.writer;
    promise::Entity::insert(row.into_active_model()).exec_without_returning(db).await.expect("a promise");
}

#[tokio::test]
async fn residents_notice_when_a_department_is_certainly_on_target_in_two_periods() {
    let world = World::new().await;
    promises(&world, ("N07", 1.0), Some(day("2025-12-31"))).await;
    promises(&world, ("N08", 8.0), None).await;
    let first = world.begin().await;
    let by = |on| (Channel::Counter, on);
    let good = [8, 9, 10, 9, 8, 9, 10, 9, 8, 9, 10, 9];
    for (on, middle) in [("2026-05-04", good), ("2027-05-04", good.map(|grade| grade - 2))] {
        world.grades_about(Some(world.large), by(on), &good).await;
        world.grades_about(Some(world.middle), by(on), &middle).await;
    }
    world.close(first, 2026).await;
    let second = world.running().await;
    world.close(second, 2027).await;
    assert_eq!(world.notices(first, world.large).await, Some(false), "one period");
    assert_eq!(world.notices(second, world.large).await, Some(true));
    assert_eq!(world.notices(second, world.middle).await, Some(false), "a 9 and then a 7");
}
