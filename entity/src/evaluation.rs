//! One time that the people of a session are asked what they think of it, with how many were asked and how many answered.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// When somebody is asked, and so which questions.
    EvaluationKind {
        /// The day on which the last register closes.
        AfterClosing = "after-closing",
        /// Twelve weeks after the last meeting.
        AfterTwelveWeeks = "after-twelve-weeks",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvaluationId,
    #[sea_orm(unique_key = "evaluation_of")]
    pub session_id: SessionId,
    pub workshop_id: WorkshopId,
    #[sea_orm(unique_key = "evaluation_of")]
    pub kind: EvaluationKind,
    pub opens_on: Date,
    /// The last day on which one can answer.
    pub closes_on: Date,
    /// Signs the links of this time; empty once it is over.
    pub link_key: String,
    pub invited: i32,
    pub answered: i32,
    /// How many had answered when the day began: what is shown to people.
    pub counted: i32,
    /// When its answers were last put in the order of their random keys.
    pub sifted_on: Date,
    /// When people were asked; nothing as long as they are not.
    pub asked_on: Option<Date>,
    pub reminded_on: Option<Date>,
    /// Since when nobody can answer any more, and nothing tells who did.
    pub closed_on: Option<Date>,
    #[sea_orm(belongs_to, from = "session_id", to = "id", on_delete = "Cascade")]
    pub session: BelongsTo<super::session::Entity>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
