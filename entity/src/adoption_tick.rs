//! Whether a unit fulfilled one condition of the ladder.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption_tick")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit_id: UnitId,
    /// As "ideas-answered".
    #[sea_orm(primary_key, auto_increment = false)]
    pub condition: String,
    pub met: bool,
    #[sea_orm(belongs_to, from = "unit_id", to = "id", on_delete = "Cascade")]
    pub unit: BelongsTo<super::adoption_unit::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
