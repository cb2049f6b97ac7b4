//! Writing what is published, a slice a change, so that nobody waits for all of it.

use entity::{adoption_cell, adoption_set, adoption_tick, adoption_unit, id::*};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _,
};

use super::Draft;
use crate::domain::{change::Change, error::Result};

/// Rows of one statement: SQLite takes 32,766 values at once, and a cell has 18.
const ROWS: usize = 1_000;

/// A period, as it is written.
#[derive(Debug)]
pub struct Written {
    units: Vec<adoption_unit::Model>,
    ticks: Vec<adoption_tick::Model>,
    sets: Vec<adoption_set::Model>,
    cells: Vec<adoption_cell::Model>,
}

/// So much of something is written in one change.
type Part<'a, T> = &'a [T];

/// One change.
#[derive(Clone, Copy, Debug)]
pub enum Slice<'a> {
    Units(Part<'a, adoption_unit::Model>),
    Sets(Part<'a, adoption_set::Model>),
    Cells(Part<'a, adoption_cell::Model>),
    Ticks(Part<'a, adoption_tick::Model>),
}

impl Written {
    /// What was drafted, with the units it is about.
    #[must_use]
    pub fn new(draft: Draft, units: Vec<adoption_unit::Model>, ticks: Vec<adoption_tick::Model>) -> Self {
        Self { units, ticks, sets: draft.sets, cells: draft.cells }
    }

    /// How many figures there are.
    #[must_use]
    pub const fn figures(&self) -> usize {
        self.cells.len()
    }

    /// In parts, in an order in which each finds what it points at. A parent is never written after its children.
    #[must_use]
    pub fn slices(&self) -> Vec<Slice<'_>> {
        let units = self.units.chunks(ROWS).map(Slice::Units);
        let sets = self.sets.chunks(ROWS).map(Slice::Sets);
        let cells = self.cells.chunks(ROWS).map(Slice::Cells);
        units.chain(sets).chain(cells).chain(self.ticks.chunks(ROWS).map(Slice::Ticks)).collect()
    }
}

/// Writes one part.
///
/// # Errors
/// When the database fails.
pub async fn keep(change: &Change, slice: Slice<'_>) -> Result<()> {
    let db = change.db();
    macro_rules! insert {
        ($entity:ident, $rows:expr) => {{
            let rows = $rows.iter().map(|row| row.clone().into_active_model().reset_all());
            $entity::Entity::insert_many(rows).exec_without_returning(db).await?;
        }};
    }
    match slice {
        Slice::Units(rows) => insert!(adoption_unit, rows),
        Slice::Sets(rows) => insert!(adoption_set, rows),
        Slice::Cells(rows) => insert!(adoption_cell, rows),
        Slice::Ticks(rows) => insert!(adoption_tick, rows),
    }
    Ok(())
}

/// Takes away some of what a closing that was broken off wrote of a period. Whether there may be more.
///
/// # Errors
/// When the database fails.
pub async fn clear(change: &Change, period: PeriodId) -> Result<bool> {
    let db = change.db();
    let some = adoption_cell::Entity::find()
        .select_only()
        .column(adoption_cell::Column::Id)
        .filter(adoption_cell::Column::PeriodId.eq(period))
        .limit(5 * ROWS as u64)
        .into_query();
    let cells = adoption_cell::Entity::delete_many().filter(adoption_cell::Column::Id.in_subquery(some));
    if cells.exec(db).await?.rows_affected > 0 {
        return Ok(true);
    }
    adoption_set::Entity::delete_many().filter(adoption_set::Column::PeriodId.eq(period)).exec(db).await?;
    // Ticks go with their units, and units below with those above.
    adoption_unit::Entity::delete_many().filter(adoption_unit::Column::PeriodId.eq(period)).exec(db).await?;
    Ok(false)
}
