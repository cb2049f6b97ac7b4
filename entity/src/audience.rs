//! One way to belong to the audience of a workshop or a session. No rows: everyone.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// By what a person belongs.
    AudienceKind {
        Department = "department",
        JobProfile = "job-profile",
        External = "external",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audience")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AudienceId,
    pub workshop_id: Option<WorkshopId>,
    pub session_id: Option<SessionId>,
    pub kind: AudienceKind,
    /// This department and all below it.
    pub department_id: Option<DepartmentId>,
    /// Compared with the job title, ignoring case.
    pub job_profile: Option<String>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<Option<super::workshop::Entity>>,
    #[sea_orm(belongs_to, from = "session_id", to = "id", on_delete = "Cascade")]
    pub session: BelongsTo<Option<super::session::Entity>>,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<Option<super::department::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
