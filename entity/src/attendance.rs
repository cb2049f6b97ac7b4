//! Who was at a meeting. A correction is a new mark; the one before it stays, with when it was replaced.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What a trainer saw.
    Mark {
        Present = "present",
        /// Came late or left early.
        Partly = "partly",
        Absent = "absent",
        /// Said beforehand that it would not work out.
        Excused = "excused",
    }
}

crate::text_enum! {
    /// Where a mark comes from.
    Source {
        /// Whoever keeps the register.
        Register = "register",
        /// The person, by the code on the trainer's screen: provisional until the register closes.
        CheckIn = "check-in",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attendance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AttendanceId,
    pub meeting_id: MeetingId,
    pub enrolment_id: EnrolmentId,
    pub mark: Mark,
    #[sea_orm(default_value = "register")]
    pub source: Source,
    /// Why it was corrected after the register had closed.
    pub reason: Option<String>,
    /// Nobody: the house itself, or the operator.
    pub marked_by: Option<PersonId>,
    pub marked_at: DateTimeUtc,
    /// When another mark took its place; nothing for the one that holds.
    pub replaced_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "meeting_id", to = "id", on_delete = "Cascade")]
    pub meeting: BelongsTo<super::meeting::Entity>,
    #[sea_orm(belongs_to, from = "enrolment_id", to = "id", on_delete = "Cascade")]
    pub enrolment: BelongsTo<super::enrolment::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
