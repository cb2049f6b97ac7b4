//! What somebody answered about a workshop. Knows no person, session, invitation or time: nothing here may ever lead to who it was.

use sea_orm::entity::prelude::*;

use crate::{evaluation::EvaluationKind, id::*};

crate::text_enum! {
    /// Whether somebody applied in the last two weeks what they learned.
    Applied {
        Yes = "yes",
        No = "no",
        /// Had no work to apply it to.
        NoOccasion = "no-occasion",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation_answer")]
pub struct Model {
    /// By chance, so that order tells nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvaluationAnswerId,
    pub workshop_id: WorkshopId,
    pub kind: EvaluationKind,
    /// Of use in one's work, from 1 to 5; only after closing, as the next two.
    pub useful: Option<i32>,
    /// Clearly explained.
    pub clear: Option<i32>,
    /// Would recommend it to a colleague.
    pub recommend: Option<i32>,
    /// Only after twelve weeks, as the reasons.
    pub applied: Option<Applied>,
    /// Codes of what helped or hindered, with commas between; empty for none.
    pub reasons: String,
    /// The night in which it was first shown, with at least four others; nothing as long as it waits for them.
    pub released_on: Option<Date>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
