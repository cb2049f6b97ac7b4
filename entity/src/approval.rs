//! Who decides about a request for a place, and what was decided. One row a step; at most one of an enrolment is open.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// Who decides.
    Step {
        /// A head of the person, or who stands in for one.
        Head = "head",
        /// Whoever runs the programme.
        Manager = "manager",
    }
}

crate::text_enum! {
    /// What came of it.
    ApprovalState {
        /// Nobody has decided yet.
        Open = "open",
        Granted = "granted",
        Declined = "declined",
        /// Nobody decided in time.
        Expired = "expired",
        /// The person asks no more, or there is nothing any more to decide about.
        Withdrawn = "withdrawn",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "approval")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApprovalId,
    pub enrolment_id: EnrolmentId,
    pub step: Step,
    pub state: ApprovalState,
    pub asked_at: DateTimeUtc,
    /// Nobody: the house itself, or nobody yet.
    pub decided_by: Option<PersonId>,
    pub decided_at: Option<DateTimeUtc>,
    /// Why it was declined, as the person is told.
    pub reason: Option<String>,
    #[sea_orm(belongs_to, from = "enrolment_id", to = "id", on_delete = "Cascade")]
    pub enrolment: BelongsTo<super::enrolment::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
