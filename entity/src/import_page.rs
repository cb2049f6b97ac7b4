//! What a file would change, compared once and kept a page at a time, for as long as the content of the file.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_page")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: ImportId,
    /// `added`, `moved`, `changed`, `left`, `refused` or `warnings`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub list: String,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// At most 50.
    pub rows: Json,
    #[sea_orm(belongs_to, from = "import_id", to = "id", on_delete = "Cascade")]
    pub import: BelongsTo<super::import::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
