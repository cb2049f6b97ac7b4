//! One time that everybody is asked about the four values, with how many were asked and how many answered.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pulse")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PulseId,
    #[sea_orm(unique_key = "pulse_of")]
    pub period_id: PeriodId,
    pub opens_on: Date,
    /// The last day on which one can answer.
    pub closes_on: Date,
    /// Signs the links of this time; empty once it is over.
    pub link_key: String,
    pub invited: i32,
    pub answered: i32,
    /// How many had answered when the day began: what is shown to people.
    pub counted: i32,
    /// When its answers were last put in the order of their random keys.
    pub sifted_on: Date,
    /// When people were asked; nothing as long as they are not.
    pub asked_on: Option<Date>,
    pub reminded_on: Option<Date>,
    /// Since when nobody can answer any more, and nothing tells who did.
    pub closed_on: Option<Date>,
    #[sea_orm(belongs_to, from = "period_id", to = "id", on_delete = "Cascade")]
    pub period: BelongsTo<super::adoption_period::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
