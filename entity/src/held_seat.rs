//! Seats of a session that are held for the people of a department, until they get a name or a moment comes.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "held_seat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: HeldSeatId,
    pub session_id: SessionId,
    pub department_id: DepartmentId,
    /// Seats without a name; one that gets a name is an enrolment.
    pub seats: i32,
    /// Nobody: the house itself, or the operator.
    pub held_by: Option<PersonId>,
    pub held_at: DateTimeUtc,
    /// How many days before the start they are released; moves with the session.
    pub days_before: i32,
    /// From then on they count no more, though the row is settled by the next verb or by the job.
    pub releases_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "session_id", to = "id", on_delete = "Cascade")]
    pub session: BelongsTo<super::session::Entity>,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<super::department::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
