//! A theme that the second coder gave.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "theme_coding_theme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub coding_id: CodingId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub theme_id: ThemeId,
    #[sea_orm(belongs_to, from = "coding_id", to = "id", on_delete = "Cascade")]
    pub coding: BelongsTo<super::theme_coding::Entity>,
    #[sea_orm(belongs_to, from = "theme_id", to = "id", on_delete = "Cascade")]
    pub theme: BelongsTo<super::theme::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
