//! One way to belong to those to whom something was assigned.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// By what a person belongs.
    GroupKind {
        Department = "department",
        JobProfile = "job-profile",
        Person = "person",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AssignmentGroupId,
    pub assignment_id: AssignmentId,
    pub kind: GroupKind,
    /// This department and all below it. Of a job profile: only there.
    pub department_id: Option<DepartmentId>,
    /// Compared with the job title, ignoring case.
    pub job_profile: Option<String>,
    pub person_id: Option<PersonId>,
    #[sea_orm(belongs_to, from = "assignment_id", to = "id", on_delete = "Cascade")]
    pub assignment: BelongsTo<super::assignment::Entity>,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<Option<super::department::Entity>>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
