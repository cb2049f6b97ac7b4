//! What a department was called, and under which one it fell, in a time that has passed. What holds now stands in the
//! department itself.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "department_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DepartmentVersionId,
    pub department_id: DepartmentId,
    pub name: String,
    pub parent_id: Option<DepartmentId>,
    /// First day; nothing when it is the oldest that is known.
    pub starts_on: Option<Date>,
    /// Last day.
    pub ends_on: Date,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<super::department::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
