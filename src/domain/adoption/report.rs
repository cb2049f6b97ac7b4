//! What the report reads: published figures and steps of closed periods, in few questions.

use std::collections::{HashMap, HashSet};

use entity::{adoption_period, adoption_tick, adoption_unit, id::*, promise, workshop};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use super::{
    ledger::{self, Cell, Level, Published, UnitKind},
    period::{self, Period},
};
use crate::domain::error::{Error, Result};

pub use super::ledger::Unit;
pub use entity::promise::{Model as Promise, PromiseUnit};

/// The organisation through all closed periods: the same for everybody.
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// The newest first.
    pub periods: Vec<Period>,
    /// Itself in each of them.
    units: HashMap<PeriodId, Unit>,
    cells: Vec<Published<Cell>>,
}

/// A part of the organisation through the closed periods, with what was published of it.
#[derive(Clone, Debug)]
pub struct Story {
    /// The oldest first.
    pub units: Vec<Unit>,
    pub cells: Vec<Published<Cell>>,
}

/// The departments of a period, without teams: the same for everybody who may see them.
#[derive(Clone, Debug)]
pub struct Departments {
    /// In the order of the tree: clusters, departments, and what was put together right below the organisation or a cluster.
    pub units: Vec<Unit>,
}

/// Whether a condition of the ladder was fulfilled, by its code.
pub type Ticks = HashMap<UnitId, Vec<(String, bool)>>;

impl Organisation {
    /// Itself in this period.
    #[must_use]
    pub fn unit(&self, period: PeriodId) -> Option<&Unit> {
        self.units.get(&period)
    }

    /// What was published of it, in all periods.
    #[must_use]
    pub fn cells(&self) -> &[Published<Cell>] {
        &self.cells
    }

    /// The period before this one.
    #[must_use]
    pub fn before(&self, period: &Period) -> Option<&Period> {
        self.periods.iter().find(|one| one.begins_on < period.begins_on)
    }
}

impl Departments {
    /// Those that stand on the ladder.
    pub fn on_the_ladder(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.step.is_some() && unit.kind == UnitKind::Department)
    }

    /// What this one lies in; nothing right below the organisation.
    #[must_use]
    pub fn cluster(&self, unit: &Unit) -> Option<&Unit> {
        let above = unit.parent?;
        self.units.iter().find(|one| one.id == above && one.kind == UnitKind::Domain)
    }
}

/// The organisation through time.
///
/// # Errors
/// [`Error::Broken`].
pub async fn organisation(db: &impl ConnectionTrait) -> Result<Organisation> {
    let periods = period::closed(db).await?;
    let closed = periods.iter().map(|period| period.id);
    let rows = adoption_unit::Entity::find()
        .filter(adoption_unit::Column::PeriodId.is_in(closed))
        // The first of every period, which the index finds.
        .filter(adoption_unit::Column::Position.eq(0))
        .filter(adoption_unit::Column::Kind.eq(UnitKind::Organisation))
        .all(db)
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let cells = ledger::cells(db, &ids, Level::Internal).await?;
    let units = rows.into_iter().map(|row| (row.period_id, Unit::from(row))).collect();
    Ok(Organisation { periods, units, cells })
}

/// The departments of a closed period.
///
/// # Errors
/// [`Error::Broken`].
pub async fn departments(db: &impl ConnectionTrait, period: PeriodId) -> Result<Departments> {
    let kinds = [UnitKind::Organisation, UnitKind::Domain, UnitKind::Department, UnitKind::Rest];
    let mut units = ledger::units(db, period, &kinds).await?;
    let high = |unit: &Unit| matches!(unit.kind, UnitKind::Organisation | UnitKind::Domain);
    let above: HashSet<_> = units.iter().filter(|unit| high(unit)).map(|unit| unit.id).collect();
    let rest_of_teams =
        |unit: &Unit| unit.kind == UnitKind::Rest && !unit.parent.is_some_and(|id| above.contains(&id));
    units.retain(|unit| unit.kind != UnitKind::Organisation && !rest_of_teams(unit));
    Ok(Departments { units })
}

