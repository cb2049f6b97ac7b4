//! How many call-back requests were due on one day, and how many of those were met. No single request is kept.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call_back_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CallBackDayId,
    pub promise_id: PromiseId,
    /// Nothing: of no department that the house knows.
    pub department_id: Option<DepartmentId>,
    pub due_on: Date,
    pub due: i32,
    pub met: i32,
    #[sea_orm(belongs_to, from = "promise_id", to = "id", on_delete = "Cascade")]
    pub promise: BelongsTo<super::promise::Entity>,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<Option<super::department::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
