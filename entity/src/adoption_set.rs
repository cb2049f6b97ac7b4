//! The ledger: a set of answers of which figures were published. Never changed, never taken away.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// Which answers a published set holds.
    Family {
        Pulse = "pulse",
        /// Of votes in the room.
        Votes = "votes",
        /// Of evaluations on the day itself.
        Usefulness = "usefulness",
        /// Of evaluations after twelve weeks.
        Use = "use",
        /// Of residents.
        Grades = "grades",
    }
}

crate::text_enum! {
    /// Who a published figure is for.
    Level {
        /// Inside the organisation.
        Internal = "internal",
        /// Also for residents.
        Public = "public",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption_set")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PublishedSetId,
    pub period_id: PeriodId,
    /// Which answers it holds.
    #[sea_orm(unique_key = "adoption_set_of")]
    pub family: Family,
    #[sea_orm(unique_key = "adoption_set_of")]
    pub unit_id: UnitId,
    /// What else tells it from other sets of the unit, as the code of a workshop; may be empty.
    #[sea_orm(unique_key = "adoption_set_of")]
    pub subject: String,
    #[sea_orm(unique_key = "adoption_set_of")]
    pub level: Level,
    /// Never shown as it is.
    pub persons: i32,
    /// The number that each class of answers had to have.
    pub least: i32,
    pub published_on: Date,
    /// SHA-256 over the ids of the answers in order, in hexadecimal.
    pub hash: String,
    #[sea_orm(belongs_to, from = "period_id", to = "id", on_delete = "Cascade")]
    pub period: BelongsTo<super::adoption_period::Entity>,
    #[sea_orm(belongs_to, from = "unit_id", to = "id", on_delete = "Cascade")]
    pub unit: BelongsTo<super::adoption_unit::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
