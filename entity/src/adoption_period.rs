//! A stretch of time over which adoption is reported. Open until somebody closes it; what is published then stays as it is.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// How long the periods of all figures are.
    Grain {
        Quarter = "quarter",
        HalfYear = "half-year",
        Year = "year",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption_period")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PeriodId,
    pub grain: Grain,
    #[sea_orm(unique_key = "adoption_period_begins")]
    pub begins_on: Date,
    /// The last day; also the day on which headcounts are taken.
    pub ends_on: Date,
    /// Since when nothing is added to it any more, and its figures are made.
    pub closing_at: Option<DateTimeUtc>,
    /// How many units are written of how many, while it is being closed.
    pub done: i32,
    pub total: i32,
    /// Since when its figures can be read.
    pub closed_at: Option<DateTimeUtc>,
    /// Nothing: somebody who was erased.
    pub closed_by: Option<PersonId>,
    /// The least number of people behind a figure inside the organisation, behind a public one, and in a unit, as they were at closing.
    pub people: i32,
    pub people_public: i32,
    pub headcount: i32,
    #[sea_orm(belongs_to, from = "closed_by", to = "id")]
    pub closer: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
