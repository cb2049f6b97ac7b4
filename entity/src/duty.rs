//! What one person has to follow before a day. Where it stands follows from this row and from the places of that person.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// How a duty ended. The row stays.
    DutyEnding {
        /// Does not belong to the group any more, or works here no more.
        LeftGroup = "left-group",
        /// The assignment ended, or the workshop left the track.
        AssignmentEnded = "assignment-ended",
        /// Was fulfilled so long ago that it begins anew.
        Renewed = "renewed",
    }
}

crate::text_enum! {
    /// What was said to a wish for more time.
    Answer {
        Granted = "granted",
        Declined = "declined",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "duty")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DutyId,
    pub assignment_id: AssignmentId,
    pub workshop_id: WorkshopId,
    pub person_id: PersonId,
    pub since: Date,
    /// The last day. Only moves later.
    pub due_on: Date,
    /// Half of the time: somebody without a date is reminded then.
    pub half_on: Date,
    /// The last step at which somebody without a date was reminded: 1 half of the time, 2 two weeks, 3 three days.
    pub chased: i32,
    /// The last day of the session with which it was fulfilled.
    pub done_on: Option<Date>,
    /// The place with which it was fulfilled.
    pub enrolment_id: Option<EnrolmentId>,
    pub exempted_at: Option<DateTimeUtc>,
    pub exempted_by: Option<PersonId>,
    pub exempt_reason: Option<String>,
    /// When more time was asked for, until when, and why.
    pub asked_at: Option<DateTimeUtc>,
    pub asked_until: Option<Date>,
    pub asked_reason: Option<String>,
    pub answered_at: Option<DateTimeUtc>,
    pub answered_by: Option<PersonId>,
    pub answer: Option<Answer>,
    pub ended_at: Option<DateTimeUtc>,
    pub ending: Option<DutyEnding>,
    #[sea_orm(belongs_to, from = "assignment_id", to = "id", on_delete = "Cascade")]
    pub assignment: BelongsTo<super::assignment::Entity>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
