//! A head asks the programme for a date of a workshop for the people of a department.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "date_wish")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DateWishId,
    pub department_id: DepartmentId,
    pub workshop_id: WorkshopId,
    /// For how many people.
    pub people: i32,
    /// The first and the last day that would suit.
    pub from_on: Date,
    pub until_on: Date,
    /// What the programme should know; may be empty.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Nobody: somebody who was erased.
    pub asked_by: Option<PersonId>,
    pub asked_at: DateTimeUtc,
    /// Nothing: nobody answered yet.
    pub answered_at: Option<DateTimeUtc>,
    pub answered_by: Option<PersonId>,
    /// The date that was planned.
    pub session_id: Option<SessionId>,
    /// What was answered in the stead of a date.
    #[sea_orm(column_type = "Text", nullable)]
    pub reply: Option<String>,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<super::department::Entity>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
    #[sea_orm(belongs_to, from = "session_id", to = "id")]
    pub session: BelongsTo<Option<super::session::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
