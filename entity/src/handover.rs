//! A letter for somebody without a mail address, to be given by hand.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "handover")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub letter_id: LetterId,
    /// For whom it is.
    pub person_id: PersonId,
    /// What is printed: to the person, while the letter may be a mail to who passes it on.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub asked_at: DateTimeUtc,
    /// From when on it tells nothing any more; nothing when it goes on telling something.
    pub lapses_at: Option<DateTimeUtc>,
    /// Since when the person has it.
    pub handed_at: Option<DateTimeUtc>,
    /// Who gave it.
    pub handed_by: Option<PersonId>,
    #[sea_orm(belongs_to, from = "letter_id", to = "id", on_delete = "Cascade")]
    pub letter: BelongsTo<super::letter::Entity>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
