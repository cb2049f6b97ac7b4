//! That a missed promise opened an improvement: at most one for each period.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "promise_improvement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub promise_id: PromiseId,
    /// First day of the period that was missed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub begins_on: Date,
    pub improvement_id: ImprovementId,
    #[sea_orm(belongs_to, from = "promise_id", to = "id", on_delete = "Cascade")]
    pub promise: BelongsTo<super::promise::Entity>,
    #[sea_orm(belongs_to, from = "improvement_id", to = "id", on_delete = "Cascade")]
    pub improvement: BelongsTo<super::improvement::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
