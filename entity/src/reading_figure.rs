//! A figure beside the value of a reading, as the abandoned share of telephone calls.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reading_figure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub reading_id: ReadingId,
    /// As "median-days".
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub value: f64,
    #[sea_orm(belongs_to, from = "reading_id", to = "id", on_delete = "Cascade")]
    pub reading: BelongsTo<super::reading::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
