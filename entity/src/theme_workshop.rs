//! A workshop that helps with a theme.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "theme_workshop")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub theme_id: ThemeId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub workshop_id: WorkshopId,
    #[sea_orm(belongs_to, from = "theme_id", to = "id", on_delete = "Cascade")]
    pub theme: BelongsTo<super::theme::Entity>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
