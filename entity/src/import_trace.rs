//! What an import found before it wrote something, for as long as it can be undone.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_trace")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: ImportId,
    /// A person, department or workshop, as the import's kind says.
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    /// Nothing when the import made it.
    pub before: Option<Json>,
    /// How the import left it, as SHA-256 in hexadecimal: what differs has been changed since.
    pub after: String,
    #[sea_orm(belongs_to, from = "import_id", to = "id", on_delete = "Cascade")]
    pub import: BelongsTo<super::import::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
