//! The ledger as everybody may read it.

use chrono::NaiveDate;
use entity::{adoption_set, adoption_unit, id::*};
use sea_orm::{ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryOrder as _, QuerySelect as _};

use super::{Family, Level, UnitKind};
use crate::domain::error::Result;

/// One line of the ledger, as everybody may read it: of what a figure was published, without how many people are behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub period: PeriodId,
    pub family: Family,
    /// What the unit was called, and what kind it is.
    pub unit: String,
    pub kind: UnitKind,
    pub subject: String,
    pub level: Level,
    /// The number that each class of answers had to have.
    pub least: i32,
    pub published_on: NaiveDate,
    pub hash: String,
}

/// The ledger, the newest day first and within a day as it was accepted, with how many lines there are: so many lines after so many.
///
/// # Errors
/// [`crate::domain::error::Error::Broken`].
pub async fn entries(db: &impl ConnectionTrait, (from, most): (u64, u64)) -> Result<(Vec<Entry>, u64)> {
    let total = adoption_set::Entity::find().count(db).await?;
    let rows = adoption_set::Entity::find()
        .find_also_related(adoption_unit::Entity)
        .order_by_desc(adoption_set::Column::PublishedOn)
        .order_by_asc(adoption_set::Column::Id)
        .offset(from)
        .limit(most)
        .all(db)
        .await?;
    let entry = |(row, unit): (adoption_set::Model, Option<adoption_unit::Model>)| {
        let unit = unit?;
        Some(Entry {
            period: row.period_id,
            family: row.family,
            unit: unit.name,
            kind: unit.kind,
            subject: row.subject,
            level: row.level,
            least: row.least,
            published_on: row.published_on,
            hash: row.hash,
        })
    };
    Ok((rows.into_iter().filter_map(entry).collect(), total))
}
