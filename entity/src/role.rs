//! A granted role. Everyone is an employee without a row here.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What a person may be beside an employee.
    RoleKind {
        Trainer = "trainer",
        Facilitator = "facilitator",
        DepartmentHead = "department-head",
        Editor = "editor",
        QualityOfficer = "quality-officer",
        ProgrammeManager = "programme-manager",
        Administrator = "administrator",
    }
}

crate::text_enum! {
    /// Where the grant comes from: the staff file (and goes with it), a person, or the operator of the machine.
    RoleSource {
        Import = "import",
        Person = "person",
        Operator = "operator",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RoleId,
    pub person_id: PersonId,
    pub kind: RoleKind,
    /// For a department head: the top of the subtree.
    pub department_id: Option<DepartmentId>,
    pub source: RoleSource,
    pub granted_by: Option<PersonId>,
    pub granted_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
