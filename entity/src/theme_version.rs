//! What a theme was called until a day.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "theme_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ThemeVersionId,
    pub theme_id: ThemeId,
    pub name_nl: String,
    pub name_en: String,
    pub until_on: Date,
    pub changed_by: Option<PersonId>,
    #[sea_orm(belongs_to, from = "theme_id", to = "id", on_delete = "Cascade")]
    pub theme: BelongsTo<super::theme::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
