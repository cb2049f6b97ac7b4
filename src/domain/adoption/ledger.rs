//! What was published. Pages, files, the API and print take a [`Published`] and nothing else, and only this module makes one:
//! a figure that was not published cannot be shown.

mod draft;
mod entry;
mod figure;
mod kind;
mod page;
mod set;
mod store;
mod trend;

use std::ops::Deref;

use entity::{adoption_cell, adoption_period, adoption_unit, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};

use crate::domain::error::Result;

pub use entity::{
    adoption_cell::{Indicator, Side, Trend},
    adoption_set::{Family, Level},
    adoption_unit::UnitKind,
};

pub use draft::{Draft, share};
pub use entry::{Entry, entries};
pub use figure::Figure;
pub use kind::{Opinion, Work};
pub use page::{Line, count, page};
pub use set::{Accepted, Answers, Claim};
pub(super) use store::{Written, clear, keep};
pub(super) use trend::{Before, compare};

/// Something that was published. Can be read by everybody, and made by nobody outside this module.
#[derive(Clone, Debug, PartialEq)]
pub struct Published<T>(T);

impl<T> Deref for Published<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A figure as it may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub period: PeriodId,
    pub unit: UnitId,
    pub indicator: Indicator,
    /// What it is about where the indicator has several: the code of a promise or workshop, a channel, a theme; else empty.
    pub subject: String,
    pub level: Level,
    /// A share from 0 to 1 in whole hundredths, a mean to a tenth, a count.
    pub value: f64,
    pub side: Side,
    /// The 95 % interval, rounded as the value.
    pub interval: Option<(f64, f64)>,
    /// How many answers or cases: "5-9", "10-19", "20-49", "50+".
    pub band: Option<String>,
    pub trend: Option<Trend>,
    /// Less than 40 % answered.
    pub indicative: bool,
}

impl From<adoption_cell::Model> for Published<Cell> {
    fn from(row: adoption_cell::Model) -> Self {
        Self(Cell {
            period: row.period_id,
            unit: row.unit_id,
            indicator: row.indicator,
            subject: row.subject,
            level: row.level,
            value: row.value,
            side: row.side,
            interval: row.low.zip(row.high),
            band: row.band,
            trend: row.trend,
            indicative: row.indicative,
        })
    }
}

/// A part of the organisation as it was when a period closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub period: PeriodId,
    /// Nothing: units that were put together, or a department that went.
    pub department: Option<DepartmentId>,
    pub parent: Option<UnitId>,
    pub kind: UnitKind,
    /// For units that were put together the name of their parent.
    pub name: String,
    /// How far it is on the ladder, from 0 to 5; nothing for what has no ladder.
    pub step: Option<i32>,
}

impl From<adoption_unit::Model> for Unit {
    fn from(row: adoption_unit::Model) -> Self {
        Self {
            id: row.id,
            period: row.period_id,
            department: row.department_id,
            parent: row.parent_id,
            kind: row.kind,
            name: row.name,
            step: row.step,
        }
    }
}

/// The units of a period of these kinds, a parent before its children.
///
/// # Errors
/// [`crate::domain::error::Error::Broken`].
pub async fn units(db: &impl ConnectionTrait, period: PeriodId, kinds: &[UnitKind]) -> Result<Vec<Unit>> {
    let rows = adoption_unit::Entity::find()
        .filter(adoption_unit::Column::PeriodId.eq(period))
        .filter(adoption_unit::Column::Kind.is_in(kinds.iter().copied()))
        .order_by_asc(adoption_unit::Column::Position)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A department through the closed periods, the oldest first.
///
/// # Errors
/// [`crate::domain::error::Error::Broken`].
pub async fn through_time(db: &impl ConnectionTrait, department: DepartmentId) -> Result<Vec<Unit>> {
    let rows = adoption_unit::Entity::find()
        .join(
            JoinType::InnerJoin,
            adoption_unit::Entity::belongs_to(adoption_period::Entity)
                .from(adoption_unit::Column::PeriodId)
                .to(adoption_period::Column::Id)
                .into(),
        )
        .filter(adoption_unit::Column::DepartmentId.eq(department))
        .filter(adoption_period::Column::ClosedAt.is_not_null())
        .order_by_asc(adoption_period::Column::BeginsOn)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// What was published of these units for this level. Units of a period that is not closed have nothing.
///
/// # Errors
/// [`crate::domain::error::Error::Broken`].
pub async fn cells(
    db: &impl ConnectionTrait,
    units: &[UnitId],
    level: Level,
) -> Result<Vec<Published<Cell>>> {
    read(db, of_units(units, level)).await
}

/// As [`cells`], of these indicators only.
///
/// # Errors
/// [`crate::domain::error::Error::Broken`].
pub async fn cells_about(
    db: &impl ConnectionTrait,
    units: &[UnitId],
    level: Level,
    indicators: &[Indicator],
) -> Result<Vec<Published<Cell>>> {
    let about = adoption_cell::Column::Indicator.is_in(indicators.iter().copied());
    read(db, of_units(units, level).filter(about)).await
}

fn of_units(units: &[UnitId], level: Level) -> Select<adoption_cell::Entity> {
    adoption_cell::Entity::find()
        .join(
            JoinType::InnerJoin,
            adoption_cell::Entity::belongs_to(adoption_period::Entity)
                .from(adoption_cell::Column::PeriodId)
                .to(adoption_period::Column::Id)
                .into(),
        )
        .filter(adoption_cell::Column::UnitId.is_in(units.iter().copied()))
        .filter(adoption_cell::Column::Level.eq(level))
        .filter(adoption_period::Column::ClosedAt.is_not_null())
}

async fn read(
    db: &impl ConnectionTrait,
    some: Select<adoption_cell::Entity>,
) -> Result<Vec<Published<Cell>>> {
    let rows = some
        .order_by_asc(adoption_cell::Column::UnitId)
        .order_by_asc(adoption_cell::Column::Indicator)
        .order_by_asc(adoption_cell::Column::Subject)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}
