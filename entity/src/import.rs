//! An uploaded file: previewed, then applied. The content goes as soon as it is applied or a day old.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What the file holds.
    ImportKind {
        Departments = "departments",
        People = "people",
        Workshops = "workshops",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub kind: ImportKind,
    pub file_name: String,
    #[sea_orm(column_type = "Blob", nullable)]
    pub content: Option<Vec<u8>>,
    pub uploaded_by: Option<PersonId>,
    pub uploaded_at: DateTimeUtc,
    pub applied_at: Option<DateTimeUtc>,
    /// Counts of the diff: added, changed, left, unchanged, refused.
    pub counts: Json,
    /// What was there before, for as long as the import can be undone.
    pub restore: Option<Json>,
    /// Since when it is being written.
    pub started_at: Option<DateTimeUtc>,
    pub undone_at: Option<DateTimeUtc>,
    /// Rows to write.
    pub total: i32,
    /// Rows written.
    pub done: i32,
    /// When it was last seen to get on; nothing while nobody applies it.
    pub moved_at: Option<DateTimeUtc>,
    /// SHA-256 of the content in hexadecimal: by it a file that comes again is recognised.
    pub content_hash: String,
    /// Which run may write: a new number each time that somebody begins a file of its kind.
    pub run: i32,
    /// When the pages were compared that show what it would change.
    pub compared_at: Option<DateTimeUtc>,
    /// For whom: it depends on who would apply it.
    pub compared_by: Option<PersonId>,
}

impl ActiveModelBehavior for ActiveModel {}
