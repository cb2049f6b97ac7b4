//! What conversations are about: the managed list.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "theme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ThemeId,
    pub name_nl: String,
    pub name_en: String,
    /// The theme it became part of; conversations are then of that one.
    pub merged_into_id: Option<ThemeId>,
    /// From this day nobody gives it to a conversation any more.
    pub retired_on: Option<Date>,
    #[sea_orm(self_ref, relation_enum = "Into", from = "merged_into_id", to = "id")]
    pub merged_into: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
