//! A measured value of a promise over one period. Never changed: a correction is a new reading, and the newest counts.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// How a reading came in.
    ReadingWay {
        Form = "form",
        File = "file",
        Api = "api",
        /// Counted by the house, from call-back requests or grades.
        Counted = "counted",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reading")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReadingId,
    pub promise_id: PromiseId,
    /// First day of the period.
    pub begins_on: Date,
    /// In the unit of the promise.
    pub value: f64,
    /// The target of the promise as it was over this period: a change of the promise leaves it as it is.
    pub target: f64,
    /// What was due, and what of it was met, where the figure is a share; the number of answers where it is a grade.
    pub cases: Option<i32>,
    pub met: Option<i32>,
    pub way: ReadingWay,
    /// Why it was corrected, or what there is to know; may be empty.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Nothing: the house counted it, or somebody who was erased.
    pub entered_by: Option<PersonId>,
    pub entered_at: DateTimeUtc,
    /// Since when a newer reading of the same period counts.
    pub replaced_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "promise_id", to = "id", on_delete = "Cascade")]
    pub promise: BelongsTo<super::promise::Entity>,
    #[sea_orm(belongs_to, from = "entered_by", to = "id")]
    pub enterer: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
