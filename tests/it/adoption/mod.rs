//! The report, the pulse, statistics, the class rule, periods, indicators, the ladder and the ledger.

mod annex;
mod disclosure;
mod indicator;
mod indicator_page;
mod ladder;
mod ledger;
mod page;
mod paragraph;
mod period;
pub mod pulse;
mod pulse_page;
mod report;
mod rule;
mod statistics;
pub mod told;
mod unit_page;

use chrono::NaiveDate;
use entity::{id::*, pulse as pulse_table, pulse_answer, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    adoption::{
        closing,
        ledger::{self as published, Cell, Indicator, Level, Published, Unit, UnitKind},
        period as periods,
    },
    error::Result,
};
use sea_orm::{EntityTrait as _, IntoActiveModel as _};

use crate::house::TestHouse;

/// A house of forty people: a department of 24, one of 12, one of 3, and who runs the programme.
pub struct World {
    pub house: TestHouse,
    pub organisation: DepartmentId,
    pub large: DepartmentId,
    pub middle: DepartmentId,
    pub small: DepartmentId,
    pub manager: Actor,
    pub people: Vec<PersonId>,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

impl World {
    pub async fn new() -> Self {
        let house = TestHouse::new().await;
        let organisation = house.department("GEM", "Gemeente", None).await;
        let large = house.department("BOR", "Buitenruimte", Some(organisation)).await;
        let middle = house.department("KCC", "Klantcontact", Some(organisation)).await;
        let small = house.department("POST", "Postkamer", Some(organisation)).await;
        let mut people = Vec::new();
        for (department, many) in [(large, 24), (middle, 12), (small, 3)] {
            for _ in 0..many {
                people.push(house.employee(&format!("Mees Nummer{}", people.len()), department).await);
            }
        }
        let manager = house.employee("Ruben Kok", organisation).await;
        house.grant(manager, RoleKind::ProgrammeManager, None).await;
        let manager = house.actor(manager).await;
        Self { house, organisation, large, middle, small, manager, people }
    }

    /// Begins the year in which tests happen.
    pub async fn begin(&self) -> PeriodId {
        self.try_begin(&self.manager).await.expect("a period")
    }

    pub async fn try_begin(&self, actor: &Actor) -> Result<PeriodId> {
        let today = self.house.policy.day(self.house.now());
        self.house.write(actor, |change| async move { periods::begin(&change, today).await }).await
    }

    pub async fn try_close(&self, actor: &Actor, id: PeriodId) -> Result<()> {
        self.house.write(actor, |change| async move { periods::close(&change, id).await }).await
    }

    /// Closes it on the second of January after it.
    pub async fn close(&self, id: PeriodId, year: i32) {
        self.house.at(&format!("{}-01-02T09:00", year + 1));
        self.try_close(&self.manager, id).await.expect("it is over");
        closing::run(&self.house, id).await.expect("figures");
    }

    /// The period that is running.
    pub async fn running(&self) -> PeriodId {
        periods::all(&self.house.db.reader).await.expect("periods")[0].id
    }

    /// Everybody is asked in a period, and so many of these departments answer: how many in all, and how many of them 4 or 5 to each
    /// value.
    pub async fn pulse(&self, period: PeriodId, answers: &[(DepartmentId, usize, usize)]) {
        let date = day("2026-03-02");
        let row = pulse_table::Model {
            id: PulseId::new(),
            period_id: period,
            opens_on: date,
            closes_on: date,
            link_key: String::new(),
            invited: 40,
            answered: 0,
            counted: 0,
            sifted_on: date,
            asked_on: Some(date),
            reminded_on: None,
            closed_on: Some(date),
        };
        let (pulse_id, db) = (row.id, &self.house.db.writer);
        pulse_table::Entity::insert(row.into_active_model())
            .exec_without_returning(db)
            .await
            .expect("a pulse");
        for (department_id, all, good) in answers.iter().copied() {
            let score = |at: usize| if at < good { 4 } else { 3 };
            let row = |at: usize| pulse_answer::Model {
                id: PulseAnswerId::by_chance(),
                pulse_id,
                department_id,
                connection: score(at),
                craft: score(at),
                trust: score(at),
                renewal: score(at),
            };
            let rows = (0..all).map(|at| row(at).into_active_model());
            pulse_answer::Entity::insert_many(rows).exec_without_returning(db).await.expect("answers");
        }
    }

    pub async fn units(&self, period: PeriodId) -> Vec<Unit> {
        published::units(&self.house.db.reader, period, UnitKind::ALL).await.expect("units")
    }

    /// What is published for this level.
    pub async fn cells(&self, period: PeriodId, level: Level) -> Vec<Published<Cell>> {
        let units: Vec<_> = self.units(period).await.iter().map(|unit| unit.id).collect();
        published::cells(&self.house.db.reader, &units, level).await.expect("cells")
    }

    /// What is published of a department; of what is put together without one.
    pub async fn cell(
        &self,
        period: PeriodId,
        of: Option<DepartmentId>,
        (indicator, subject): (Indicator, &str),
    ) -> Option<Published<Cell>> {
        let units = self.units(period).await;
        let unit = units.iter().find(|unit| unit.department == of)?.id;
        let cells = self.cells(period, Level::Internal).await;
        cells.into_iter().find(|one| one.unit == unit && one.indicator == indicator && one.subject == subject)
    }
}

/// What somebody reads of a share: hundredths.
pub fn percent(cell: &Option<Published<Cell>>) -> Option<i32> {
    cell.as_ref().map(|cell| (cell.value * 100.0).round() as i32)
}
