//! A workshop that must have been followed before another.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "prerequisite")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workshop_id: WorkshopId,
    /// Comes first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub required_id: WorkshopId,
    #[sea_orm(
        belongs_to,
        relation_enum = "Workshop",
        from = "workshop_id",
        to = "id",
        on_delete = "Cascade"
    )]
    pub workshop: BelongsTo<super::workshop::Entity>,
    #[sea_orm(
        belongs_to,
        relation_enum = "Required",
        from = "required_id",
        to = "id",
        on_delete = "Cascade"
    )]
    pub required: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
