//! What was published, a page at a time: for files and for programs.

use std::collections::HashMap;

use entity::{adoption_cell, adoption_period, adoption_unit, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, Select,
};

use super::{Cell, Published, Unit};
use crate::domain::{
    adoption::period::Period,
    error::Result,
    page::{Page, Window},
};

/// A figure with what it is about.
#[derive(Clone, Debug)]
pub struct Line {
    pub cell: Published<Cell>,
    pub unit: Unit,
    pub period: Period,
}

/// How many figures there are of closed periods.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(published().count(db).await?)
}

fn published() -> Select<adoption_cell::Entity> {
    let closed = adoption_period::Entity::find()
        .select_only()
        .column(adoption_period::Column::Id)
        .filter(adoption_period::Column::ClosedAt.is_not_null())
        .into_query();
    adoption_cell::Entity::find().filter(adoption_cell::Column::PeriodId.in_subquery(closed))
}

/// The figures of one closed period, or of all, by unit: three statements, whatever their number.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(
    db: &impl ConnectionTrait,
    period: Option<PeriodId>,
    window: &Window,
) -> Result<Page<Line>> {
    use adoption_cell::Column::{Id, PeriodId as OfPeriod, UnitId as OfUnit};
    let mut found = published();
    if let Some(period) = period {
        found = found.filter(OfPeriod.eq(period));
    }
    let page = window.read(db, found, (OfUnit, Id), |row| (row.unit_id.0, row.id.0)).await?;
    let units: Vec<_> = page.items.iter().map(|row| row.unit_id).collect();
    let units = adoption_unit::Entity::find().filter(adoption_unit::Column::Id.is_in(units)).all(db).await?;
    let units: HashMap<_, _> = units.into_iter().map(|row| (row.id, Unit::from(row))).collect();
    let periods = adoption_period::Entity::find().all(db).await?;
    let line = |row: adoption_cell::Model| {
        let period = periods.iter().find(|period| period.id == row.period_id)?.clone();
        Some(Line { unit: units.get(&row.unit_id)?.clone(), period, cell: row.into() })
    };
    Ok(Page { items: page.items.into_iter().filter_map(line).collect(), next: page.next })
}
