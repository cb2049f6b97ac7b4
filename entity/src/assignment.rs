//! A group should have followed a workshop, or a track, before a day.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AssignmentId,
    /// Nothing for a track.
    pub workshop_id: Option<WorkshopId>,
    pub track_id: Option<TrackId>,
    /// The last day; nothing when it depends on when somebody joined.
    pub due_on: Option<Date>,
    /// So many days after joining.
    pub due_days: Option<i32>,
    /// Why, as people read it.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// To be followed again after so many years.
    pub repeat_years: Option<i32>,
    /// Nobody: the house itself, the operator, or somebody who was erased.
    pub made_by: Option<PersonId>,
    pub made_at: DateTimeUtc,
    /// When it was last held against who works here; nothing: it is to be done now.
    pub checked_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_by: Option<PersonId>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id")]
    pub workshop: BelongsTo<Option<super::workshop::Entity>>,
    #[sea_orm(belongs_to, from = "track_id", to = "id")]
    pub track: BelongsTo<Option<super::track::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