/// A department in a closed period.
///
/// # Errors
/// [`Error::Missing`] when it did not exist then, or the period is not closed; [`Error::Broken`].
pub async fn find(db: &impl ConnectionTrait, period: PeriodId, department: DepartmentId) -> Result<Unit> {
    let row = adoption_unit::Entity::find()
        .filter(adoption_unit::Column::PeriodId.eq(period))
        .filter(adoption_unit::Column::DepartmentId.eq(department))
        .one(db)
        .await?;
    row.map(Unit::from).ok_or(Error::Missing("adoption_unit"))
}

/// The unit with this id.
///
/// # Errors
/// [`Error::Broken`].
pub async fn by_id(db: &impl ConnectionTrait, id: UnitId) -> Result<Option<Unit>> {
    Ok(adoption_unit::Entity::find_by_id(id).one(db).await?.map(Unit::from))
}

/// The highest of these departments, as they were in a closed period.
///
/// # Errors
/// [`Error::Broken`].
pub async fn tops(
    db: &impl ConnectionTrait,
    period: PeriodId,
    departments: &[DepartmentId],
) -> Result<Vec<Unit>> {
    let rows = adoption_unit::Entity::find()
        .filter(adoption_unit::Column::PeriodId.eq(period))
        .filter(adoption_unit::Column::DepartmentId.is_in(departments.iter().copied()))
        .order_by_asc(adoption_unit::Column::Position)
        .all(db)
        .await?;
    let ids: HashSet<_> = rows.iter().map(|row| row.id).collect();
    let top = |row: &adoption_unit::Model| !row.parent_id.is_some_and(|above| ids.contains(&above));
    Ok(rows.into_iter().filter(top).map(Unit::from).collect())
}

/// The highest of these departments in the newest period that closed, for the first page of a head.
///
/// # Errors
/// [`Error::Broken`].
pub async fn newest_of(db: &impl ConnectionTrait, departments: &[DepartmentId]) -> Result<Option<Unit>> {
    let row = adoption_unit::Entity::find()
        .join(
            JoinType::InnerJoin,
            adoption_unit::Entity::belongs_to(adoption_period::Entity)
                .from(adoption_unit::Column::PeriodId)
                .to(adoption_period::Column::Id)
                .into(),
        )
        .filter(adoption_unit::Column::DepartmentId.is_in(departments.iter().copied()))
        .filter(adoption_period::Column::ClosedAt.is_not_null())
        .order_by_desc(adoption_period::Column::BeginsOn)
        .order_by_asc(adoption_unit::Column::Position)
        .one(db)
        .await?;
    Ok(row.map(Unit::from))
}

/// What lies right below a unit.
///
/// # Errors
/// [`Error::Broken`].
pub async fn below(db: &impl ConnectionTrait, unit: UnitId) -> Result<Vec<Unit>> {
    let rows = adoption_unit::Entity::find()
        .filter(adoption_unit::Column::ParentId.eq(unit))
        .order_by_asc(adoption_unit::Column::Position)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Unit::from).collect())
}

/// A department through time.
///
/// # Errors
/// [`Error::Broken`].
pub async fn story(db: &impl ConnectionTrait, department: DepartmentId) -> Result<Story> {
    let units = ledger::through_time(db, department).await?;
    let ids: Vec<_> = units.iter().map(|unit| unit.id).collect();
    let cells = ledger::cells(db, &ids, Level::Internal).await?;
    Ok(Story { units, cells })
}

/// Which conditions of the ladder these units fulfilled, in the order of the ladder.
///
/// # Errors
/// [`Error::Broken`].
pub async fn ticks(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<Ticks> {
    let rows = adoption_tick::Entity::find()
        .filter(adoption_tick::Column::UnitId.is_in(units.iter().copied()))
        .all(db)
        .await?;
    let mut ticks = Ticks::new();
    for row in rows {
        ticks.entry(row.unit_id).or_default().push((row.condition, row.met));
    }
    Ok(ticks)
}

/// The promises, by code: what the figure of each is called, and in which unit it is.
///
/// # Errors
/// [`Error::Broken`].
pub async fn promises(db: &impl ConnectionTrait) -> Result<Vec<Promise>> {
    Ok(promise::Entity::find().order_by_asc(promise::Column::Code).all(db).await?)
}

/// The workshops with these codes.
///
/// # Errors
/// [`Error::Broken`].
pub async fn workshops(db: &impl ConnectionTrait, codes: &[&str]) -> Result<Vec<workshop::Model>> {
    let rows = workshop::Entity::find().filter(workshop::Column::Code.is_in(codes.iter().copied()));
    Ok(rows.all(db).await?)
}
