//! A part of the organisation as it was when a period closed; small ones are put together.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What kind of unit this is.
    UnitKind {
        Organisation = "organisation",
        Domain = "domain",
        Department = "department",
        Team = "team",
        /// Units too small to show, put together.
        Rest = "rest",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption_unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UnitId,
    pub period_id: PeriodId,
    /// Nothing: units that were put together, or a department that went.
    pub department_id: Option<DepartmentId>,
    /// Nothing for the organisation.
    pub parent_id: Option<UnitId>,
    pub kind: UnitKind,
    /// As it was; for units that were put together that of their parent.
    pub name: String,
    /// Its place in the tree, a parent before its children, from 0.
    pub position: i32,
    /// People placed here or below on the last day of the period. Never shown as it is.
    pub headcount: i32,
    /// How far it is on the ladder, from 0 to 5; nothing for what has no ladder.
    pub step: Option<i32>,
    #[sea_orm(belongs_to, from = "period_id", to = "id", on_delete = "Cascade")]
    pub period: BelongsTo<super::adoption_period::Entity>,
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
    #[sea_orm(self_ref, relation_enum = "Parent", from = "parent_id", to = "id", on_delete = "Cascade")]
    pub parent: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
