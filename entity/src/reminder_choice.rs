//! How somebody wants to be reminded. Without a row: as most people are.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// When a reminder comes.
    Reminder {
        TwoDays = "two-days",
        DayBeforeToo = "day-before-too",
        Never = "never",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    pub reminder: Reminder,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
