//! A change of the department tree on a day that is still to come.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reorganisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReorganisationId,
    /// What changes.
    pub department_id: DepartmentId,
    /// Where it goes: the department it is merged into or put under.
    pub other_id: Option<DepartmentId>,
    /// What is to be done.
    pub wish: Json,
    /// On which day.
    pub starts_on: Date,
    pub planned_by: Option<PersonId>,
    pub planned_at: DateTimeUtc,
    /// Why it could not be done on its day: a code of the house.
    pub refused: Option<String>,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<super::department::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
