//! A core value that a workshop works on.

use sea_orm::entity::prelude::*;

use crate::{core_value::CoreValue, id::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "workshop_value")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workshop_id: WorkshopId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub value: CoreValue,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
