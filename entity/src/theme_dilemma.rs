//! A role that a theme troubles, and between what it stands: think along, stay impartial.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "theme_dilemma")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DilemmaId,
    pub theme_id: ThemeId,
    pub role_nl: String,
    pub role_en: String,
    pub between_nl: String,
    pub between_en: String,
    #[sea_orm(belongs_to, from = "theme_id", to = "id", on_delete = "Cascade")]
    pub theme: BelongsTo<super::theme::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
